using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Trade;

/// <summary>TradeBilateral as published.</summary>
internal sealed class TradeBilateralMethod : IPublishedMethod
{
    private const string Optional = "; may be left out together with its group";

    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "trade_bilateral",
        Title = "Trade between two partners: complementarity, intensity, Grubel-Lloyd, mirror discrepancy",
        Version = TradeBilateral.Version,
        Summary = "Asks whether a partner buys what an exporter sells, whether they trade more than the world would, how much trade goes both ways, and whether both sides report the same.",
        Formula = "tci = 100 (1 - 0.5 sum over k of |m_k - x_k|), x_k export shares, m_k partner's import shares; tii = (x_ij/x_i)/(x_wj/x_w); "
            + "grubel_lloyd_k = 1 - |X_k - M_k|/(X_k + M_k), grubel_lloyd_total = 1 - sum |X - M|/sum (X + M), X reported_exports and M mirror_imports; "
            + "m_fob = M/(1 + cif_margin), mirror_difference = m_fob - X, mirror_relative = difference/((m_fob + X)/2), mirror_log_ratio = ln(m_fob/X)",
        Source = "Michaely, M. (1996), Trade preferential agreements in Latin America: an ex-ante assessment, World Bank Policy Research Working Paper 1583; "
            + "Kojima, K. (1964), The pattern of international trade among advanced countries, Hitotsubashi Journal of Economics 5:16-36 (intensity); "
            + "Grubel, H. G. and Lloyd, P. J. (1975), Intra-Industry Trade, Macmillan; World Bank, World Integrated Trade Solution (WITS), Trade indicators",
        Limits = "Each of three groups may be left out together, and its figures are null: exports_by_product with partner_imports_by_product; x_ij, x_i, x_wj and x_w; "
            + "reported_exports with mirror_imports. A total of 0 gives null. A flow that is missing (null) gives null and does not count in grubel_lloyd_total; it is not 0.",
        DoNotTrustWhen =
        [
            "re-exports pass through one of the partners",
            "the true margin of freight and insurance is not known, or differs much between products",
            "flows are confidential, or the classification was revised or is very coarse (Grubel-Lloyd rises with coarser products)",
            "one side reports 0: that is a question of coverage, not a discrepancy"
        ],
        Inputs =
        [
            Flows("exports_by_product", "exports of the exporter to the world, by product", "array of k numbers of at least 0"),
            Flows("partner_imports_by_product", "imports of the partner from the world, by the same products", "array of k numbers of at least 0"),
            Flows("reported_exports", "exports as the exporter reports them, free on board; null is missing", "array of n numbers of at least 0 or null"),
            Flows("mirror_imports", "imports of the same flows as the partner reports them, with freight and insurance; null is missing", "array of n numbers of at least 0 or null"),
            Amount("x_ij", "exports of the exporter to the partner"),
            Amount("x_i", "exports of the exporter to the world"),
            Amount("x_wj", "exports of the world, the exporter included, to the partner"),
            Amount("x_w", "exports of the world to the world")
        ],
        Parameters = [new() { Name = "cif_margin", Meaning = "freight and insurance as a share of the value free on board", Default = 0.1, Range = "0 to 1" }],
        Outputs =
        [
            StatisticalOutput.Defined,
            new("tci", "trade complementarity, 0 to 100; null where a total is 0 or the shares were not given"),
            new("tii", "trade intensity, at least 0, 1 = as the world; null where a total is 0 or not given"),
            new("grubel_lloyd", "by flow: 0 (one way) to 1 (balanced); null where both are 0 or one is missing"),
            new("grubel_lloyd_total", "over all flows, 0 to 1; null without trade"),
            new("mirror_difference", "by flow: imports without freight minus exports, unit of the flows; above 0 the importer reports more"),
            new("mirror_relative", "by flow: difference over the mean of both, -2 to 2; null where both are 0 or one is missing"),
            new("mirror_log_ratio", "by flow: natural logarithm of imports without freight over exports; null unless both are above 0")
        ]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var margin = json.Settings.Number("cif_margin", 0.1, 0, 1);
        var shares = json.Has("exports_by_product") || json.Has("partner_imports_by_product");
        var totals = json.Has("x_ij") || json.Has("x_i") || json.Has("x_wj") || json.Has("x_w");
        var flows = json.Has("reported_exports") || json.Has("mirror_imports");
        if (!shares && !totals && !flows) json.Refuse("inputs", "has nothing to compare; products, totals or flows are needed.");

