using System.Globalization;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Observations;
using DataDiplomacy.Core.Statistics.Alarms;
using DataDiplomacy.Core.Statistics.Pictures;

namespace DataDiplomacy.Api.Observations.Anomalies;

/// <summary>Alarms as CSV, and those of one series in one area as a picture.</summary>
internal static class AnomalyFormats
{
    private static readonly string[] Header =
    [
        "dataset", "series", "area", "areaName", "period", "method", "observed", "unit", "expected", "upper", "lower", "statistic", "p", "q", "alarm",
        "valueText", "status", "nature", "datasetVersion", "activity", "baselineFrom", "baselineTo", "baselineN", "warnings", "tests", "familySize", "expectedFalseAlarms", "version", "asOf",
    ];

    /// <summary>A header, always, then a row for each alarm, or each test where those were asked for.</summary>
    public static async Task WriteCsvAsync(HttpResponse response, AnomalyListView list, CancellationToken cancellationToken)
    {
        response.ContentType = "text/csv; charset=utf-8";
        var csv = new CsvResponse(response.BodyWriter);
        csv.WriteRow(Header);
        foreach (var alarm in list.Alarms)
        {
            csv.WriteRow(Row(list, alarm));
            await csv.FlushIfLargeAsync(cancellationToken);
        }

        await csv.FlushAsync(cancellationToken);
    }

    /// <summary>SVG with all that a picture needs when it is passed on: unit, source, date of knowledge, expected false alarms.</summary>
    /// <exception cref="ProblemException">The values are no series: no axis could show them.</exception>
    public static string Draw(AnomalySeries one, AlarmScanFamily family, string source, DateTime asOf)
    {
        if (one.Reason is { } reason && reason != AnomalyReasons.InsufficientData)
        {
            throw new ProblemException(Problems.RuleBroken, one.Points.Refusal ?? $"The observations are no series that can be drawn: {reason}.");
        }

        // Lines of several methods would hide each other: those of one with an alarm, of one with a p, and of the one that judged the most periods, in this order.
        var lines = one.Results.Where(r => r.Applied).OrderByDescending(r => r.Tests.Any(t => t.Alarm)).ThenByDescending(r => r.Level is not null).ThenByDescending(r => r.Tests.Count).FirstOrDefault();
        var judged = lines?.Tests.ToDictionary(t => t.Index) ?? [];
        var breakdown = one.Points.Shared.Where(d => !TotalCodes.IsTotal(d.Key, d.Value)).Select(d => $"{d.Key} {d.Value}");
        return AlarmPicture.Draw(new AlarmPictureInput
        {
            Title = one.Series.Title,
            Subtitle = string.Join(", ", breakdown.Prepend(one.Points.AreaName)),
            UnitLabel = one.Points.UnitLabel,
            Source = $"{source}; series {one.Series.Code}, data set {one.Series.Dataset}, version {Text(one.Series.Version)}",
            AsOf = Instants.Format(asOf),
            Verdict = family.Verdict,
            Warnings = [.. one.Results.Where(r => r.Tests.Any(t => t.Alarm)).SelectMany(r => r.Warnings.Select(w => $"{r.Method}: {w}"))],
            Bins =
            [
                .. one.Bins.Select((bin, i) =>
                {
                    var test = judged.GetValueOrDefault(i);
                    return new AlarmPictureBin(bin.ToString(), one.At(i)?.Value, test?.Expected, test?.Upper, test?.Lower);
                }),
            ],
            LinesOf = lines?.Method,
            Alarms = [.. one.Results.SelectMany(r => r.Tests.Where(t => t.Alarm).Select(t => new AlarmPictureMark(t.Index, r.Method)))],
        });
    }

    private static string?[] Row(AnomalyListView list, AnomalyView a)
    {
        var observation = a.Observations is [var one, ..] ? one : null;
        return
        [
            a.Dataset, a.Series, a.Area, CsvResponse.Label(a.AreaName), a.Period, a.Method, Number(a.Observed), a.Unit, Number(a.Expected), Number(a.Upper), Number(a.Lower), Number(a.Statistic),
            Number(a.P), Number(a.Q), a.Alarm ? "true" : "false",
            observation?.ValueText, observation?.Status, observation?.Nature, Text(observation?.DatasetVersion), observation?.Activity, a.Baseline.From, a.Baseline.To, Text(a.Baseline.N),
            string.Join(' ', a.Warnings), Text(list.Tests), Text(list.FamilySize), Number(list.ExpectedFalseAlarms), list.Version, Instants.Format(list.AsOf),
        ];
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);
}
