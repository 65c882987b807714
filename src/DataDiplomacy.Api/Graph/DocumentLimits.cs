namespace DataDiplomacy.Api.Graph;

/// <summary>What one document may hold. Far above any query written by hand or by a code generator.</summary>
public sealed record DocumentLimits
{
    /// <summary>UTF-16 characters of the text.</summary>
    public int Characters { get; init; } = 16 * 1024;

    public int Fields { get; init; } = 500;

    public int Aliases { get; init; } = 30;

    public int Directives { get; init; } = 20;

    public int Fragments { get; init; } = 50;

    public int RootFields { get; init; } = 10;

    /// <summary>The same answer key in one selection set: merging them is quadratic.</summary>
    public int SameKey { get; init; } = 10;

    /// <summary>Selections after all fragments are spread out: 25 fragments that each name the next twice are 2^25.</summary>
    public int Expanded { get; init; } = 5_000;
}
