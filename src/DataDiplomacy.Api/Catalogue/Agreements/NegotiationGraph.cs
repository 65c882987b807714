using DataDiplomacy.Api.Graph;
using DataDiplomacy.Core.Catalogue.Negotiations;
using GraphQL.Types;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>Negotiations that the caller may see.</summary>
public static class NegotiationGraph
{
    public static void AddTo(ObjectGraphType query)
    {
        var list = query.Field<NonNullGraphType<ConnectionOf<DataNegotiationView, ViewType<DataNegotiationView>>>>("dataNegotiations")
            .Description("Negotiations that the caller may see, oldest first: as a party of them, or as an editor.")
            .Code("dataset", "Those on this data set.")
            .Argument<WireEnumType<NegotiationState>>("state", "Those in this state.")
            .Text("track", "Those on this track: `I`, `II`, `science` or `commercial`.");
        ConnectionArguments.AddTo(list).ResolvePage((context, asked) => context.Service<NegotiationQueries>().ListAsync(
            new ListNegotiations
            {
                Dataset = context.Text("dataset"),
                State = context.EnumText<NegotiationState>("state"),
                Track = context.Text("track"),
                Limit = asked.First,
                Cursor = asked.After,
                Count = asked.Count,
            },
            context.CancellationToken));
    }
}
