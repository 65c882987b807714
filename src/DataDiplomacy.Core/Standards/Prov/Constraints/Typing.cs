namespace DataDiplomacy.Core.Standards.Prov.Constraints;

/// <summary>
/// Constraints about what things are: 50 (what relations say of their arguments), 55 (nothing is both an entity and an activity),
/// 56 (an empty collection has no members) and 52 (nothing specializes itself, by however many steps).
/// </summary>
internal static class Typing
{
    public static void Check(IReadOnlyList<ProvStatement> statements, ProvFindings findings)
    {
        CheckDisjoint(statements, findings);
        var specializations = statements.Where(s => s.Kind is ProvKind.Specialization or ProvKind.Mention && s.Arguments[0] is not null && s.Arguments[1] is not null).ToList();
        CheckSpecializations(specializations, findings);
        CheckEmptyCollections(statements, specializations, findings);
    }

    private static void CheckDisjoint(IReadOnlyList<ProvStatement> statements, ProvFindings findings)
    {
        var entities = new Dictionary<string, ProvStatement>(StringComparer.Ordinal);
        var activities = new Dictionary<string, ProvStatement>(StringComparer.Ordinal);
        foreach (var statement in statements)
        {
            if (statement.Kind == ProvKind.Entity && statement.Id is { } entity) entities.TryAdd(entity, statement);
            if (statement.Kind == ProvKind.Activity && statement.Id is { } activity) activities.TryAdd(activity, statement);
            for (var i = 0; i < statement.Arguments.Count; i++)
            {
                if (statement.Arguments[i] is not { } name) continue;
                if (statement.Shape.Arguments[i].Role is ProvRole.Entity or ProvRole.Collection) entities.TryAdd(name, statement);
                if (statement.Shape.Arguments[i].Role == ProvRole.Activity) activities.TryAdd(name, statement);
            }
        }
        foreach (var (name, entity) in entities)
        {
            if (activities.TryGetValue(name, out var activity))
                findings.Violates("55", $"{findings.Shown(name)} is an entity in one statement and an activity in another (by constraint 50); nothing is both.", entity, activity);
        }
    }

    private static void CheckSpecializations(IReadOnlyList<ProvStatement> specializations, ProvFindings findings)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var edges = specializations.Select(s => new Edge(Number(numbers, s.Arguments[0]), Number(numbers, s.Arguments[1]), IsStrict: true, s)).ToList();
        foreach (var cycle in new Digraph(numbers.Count, edges).StrictCycles())
        {
            var name = cycle[0].Arguments[0] ?? "";
            findings.Violates("52", $"{findings.Shown(name)} would be more specific than itself (by inference 19, {cycle.Count} step{(cycle.Count == 1 ? "" : "s")}).", cycle);
        }
    }

    // Inference 20: what specializes an empty collection has its type too.
    private static void CheckEmptyCollections(IReadOnlyList<ProvStatement> statements, IReadOnlyList<ProvStatement> specializations, ProvFindings findings)
    {
        var empty = new Dictionary<string, ProvStatement>(StringComparer.Ordinal);
        foreach (var statement in statements)
        {
            if (statement.Kind == ProvKind.Entity && statement.Id is { } id && statement.HasType(ProvNames.EmptyCollection)) empty.TryAdd(id, statement);
        }
        if (empty.Count == 0) return;
        var specifics = specializations.ToLookup(s => s.Arguments[1] ?? "", s => s.Arguments[0] ?? "", StringComparer.Ordinal);
        var open = new Queue<string>(empty.Keys);
        while (open.TryDequeue(out var general))
        {
            foreach (var specific in specifics[general])
            {
                if (empty.TryAdd(specific, empty[general])) open.Enqueue(specific);
            }
        }
        foreach (var member in statements.Where(s => s.Kind == ProvKind.Membership && s.Arguments[0] is { } collection && empty.ContainsKey(collection)))
        {
            var collection = member.Arguments[0] ?? "";
            findings.Violates("56", $"{findings.Shown(collection)} is an empty collection and cannot have a member.", empty[collection], member);
        }
    }

    private static int Number(Dictionary<string, int> numbers, string? name)
    {
        name ??= "";
        if (!numbers.TryGetValue(name, out var number)) numbers[name] = number = numbers.Count;
        return number;
    }
}
