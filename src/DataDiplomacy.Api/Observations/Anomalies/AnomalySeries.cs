using DataDiplomacy.Api.Observations.Series;
using DataDiplomacy.Core.Observations;
using DataDiplomacy.Core.Statistics.Alarms;

namespace DataDiplomacy.Api.Observations.Anomalies;

/// <summary>One series in one area: its observations as equally spaced periods, and what a scan made of them.</summary>
internal sealed class AnomalySeries
{
    private readonly Dictionary<int, ObservationView> _byPeriod = [];
    private readonly AreaPoints _points;

    public AnomalySeries(SeriesRef series, string area, string areaName, string? unitLabel, IReadOnlyList<ObservationView> observed)
    {
        Series = series;
        _points = new AreaPoints(area, areaName, unitLabel);
        foreach (var observation in observed)
        {
            _points.Add(observation);
            if (TimePeriod.TryParse(observation.Period, out var period))
            {
                _byPeriod.TryAdd(period.Code, observation);
            }
        }

        Reason = ReasonOf();
        Bins = Reason is null ? PeriodBins.Between(_points.Points.First().Period, _points.Points.Last().Period) : [];
    }

    public SeriesRef Series { get; }

    public AreaPoints Points => _points;

    /// <summary>Why the observations are no series; null when they are.</summary>
    public string? Reason { get; }

    public IReadOnlyList<TimePeriod> Bins { get; }

    public int BinsPerYear => Bins.Count == 0 ? 1 : PeriodBins.PerYear(Bins[0].Frequency);

    public IReadOnlyList<AlarmScanResult> Results { get; set; } = [];

    public ObservationView? At(int bin) => _byPeriod.GetValueOrDefault(Bins[bin].Code);

    public int Missing => _byPeriod.Values.Count(o => o.Value is null);

    /// <summary>What to scan; the first period may be a longer or shorter one than those of the series.</summary>
    public AlarmScanInput ToInput(GetAnomalies request, IReadOnlyList<string>? methods) => new()
    {
        Values = [.. Bins.Select(b => _byPeriod.GetValueOrDefault(b.Code)?.Value)],
        BinsPerYear = BinsPerYear,
        First = TimePeriod.TryParse(request.From, out var from) ? Bins.Count(b => b.Start < from.Start) : 0,
        Methods = methods,
        Alpha = request.Alpha,
        Baseline = request.Baseline,
        MayBeCounts = !IsShare(_points.Unit ?? Series.Unit),
    };

    public IEnumerable<AnomalyView> ToViews(bool onlyAlarms) => Results.SelectMany(r => r.Tests.Where(t => t.Alarm || !onlyAlarms).Select(t => ToView(r, t)));

    public IEnumerable<AnomalyScanView> ToScanned(IReadOnlyList<string>? methods) => Reason is null
        ? Results.Select(r => ToScanned(r.Method, r.Reason, r))
        : (methods is null ? [null] : methods.Cast<string?>()).Select(m => ToScanned(m, Reason, null));

    private AnomalyScanView ToScanned(string? method, string? reason, AlarmScanResult? result) => new()
    {
        Series = Series.Code,
        SeriesTitle = Series.Title,
        Dataset = Series.Dataset,
        DatasetVersion = Series.Version,
        Area = _points.Area,
        AreaName = _points.AreaName,
        Dimensions = _points.Shared,
        Method = method,
        StatisticName = result?.StatisticName,
        N = _byPeriod.Count - Missing,
        NDropped = Missing,
        Tests = result?.Tests.Count ?? 0,
        Alarms = result?.Tests.Count(t => t.Alarm) ?? 0,
        Applied = reason is null,
        Reason = reason,
        Level = result?.Level,
        Arl0 = result?.Arl0,
        ExpectedFalseAlarms = result?.ExpectedFalseAlarms ?? 0,
        Warnings = [.. result?.Warnings ?? [], .. ReasonWarnings()],
    };

    private AnomalyView ToView(AlarmScanResult result, AlarmScanTest test) => new()
    {
        Series = Series.Code,
        Dataset = Series.Dataset,
        Area = _points.Area,
        AreaName = _points.AreaName,
        Method = result.Method,
        Statistic = test.Statistic,
        Period = Bins[test.Index].ToString(),
        Observed = test.Observed,
        Expected = test.Expected,
        Upper = test.Upper,
        Lower = test.Lower,
        Unit = _points.Unit ?? Series.Unit,
        P = test.P,
        Q = test.Q,
        Alarm = test.Alarm,
        Observations = At(test.Index) is { } observation ? [ToView(observation)] : [],
        Baseline = new AnomalyBaselineView { From = Bins[test.BaselineFirst].ToString(), To = Bins[test.BaselineLast].ToString(), N = test.BaselineN },
        Warnings = test.Warnings,
    };

    private static AnomalyObservationView ToView(ObservationView o) => new()
    {
        Period = o.Period,
        Value = o.Value,
        ValueText = o.ValueText,
        Status = o.Status,
        Nature = o.Nature,
        DatasetVersion = o.DatasetVersion,
        Activity = o.Activity,
    };

    private string? ReasonOf()
    {
        if (_points.HasSeveral)
        {
            return AnomalyReasons.SeveralBreakdowns;
        }

        if (_points.Observed.Count == 0)
        {
            return AnomalyReasons.InsufficientData;
        }

        if (_points.Refusal is not null)
        {
            return AnomalyReasons.MixedUnits;
        }

        if (_points.Points.Select(p => p.Period.Frequency).Distinct().Count() > 1)
        {
            return AnomalyReasons.MixedPeriods;
        }

        var (first, last) = (_points.Points.First().Period, _points.Points.Last().Period);
        return (last.Start.Year - first.Start.Year + 2L) * (PeriodBins.PerYear(first.Frequency) + 1) > PeriodBins.MaxBins ? AnomalyReasons.OutOfRange : null;
    }

    private IEnumerable<string> ReasonWarnings() => Reason switch
    {
        AnomalyReasons.SeveralBreakdowns => [$"Several observations share a period; choose by dim.ID= or headline=true: {_points.Choices}."],
        AnomalyReasons.MixedUnits => [_points.Refusal ?? ""],
        AnomalyReasons.MixedPeriods => ["Periods of different length are in one series; choose by dim.ID= or to=."],
        AnomalyReasons.OutOfRange => [$"The periods span more than {PeriodBins.MaxBins} steps."],
        _ => [],
    };

    /// <summary>A percentage or rate that is a whole number throughout is no count.</summary>
    private static bool IsShare(string? unit) => unit is not null
        && (unit.Contains("PERCENT", StringComparison.OrdinalIgnoreCase) || unit.Contains("PER_", StringComparison.OrdinalIgnoreCase) || unit.Contains("INDEX", StringComparison.OrdinalIgnoreCase));
}

/// <summary>Why observations are no series to scan, beside the reasons of the methods.</summary>
internal static class AnomalyReasons
{
    public const string InsufficientData = "insufficient_data";
    public const string MixedPeriods = "mixed_periods";
    public const string MixedUnits = "mixed_units";
    public const string OutOfRange = "out_of_range";
    public const string SeveralBreakdowns = "several_breakdowns";
}
