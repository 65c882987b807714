namespace DataDiplomacy.Api.Graph;

/// <summary>What one document may hold. Far above any query written by hand or by a code generator.</summary>
public sealed record DocumentLimits
{
    /// <summary>Of the text in UTF-8; it bounds the tokens too.</summary>
    public int Bytes { get; init; } = 16 * 1024;

    public int Operations { get; init; } = 50;

    public int Fragments { get; init; } = 50;

    public int Fields { get; init; } = 500;

    public int Aliases { get; init; } = 30;

    public int Directives { get; init; } = 20;

    public int RootFields { get; init; } = 10;

    /// <summary>The same answer key in one selection set, inline fragments included.</summary>
    public int SameKey { get; init; } = 10;

    /// <summary>Selections after all fragments are spread out: 25 fragments that each name the next twice are 2^25.</summary>
    public int Expanded { get; init; } = 5_000;

    /// <summary>Selections inside each other after all fragments are spread out: each is a frame on the stack of who walks them.</summary>
    public int Depth { get; init; } = 50;

    /// <summary>Pairs of fields with one answer key in one place of the answer, through all fragments: the rule that they agree looks at each pair.</summary>
    public int Pairs { get; init; } = 5_000;
}
