using System.Globalization;
using System.Text.RegularExpressions;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Series;
using DataDiplomacy.Core.Observations;
using DataDiplomacy.Core.Statistics.Forecasts;

namespace DataDiplomacy.Api.Observations.Forecasts;

/// <summary>One series in one area: its values at equal steps, its target, and the forecast.</summary>
internal sealed partial class ForecastScope
{
    private const int DefaultHorizon = 5;
    private const string SeveralBreakdowns = "several_breakdowns";
    private const string MixedUnits = "mixed_units";
    private const string MixedFrequencies = "mixed_frequencies";
    private const string OutOfRange = "out_of_range";

    private readonly SeriesRef _series;
    private readonly string _source;
    private readonly DateTime _asOf;
    private readonly EqualSteps? _steps;
    private readonly ForecastAim _aim;
    private readonly int? _stepOfTarget;
    private readonly List<string> _warnings;

    public ForecastScope(SeriesRef series, string source, DateTime asOf, AreaPoints points, SeriesTarget? known, GetForecasts request)
    {
        (_series, _source, _asOf, Points) = (series, source, asOf, points);
        Refusal = RefusalOf(points);
        _steps = Refusal is null ? EqualSteps.Of(points.Points) : null;
        if (Refusal is null && _steps is null && points.Observed.Count > 0)
        {
            Refusal = (MixedFrequencies, "Not forecast: periods of different length are in one series; choose by from= and to=.");
        }

        if (_steps is not null && _steps.Ahead(1) is null)
        {
            Refusal = (OutOfRange, "Not forecast: no period comes after the last one, which ends with the year 9999.");
            _steps = null;
        }

        _aim = ForecastAim.Of(request, known, _steps, points.Points);
        var toYear = StepsTo(known?.TargetYear);
        var horizon = request.Horizon ?? (toYear is > 0 ? toYear.Value : DefaultHorizon);
        while (horizon > 1 && _steps is not null && _steps.Ahead(horizon) is null)
        {
            horizon--;
        }

        _stepOfTarget = _aim.Target?.Year is null ? null : toYear is > 0 ? Math.Min(toYear.Value, horizon) : horizon;
        Question = QuestionOf(points, known, request, horizon);
        Result = ForecastBundle.Of(_steps?.Values ?? [], Question);
        _warnings = [.. Warnings(toYear)];
    }

    /// <summary>What is asked.</summary>
    public ForecastQuestion Question { get; }

    /// <summary>The values as they were found.</summary>
    public AreaPoints Points { get; }

    /// <summary>The forecast.</summary>
    public ForecastBundleResult Result { get; set; }

    /// <summary>Why the observations are no series that could be forecast; null when they are.</summary>
    public (string Reason, string Verdict)? Refusal { get; }

    public ForecastView ToView() => new()
    {
        Series = _series.Code,
        SeriesTitle = _series.Title,
        Area = Points.Area,
        AreaName = Points.AreaName,
        Dataset = _series.Dataset,
        DatasetVersion = _series.Version,
        Source = _source,
        Unit = Points.Unit ?? _series.Unit,
        Dimensions = Points.Shared,
        N = Points.Observed.Count,
        NDropped = Points.Points.Count() - Points.Observed.Count,
        From = Points.Observed is [var first, ..] ? first : null,
        To = Points.Observed is [.., var last] ? last : null,
        Origin = Result.Defined ? _steps?.Last.ToString() : null,
        Horizon = Question.Horizon,
        Periods = Result.Defined ? Question.Periods : [],
        Scale = Result.Scale,
        ScaleReason = Result.ScaleReason,
        Models = [.. Result.Models.Select(m => ForecastWords.ToView(m, Question.Periods))],
        EnsembleRange = Result.Envelope is { } range ? ForecastWords.ToView(range) : null,
        ProbabilityRange = RangeOf(),
        Target = _aim.Target,
        Defined = Result.Defined,
        Reason = Refusal?.Reason ?? Result.Reason,
        Verdict = Refusal?.Verdict ?? Result.Verdict + After(),
        Warnings = [.. Result.Warnings, .. _warnings],
        AsOf = _asOf,
        Method = ForecastBundle.Method,
        Version = ForecastBundle.Version,
    };

