using DataDiplomacy.Core.Statistics;
using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Core.Observations.Relations;

/// <summary>One series as it is correlated with others: a value for each period that has one.</summary>
public sealed class SeriesValues
{
    private readonly SortedDictionary<long, double> _values = [];
    private readonly HashSet<long> _observed = [];

    private SeriesValues(string name, Frequency? frequency, string? reason) => (Name, Frequency, Reason) = (name, frequency, reason);

    /// <summary>Name in sentences, such as <c>EG_FEC_RNEW in Kenya</c>.</summary>
    public string Name { get; }

    /// <summary>Length of the periods; null without any, or where they differ.</summary>
    public Frequency? Frequency { get; }

    /// <summary>Why the series cannot be correlated with any other; null where it can.</summary>
    public string? Reason { get; }

    /// <summary>Number of values.</summary>
    public int N => _values.Count;

    /// <summary>Mann-Kendall test of the values in their order.</summary>
    public MannKendallResult Trend => MannKendall.Test([.. _values.Values.Select(value => (double?)value)]);

    /// <summary>Autocorrelation of neighbouring values, -1 to 1; gaps are passed over. Null where the series does not vary.</summary>
    public double? NeighbourCorrelation => Autocorrelation.First([.. _values.Values]);

    /// <summary>Periods with an observation, with or without a value.</summary>
    internal IReadOnlySet<long> Observed => _observed;

    /// <summary>Values by the number of their period, in the order of time.</summary>
    internal SortedDictionary<long, double> Values => _values;

    /// <summary>Takes the observations of a series, one for each period.</summary>
    /// <param name="name">Name in sentences.</param>
    /// <param name="points">Periods and values in any order; null is missing.</param>
    /// <param name="reason">Why the series cannot be correlated, where the caller knows that; else null.</param>
    /// <exception cref="ArgumentException">A period comes twice, or a value is NaN or infinite.</exception>
    public static SeriesValues Of(string name, IReadOnlyList<(TimePeriod Period, double? Value)> points, string? reason = null)
    {
        ArgumentNullException.ThrowIfNull(points);
        Frequency[] lengths = [.. points.Where(point => point.Value is not null).Select(point => point.Period.Frequency).Distinct()];
        var series = new SeriesValues(name, lengths.Length == 1 ? lengths[0] : null, reason ?? (lengths.Length > 1 ? SeriesPairReasons.DifferentPeriods : null));
        for (var i = 0; i < points.Count; i++) series.Add(points[i].Period, points[i].Value, i);
        return series;
    }

    private void Add(TimePeriod period, double? value, int index)
    {
        // Numbers of periods of different length could meet; such a series is not correlated anyway.
        if (Frequency is { } frequency && period.Frequency != frequency) return;
        var step = PeriodSteps.Of(period);
        if (!_observed.Add(step) && Reason is null) throw new ArgumentException($"The period {period} comes twice.", nameof(period));
        if (value is not { } present) return;
        FiniteValues.Require(present, "points.Value", index);
        _values.TryAdd(step, present);
    }
}
