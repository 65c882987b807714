using System.Globalization;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Observations;
using DataDiplomacy.Core.Observations.Progress;
using DataDiplomacy.Core.Statistics;
using DataDiplomacy.Core.Statistics.Pictures;
using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Api.Observations.Progress;

/// <summary>Progress as CSV, and as a board of series and methods.</summary>
internal static class ProgressFormats
{
    /// <summary>Most rows of a board: more cannot be read in one picture.</summary>
    public const int MaxRows = 60;

    private static readonly string[] Header =
    [
        "area", "areaName", "series", "seriesTitle", "indicators", "dataset", "datasetVersion", "source", "unit", "dimensions", "method", "version", "class", "label", "standing", "rank", "rankOf",
        "score", "measure", "reason", "inputs", "flips", "target", "targetYear", "targetSource", "trendDirection", "trendP", "trendQ", "trendVerdict", "warnings",
    ];

    private static readonly string[] GoalHeader =
        ["goal", "goalTitle", "method", "series", "onTrack", "someProgress", "littleProgress", "backwards", "notAssessable", "meanScore", "class", "warnings"];

    private static readonly IReadOnlyList<KeyValuePair<BoardTone, string>> Legend =
        [.. Enum.GetValues<ProgressStanding>().Select(s => KeyValuePair.Create(ToneOf(s), ProgressWords.Of(s)))];

    public static Task WriteCsvAsync(HttpResponse response, ProgressListView list, CancellationToken cancellationToken) =>
        WriteAsync(response, Header, list.Items.Select(Row), cancellationToken);

    public static Task WriteCsvAsync(HttpResponse response, GoalProgressListView list, CancellationToken cancellationToken) =>
        WriteAsync(response, GoalHeader, list.Items.Select(Row), cancellationToken);

    /// <summary>A board with a row for each series and a column for each method.</summary>
    /// <exception cref="ProblemException">There are more rows than can be read.</exception>
    public static string Draw(ProgressListView list)
    {
        var methods = list.Items.Select(i => i.Method).Distinct().ToList();
        var rows = list.Items.GroupBy(i => (i.Dataset, i.Series)).Select(g => RowOf([.. g])).ToList();
        if (rows.Count > MaxRows)
        {
            throw new ProblemException(Problems.RuleBroken, string.Create(CultureInfo.InvariantCulture,
                $"A board shows at most {MaxRows} series; choose fewer by goal=, indicator= or limit=. JSON and CSV have all."));
        }

        var disagreeing = list.Agreement.Count(a => a.Standings > 1);
        return BoardPicture.Draw(new BoardPictureInput
        {
            Title = "Progress towards the Sustainable Development Goals, by method",
            Subtitle = list.Items is [var first, ..] ? first.AreaName : "",
            Columns = [.. methods.Select(WireNames.Of)],
            Rows = rows,
            Legend = Legend,
            Notes =
            [
                string.Create(CultureInfo.InvariantCulture, $"The methods give the same data different standings for {disagreeing} of {rows.Count} series. They ask whether a target will be met, not whether the change can be told from chance: that stands under each name."),
            ],
            Source = string.Join("; ", list.Items.Select(i => $"{i.Source} (data set {i.Dataset}, version {i.DatasetVersion.ToString(CultureInfo.InvariantCulture)})").Distinct()),
            AsOf = Instants.Format(list.AsOf),
        });
    }

    private static BoardRow RowOf(IReadOnlyList<SdgProgressView> items)
    {
        var one = items[0];
        return new BoardRow($"{one.Series}: {one.SeriesTitle}", Note(one), [.. items.Select(i => new BoardCell(i.Class.Replace('_', ' '), ToneOf(i.Standing)))]);
    }

    private static string Note(SdgProgressView one)
    {
        var target = one.Target switch
        {
            null => "no direction known",
            { Target: { } value } t => string.Create(CultureInfo.InvariantCulture, $"target {value} by {t.TargetYear}"),
            { TargetShareOfBase: { } share } t => string.Create(CultureInfo.InvariantCulture, $"target {share:0.##} times the base value by {t.TargetYear}"),
            var t => $"no target, {WireNames.Of(t.Direction)}",
        };
        return one.Trend switch
        {
            { Direction: TrendDirection.NotDistinguishable } => target + "; change not told from chance",
            { Q: { } q } trend => $"{target}; {WireNames.Of(trend.Direction)}, q{ReadableNumber.Probability(q)}",
            { P: { } p } trend => $"{target}; {WireNames.Of(trend.Direction)}, p{ReadableNumber.Probability(p)}",
            _ => target + "; change not tested",
        };
    }

    private static BoardTone ToneOf(ProgressStanding standing) => standing switch
    {
        ProgressStanding.OnTrack => BoardTone.Good,
        ProgressStanding.SomeProgress => BoardTone.Fair,
        ProgressStanding.LittleProgress => BoardTone.Poor,
        ProgressStanding.Backwards => BoardTone.Bad,
        _ => BoardTone.None,
    };

    private static async Task WriteAsync(HttpResponse response, string[] header, IEnumerable<string?[]> rows, CancellationToken cancellationToken)
    {
        response.ContentType = "text/csv; charset=utf-8";
        var csv = new CsvResponse(response.BodyWriter);
        csv.WriteRow(header);
        foreach (var row in rows)
        {
            csv.WriteRow(row);
            await csv.FlushIfLargeAsync(cancellationToken);
        }

        await csv.FlushAsync(cancellationToken);
    }

    private static string?[] Row(SdgProgressView p) =>
    [
        p.Area, CsvResponse.Label(p.AreaName), p.Series, CsvResponse.Label(p.SeriesTitle), string.Join(';', p.Indicators), p.Dataset, Text(p.DatasetVersion), CsvResponse.Label(p.Source), p.Unit, SeriesKeyText.Format(p.Dimensions),
        WireNames.Of(p.Method), p.Version, p.Class, p.Label, WireNames.Of(p.Standing), Text(p.Rank), Text(p.RankOf),
        Number(p.Score), Number(p.Measure), p.Reason, string.Join(';', p.Inputs.Select(i => $"{i.Key}={Number(i.Value)}")), string.Join("; ", p.Flips.Select(f => $"{f.Change}: {f.Class}")),
        Number(p.Inputs.TryGetValue("target", out var target) ? target : null), Text(p.Target?.TargetYear), CsvResponse.Label(p.Target?.Source ?? ""),
        p.Trend is null ? null : WireNames.Of(p.Trend.Direction), Number(p.Trend?.P), Number(p.Trend?.Q), CsvResponse.Label(p.Trend?.Verdict ?? ""), string.Join(' ', p.Warnings),
    ];

    private static string?[] Row(SdgGoalProgressView g) =>
    [
        g.Goal, g.GoalTitle, WireNames.Of(g.Method), Text(g.Series), Text(g.OnTrack), Text(g.SomeProgress), Text(g.LittleProgress), Text(g.Backwards), Text(g.NotAssessable),
        Number(g.MeanScore), g.Class, string.Join(' ', g.Warnings),
    ];

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);
}
