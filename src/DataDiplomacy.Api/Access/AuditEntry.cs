namespace DataDiplomacy.Api.Access;

/// <summary>A request that was answered, on its way to the audit.</summary>
public sealed record AuditEntry
{
    public required DateTime At { get; init; }

    public required string Caller { get; init; }

    public required string Method { get; init; }

    public required string Route { get; init; }

    public required IReadOnlyList<string> Datasets { get; init; }

    public required int Status { get; init; }

    public required string TraceId { get; init; }

    public required bool IsWrite { get; init; }

    /// <summary>A read whose data sets are not known any more: it is kept without them, since it may have been of what is not public.</summary>
    public bool IsUnnamed { get; init; }
}
