using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Trade;

/// <summary>Rca as published.</summary>
internal sealed class RcaMethod : IPublishedMethod
{
    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "rca",
        Title = "Revealed comparative advantage (Balassa), plain and symmetric",
        Version = Rca.Version,
        Summary = "Asks whether a product weighs more in the exports of one exporter than in those of the world. It reads advantage off trade that took place, whatever made it.",
        Formula = "rca_cp = (x_cp/X_c)/(X_wp/X_w), X_c = sum over products, X_wp = sum over exporters, X_w = sum of all cells, the exporter's own included; rsca = (rca-1)/(rca+1)",
        Source = "Balassa, B. (1965), Trade liberalisation and 'revealed' comparative advantage, The Manchester School 33:99-123; "
            + "Dalum, B., Laursen, K. and Villumsen, G. (1998), Structural change in OECD export specialisation patterns: de-specialisation and 'stickiness', "
            + "Int. Review of Applied Economics 12:423-443 (symmetric form); World Bank, World Integrated Trade Solution (WITS), Trade indicators",
        Limits = "Null where the exporter exports nothing or nobody exports the product; an export of 0 gives rca 0 and rsca -1. A missing cell is refused: it is not 0. "
            + "Undefined without cells (insufficient_data) or where all are 0 (zero_total).",
        DoNotTrustWhen =
        [
            "sizes are compared across years or levels of aggregation",
            "the rows are not the whole world, or the columns not all products",
            "re-exports or confidential trade weigh much, or the classification was revised",
            "rca above 1 is read as a test: it is a threshold"
        ],
        Inputs = [new() { Name = "exports", Meaning = "rows are exporters, columns products; 0 is no export, and a missing cell is refused", Shape = "array of rows of the same length, each an array of numbers of at least 0", Unit = "value in one currency and period", MaxLength = Rca.MaxCells }],
        Parameters = [],
        Outputs =
        [
            StatisticalOutput.Defined,
            new("rca", "rows as exports: index of at least 0, 1 = as the world; null without a total"),
            new("rsca", "rows as exports: symmetric index, -1 to 1, 0 = as the world; null as rca")
        ]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var exports = json.CompleteTable("exports", Rca.MaxCells);
        for (var i = 0; i < exports.Count; i++) Amounts.RefuseNegative(json, FormattableString.Invariant($"inputs.exports[{i}]"), exports[i]);
        if (json.Error is not null) return null;

        var result = Rca.Of(exports);
        if (result is not { Rca: { } rca, Rsca: { } rsca }) return StatisticalAnswers.Undefined(result.Reason);
        Warn(warnings, rca);
        return new JsonObject
        {
            ["defined"] = true,
            ["rca"] = StatisticalAnswers.Table(rca),
            ["rsca"] = StatisticalAnswers.Table(rsca)
        };
    }

    private static void Warn(List<string> warnings, IReadOnlyList<IReadOnlyList<double?>> rca)
    {
        var missing = rca.Sum(row => row.Count(cell => cell is null));
        if (missing > 0) warnings.Add($"{missing} cells have no index: their exporter exports nothing, nobody exports their product, or the index is too large.");
        if (rca.Count == 1 || rca[0].Count == 1) warnings.Add("With one exporter or one product every index is 1.");
    }
}
