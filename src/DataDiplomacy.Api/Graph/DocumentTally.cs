using GraphQLParser.AST;

namespace DataDiplomacy.Api.Graph;

/// <summary>Counts each node once; a fragment is expanded by its memoised extent, not by walking it again.</summary>
internal sealed class DocumentTally(DocumentLimits limits, GraphQLDocument document)
{
    private readonly Dictionary<string, GraphQLFragmentDefinition> fragments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Extent> extents = new(StringComparer.Ordinal);
    private readonly HashSet<string> open = new(StringComparer.Ordinal);
    private int fields;
    private int aliases;
    private int directives;

    public void Check()
    {
        var named = document.Definitions.OfType<GraphQLFragmentDefinition>().ToList();
        var operations = document.Definitions.OfType<GraphQLOperationDefinition>().ToList();
        Require("fragments", named.Count, limits.Fragments);
        Require("operations", operations.Count, limits.Operations);
        foreach (var fragment in named) fragments.TryAdd(NameOf(fragment.FragmentName), fragment);
        foreach (var name in fragments.Keys) ExtentOf(name);
        foreach (var operation in operations) Check(operation);
    }

    private void Check(GraphQLOperationDefinition operation)
    {
        CountDirectives(operation);
        foreach (var variable in operation.Variables?.Items ?? [])
        {
            CountDirectives(variable);
            DocumentText.Require(variable.DefaultValue);
        }

        Require("root fields", operation.SelectionSet.Selections.Count, limits.RootFields);
        Measure(operation.SelectionSet);
        // Only now is the document known to be small enough to be spread out.
        new FieldMerging(limits, fragments).Check(operation.SelectionSet);
    }

    private Extent ExtentOf(string name)
    {
        if (extents.TryGetValue(name, out var known)) return known;
        // A fragment that nobody wrote is the validation's to refuse.
        if (!fragments.TryGetValue(name, out var fragment)) return default;
        if (!open.Add(name)) throw new DocumentLimitError($"The fragment '{name}' is spread within itself.");
        CountDirectives(fragment);
        var extent = Measure(fragment.SelectionSet);
        open.Remove(name);
        return extents[name] = extent;
    }

    private Extent Measure(GraphQLSelectionSet? set) => Measure(set, new(StringComparer.Ordinal));

    private Extent Measure(GraphQLSelectionSet? set, Dictionary<string, int> keys)
    {
        var total = default(Extent);
        foreach (var selection in set?.Selections ?? [])
        {
            if (selection is IHasDirectivesNode directed) CountDirectives(directed);
            total = total.With(selection switch
            {
                GraphQLField field => Measure(field, keys),
                GraphQLInlineFragment inline => Measure(inline.SelectionSet, keys),
                GraphQLFragmentSpread spread => ExtentOf(NameOf(spread.FragmentName)),
                _ => default,
            });
            Require("selections with all fragments spread out", total.Size, limits.Expanded);
            Require("selections inside each other", total.Depth, limits.Depth);
        }

        return total;
    }

    private Extent Measure(GraphQLField field, Dictionary<string, int> keys)
    {
        Require("fields", ++fields, limits.Fields);
        if (field.Alias is not null) Require("aliases", ++aliases, limits.Aliases);
        var key = (field.Alias?.Name ?? field.Name).StringValue;
        keys[key] = keys.GetValueOrDefault(key) + 1;
        Require($"fields named '{key}' in one place", keys[key], limits.SameKey);
        DocumentText.Require(field.Arguments);
        return Measure(field.SelectionSet);
    }

    private void CountDirectives(IHasDirectivesNode node)
    {
        directives += node.Directives?.Count ?? 0;
        Require("directives", directives, limits.Directives);
        foreach (var directive in node.Directives?.Items ?? []) DocumentText.Require(directive.Arguments);
    }

    private static string NameOf(GraphQLFragmentName name) => name.Name.StringValue;

    private static void Require(string what, long count, int limit) => DocumentGuard.Require(what, count, limit);

    /// <summary>Selections in all, and how many are inside each other.</summary>
    private readonly record struct Extent(long Size, int Depth)
    {
        public Extent With(Extent inner) => new(Size + 1 + inner.Size, Math.Max(Depth, 1 + inner.Depth));
    }
}
