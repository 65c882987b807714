using DataDiplomacy.Api.Graph;
using GraphQL.Types;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>Terms under which a data set is offered, as a text, since GraphQL has no form for JSON.</summary>
public sealed class OfferGraph : ViewType<OfferView>
{
    public OfferGraph()
        : base(o => o.Policy) =>
        Field<NonNullGraphType<StringGraphType>>("policy").Description("The terms: an offer in one normal form of ODRL 2.2, as JSON text.").Resolve(context => context.Source.Policy.ToJsonString());

    public static void AddTo(ObjectGraphType query)
    {
        var list = query.Field<ConnectionOf<OfferView, OfferGraph>>("offers").Description("The terms under which a data set is offered, oldest first; null when there is none that the caller may see.")
            .NeededCode("dataset", "The data set.");
        ConnectionArguments.AddTo(list).ResolveAsync(async context =>
        {
            var asked = ConnectionArguments.From(context);
            var page = await context.Service<PolicyQueries>().ListAsync(
                context.Text("dataset") ?? "", new ListOffers { Limit = asked.First, Cursor = asked.After, Count = asked.Count }, context.CancellationToken);
            return page is null ? null : ConnectionPages.Of(page, asked);
        });
    }
}
