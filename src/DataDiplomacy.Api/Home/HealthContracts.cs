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
}
