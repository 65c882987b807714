using DataDiplomacy.Api.Observations.Series;
using DataDiplomacy.Api.Observations.Targets;
using DataDiplomacy.Core.Observations;
using DataDiplomacy.Core.Observations.Progress;
using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Api.Observations.Progress;

/// <summary>One series in one area: its annual values, its target, and what each method says of them.</summary>
internal sealed class ProgressScope
{
    private readonly AreaPoints _points;
    private readonly SeriesRef _series;
    private readonly SeriesTarget? _target;
    private readonly string? _reason;
    private readonly IReadOnlyList<ProgressPoint> _annual;
    private readonly IReadOnlyDictionary<string, ProgressAssessment> _assessments;

    public ProgressScope(SeriesRef series, AreaPoints points, SeriesTarget? target, IReadOnlyList<ProgressRules> rules, ProgressChoices choices)
    {
        (_series, _points, _target) = (series, points, target);
        _reason = ReasonOf(points);
        _annual = [.. points.Points.Where(p => p.Period.Frequency == Frequency.Annual && p.Value is not null).Select(p => new ProgressPoint(p.Period.Start.Year, p.Value.GetValueOrDefault()))];
        var isPercentage = (points.Unit ?? series.Unit)?.Contains("PERCENT", StringComparison.OrdinalIgnoreCase) == true;
        _assessments = rules.ToDictionary(r => r.Method, r => _reason is null
            ? SdgProgress.Assess(_annual, target?.ToProgress(isPercentage), r, choices)
            : SdgProgress.NotAssessable(r, _reason));
        Trend = _reason is null ? AssessTrend() : null;
    }

    public SeriesRef Series => _series;

    /// <summary>How the data set asks to be cited.</summary>
    public required string Source { get; init; }

    /// <summary>The trend since the base year; null where it cannot be put to the values.</summary>
    public TrendResult? Trend { get; set; }

    public IReadOnlyDictionary<string, ProgressAssessment> Assessments => _assessments;

    public IEnumerable<SdgProgressView> ToViews() => _assessments.Values.Select(ToView);

    public ProgressAgreementView ToAgreement()
    {
        var standings = _assessments.Values.Where(a => a.Standing != ProgressStanding.NotAssessable)
            .GroupBy(a => a.Standing).OrderBy(g => g.Key).ToList();
        return new ProgressAgreementView
        {
            Series = _series.Code,
            Dataset = _series.Dataset,
            Classes = _assessments.ToDictionary(a => a.Key, a => a.Value.Class, StringComparer.Ordinal),
            Standings = standings.Count,
            Verdict = ProgressWords.Agreement(standings, _assessments.Count),
        };
    }

    private SdgProgressView ToView(ProgressAssessment assessment) => new()
    {
        Area = _points.Area,
        AreaName = _points.AreaName,
        Series = _series.Code,
        SeriesTitle = _series.Title,
        Indicators = _series.Indicators,
        Dataset = _series.Dataset,
        DatasetVersion = _series.Version,
        Source = Source,
        Unit = _points.Unit ?? _series.Unit,
        Dimensions = _points.Shared,
        Method = ProgressWords.MethodOf(assessment.Rules.Method),
        MethodTitle = assessment.Rules.Title,
        Version = assessment.Rules.Version,
        MethodSource = assessment.Rules.Source,
        Class = assessment.Class,
        Label = assessment.Label,
        Standing = assessment.Standing,
        Rank = assessment.Rank,
        RankOf = assessment.RankOf,
        Score = assessment.Score,
        Measure = assessment.Measure,
        MeasureName = assessment.Rules.Measure,
        Reason = assessment.Reason,
        Inputs = assessment.Inputs.DistinctBy(i => i.Key).ToDictionary(i => i.Key, i => i.Value, StringComparer.Ordinal),
        Thresholds = [.. assessment.Thresholds.Select(ToView)],
        Flips = [.. assessment.Flips.Select(f => new ProgressFlipView { Kind = f.Kind, Change = f.Change, Class = f.Class, Measure = f.Measure })],
        FlipsTried = assessment.FlipsTried,
        Target = _target is null ? null : TargetQueries.ToView(_target),
        Trend = Trend is null ? null : ToView(Trend),
        Warnings = [.. assessment.Warnings, .. _reason is null ? _points.Warnings() : [ProgressWords.Of(_reason, _points)]],
    };

    private static ProgressThresholdView ToView(ProgressBand band) => new()
    {
        Class = band.Class,
        Label = band.Label,
        AtLeast = band.AtLeast,
        Above = band.Above,
        AtMost = band.AtMost,
    };

    private static ProgressTrendView ToView(TrendResult trend) => new()
    {
        N = trend.N,
        Direction = trend.Direction,
        Slope = trend.Slope,
        SlopeLow = trend.SlopeLow,
        SlopeHigh = trend.SlopeHigh,
        P = trend.PDeciding,
        Q = trend.Q,
        Verdict = trend.Verdict,
    };

    private static string? ReasonOf(AreaPoints points)
    {
        if (points.HasSeveral)
        {
            return ProgressReasons.SeveralBreakdowns;
        }

        if (points.Refusal is not null)
        {
            return ProgressReasons.MixedUnits;
        }

        return points.Observed.Count > 0 && points.Points.All(p => p.Period.Frequency != Frequency.Annual) ? ProgressReasons.NotAnnual : null;
    }

    /// <summary>The trend over the years that the methods look at: from the base to the latest value that counts.</summary>
    private TrendResult AssessTrend()
    {
        var inputs = _assessments.Values.Select(a => a.Inputs.ToDictionary(i => i.Key, i => i.Value)).FirstOrDefault(i => i.ContainsKey("baseYear"));
        var from = inputs?["baseYear"] ?? _target?.BaseYear ?? ProgressTarget.AgendaBaseYear;
        var to = inputs?["latestYear"] ?? double.MaxValue;
        return Core.Statistics.Trends.Trend.Assess([.. _annual.Where(p => p.Year >= from && p.Year <= to).Select(p => new TrendPoint(p.Year, p.Value))], _points.UnitLabel + " per year");
    }
}
