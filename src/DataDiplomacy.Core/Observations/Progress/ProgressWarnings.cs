using System.Globalization;
using DataDiplomacy.Core.Catalogue;

namespace DataDiplomacy.Core.Observations.Progress;

/// <summary>What must be known before a class is believed.</summary>
internal static class ProgressWarnings
{
    public static IEnumerable<string> Of(ProgressFacts facts, ProgressReading reading)
    {
        if (facts.Base.Year != facts.Target.BaseYear)
            yield return $"There is no value for the base year {Text(facts.Target.BaseYear)}; {Text(facts.Base.Year)} is the nearest year with one.";
        if (facts.Points.Count == 2)
            yield return "The class rests on two values and nothing between them.";
        if (facts.Base.Value == 0 || facts.Goal == 0)
            yield return "No growth rate can be taken of zero: it was replaced by a small number, and the class may depend on which.";
        if (reading.IsMet)
            yield return facts.IsNearlyMet
                ? $"The latest value is within {SdgProgress.Text(facts.MetWithin)} point of the target, which this method counts as met."
                : "The latest value meets the target, whatever the trend.";
        else if (facts.WasMet)
            yield return "The target was met in the base year and is met no longer.";
        if (facts.Target.Direction == DesiredDirection.Stable)
            yield return "The series should stay at the target: methods that need a growth rate are given its distance from the target, which should fall.";
        if (facts.Target.Year - facts.Latest.Year is var left && left > 10)
            yield return $"The latest value is {Text(left)} years before the year of the target.";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
