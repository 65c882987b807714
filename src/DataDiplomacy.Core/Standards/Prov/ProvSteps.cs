namespace DataDiplomacy.Core.Standards.Prov;

/// <summary>What lineage follows: each relation as steps from what came later, or is less independent, to what it rests on.</summary>
public static class ProvSteps
{
    /// <summary>The steps of a statement; none for elements and for arguments that are absent or blank.</summary>
    /// <param name="statement">The statement.</param>
    /// <returns>Pairs of IRIs, towards the origin.</returns>
    public static IEnumerable<(string From, string To)> Of(ProvStatement statement) =>
        Pairs(statement.Kind).Select(p => (From: statement.Arguments[p.From], To: statement.Arguments[p.To]))
            .Where(p => IsNamed(p.From) && IsNamed(p.To))
            .Select(p => (p.From ?? "", p.To ?? ""));

    /// <summary>
    /// Whether a circle of such steps may be impossible: only these lead from a generation or a start to an earlier one
    /// (PROV-CONSTRAINTS 34, 42, 43, 45, 48), so that whoever adds a statement need look along these alone.
    /// </summary>
    public static bool OrdersGenerations(ProvKind kind) =>
        kind is ProvKind.Derivation or ProvKind.Generation or ProvKind.Specialization or ProvKind.Mention or ProvKind.Attribution or ProvKind.Start;

    private static (int From, int To)[] Pairs(ProvKind kind) => kind switch
    {
        ProvKind.Entity or ProvKind.Activity or ProvKind.Agent => [],
        ProvKind.Start or ProvKind.End or ProvKind.Association or ProvKind.Mention => [(0, 1), (0, 2)],
        ProvKind.Derivation => [(0, 1), (0, 2)],
        _ => [(0, 1)],
    };

    private static bool IsNamed(string? iri) => iri is not null && !ProvNames.IsBlank(iri);
}
