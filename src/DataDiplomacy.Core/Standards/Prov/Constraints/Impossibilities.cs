namespace DataDiplomacy.Core.Standards.Prov.Constraints;

/// <summary>Constraints that need no other statement or only identifiers: 51, 53 and 54, and arguments that must not be absent.</summary>
internal static class Impossibilities
{
    // Constraint 53 names these; a derivation or an influence may share the identifier of a more specific relation.
    private static readonly ProvKind[] Disjoint =
    [
        ProvKind.Usage, ProvKind.Generation, ProvKind.Invalidation, ProvKind.Start, ProvKind.End, ProvKind.Communication,
        ProvKind.Attribution, ProvKind.Association, ProvKind.Delegation,
    ];

    public static void Check(IReadOnlyList<ProvStatement> statements, ProvFindings findings)
    {
        var elements = new Dictionary<string, ProvStatement>(StringComparer.Ordinal);
        var relations = new Dictionary<string, ProvStatement>(StringComparer.Ordinal);
        foreach (var statement in statements)
        {
            CheckArguments(statement, findings);
            if (statement.Id is not { } id || ProvNames.IsBlank(id) || !statement.Shape.HasIdentifier) continue;
            if (statement.Shape.IsElement)
                elements.TryAdd(id, statement);
            else if (Disjoint.Contains(statement.Kind) && !relations.TryAdd(id, statement) && relations[id].Kind != statement.Kind)
                findings.Violates("53", $"{findings.Shown(id)} identifies a {relations[id].Shape.Name} and a {statement.Shape.Name}; a relation is of one kind.", relations[id], statement);
        }
        foreach (var statement in statements)
        {
            if (!statement.Shape.IsElement && statement.Shape.HasIdentifier && statement.Id is { } id && elements.TryGetValue(id, out var element))
                findings.Violates("54", $"{findings.Shown(id)} identifies an {element.Shape.Name} and a relation, {statement.Shape.Name}; a thing is no relation.", element, statement);
        }
    }

    private static void CheckArguments(ProvStatement statement, ProvFindings findings)
    {
        for (var i = 0; i < statement.Arguments.Count; i++)
        {
            var shape = statement.Shape.Arguments[i];
            if (statement.Arguments[i] is null && shape.Absence == ProvAbsence.Refused)
                findings.Violates("syntax", $"A {statement.Shape.Name} needs {shape.JsonName}.", statement);
        }
        if (statement.Kind == ProvKind.Derivation && statement.Arguments[2] is null && (statement.Arguments[3] ?? statement.Arguments[4]) is not null)
            findings.Violates("51", "A derivation without an activity names a generation or a usage; name the activity too.", statement);
    }
}
