using DataDiplomacy.Core.Evidence.Custody;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>Another label for a record.</summary>
public sealed record ChangeSensitivity
{
    /// <summary>Who may know of it from now on.</summary>
    /// <example>restricted</example>
    public Sensitivity? Sensitivity { get; init; }

    /// <summary>Why, at most 2,000 characters.</summary>
    /// <example>A person can be recognised.</example>
    public string? Reason { get; init; }
}
