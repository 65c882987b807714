using GraphQLParser.AST;

namespace DataDiplomacy.Api.Graph;

/// <summary>
/// Counts what the rule "field selection can merge" (GraphQL, October 2021, section 5.3.2) is going to compare: within each place of the answer,
/// each pair of fields with the same key, whatever fragments they come from.
/// </summary>
internal sealed class FieldMerging(DocumentLimits limits, Dictionary<string, GraphQLFragmentDefinition> fragments)
{
    private long pairs;

    public void Check(GraphQLSelectionSet root) => Merge([root]);

    private void Merge(IEnumerable<GraphQLSelectionSet> sets)
    {
        var byKey = new Dictionary<string, List<GraphQLField>>(StringComparer.Ordinal);
        foreach (var set in sets) Collect(set, byKey);
        foreach (var (key, same) in byKey)
        {
            pairs += same.Count * (same.Count - 1L) / 2;
            DocumentGuard.Require($"pairs of fields to merge, as for '{key}',", pairs, limits.Pairs);
            // Never null: only fields with a selection set are left.
            Merge(same.Where(field => field.SelectionSet is not null).Select(field => field.SelectionSet!));
        }
    }

    private void Collect(GraphQLSelectionSet set, Dictionary<string, List<GraphQLField>> byKey)
    {
        foreach (var selection in set.Selections)
        {
            if (selection is GraphQLField field) Add(field, byKey);
            else if (InnerOf(selection) is { } inner) Collect(inner, byKey);
        }
    }

    private GraphQLSelectionSet? InnerOf(ASTNode selection) => selection switch
    {
        GraphQLInlineFragment inline => inline.SelectionSet,
        GraphQLFragmentSpread spread when fragments.TryGetValue(spread.FragmentName.Name.StringValue, out var fragment) => fragment.SelectionSet,
        _ => null,
    };

    private static void Add(GraphQLField field, Dictionary<string, List<GraphQLField>> byKey)
    {
        var key = (field.Alias?.Name ?? field.Name).StringValue;
        if (!byKey.TryGetValue(key, out var same)) byKey[key] = same = [];
        same.Add(field);
    }
}
