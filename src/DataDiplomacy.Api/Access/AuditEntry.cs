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
}
