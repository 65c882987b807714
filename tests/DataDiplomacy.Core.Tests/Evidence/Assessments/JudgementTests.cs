using System.Text.RegularExpressions;
using DataDiplomacy.Core.Evidence.Assessments;

namespace DataDiplomacy.Core.Tests.Evidence.Assessments;

public class JudgementTests
{
    private const string Vectors = "vectors/grading";

    private static readonly Judgement Plain = new() { SourceReliability = SourceReliability.B, InformationCredibility = InformationCredibility.ProbablyTrue };

    private static readonly Corroboration None = Corroboration.Of([]);

    [Fact]
    public void Grades_are_worded_as_in_the_published_taxonomy()
    {
        var values = SharedFiles.Json(Path.Combine(SharedFiles.Folder(Vectors), "admiralty-scale.json")).GetProperty("values").EnumerateArray()
            .ToDictionary(v => v.GetProperty("predicate").GetString() ?? "", v => v.GetProperty("entry").EnumerateArray().Select(e => $"{e.GetProperty("value")} {e.GetProperty("expanded")}").ToList());

        Enum.GetValues<SourceReliability>().Select(g => $"{g.ToString().ToLowerInvariant()} {GradingScales.WordingOf(g)}").ShouldBe(values["source-reliability"]);
        Enum.GetValues<InformationCredibility>().Select(g => $"{(int)g} {GradingScales.WordingOf(g)}").ShouldBe(values["information-credibility"]);
    }

    [Fact]
    public void Bands_have_the_words_and_limits_of_ICD_203()
    {
        var published = SharedFiles.Json(Path.Combine(SharedFiles.Folder(Vectors), "estimative-language.json")).GetProperty("values").EnumerateArray()
            .Select(v => $"{v.GetProperty("value").GetString()?.Replace('-', ' ')} {v.GetProperty("range")[0]} {v.GetProperty("range")[1]}");

        Enum.GetValues<Likelihood>().Select(b => $"{GradingScales.WordingOf(b)} {GradingScales.PercentOf(b).Low} {GradingScales.PercentOf(b).High}").ShouldBe(published);
    }

    [Fact]
    public void A_difference_is_named_and_nothing_is_averaged()
    {
        var other = new Judgement
        {
            SourceReliability = SourceReliability.D,
            InformationCredibility = InformationCredibility.ProbablyTrue,
            Likelihood = Likelihood.Likely,
            Confidence = AnalyticConfidence.Low,
            Supporting = ["a"],
            Contradicting = ["b"],
        };

        Agreement.Differences(Plain, other).ShouldBe(["sourceReliability", "likelihood", "confidence", "supporting", "contradicting"]);
        Agreement.Differences(Plain, Plain with { InformationCredibility = InformationCredibility.CannotBeJudged }).ShouldBe(["informationCredibility"]);
        Agreement.Differences(other with { Supporting = ["a", "b"] }, other with { Supporting = ["b", "a"] }).ShouldBeEmpty();
    }

    [Fact]
    public void Is_agreed_when_every_review_agrees_and_contested_when_one_does_not()
    {
        var other = Plain with { Confidence = AnalyticConfidence.High };

        Agreement.StatusOf(Plain, [], isSuperseded: false).ShouldBe(AssessmentStatus.AwaitingReview);
        Agreement.StatusOf(Plain, [Plain, Plain], isSuperseded: false).ShouldBe(AssessmentStatus.Agreed);
        Agreement.StatusOf(Plain, [Plain, other], isSuperseded: false).ShouldBe(AssessmentStatus.Contested);
        Agreement.StatusOf(Plain, [other], isSuperseded: true).ShouldBe(AssessmentStatus.Superseded);
    }

    [Fact]
    public void Says_likelihood_and_confidence_in_sentences_of_their_own_whatever_they_are()
    {
        foreach (var band in Enum.GetValues<Likelihood>())
        {
            foreach (var confidence in Enum.GetValues<AnalyticConfidence>())
            {
                var sentences = JudgementSentences.Of(Plain with { Likelihood = band, Confidence = confidence }, 2, None, None);

                var likely = sentences.Where(s => Regex.IsMatch(s, "chance|likely|certain|%")).ShouldHaveSingleItem();
                var confident = sentences.Where(s => Regex.IsMatch(s, "[Cc]onfiden")).ShouldHaveSingleItem();
                likely.ShouldNotBe(confident);
                sentences.ShouldAllBe(s => s.EndsWith('.') && Regex.Count(s, @"\.") == 1);
            }
        }
    }

    [Fact]
    public void Says_a_judgement_in_plain_sentences()
    {
        var judgement = Plain with { Likelihood = Likelihood.VeryLikely, Confidence = AnalyticConfidence.Moderate };
        var three = Corroboration.Of([new() { Record = "a", Content = "1" }, new() { Record = "b", Content = "1" }, new() { Record = "c" }]);
        var two = Corroboration.Of([new() { Record = "d", Groups = ["g"] }, new() { Record = "e", Groups = ["g"] }]);

        JudgementSentences.Of(judgement, 1, three, two).ShouldBe(
        [
            "The source is graded B: usually reliable.", "The information is graded 2: probably true.", "That the claim is true is judged: very likely (80 to 95 %).",
            "Confidence in this judgement is moderate.", "One alternative was considered.",
            "3 records of 2 origins that are independent as far as known support the claim.", "2 records of one origin contradict the claim and count once.",
        ]);
    }

    [Fact]
    public void Says_that_what_cannot_be_judged_is_not_the_worst()
    {
        var judgement = new Judgement { SourceReliability = SourceReliability.F, InformationCredibility = InformationCredibility.CannotBeJudged };

        JudgementSentences.Of(judgement, 0, Corroboration.Of([new() { Record = "a" }]), None).ShouldBe(
        [
            "The reliability of the source cannot be judged (F), which does not mean that it is unreliable.",
            "The truth of the information cannot be judged (6), which does not mean that it is improbable.",
            "One record supports the claim.", "No record is named that contradicts the claim.",
        ]);
    }
}
