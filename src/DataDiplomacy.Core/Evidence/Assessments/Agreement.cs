namespace DataDiplomacy.Core.Evidence.Assessments;

/// <summary>Holds judgements of the same claim against each other. A difference is named and kept; no mean is taken.</summary>
public static class Agreement
{
    /// <summary>In what two judgements differ. Bases, notes and alternatives are texts, of which nobody can say whether they agree: they are not compared.</summary>
    /// <param name="one">One judgement.</param>
    /// <param name="other">The other.</param>
    /// <returns>Names in camelCase, in the order of the form: <c>sourceReliability</c>, <c>informationCredibility</c>, <c>likelihood</c>, <c>confidence</c>, <c>supporting</c>, <c>contradicting</c>; empty when they agree.</returns>
    public static IReadOnlyList<string> Differences(Judgement one, Judgement other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var differing = new List<string>();
        if (one.SourceReliability != other.SourceReliability) differing.Add("sourceReliability");
        if (one.InformationCredibility != other.InformationCredibility) differing.Add("informationCredibility");
        if (one.Likelihood != other.Likelihood) differing.Add("likelihood");
        if (one.Confidence != other.Confidence) differing.Add("confidence");
        if (!AreSame(one.Supporting, other.Supporting)) differing.Add("supporting");
        if (!AreSame(one.Contradicting, other.Contradicting)) differing.Add("contradicting");
        return differing;
    }

    /// <summary>Where an assessment stands.</summary>
    /// <param name="assessment">What its author holds.</param>
    /// <param name="reviews">What others hold.</param>
    /// <param name="isSuperseded">Whether its author replaced it.</param>
    /// <returns>The status; superseded before all else.</returns>
    public static AssessmentStatus StatusOf(Judgement assessment, IReadOnlyCollection<Judgement> reviews, bool isSuperseded)
    {
        ArgumentNullException.ThrowIfNull(reviews);
        if (isSuperseded) return AssessmentStatus.Superseded;
        if (reviews.Count == 0) return AssessmentStatus.AwaitingReview;
        return reviews.All(review => Differences(assessment, review).Count == 0) ? AssessmentStatus.Agreed : AssessmentStatus.Contested;
    }

    private static bool AreSame(IReadOnlyCollection<string> some, IReadOnlyCollection<string> others) => some.ToHashSet(StringComparer.Ordinal).SetEquals(others);
}
