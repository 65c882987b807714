using GraphQLParser.AST;

namespace DataDiplomacy.Api.Graph;

/// <summary>Counts each node once; a fragment is expanded by its memoised size, not by walking it again.</summary>
internal sealed class DocumentTally(DocumentLimits limits, GraphQLDocument document)
{
    private readonly Dictionary<string, GraphQLFragmentDefinition> fragments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> sizes = new(StringComparer.Ordinal);
    private int fields;
    private int aliases;
    private int directives;

    public void Check()
    {
        var named = document.Definitions.OfType<GraphQLFragmentDefinition>().ToList();
        Require("fragments", named.Count, limits.Fragments);
        foreach (var fragment in named) fragments.TryAdd(fragment.FragmentName.Name.StringValue, fragment);
        foreach (var fragment in named) SizeOf(fragment.FragmentName.Name.StringValue);
        foreach (var operation in document.Definitions.OfType<GraphQLOperationDefinition>())
        {
            CountDirectives(operation);
            foreach (var variable in operation.Variables?.Items ?? []) RequireText(variable.DefaultValue);
            Require("root fields", operation.SelectionSet.Selections.Count, limits.RootFields);
            Require("selections with all fragments spread out", Measure(operation.SelectionSet), limits.Expanded);
        }
    }

    private long SizeOf(string name)
    {
        if (sizes.TryGetValue(name, out var known)) return known;
        // A fragment inside itself counts as nothing here; the rule against cycles refuses it with a better text.
        sizes[name] = 0;
        if (!fragments.TryGetValue(name, out var fragment)) return 0;
        CountDirectives(fragment);
        return sizes[name] = Measure(fragment.SelectionSet);
    }

    private long Measure(GraphQLSelectionSet? set)
    {
        if (set is null) return 0;
        var size = 0L;
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var selection in set.Selections)
        {
            if (selection is IHasDirectivesNode directed) CountDirectives(directed);
            size += selection switch
            {
                GraphQLField field => Measure(field, keys),
                GraphQLInlineFragment inline => 1 + Measure(inline.SelectionSet),
                GraphQLFragmentSpread spread => 1 + SizeOf(spread.FragmentName.Name.StringValue),
                _ => 1,
            };
            Require("selections with all fragments spread out", size, limits.Expanded);
        }

        return size;
    }

    private long Measure(GraphQLField field, Dictionary<string, int> keys)
    {
        Require("fields", ++fields, limits.Fields);
        if (field.Alias is not null) Require("aliases", ++aliases, limits.Aliases);
        var key = (field.Alias?.Name ?? field.Name).StringValue;
        keys[key] = keys.GetValueOrDefault(key) + 1;
        Require($"fields named '{key}' in one place", keys[key], limits.SameKey);
        RequireText(field.Arguments);
        return 1 + Measure(field.SelectionSet);
    }

    private void CountDirectives(IHasDirectivesNode node)
    {
        directives += node.Directives?.Count ?? 0;
        Require("directives", directives, limits.Directives);
        foreach (var directive in node.Directives?.Items ?? []) RequireText(directive.Arguments);
    }

    private static void RequireText(GraphQLArguments? arguments)
    {
        foreach (var argument in arguments?.Items ?? []) RequireText(argument.Value);
    }

    private static void RequireText(GraphQLValue? value)
    {
        switch (value)
        {
            case GraphQLStringValue text:
                DocumentGuard.RequireText(text.Value);
                break;
            case GraphQLListValue list:
                foreach (var item in list.Values ?? []) RequireText(item);
                break;
            case GraphQLObjectValue input:
                foreach (var field in input.Fields ?? []) RequireText(field.Value);
                break;
        }
    }

    private static void Require(string what, long count, int limit) => DocumentGuard.Require(what, count, limit);
}
