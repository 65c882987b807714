namespace DataDiplomacy.Core.Statistics.Changes;

/// <summary>What makes shifts of level less believable than they look.</summary>
internal static class LevelShiftWarnings
{
    /// <summary>Warns where neighbours within the segments resemble each other: every such series seems to have shifts.</summary>
    /// <param name="warnings">Receives the warning.</param>
    /// <param name="sample">The values.</param>
    /// <param name="changes">Positions from 1 of the last value of each segment but the last.</param>
    public static void AddCorrelation(List<string> warnings, double[] sample, IReadOnlyList<int> changes)
    {
        if (sample.Length < StatisticalWarnings.ShortBelow) return;
        if (Autocorrelation.First(Residuals(sample, changes)) is not { } r || r <= Autocorrelation.Bound(sample.Length)) return;
        warnings.Add($"Neighbouring values are correlated within the segments (lag-1 autocorrelation {ReadableNumber.Of(r)}), "
            + "by autocorrelation, season or trend: shifts found are candidates, and too many are found.");
    }

    private static double[] Residuals(double[] sample, IReadOnlyList<int> changes)
    {
        var scaled = BinaryScale.Of(sample).Down(sample);
        var start = 0;
        foreach (var end in changes.Append(sample.Length))
        {
            var mean = scaled[start..end].Average();
            for (var i = start; i < end; i++) scaled[i] -= mean;
            start = end;
        }
        // What equal values leave is rounding, and has no correlation to speak of.
        return scaled.Max(Math.Abs) > 1e-14 ? scaled : [];
    }
}
