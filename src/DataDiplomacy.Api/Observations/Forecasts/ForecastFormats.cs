using System.Globalization;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Observations;
using DataDiplomacy.Core.Statistics.Pictures;

namespace DataDiplomacy.Api.Observations.Forecasts;

/// <summary>Forecasts as CSV, and one of them as a picture.</summary>
internal static class ForecastFormats
{
    private static readonly string[] Header =
    [
        "area", "areaName", "series", "seriesTitle", "dataset", "datasetVersion", "source", "unit", "dimensions", "n", "nDropped", "from", "to", "origin", "scale",
        "model", "period", "mean", "sd", "lower80", "upper80", "lower95", "upper95", "rangeLow", "rangeHigh", "target", "targetDirection", "targetYear", "targetSource", "probabilityOfTarget", "probabilityRange",
        "origins", "scored", "mase", "crps", "intervalScore95", "coverage95", "skillAgainstNaive", "p", "q", "familySize", "mae", "rmse", "modelWarnings",
        "verdict", "method", "version", "defined", "reason", "warnings", "asOf",
    ];

    /// <summary>A header, always, then a row for each series, area, model and period; one row where nothing was forecast.</summary>
    public static async Task WriteCsvAsync(HttpResponse response, ForecastListView list, CancellationToken cancellationToken)
    {
        response.ContentType = "text/csv; charset=utf-8";
        var csv = new CsvResponse(response.BodyWriter);
        csv.WriteRow(Header);
        foreach (var forecast in list.Items)
        {
            foreach (var row in Rows(forecast, list.FamilySize))
            {
                csv.WriteRow(row);
                await csv.FlushIfLargeAsync(cancellationToken);
            }
        }

        await csv.FlushAsync(cancellationToken);
    }

    /// <summary>SVG with all that a picture needs when it is passed on: unit, source, date of knowledge, verdict.</summary>
    /// <exception cref="ProblemException">The values are in different units: no axis could show them.</exception>
    public static string Draw(ForecastScope scope)
    {
        if (scope.Points.Refusal is { } refusal)
        {
            throw new ProblemException(Problems.RuleBroken, refusal);
        }

        var view = scope.ToView();
        var breakdown = view.Dimensions.Where(d => !TotalCodes.IsTotal(d.Key, d.Value)).Select(d => $"{d.Key} {d.Value}");
        return ForecastPicture.Draw(new ForecastPictureInput
        {
            Title = view.SeriesTitle,
            Subtitle = string.Join(", ", breakdown.Prepend(view.AreaName)),
            UnitLabel = scope.Points.UnitLabel,
            Source = $"{view.Source}; series {view.Series}, data set {view.Dataset}, version {Text(view.DatasetVersion)}",
            AsOf = Instants.Format(view.AsOf),
            Points = [.. scope.Points.Points.Select(p => new TrendPicturePoint(p.Period.ToString(), p.Period.Year, p.Value))],
            Ahead = [.. view.Periods.Select(text => TimePeriod.TryParse(text, out var period) ? new TrendPicturePoint(text, period.Year, null) : throw new InvalidOperationException($"'{text}' is no period."))],
            Forecast = scope.Result,
            TargetLabel = view.Target is null ? null : LabelOf(view.Target, view.ProbabilityRange?.Period),
            Verdict = view.Verdict,
            Warnings = view.Warnings,
        });
    }

    private static string LabelOf(ForecastTargetView target, string? period) =>
        string.Create(CultureInfo.InvariantCulture, $"target: {(target.Direction == TargetDirection.Increase ? "at least" : "at most")} {target.Value:0.######} by {target.Year?.ToString(CultureInfo.InvariantCulture) ?? period}");

    private static IEnumerable<string?[]> Rows(ForecastView f, int familySize)
    {
        if (f.Models.Count == 0)
        {
            yield return [.. Before(f), .. new string?[10], .. OfTarget(f), null, f.ProbabilityRange?.Sentence, .. new string?[13], .. After(f)];
        }

        foreach (var model in f.Models)
        {
            for (var h = 0; h < model.Mean.Count; h++)
            {
                yield return [.. Before(f), .. Step(model, f.EnsembleRange, h), .. OfTarget(f), Number(model.ProbabilityOfTarget?[h]), f.ProbabilityRange?.Sentence, .. Test(model, familySize), .. After(f)];
            }
        }
    }

    private static string?[] Before(ForecastView f) =>
    [
        f.Area, CsvResponse.Label(f.AreaName), f.Series, CsvResponse.Label(f.SeriesTitle), f.Dataset, Text(f.DatasetVersion), CsvResponse.Label(f.Source), f.Unit, SeriesKeyText.Format(f.Dimensions),
        Text(f.N), Text(f.NDropped), f.From, f.To, f.Origin, f.Scale is { } scale ? WireNames.Of(scale) : null,
    ];

    private static string?[] Step(ModelForecastView m, EnsembleRangeView? range, int h) =>
    [
        WireNames.Of(m.Model), m.Periods[h], Number(m.Mean[h]), Number(m.Sd?[h]), Number(m.Lower80[h]), Number(m.Upper80[h]), Number(m.Lower95[h]), Number(m.Upper95[h]),
        Number(range?.Low[h]), Number(range?.High[h]),
    ];

    private static string?[] OfTarget(ForecastView f) =>
        [Number(f.Target?.Value), f.Target is null ? null : WireNames.Of(f.Target.Direction), f.Target?.Year?.ToString(CultureInfo.InvariantCulture), CsvResponse.Label(f.Target?.Source ?? "")];

    private static string?[] Test(ModelForecastView m, int familySize) =>
    [
        Text(m.BackTest?.Origins), Text(m.BackTest?.Scored), Number(m.BackTest?.Mase), Number(m.BackTest?.Crps), Number(m.BackTest?.IntervalScore95), Number(m.BackTest?.Coverage95),
        Number(m.BackTest?.SkillAgainstNaive), Number(m.BackTest?.P), Number(m.BackTest?.Q), Text(familySize), Number(m.BackTest?.Mae), Number(m.BackTest?.Rmse), string.Join(' ', m.Warnings),
    ];

    private static string?[] After(ForecastView f) =>
        [f.Verdict, f.Method, f.Version, f.Defined ? "true" : "false", f.Reason, string.Join(' ', f.Warnings), Instants.Format(f.AsOf)];

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);
}
