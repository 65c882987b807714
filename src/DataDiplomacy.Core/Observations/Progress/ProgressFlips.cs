using System.Globalization;
using DataDiplomacy.Core.Catalogue;

namespace DataDiplomacy.Core.Observations.Progress;

/// <summary>Tries the choices that a reader could have made otherwise, and keeps those that give another class.</summary>
internal static class ProgressFlips
{
    private const double SmallError = 0.01;

    public static ProgressAssessment Add(ProgressAssessment assessment, ProgressFacts facts, IReadOnlyList<ProgressPoint> points, SdgProgress.Assessing one)
    {
        var tried = new List<string>();
        var flips = new List<ProgressFlip>();
        foreach (var (kind, change, assess) in Alternatives(facts, points, one))
        {
            tried.Add(change);
            var other = assess();
            if (other.Class != assessment.Class) flips.Add(new ProgressFlip(kind, change, other.Class, other.Measure));
        }
        return assessment with { Flips = flips, FlipsTried = tried };
    }

    private static IEnumerable<(string Kind, string Change, Func<ProgressAssessment> Assess)> Alternatives(
        ProgressFacts facts, IReadOnlyList<ProgressPoint> points, SdgProgress.Assessing one)
    {
        foreach (var year in NeighboursOfBase(facts, points))
            yield return ("base_year", $"base year {Text(year)} instead of {Text(facts.Base.Year)}", () => one.Assess(points, facts.Target with { BaseYear = year }).Assessment);
        if (facts.Points.Count > 2)
        {
            var before = facts.Points[^2].Year;
            yield return ("latest_year", $"latest year {Text(before)} instead of {Text(facts.Latest.Year)}", () => one.Assess([.. points.Where(p => p.Year <= before)], facts.Target).Assessment);
        }
        foreach (var share in new[] { -SmallError, SmallError })
            yield return ("latest_value", $"latest value 1 % {(share < 0 ? "lower" : "higher")}", () => one.Assess(WithLatest(facts, points, 1 + share), facts.Target).Assessment);
        if (facts.Base.Value == 0 || facts.Goal == 0)
            yield return ("zero_replacement", $"zero replaced by 1 instead of {SdgProgress.Text(one.Choices.ZeroReplacement ?? one.Rules.ZeroReplacement)}", () => WithChoices(one, one.Choices with { ZeroReplacement = 1 }, facts, points));
        if (one.Method is EscapProgress)
            yield return ("gap_base", one.Choices.GapOfBaseYear ? "gap measured against the current gap" : "gap measured against the gap of the base year", () => WithChoices(one, one.Choices with { GapOfBaseYear = !one.Choices.GapOfBaseYear }, facts, points));
        if (Opposite(facts.Target.Direction) is { } direction)
            yield return ("direction", $"{(direction == DesiredDirection.Increase ? "a rise" : "a fall")} taken as the wanted change", () => one.Assess(points, facts.Target with { Direction = direction }).Assessment);
    }

    private static ProgressAssessment WithChoices(SdgProgress.Assessing one, ProgressChoices choices, ProgressFacts facts, IReadOnlyList<ProgressPoint> points) =>
        (one with { Choices = choices }).Assess(points, facts.Target).Assessment;

    /// <summary>The years with a value next to the base year, before and after it.</summary>
    private static IEnumerable<int> NeighboursOfBase(ProgressFacts facts, IReadOnlyList<ProgressPoint> points)
    {
        var years = points.Select(p => p.Year).Where(year => year < facts.Latest.Year).Order().ToList();
        var at = years.IndexOf(facts.Base.Year);
        if (at > 0) yield return years[at - 1];
        if (at < years.Count - 1) yield return years[at + 1];
    }

    private static List<ProgressPoint> WithLatest(ProgressFacts facts, IReadOnlyList<ProgressPoint> points, double factor) =>
        [.. points.Select(p => p.Year == facts.Latest.Year && double.IsFinite(p.Value * factor) ? p with { Value = p.Value * factor } : p)];

    private static DesiredDirection? Opposite(DesiredDirection direction) => direction switch
    {
        DesiredDirection.Increase => DesiredDirection.Decrease,
        DesiredDirection.Decrease => DesiredDirection.Increase,
        _ => null
    };

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
