namespace DataDiplomacy.Api.Access;

/// <summary>Who did or read what, for writes and for reads of data that is not public. Names of keys, no personal data, no values.</summary>
public sealed record AuditRecord
{
    /// <summary>Counts the records of the database.</summary>
    public long Id { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Name of the key.</summary>
    public required string Caller { get; init; }

    public required string Method { get; init; }

    /// <summary>The route as its template, such as <c>/v1/datasets/{id}</c>; for GraphQL the root fields.</summary>
    public required string Route { get; init; }

    /// <summary>The data sets it was about, separated by commas; null when none.</summary>
    public string? Datasets { get; init; }

    public required int Status { get; init; }

    /// <summary>The request in the log.</summary>
    public required string TraceId { get; init; }
}