        var tci = shares ? Complementarity(json) : null;
        var tii = totals ? Intensity(json, warnings) : null;
        IReadOnlyList<double?> exports = flows ? Flows(json, "reported_exports") : [];
        IReadOnlyList<double?> imports = flows ? Flows(json, "mirror_imports") : [];
        json.SameLength("reported_exports", exports.Count, "mirror_imports", imports.Count);
        if (json.Error is not null) return null;

        var overlap = TradeBilateral.GrubelLloyd(exports, imports);
        var mirror = TradeBilateral.Mirror(exports, imports, margin);
        WarnOfFlows(warnings, exports, imports);
        return new JsonObject
        {
            ["defined"] = true,
            ["tci"] = tci,
            ["tii"] = tii,
            ["grubel_lloyd"] = flows ? StatisticalAnswers.Numbers(overlap.ByProduct) : null,
            ["grubel_lloyd_total"] = overlap.Total,
            ["mirror_difference"] = flows ? StatisticalAnswers.Numbers(mirror.Difference) : null,
            ["mirror_relative"] = flows ? StatisticalAnswers.Numbers(mirror.Relative) : null,
            ["mirror_log_ratio"] = flows ? StatisticalAnswers.Numbers(mirror.LogRatio) : null
        };
    }

    private static double? Complementarity(StatisticalJson json)
    {
        var exports = json.Complete("exports_by_product", TradeBilateral.MaxPoints);
        var imports = json.Complete("partner_imports_by_product", TradeBilateral.MaxPoints);
        Amounts.RefuseNegative(json, "inputs.exports_by_product", exports);
        Amounts.RefuseNegative(json, "inputs.partner_imports_by_product", imports);
        json.SameLength("exports_by_product", exports.Count, "partner_imports_by_product", imports.Count);
        return json.Error is null ? TradeBilateral.Complementarity(exports, imports) : null;
    }

    private static double? Intensity(StatisticalJson json, List<string> warnings)
    {
        var (toPartner, total) = (Amount(json, "x_ij"), Amount(json, "x_i"));
        var (worldToPartner, worldTotal) = (Amount(json, "x_wj"), Amount(json, "x_w"));
        if (json.Error is not null) return null;
        if (toPartner > total || toPartner > worldToPartner || total > worldTotal || worldToPartner > worldTotal)
            warnings.Add("A part is larger than its total: x_ij belongs within x_i and x_wj, and both within x_w.");
        return TradeBilateral.Intensity(toPartner, total, worldToPartner, worldTotal);
    }

    private static double Amount(StatisticalJson json, string name)
    {
        var amount = json.Number(name);
        if (amount < 0) json.Refuse($"inputs.{name}", FormattableString.Invariant($"is {amount}; a number of at least 0 is needed."));
        return amount;
    }

    private static IReadOnlyList<double?> Flows(StatisticalJson json, string name)
    {
        var flows = json.Numbers(name, TradeBilateral.MaxPoints);
        Amounts.RefuseNegative(json, $"inputs.{name}", flows);
        return flows;
    }

    private static void WarnOfFlows(List<string> warnings, IReadOnlyList<double?> exports, IReadOnlyList<double?> imports)
    {
        var missing = exports.Zip(imports).Count(pair => pair.First is null || pair.Second is null);
        if (missing > 0) warnings.Add($"{missing} flows are missing on one side and were not compared.");
        var zero = exports.Zip(imports).Count(pair => pair is { First: 0, Second: > 0 } or { First: > 0, Second: 0 });
        if (zero > 0) warnings.Add($"{zero} flows are 0 on one side only: a question of coverage, not a discrepancy.");
    }

    private static StatisticalInput Flows(string name, string meaning, string shape) =>
        new() { Name = name, Meaning = meaning + Optional, Shape = shape, Unit = "value in one currency and period", MaxLength = TradeBilateral.MaxPoints, IsOptional = true };

    private static StatisticalInput Amount(string name, string meaning) =>
        new() { Name = name, Meaning = meaning + Optional, Shape = "number of at least 0", Unit = "value in one currency and period", MaxLength = 1, IsOptional = true };
}
