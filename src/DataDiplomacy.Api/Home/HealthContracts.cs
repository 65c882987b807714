using System.Text.Json.Serialization;
using DataDiplomacy.Api.Evidence.Ledger;

namespace DataDiplomacy.Api.Home;

/// <summary>State of the server.</summary>
public sealed record HealthView
{
    /// <summary><c>live</c>, <c>ready</c> or <c>notReady</c>.</summary>
    /// <example>ready</example>
    public required string Status { get; init; }

    /// <summary>What is missing; null when nothing is.</summary>
    /// <example>The database does not answer.</example>
    public required string? Detail { get; init; }

    /// <summary>How far the ledger of evidence is sealed; only when the server is ready, which it is also when the ledger is not sealed: reading goes on.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LedgerHealthView? Ledger { get; init; }
}
