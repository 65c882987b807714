using DataDiplomacy.Api.Graph;
using DataDiplomacy.Core.Catalogue;
using GraphQL.Types;

namespace DataDiplomacy.Api.Catalogue.Jurisdictions;

/// <summary>Facts of jurisdiction at the root.</summary>
public static class JurisdictionGraph
{
    private const int Expected = 20;

    public static void AddTo(ObjectGraphType query)
    {
        var list = query.Field<ConnectionOf<JurisdictionView, ViewType<JurisdictionView>>>("jurisdictions")
            .Description("Under which law a data set is created, stored, accessed and used, since when, and contested by whom; null when there is none that the caller may see.")
            .NeededCode("dataset", "The data set.")
            .Argument<WireEnumType<JurisdictionAspect>>("aspect", "What happens to it.")
            .Text("validAt", "Only facts that held on this day, `yyyy-MM-dd`; whatever was ever so when left out.");
        QueryLimits.Expect(ConnectionArguments.AddTo(list).AsOf(), Expected).ResolveAsync(async context =>
        {
            var asked = ConnectionArguments.From(context);
            var page = await context.Service<JurisdictionQueries>().ListAsync(
                context.Text("dataset") ?? "",
                new ListJurisdictions
                {
                    Aspect = context.EnumText<JurisdictionAspect>("aspect"),
                    ValidAt = context.Text("validAt"),
                    AsOf = context.Instant("asOf"),
                    Limit = asked.First,
                    Cursor = asked.After,
                    Count = asked.Count,
                },
                context.CancellationToken);
            return page is null ? null : ConnectionPages.Of(page, asked);
        });
    }
}
