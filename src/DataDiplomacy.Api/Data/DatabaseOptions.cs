namespace DataDiplomacy.Api.Data;

/// <summary>The databases this program runs on.</summary>
public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}

/// <summary>Section <c>Database</c> of the settings.</summary>
public sealed record DatabaseOptions
{
    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;

    /// <summary>The default is a file of its own under <c>data/</c>, next to where the program was started.</summary>
    public string? ConnectionString { get; init; }

    public string EffectiveConnectionString => (Provider, ConnectionString) switch
    {
        (_, { Length: > 0 } given) => given,
        (DatabaseProvider.Sqlite, _) => "Data Source=data/datadiplomacy.db",
        _ => throw new InvalidOperationException(
            "Database:Provider is Postgres but Database:ConnectionString is empty. Set it, for instance to Host=localhost;Database=datadiplomacy;Username=datadiplomacy."),
    };
}
