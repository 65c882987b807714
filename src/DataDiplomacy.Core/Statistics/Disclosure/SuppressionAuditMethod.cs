using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Disclosure;

/// <summary>SuppressionAudit as published.</summary>
internal sealed class SuppressionAuditMethod : IPublishedMethod
{
    private const double DefaultThreshold = 5;
    private const double DefaultWidth = 1;

    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "suppression_audit",
        Title = "Disclosure audit: feasible interval of every suppressed cell",
        Version = SuppressionAudit.Version,
        Summary = "Tells between which counts each hidden cell of a table must lie, for a reader who knows the other cells and all totals.",
        Formula = "lower and upper = smallest and largest x_ij over all non-negative tables with the published cells, row totals, column totals and grand total, "
            + "by largest flows between rows and columns over the hidden cells: upper = count + most that flows from column j to row i past the cell, "
            + "lower = count - most that flows from row i to column j past it; exactly_disclosed = lower equals upper; "
            + "protected = upper - lower >= protection_width times the count; primary = 0 < count < primary_threshold",
        Source = "Gusfield, D. (1988), A graph theoretic approach to statistical data security, SIAM J. Comput. 17(3):552-571; "
            + "Willenborg, L. and de Waal, T. (2001), Elements of Statistical Disclosure Control, Springer, Lecture Notes in Statistics 155; "
            + "agrees with the linear programmes of R's boot::simplex and scipy.optimize.linprog",
        Limits = "Undefined without a cell (insufficient_data). Whole counts only; bounds over whole and over real tables are the same. "
            + "At most 10000 cells of which 2000 are hidden. A hidden 0 is protected by the formula even where it is exactly disclosed.",
        DoNotTrustWhen =
        [
            "other tables, other years or other breakdowns share cells or totals with this one: they must be audited together",
            "the reader is one of the few behind a cell and knows the own contribution, which narrows the bounds",
            "the reader knows more than the margins, such as that a hidden cell is below the threshold of the rule",
            "zeros are sensitive: the primary rule does not hide them"
        ],
        Inputs =
        [
            new() { Name = "table", Meaning = "true counts without totals", Shape = "array of rows of whole numbers from 0 to 10^12, all of one length", Unit = "counts", MaxLength = SuppressionAudit.MaxCells },
            new() { Name = "suppressed", Meaning = "which cells are hidden, at most 2000", Shape = "array of rows of true or false, in the shape of the table", Unit = "true or false", MaxLength = SuppressionAudit.MaxCells }
        ],
        Parameters =
        [
            new() { Name = "primary_threshold", Meaning = "counts from 1 to below it call for suppression", Default = DefaultThreshold, Range = "0 to 10^12" },
            new() { Name = "protection_width", Meaning = "a cell is protected if its bounds are at least this many times its count apart", Default = DefaultWidth, Range = "0 to 10^6" }
        ],
        Outputs =
        [
            StatisticalOutput.Defined,
            new("primary", "which cells the primary rule hides, in the shape of the table"),
            new("cells", "the hidden cells row by row: row and col from 0, lower and upper count, exactly_disclosed, protected")
        ]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var table = CountTable.Read(json, "table", SuppressionAudit.MaxCells);
        var suppressed = json.Flags("suppressed", SuppressionAudit.MaxCells);
        CheckShape(json, table, suppressed);
        var threshold = json.Settings.Number("primary_threshold", DefaultThreshold, 0, CountTable.Largest);
        var width = json.Settings.Number("protection_width", DefaultWidth, 0, 1_000_000);
        if (json.Error is not null) return null;

        var result = SuppressionAudit.Audit(table, suppressed, threshold, width);
        if (!result.Defined || result.Primary is not { } primary || result.Cells is not { } cells) return StatisticalAnswers.Undefined(result.Reason);
        AddWarnings(warnings, primary, cells, suppressed);
        return new JsonObject
        {
            ["defined"] = true,
            ["primary"] = StatisticalAnswers.Array(primary, row => (JsonNode)StatisticalAnswers.Flags(row)),
            ["cells"] = StatisticalAnswers.Array(cells, Write)
        };
    }

    private static void CheckShape(StatisticalJson json, IReadOnlyList<IReadOnlyList<long>> table, IReadOnlyList<IReadOnlyList<bool>> suppressed)
    {
        json.SameLength("table", table.Count, "suppressed", suppressed.Count);
        if (json.Error is null && table.Count > 0) json.SameLength("table[0]", table[0].Count, "suppressed[0]", suppressed[0].Count);
        var hidden = suppressed.Sum(row => row.Count(flag => flag));
        if (hidden > SuppressionAudit.MaxHidden)
            json.RefuseSize("inputs.suppressed", $"hides {hidden} cells; at most {SuppressionAudit.MaxHidden} are accepted.");
    }

    private static JsonNode Write(AuditedCell cell) => new JsonObject
    {
        ["row"] = cell.Row,
        ["col"] = cell.Column,
        ["lower"] = cell.Lower,
        ["upper"] = cell.Upper,
        ["exactly_disclosed"] = cell.ExactlyDisclosed,
        ["protected"] = cell.Protected
    };

    private static void AddWarnings(
        List<string> warnings, IReadOnlyList<IReadOnlyList<bool>> primary, IReadOnlyList<AuditedCell> cells, IReadOnlyList<IReadOnlyList<bool>> suppressed)
    {
        var known = cells.Count(cell => cell.ExactlyDisclosed);
        if (known > 0) warnings.Add($"{known} of {cells.Count} hidden cells follow exactly from the margins: hide more cells.");
        var open = cells.Count(cell => !cell.Protected && !cell.ExactlyDisclosed);
        if (open > 0) warnings.Add($"{open} hidden cells are known more closely than protection_width asks.");
        var shown = primary.Zip(suppressed, (rule, flags) => rule.Zip(flags).Count(pair => pair.First && !pair.Second)).Sum();
        if (shown > 0) warnings.Add($"{shown} cells are published although the primary rule hides them.");
        if (cells.Any(cell => cell.ExactlyDisclosed && cell.Protected))
            warnings.Add("A cell that is exactly disclosed counts as protected because it is 0 or protection_width is 0: go by exactly_disclosed.");
    }
}
