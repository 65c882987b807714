namespace DataDiplomacy.Core.Statistics.Discourse;

/// <summary>Words of two corpora compared, in the order of the vocabulary. The figures are null where <see cref="Defined"/> is false.</summary>
public sealed record LogOddsDirichletResult
{
    /// <summary>Whether there is a word in either corpus.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why there are no figures: <c>insufficient_data</c>; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// Natural logarithm of the ratio of the odds of the word, above 0 where the first corpus uses it more. Null for a word in
    /// neither corpus under the informative prior, and where there is no other word.
    /// </summary>
    public IReadOnlyList<double?>? Delta { get; init; }

    /// <summary>Approximate variance of delta, above 0; null for a word in neither corpus under the informative prior.</summary>
    public IReadOnlyList<double?>? Variance { get; init; }

    /// <summary>Delta in standard deviations; null as delta. It ranks words and is no test: words are picked after looking.</summary>
    public IReadOnlyList<double?>? Z { get; init; }
}
