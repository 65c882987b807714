using System.Globalization;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Series;
using DataDiplomacy.Core.Observations;
using DataDiplomacy.Core.Statistics.Pictures;
using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Api.Observations.Trends;

/// <summary>Trends as CSV, and one of them as a picture.</summary>
internal static class TrendFormats
{
    private static readonly string[] Header =
    [
        "area", "areaName", "series", "seriesTitle", "dataset", "datasetVersion", "source", "unit", "dimensions", "observations", "n", "nDropped", "from", "to",
        "slope", "slopeLow", "slopeHigh", "slopeUnit", "confidence", "smallestDetectable", "s", "z", "tau", "p", "pIsExact", "q", "familySize",
        "direction", "verdict", "method", "version", "defined", "reason", "warnings", "asOf",
        "pDeciding", "decidedBy", "hamedRaoP", "yueWangAr1P", "randomWalkDriftP", "seasonalMannKendallP", "varianceFactor",
        "hacSlope", "hacSe", "hacT", "hacP", "hacLow", "hacHigh", "hacLag", "cagr", "logGrowth", "olsLogGrowth",
        "shape", "stepLastBefore", "stepFirstAfter", "stepMeanBefore", "stepMeanAfter", "pettittP", "pettittDetrendedP", "levelShiftCandidates", "levelShiftCandidatesDetrended",
        "seasonsPerYear", "strengthTrend", "strengthSeason", "seasonalSlope",
    ];

    /// <summary>A header, always, then a row for each area.</summary>
    public static async Task WriteCsvAsync(HttpResponse response, IReadOnlyList<TrendView> trends, CancellationToken cancellationToken)
    {
        response.ContentType = "text/csv; charset=utf-8";
        var csv = new CsvResponse(response.BodyWriter);
        csv.WriteRow(Header);
        foreach (var trend in trends)
        {
            csv.WriteRow(Row(trend));
            await csv.FlushIfLargeAsync(cancellationToken);
        }

        await csv.FlushAsync(cancellationToken);
    }

    /// <summary>SVG with all that a picture needs when it is passed on: unit, source, date of knowledge, verdict.</summary>
    /// <exception cref="ProblemException">The values are in different units: no axis could show them.</exception>
    public static string Draw(TrendScope scope, AreaPoints points, AreaTrend trend)
    {
        if (trend.Refusal is { } refusal)
        {
            throw new ProblemException(Problems.RuleBroken, refusal);
        }

        var breakdown = trend.Dimensions.Where(d => !TotalCodes.IsTotal(d.Key, d.Value)).Select(d => $"{d.Key} {d.Value}");
        return TrendPicture.Draw(new TrendPictureInput
        {
            Title = scope.Series.Title,
            Subtitle = string.Join(", ", breakdown.Prepend(trend.AreaName)),
            UnitLabel = points.UnitLabel,
            Source = $"{scope.Source}; series {scope.Series.Code}, data set {scope.Series.Dataset}, version {Text(scope.Series.Version)}",
            AsOf = Instants.Format(scope.AsOf),
            Points = [.. points.Points.Select(p => new TrendPicturePoint(p.Period.ToString(), p.Period.Year, p.Value))],
            Trend = trend.Result,
        });
    }

    private static string?[] Row(TrendView t) =>
    [
        t.Area, CsvResponse.Label(t.AreaName), t.Series, CsvResponse.Label(t.SeriesTitle), t.Dataset, Text(t.DatasetVersion), CsvResponse.Label(t.Source), t.Unit, SeriesKeyText.Format(t.Dimensions),
        Text(t.Observations), Text(t.N), Text(t.NDropped), t.From, t.To,
        Number(t.Slope), Number(t.SlopeLow), Number(t.SlopeHigh), t.SlopeUnit, Number(t.Confidence), Number(t.SmallestDetectable),
        t.S?.ToString(CultureInfo.InvariantCulture), Number(t.Z), Number(t.Tau), Number(t.P), Truth(t.PIsExact), Number(t.Q), Text(t.FamilySize),
        WireNames.Of(t.Direction), t.Verdict, t.Method, t.Version, Truth(t.Defined), t.Reason, string.Join(' ', t.Warnings), Instants.Format(t.AsOf),
        Number(t.PDeciding), t.DecidedBy, POf(t, TrendTest.HamedRao), POf(t, TrendTest.YueWangAr1), POf(t, TrendTest.RandomWalkDrift), POf(t, TrendTest.SeasonalMannKendall), Number(t.VarianceFactor),
        Number(t.Hac.Slope), Number(t.Hac.Se), Number(t.Hac.T), Number(t.Hac.P), Number(t.Hac.Low), Number(t.Hac.High), t.Hac.Lag is { } lag ? Text(lag) : null,
        Number(t.Growth.Cagr), Number(t.Growth.LogGrowth), Number(t.Growth.OlsLogGrowth),
        t.ChangePoints.Shape is { } shape ? WireNames.Of(shape) : null, t.ChangePoints.Step?.LastBefore, t.ChangePoints.Step?.FirstAfter,
        Number(t.ChangePoints.Step?.MeanBefore), Number(t.ChangePoints.Step?.MeanAfter), Number(t.ChangePoints.OnValues?.PettittP), Number(t.ChangePoints.OnDetrended?.PettittP),
        Candidates(t.ChangePoints.OnValues), Candidates(t.ChangePoints.OnDetrended),
        t.Seasonality.Period is { } period ? Text(period) : null, Number(t.Seasonality.StrengthTrend), Number(t.Seasonality.StrengthSeason), Number(t.Seasonality.SeasonalSlope),
    ];

    private static string? POf(TrendView trend, string test) => Number(trend.Tests.Single(t => t.Test == test).P);

    /// <summary>The last period before each shift that BIC or PELT finds.</summary>
    private static string? Candidates(TrendShiftsView? shifts) => shifts is null ? null
        : string.Join(' ', shifts.Bic.Concat(shifts.Pelt).Select(s => s.LastBefore).Distinct().Order(StringComparer.Ordinal));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    private static string Truth(bool value) => value ? "true" : "false";
}
