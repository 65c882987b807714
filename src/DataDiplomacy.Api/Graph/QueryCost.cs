using DataDiplomacy.Api.Http;
using GraphQLParser.AST;

namespace DataDiplomacy.Api.Graph;

/// <summary>What a query counts for beside being a request: one more for every 50 fields. The guard has bounded their number before.</summary>
internal static class QueryCost
{
    private const int FieldsPerRequest = 50;

    public static void Charge(HttpContext http, GraphQLDocument? document)
    {
        if (document is not null && http.Features.Get<RateWindow>() is { } window)
        {
            window.Charge(document.Definitions.OfType<IHasSelectionSetNode>().Sum(d => FieldsIn(d.SelectionSet)) / FieldsPerRequest);
        }
    }

    private static int FieldsIn(GraphQLSelectionSet? set) =>
        set?.Selections.Sum(s => (s is GraphQLField ? 1 : 0) + (s is IHasSelectionSetNode inner ? FieldsIn(inner.SelectionSet) : 0)) ?? 0;
}
