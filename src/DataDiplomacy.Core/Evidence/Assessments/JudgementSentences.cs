using System.Globalization;

namespace DataDiplomacy.Core.Evidence.Assessments;

/// <summary>Says a judgement in plain sentences, one thing in each: likelihood and confidence never share one (ICD 203, D.6.e(2), 2015).</summary>
public static class JudgementSentences
{
    /// <summary>The sentences of a judgement.</summary>
    /// <param name="judgement">The judgement.</param>
    /// <param name="alternatives">How many alternatives were considered.</param>
    /// <param name="supporting">What supports the claim, by origins.</param>
    /// <param name="contradicting">What contradicts it, by origins.</param>
    /// <returns>Whole sentences, in the order in which they are read. What was not said has no sentence.</returns>
    public static IReadOnlyList<string> Of(Judgement judgement, int alternatives, Corroboration supporting, Corroboration contradicting)
    {
        ArgumentNullException.ThrowIfNull(judgement);
        ArgumentNullException.ThrowIfNull(supporting);
        ArgumentNullException.ThrowIfNull(contradicting);
        var sentences = new List<string>
        {
            judgement.SourceReliability is SourceReliability.F
                ? "The reliability of the source cannot be judged (F), which does not mean that it is unreliable."
                : $"The source is graded {judgement.SourceReliability}: {Lower(GradingScales.WordingOf(judgement.SourceReliability))}.",
            judgement.InformationCredibility is InformationCredibility.CannotBeJudged
                ? "The truth of the information cannot be judged (6), which does not mean that it is improbable."
                : $"The information is graded {Number((int)judgement.InformationCredibility)}: {Lower(GradingScales.WordingOf(judgement.InformationCredibility))}.",
        };
        if (judgement.Likelihood is { } band)
        {
            var (low, high) = GradingScales.PercentOf(band);
            sentences.Add($"That the claim is true is judged: {GradingScales.WordingOf(band)} ({Number(low)} to {Number(high)} %).");
        }

        if (judgement.Confidence is { } confidence) sentences.Add($"Confidence in this judgement is {Lower(confidence.ToString())}.");
        if (alternatives > 0) sentences.Add(alternatives == 1 ? "One alternative was considered." : $"{Number(alternatives)} alternatives were considered.");
        sentences.Add(Sentence(supporting, "supports", "support"));
        sentences.Add(Sentence(contradicting, "contradicts", "contradict"));
        return sentences;
    }

    private static string Sentence(Corroboration evidence, string one, string many) => evidence switch
    {
        { Records: 0 } => $"No record is named that {one} the claim.",
        { Records: 1 } => $"One record {one} the claim.",
        { IndependentOrigins: 1 } => $"{Number(evidence.Records)} records of one origin {many} the claim and count once.",
        _ => $"{Number(evidence.Records)} records of {Number(evidence.IndependentOrigins)} origins that are independent as far as known {many} the claim.",
    };

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
