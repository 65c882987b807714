using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Series;
using DataDiplomacy.Core.Observations.Progress;

namespace DataDiplomacy.Api.Observations.Progress;

/// <summary>Sentences about progress, and the names of methods.</summary>
internal static class ProgressWords
{
    private static readonly Dictionary<string, ProgressMethod> MethodsByName =
        Enum.GetValues<ProgressMethod>().ToDictionary(WireNames.Of, StringComparer.Ordinal);

    public static ProgressMethod MethodOf(string name) => MethodsByName[name];

    public static string Of(ProgressStanding standing) => standing switch
    {
        ProgressStanding.OnTrack => "on track",
        ProgressStanding.SomeProgress => "some progress, too slow",
        ProgressStanding.LittleProgress => "little or no progress",
        ProgressStanding.Backwards => "moving backwards",
        _ => "not assessable",
    };

    /// <summary>Whether the methods that can be applied agree.</summary>
    public static string Agreement(IReadOnlyList<IGrouping<ProgressStanding, ProgressAssessment>> standings, int methods)
    {
        if (standings.Count == 0)
        {
            return "No method can be applied; the reason is given with each.";
        }

        var applied = standings.Sum(s => s.Count());
        var rest = applied == methods ? "" : $" {methods - applied} of {methods} cannot be applied.";
        if (standings.Count == 1)
        {
            return applied == 1
                ? $"One method alone can be applied: {Of(standings[0].Key)} ({Names(standings[0])}).{rest}"
                : $"The methods agree: {Of(standings[0].Key)} ({Names(standings[0])}).{rest}";
        }

        return $"The methods disagree: {string.Join("; ", standings.Select(s => $"{Of(s.Key)} ({Names(s)})"))}.{rest}";
    }

    /// <summary>Why the values are no series that progress can be told of.</summary>
    public static string Of(string reason, AreaPoints points) => reason switch
    {
        ProgressReasons.SeveralBreakdowns => $"Several observations share a year; choose by dim.ID= or headline=true: {points.Choices}.",
        ProgressReasons.MixedUnits => points.Refusal ?? "",
        _ => "The values are not annual; the methods count progress by years.",
    };

    private static string Names(IEnumerable<ProgressAssessment> assessments) => string.Join(", ", assessments.Select(a => a.Rules.Method));
}
