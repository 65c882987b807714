namespace DataDiplomacy.Core.Statistics;

/// <summary>Description of one statistical method: enough to use it and to know when not to.</summary>
public sealed record StatisticalMethod
{
    /// <summary>Identifier, lower snake case.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the method.</summary>
    public required string Title { get; init; }

    /// <summary>Version of the method as carried out here; it rises when a figure could change.</summary>
    public required string Version { get; init; }

    /// <summary>What the method answers, in one or two sentences.</summary>
    public required string Summary { get; init; }

    /// <summary>The formula, in plain text.</summary>
    public required string Formula { get; init; }

    /// <summary>Publications that define the method: authors, year, title, place.</summary>
    public required string Source { get; init; }

    /// <summary>Conditions under which the method is undefined or refused.</summary>
    public required string Limits { get; init; }

    /// <summary>Situations in which the figures come out but mislead.</summary>
    public required IReadOnlyList<string> DoNotTrustWhen { get; init; }

    /// <summary>The inputs.</summary>
    public required IReadOnlyList<StatisticalInput> Inputs { get; init; }

    /// <summary>The parameters; empty where there are none.</summary>
    public required IReadOnlyList<StatisticalParameter> Parameters { get; init; }

    /// <summary>The fields of the answer.</summary>
    public required IReadOnlyList<StatisticalOutput> Outputs { get; init; }
}