    private static (string Reason, string Verdict)? RefusalOf(AreaPoints points)
    {
        if (points.HasSeveral)
        {
            return (SeveralBreakdowns, $"Not forecast: several observations share a period; choose by dim.ID= or headline=true: {points.Choices}.");
        }

        return points.Refusal is { } refusal ? (MixedUnits, refusal) : null;
    }

    private ProbabilityRangeView? RangeOf() => Result.Chance is not { } chance || _aim.Target is not { } target ? null : new ProbabilityRangeView
    {
        Target = target.Value,
        Direction = target.Direction,
        Period = Question.Periods[chance.Step - 1],
        Low = chance.Low,
        High = chance.High,
        Sentence = chance.Sentence,
    };

    private ForecastQuestion QuestionOf(AreaPoints points, SeriesTarget? known, GetForecasts request, int horizon)
    {
        var models = Paging.Codes(request.Models);
        return new ForecastQuestion
        {
            Horizon = horizon,
            Target = _aim.Target?.Value,
            AtMost = _aim.Target?.Direction == TargetDirection.Decrease,
            TargetStep = _stepOfTarget,
            Models = [.. Enum.GetValues<ForecastModel>().Where(m => models.Count == 0 || models.Contains(WireNames.Of(m)))],
            Scale = request.Scale switch
            {
                "linear" => ForecastScale.Linear,
                "logit" => ForecastScale.Logit,
                _ => null,
            },
            // Exactly 100 is meant: the end of a percentage.
            IsShare = known?.Limit == 100 || IsShare(points.Unit ?? _series.Unit, _series.Title),
            UnitLabel = points.UnitLabel,
            Periods = _steps is null ? [] : [.. Enumerable.Range(1, horizon).Select(h => _steps.Ahead(h)?.ToString() ?? "")],
        };
    }

    /// <summary>Whether values in per cent are parts of a whole; growth in per cent is none, and can pass 0 and 100.</summary>
    private static bool IsShare(string? unit, string title) =>
        unit?.Contains("PERCENT", StringComparison.OrdinalIgnoreCase) == true && Shares().IsMatch(title) && !Changes().IsMatch(title);

    [GeneratedRegex(@"\b(share|proportion|prevalence|coverage|percentage of|per cent of)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Shares();

    [GeneratedRegex(@"\b(growth|change|inflation)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Changes();

    /// <summary>Number of steps whose period ends in the year or before, at most 50; null without a year or values.</summary>
    private int? StepsTo(int? year) => year is null || _steps is null ? null
        : Enumerable.Range(1, ForecastBundle.MaxHorizon).TakeWhile(h => _steps.Ahead(h) is { } period && period.End.Year <= year).Count();

    private IEnumerable<string> Warnings(int? toYear)
    {
        foreach (var warning in _aim.Warnings.Concat(Points.Warnings()))
        {
            yield return warning;
        }

        if (_steps is not { } steps || !Result.Defined)
        {
            yield break;
        }

        if (steps.Dropped > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Dropped: {steps.Dropped} of {steps.Dropped + Result.N} periods, which have no value.");
        }

        if (steps.Last.Frequency != Frequency.Annual)
        {
            yield return "No season is modelled: where there is one, means and intervals are wrong for single periods.";
        }

        if (steps.Step > 1)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"The values stand {steps.Step} periods apart, and so do the steps of the forecast.");
        }

        if (_aim.Target?.Year is { } year && _stepOfTarget is { } at && steps.Ahead(at) is { } period && period.End.Year != year)
        {
            yield return toYear == 0
                ? string.Create(CultureInfo.InvariantCulture, $"The year of the target, {year}, is not after the last value, {steps.Last}: the chance is that of {period}.")
                : string.Create(CultureInfo.InvariantCulture, $"The forecast has no step that ends in {year}, the year of the target: the chance is that of {period}.");
        }
    }

    /// <summary>Where there are gaps, from where there are none.</summary>
    private string After() => Result.Reason == "gaps" && _steps?.AfterGap is { } from ? $" From {from} on there is no gap: from={from}." : "";
}
