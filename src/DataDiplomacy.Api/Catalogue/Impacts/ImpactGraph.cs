using DataDiplomacy.Api.Graph;
using DataDiplomacy.Core.Catalogue;
using GraphQL.Types;

namespace DataDiplomacy.Api.Catalogue.Impacts;

/// <summary>Statements of impact at the root.</summary>
public static class ImpactGraph
{
    private const int Expected = 20;

    public static void AddTo(ObjectGraphType query)
    {
        var list = query.Field<ConnectionOf<ImpactView, ViewType<ImpactView>>>("impacts").Description("What a data set did to whom, as agents state it, by the order of entry; null when there is none that the caller may see.")
            .NeededCode("dataset", "The data set.")
            .Argument<WireEnumType<ImpactDirection>>("direction", "Good or bad.")
            .Argument<WireEnumType<ImpactLevel>>("level", "At which level.")
            .Text("validAt", "What agents had said by the end of this day, `yyyy-MM-dd`; whatever they said when left out.");
        QueryLimits.Expect(ConnectionArguments.AddTo(list).AsOf(), Expected).ResolveAsync(async context =>
        {
            var asked = ConnectionArguments.From(context);
            var page = await context.Service<ImpactQueries>().ListAsync(
                context.Text("dataset") ?? "",
                new ListImpacts
                {
                    Direction = context.EnumText<ImpactDirection>("direction"),
                    Level = context.EnumText<ImpactLevel>("level"),
                    ValidAt = context.Text("validAt"),
                    AsOf = context.Instant("asOf"),
                    Limit = asked.First,
                    Cursor = asked.After,
                    Count = asked.Count,
                },
                context.CancellationToken);
            return page is null ? null : ConnectionPages.Of(page, asked);
        });
        query.Field<ViewType<ImpactSummaryView>>("impactSummary").Description("How many statements of impact there are on a data set, by direction and level; null when there is none that the caller may see.")
            .NeededCode("dataset", "The data set.").AsOf()
            .ResolveAsync(async context => await context.Service<ImpactQueries>().SummaryAsync(context.Text("dataset") ?? "", new GetImpactSummary { AsOf = context.Instant("asOf") }, context.CancellationToken));
    }
}
