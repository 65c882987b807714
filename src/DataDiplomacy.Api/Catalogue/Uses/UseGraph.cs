using DataDiplomacy.Api.Graph;
using GraphQL.Types;

namespace DataDiplomacy.Api.Catalogue.Uses;

/// <summary>Uses of data sets at the root.</summary>
public static class UseGraph
{
    private const int Expected = 20;

    public static void AddTo(ObjectGraphType query)
    {
        QueryLimits.Expect(
            query.Field<ViewType<DatasetUsesView>>("datasetUses").Description("How often a data set was read, by which way and what for; null when there is none that the caller may see.")
                .NeededCode("id", "Its id.")
                .Text("from", "First day, `yyyy-MM-dd`; 364 days before the last when left out.")
                .Text("to", "Last day; today when left out.")
                .Codes("by", "What reads are told apart by: `version`, `day`, `channel`, `purpose`, `caller`."),
            Expected).ResolveAsync(async context => await context.Service<UseQueries>().FindAsync(
            context.Text("id") ?? "", new GetUses { From = context.Text("from"), To = context.Text("to"), By = context.Texts("by") }, context.CancellationToken));
        var list = query.Field<ConnectionOf<UseReportView, ViewType<UseReportView>>>("useReports").Description("Uses of a data set that were reported, by the order of entry; null when there is none that the caller may see.")
            .NeededCode("dataset", "The data set.")
            .Text("validAt", "Only uses that went on at this day, `yyyy-MM-dd`; whatever was ever so when left out.");
        QueryLimits.Expect(ConnectionArguments.AddTo(list).AsOf(), Expected).ResolveAsync(async context =>
        {
            var asked = ConnectionArguments.From(context);
            var page = await context.Service<UseReportQueries>().ListAsync(
                context.Text("dataset") ?? "",
                new ListUseReports { ValidAt = context.Text("validAt"), AsOf = context.Instant("asOf"), Limit = asked.First, Cursor = asked.After, Count = asked.Count },
                context.CancellationToken);
            return page is null ? null : ConnectionPages.Of(page, asked);
        });
    }
}
