using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>The normal form of policies and their parts, without context.</summary>
internal static class OdrlForm
{
    public static JsonObject Of(OdrlPolicy policy)
    {
        var json = new JsonObject { ["@id"] = policy.Uid, ["@type"] = policy.Type.ToString() };
        AddValues(json, "profile", policy.Profiles.Select(profile => (JsonNode)profile));
        AddValues(json, "inheritFrom", policy.InheritFrom.Select(parent => (JsonNode)parent));
        if (policy.Conflict != ConflictStrategy.Invalid) json["conflict"] = policy.Conflict == ConflictStrategy.Perm ? "perm" : "prohibit";
        AddValues(json, "assigner", policy.Assigners.Select(Of));
        AddValues(json, "assignee", policy.Assignees.Select(Of));
        AddValues(json, "target", policy.Targets.Select(Of));
        AddList(json, "permission", policy.Permissions.Select(Of));
        AddList(json, "prohibition", policy.Prohibitions.Select(Of));
        AddList(json, "obligation", policy.Obligations.Select(Of));
        return WithOther(json, policy.Other);
    }

    public static JsonObject Of(OdrlRule rule)
    {
        var json = new JsonObject();
        if (rule.Uid is not null) json["@id"] = rule.Uid;
        AddValues(json, "action", rule.Actions.Select(Of));
        AddValues(json, "assigner", rule.Assigners.Select(Of));
        AddValues(json, "assignee", rule.Assignees.Select(Of));
        AddValues(json, "target", rule.Targets.Select(Of));
        AddList(json, "constraint", rule.Constraints.Select(Of));
        AddList(json, "duty", rule.Duties.Select(Of));
        AddList(json, "consequence", rule.Consequences.Select(Of));
        AddList(json, "remedy", rule.Remedies.Select(Of));
        return WithOther(json, rule.Other);
    }

    public static JsonNode Of(OdrlAction action)
    {
        if (action.Refinements.Count == 0) return action.Name;
        var json = new JsonObject { ["rdf:value"] = new JsonObject { ["@id"] = WithPrefix(action.Name) } };
        AddList(json, "refinement", action.Refinements.Select(Of));
        return json;
    }

    public static JsonNode Of(OdrlReference reference)
    {
        if (reference is { Uid: not null, Type: null, Source: null, Refinements.Count: 0, Other.Count: 0 }) return reference.Uid;
        var json = new JsonObject();
        if (reference.Uid is not null) json["@id"] = reference.Uid;
        if (reference.Type is not null) json["@type"] = reference.Type;
        if (reference.Source is not null) json["source"] = reference.Source;
        AddList(json, "refinement", reference.Refinements.Select(Of));
        return WithOther(json, reference.Other);
    }

    public static JsonObject Of(OdrlConstraint constraint)
    {
        var json = new JsonObject();
        if (constraint.Uid is not null) json["@id"] = constraint.Uid;
        switch (constraint)
        {
            case OdrlComparison comparison:
                json["leftOperand"] = comparison.LeftOperand;
                json["operator"] = comparison.Operator;
                AddValues(json, "rightOperand", comparison.RightOperands.Select(Of));
                if (comparison.Unit is not null) json["unit"] = comparison.Unit;
                break;
            // The order of a sequence means something, so it is kept (ODRL Information Model 2.2, section 2.5.2).
            case OdrlLogic { Operator: "andSequence" } sequence:
                json[sequence.Operator] = new JsonArray([.. sequence.Operands.Select(Of)]);
                break;
            case OdrlLogic logic:
                AddList(json, logic.Operator, logic.Operands.Select(Of));
                break;
        }
        return WithOther(json, constraint.Other);
    }

    public static JsonNode Of(OdrlValue value)
    {
        if (value is { DataType: null, Language: null }) return value.Text;
        var json = new JsonObject { ["@value"] = value.Text };
        if (value.DataType is not null) json["@type"] = value.DataType;
        if (value.Language is not null) json["@language"] = value.Language;
        return json;
    }

    private static string WithPrefix(string term) => term.Contains(':', StringComparison.Ordinal) ? term : "odrl:" + term;

    private static void AddValues(JsonObject json, string name, IEnumerable<JsonNode> values)
    {
        var sorted = Sorted(values);
        if (sorted.Count == 0) return;
        json[name] = sorted.Count == 1 ? sorted[0] : new JsonArray([.. sorted]);
    }

    private static void AddList(JsonObject json, string name, IEnumerable<JsonNode> values)
    {
        var sorted = Sorted(values);
        if (sorted.Count > 0) json[name] = new JsonArray([.. sorted]);
    }

    /// <summary>A list in RDF has no order and no value twice.</summary>
    private static List<JsonNode> Sorted(IEnumerable<JsonNode> values)
    {
        var sorted = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var value in values) sorted.TryAdd(OdrlWriter.Canonical(value), value);
        return [.. sorted.Values];
    }

    private static JsonObject WithOther(JsonObject json, IReadOnlyDictionary<string, string> other)
    {
        foreach (var (name, value) in other.OrderBy(property => property.Key, StringComparer.Ordinal)) json.TryAdd(name, JsonNode.Parse(value));
        return json;
    }
}
