using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Access;

/// <summary>A server that takes tokens of an issuer.</summary>
public interface ITokenApi
{
    TokenIssuer Issuer { get; }
}

public sealed class TokenSqliteApi(PostgresServer postgres) : SqliteApi(postgres), ITokenApi
{
    public TokenIssuer Issuer { get; } = new();

    protected override IReadOnlyDictionary<string, string> Settings => Issuer.Settings;
}

public sealed class TokenPostgresApi(PostgresServer postgres) : PostgresApi(postgres), ITokenApi
{
    public TokenIssuer Issuer { get; } = new();

    protected override IReadOnlyDictionary<string, string> Settings => Issuer.Settings;
}
