using System.Globalization;

namespace DataDiplomacy.Core.Statistics.Pictures;

/// <summary>Chooses the periods that are named under the horizontal axis.</summary>
internal static class TimeLabels
{
    private const double Gap = 14;

    private static readonly int[] YearSteps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500];

    /// <summary>Labels that do not touch each other: round years where periods are years, else as many as fit.</summary>
    public static IReadOnlyList<(double X, string Label)> For(PlotArea plot)
    {
        (double X, string Label)[] all = [.. plot.Points.DistinctBy(point => point.Time)
            .Select(point => (plot.X(point.Time), SvgText.Shorten(point.Label, TrendPicture.LabelSize, 120)))];
        return Choose(all);
    }

    /// <summary>As above, of labels that have their place already, from left to right.</summary>
    public static IReadOnlyList<(double X, string Label)> Choose((double X, string Label)[] all) =>
        RoundYears(all) is { } round ? round : EveryFitting(all);

    private static (double X, string Label)[]? RoundYears((double X, string Label)[] all)
    {
        var years = all.Select(point => IsYear(point.Label, out var year) ? year : (int?)null).ToArray();
        if (years.Length < 3 || years.Any(year => year is null)) return null;
        foreach (var step in YearSteps)
        {
            (double X, string Label)[] chosen = [.. all.Where((_, i) => years[i] % step == 0)];
            if (chosen.Length < 2) return null;
            if (Fit(chosen)) return chosen;
        }
        return null;
    }

    private static List<(double X, string Label)> EveryFitting((double X, string Label)[] all)
    {
        var chosen = new List<(double X, string Label)>();
        foreach (var candidate in all)
        {
            if (chosen.Count == 0 || Clear(chosen[^1], candidate)) chosen.Add(candidate);
        }
        return chosen;
    }

    private static bool Fit((double X, string Label)[] labels) =>
        labels.Zip(labels.Skip(1)).All(pair => Clear(pair.First, pair.Second));

    private static bool Clear((double X, string Label) left, (double X, string Label) right)
    {
        var halves = (SvgText.Width(left.Label, TrendPicture.LabelSize) + SvgText.Width(right.Label, TrendPicture.LabelSize)) / 2;
        return right.X - left.X >= halves + Gap;
    }

    private static bool IsYear(string label, out int year) =>
        int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out year) && label.Length == 4;
}
