namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>One series of equally spaced bins to scan for values that differ from those before them.</summary>
public sealed record AlarmScanInput
{
    /// <summary>Values, oldest first, at most <see cref="AlarmScan.MaxBins"/>; null is a bin without a number.</summary>
    public required IReadOnlyList<double?> Values { get; init; }

    /// <summary>Number of bins in a year, 1 or more.</summary>
    public int BinsPerYear { get; init; } = 1;

    /// <summary>Position of the first bin that is scanned, from 0 on; those before it serve as baseline only.</summary>
    public int First { get; init; }

    /// <summary>Methods of <see cref="AlarmScan.Methods"/>; null takes those that fit the values.</summary>
    public IReadOnlyList<string>? Methods { get; init; }

    /// <summary>Chance of a false alarm per test that is accepted, for every method with a p; null takes the level of each method. Above 0, below 0.5.</summary>
    public double? Alpha { get; init; }

    /// <summary>Number of bins in a baseline, 5 to 366; null takes that of each method. The Farrington methods have baselines of years and the robust z all bins whatever this says.</summary>
    public int? Baseline { get; init; }

    /// <summary>False for values that are no counts although they are whole numbers, such as percentages.</summary>
    public bool MayBeCounts { get; init; } = true;
}
