namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>
/// Scans a series for values that differ from those before them, by several published methods side by side. The methods take the mean and spread
/// of a baseline as known, which gives more false alarms than their level says where it is short: an alarm here must lie beyond the published limit
/// and have a p, which allows for the estimate, of at most the level. Charts have no p; the chance of a false alarm is worked out for the length of
/// their baseline.
/// </summary>
public static class AlarmScan
{
    /// <summary>Version of the scan; it rises when a figure could change.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of bins.</summary>
    public const int MaxBins = 20_000;

    /// <summary>EARS C2.</summary>
    public const string Ears = "ears";

    /// <summary>Farrington et al. 1996.</summary>
    public const string Farrington = "farrington";

    /// <summary>Noufaily et al. 2013.</summary>
    public const string FarringtonFlexible = "farrington_flexible";

    /// <summary>Negative-binomial or Poisson threshold.</summary>
    public const string Negbin = "negbin";

    /// <summary>Two-sided tabular CUSUM.</summary>
    public const string Cusum = "cusum";

    /// <summary>EWMA chart.</summary>
    public const string Ewma = "ewma";

    /// <summary>Robust z of the changes from bin to bin.</summary>
    public const string RobustZ = "robust_z";

    /// <summary>All methods, in the order of an answer.</summary>
    public static IReadOnlyList<string> Methods { get; } = [Ears, Farrington, FarringtonFlexible, Negbin, Cusum, Ewma, RobustZ];

    /// <summary>Most methods that are taken where none is asked for.</summary>
    public const int MostMethodsByDefault = 3;

    /// <summary>Most models that a scan of this series would fit, which takes about a thousand times as long as any other test.</summary>
    public static int Models(AlarmScanInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var methods = input.Methods is null ? 1 : input.Methods.Count(method => method is Farrington or FarringtonFlexible);
        return methods * AlarmScanFarrington.MostBins(input);
    }

    /// <summary>Scans a series: one result for each method.</summary>
    /// <param name="input">The series and what is asked of it.</param>
    /// <param name="chances">False-alarm chances of charts that were worked out before in the same scan; null begins anew.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite, a method is not known, a setting is out of range, or there are too many bins.</exception>
    public static IReadOnlyList<AlarmScanResult> Watch(AlarmScanInput input, ChartFalseAlarms? chances = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        Check(input);
        var series = new AlarmScanSeries(input);
        var asked = input.Methods ?? Fitting(series);
        return [.. Methods.Where(asked.Contains).Select(method => Watch(series, method, chances ?? new ChartFalseAlarms()))];
    }

    private static AlarmScanResult Watch(AlarmScanSeries series, string method, ChartFalseAlarms chances) => method switch
    {
        Ears => AlarmScanCounts.Ears(series),
        Negbin => AlarmScanCounts.Negbin(series),
        Farrington => AlarmScanFarrington.Classic(series),
        FarringtonFlexible => AlarmScanFarrington.Flexible(series),
        Ewma => AlarmScanCharts.Ewma(series, chances),
        Cusum => AlarmScanCharts.Cusum(series, chances),
        _ => AlarmScanChanges.RobustZ(series)
    };

    /// <summary>Counts are judged as counts; anything else by its changes.</summary>
    private static IReadOnlyList<string> Fitting(AlarmScanSeries series)
    {
        if (!series.IsCounts) return [Cusum, Ewma, RobustZ];
        return AlarmScanFarrington.Fits(series) ? [Ears, FarringtonFlexible, Negbin] : [Ears, Negbin];
    }

    private static void Check(AlarmScanInput input)
    {
        FiniteValues.Present(input.Values, nameof(input));
        if (input.Values.Count > MaxBins) throw new ArgumentException($"{input.Values.Count} bins; a scan takes at most {MaxBins}.", nameof(input));
        if (input.Methods?.FirstOrDefault(method => !Methods.Contains(method)) is { } unknown) throw new ArgumentException($"There is no method {unknown}.", nameof(input));
        if (input.Alpha is { } alpha && !(alpha is > 0 and < 0.5)) throw new ArgumentOutOfRangeException(nameof(input), alpha, "Alpha lies between 0 and 0.5, both excluded.");
        if (input.Baseline is < 5 or > 366) throw new ArgumentOutOfRangeException(nameof(input), input.Baseline, "A baseline has 5 to 366 bins.");
        if (input.First < 0 || input.BinsPerYear < 1) throw new ArgumentOutOfRangeException(nameof(input), "Positions begin at 0, and a year has at least one bin.");
    }
}
