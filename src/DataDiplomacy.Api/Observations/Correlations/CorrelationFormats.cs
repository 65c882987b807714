using System.Globalization;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Observations.Relations;
using DataDiplomacy.Core.Statistics.Pictures;

namespace DataDiplomacy.Api.Observations.Correlations;

/// <summary>Correlations as CSV, and as a matrix.</summary>
internal static class CorrelationFormats
{
    /// <summary>Most variables of a picture: more cannot be read in one.</summary>
    public const int MaxDrawn = 30;

    private static readonly string[] Header =
    [
        "x", "y", "xSeriesTitle", "xAreaName", "xUnit", "ySeriesTitle", "yAreaName", "yUnit", "mode", "n", "nDropped",
        "pearsonR", "pearsonLow", "pearsonHigh", "pearsonP", "spearmanR", "spearmanLow", "spearmanHigh", "spearmanP", "kendallR", "kendallLow", "kendallHigh", "kendallP",
        "nEffective", "pAdjustedForAutocorrelation", "lowAdjusted", "highAdjusted", "q", "familySize",
        "partialControls", "partialR", "partialLow", "partialHigh", "partialP", "partialQ", "partialN", "partialReason",
        "lagBest", "lagR", "lagN", "lagP", "lagBound", "lagsTried", "lagMeaning",
        "defined", "reason", "verdict", "warnings", "method", "version", "source", "asOf",
    ];

    /// <summary>A header, always, then a row for each pair.</summary>
    public static async Task WriteCsvAsync(HttpResponse response, CorrelationListView list, CancellationToken cancellationToken)
    {
        response.ContentType = "text/csv; charset=utf-8";
        var csv = new CsvResponse(response.BodyWriter);
        csv.WriteRow(Header);
        var variables = list.Variables.ToDictionary(v => v.Id);
        foreach (var pair in list.Pairs)
        {
            csv.WriteRow([.. Named(variables[pair.X], variables[pair.Y]), .. Figures(pair, list.FamilySize), .. Words(pair, list, variables)]);
            await csv.FlushIfLargeAsync(cancellationToken);
        }

        await csv.FlushAsync(cancellationToken);
    }

    /// <summary>A matrix of all pairs with what a picture needs when it is passed on.</summary>
    /// <exception cref="ProblemException">There are more variables than can be read.</exception>
    public static string Draw(CorrelationListView list)
    {
        if (list.Variables.Count > MaxDrawn)
        {
            throw new ProblemException(Problems.RuleBroken, string.Create(CultureInfo.InvariantCulture,
                $"A picture shows at most {MaxDrawn} variables; choose fewer series or areas. JSON and CSV have all."));
        }

        var mode = list.Pairs[0].Mode;
        var searched = list.Pairs.Any(p => p.Lag is not null);
        return PairMatrixPicture.Draw(new PairMatrixInput
        {
            Title = "Correlations",
            Subtitle = ModeOf(mode) + (searched ? "; the strongest lag of each pair" : "; within the same period"),
            Variables = [.. list.Variables.Select(v => new PairMatrixVariable($"{v.Series}, {v.AreaName}", v.Unit ?? "unit not stated"))],
            Cells = CellsOf(list),
            Notes =
            [
                string.Create(CultureInfo.InvariantCulture, $"{list.Pairs.Count} pairs, {list.FamilySize} tests; q by Benjamini-Hochberg over all of them. A correlation does not say why, and nothing of what causes what."),
                .. list.Pairs.Any(p => p.Reason == SeriesPairReasons.BothTrending)
                    ? ["Refused: both series trend, and two unrelated series that do so correlate. Correlate their changes or pre-whitened values instead."]
                    : Array.Empty<string>(),
            ],
            Source = SourceOf(list.Variables),
            AsOf = Instants.Format(list.AsOf),
        });
    }

    private static IReadOnlyList<PairMatrixCell> CellsOf(CorrelationListView list)
    {
        var places = list.Variables.Select((v, i) => (v.Id, i)).ToDictionary(v => v.Id, v => v.i);
        return
        [
            .. list.Pairs.Select(p => new PairMatrixCell
            {
                Column = places[p.X],
                Row = places[p.Y],
                R = p.Lag?.R ?? p.Pearson?.R,
                Lag = p.Lag?.Best,
                IsSignificant = p.Q < SeriesPair.SignificanceLevel && !p.Warnings.Contains(SeriesPair.BothTrendingWarning),
                State = StateOf(p),
            }),
        ];
    }

    private static PairMatrixState StateOf(CorrelationPairView pair) => pair switch
    {
        { Reason: SeriesPairReasons.BothTrending } => PairMatrixState.Refused,
        { Defined: false } => PairMatrixState.Undefined,
        _ => pair.Warnings.Contains(SeriesPair.BothTrendingWarning) ? PairMatrixState.Forced : PairMatrixState.Given,
    };

    private static string ModeOf(SeriesPairMode mode) => mode switch
    {
        SeriesPairMode.Differences => "Changes from one period to the next (mode=differences)",
        SeriesPairMode.Prewhitened => "Pre-whitened values (mode=prewhitened)",
        _ => "Levels (mode=levels)",
    };

    private static string SourceOf(IReadOnlyList<CorrelationVariableView> variables) => string.Join("; ", variables
        .Select(v => $"{v.Source}; data set {v.Dataset}, version {v.DatasetVersion.ToString(CultureInfo.InvariantCulture)}").Distinct());

    private static string?[] Named(CorrelationVariableView x, CorrelationVariableView y) =>
        [x.Id, y.Id, CsvResponse.Label(x.SeriesTitle), CsvResponse.Label(x.AreaName), x.Unit, CsvResponse.Label(y.SeriesTitle), CsvResponse.Label(y.AreaName), y.Unit];

    private static string?[] Figures(CorrelationPairView p, int family) =>
    [
        WireNames.Of(p.Mode), Text(p.N), Text(p.NDropped), .. Coefficient(p.Pearson), .. Coefficient(p.Spearman), .. Coefficient(p.Kendall),
        Number(p.NEffective), Number(p.PAdjustedForAutocorrelation), Number(p.LowAdjusted), Number(p.HighAdjusted), Number(p.Q), Text(family),
        p.Partial is { } given ? string.Join(';', given.Controls) : null, Number(p.Partial?.R), Number(p.Partial?.Low), Number(p.Partial?.High), Number(p.Partial?.P), Number(p.Partial?.Q), Text(p.Partial?.N), p.Partial?.Reason,
        Text(p.Lag?.Best), Number(p.Lag?.R), Text(p.Lag?.N), Number(p.Lag?.P), Number(p.Lag?.Bound), Text(p.Lag?.LagsTried), p.Lag?.Meaning,
    ];

    private static string?[] Words(CorrelationPairView p, CorrelationListView list, Dictionary<string, CorrelationVariableView> variables) =>
    [
        p.Defined ? "true" : "false", p.Reason, p.Verdict, string.Join(' ', p.Warnings), list.Method, list.Version,
        CsvResponse.Label(SourceOf([variables[p.X], variables[p.Y]])), Instants.Format(list.AsOf),
    ];

    private static string?[] Coefficient(CorrelationCoefficientView? c) => [Number(c?.R), Number(c?.Low), Number(c?.High), Number(c?.P)];

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);
}
