using DataDiplomacy.Api.Graph;
using GraphQL;
using GraphQL.Types;

namespace DataDiplomacy.Api.Observations.Series;

/// <summary>A series with its areas and facets.</summary>
public sealed class SeriesGraph : ViewType<SeriesView>
{
    private const int ExpectedAreas = 150;

    /// <summary>Facets count all observations of the series.</summary>
    private const double FacetsImpact = 500;

    public SeriesGraph()
    {
        var areas = Field<NonNullGraphType<ConnectionOf<SeriesAreaView, SeriesAreaGraph>>>("areas").Description("The areas that have observations in it, by area order.");
        QueryLimits.Expect(ConnectionArguments.AddTo(areas), ExpectedAreas).Resolve(context =>
        {
            var asked = ConnectionArguments.From(context);
            return context.Loader<ListSeriesAreas, Http.PageView<SeriesAreaView>>("areas of series", context.Service<SeriesAreaQueries>().ListAsync)
                .Load(new ListSeriesAreas(RefOf(context.Source), asked.First, asked.After))
                .Then(page => page is null ? null : ConnectionPages.Of(page, asked));
        });
        Field<NonNullGraphType<ViewType<FacetsView>>>("facets").Description("What can be chosen within it, with counts.").WithComplexityImpact(FacetsImpact, 1).Resolve(context =>
            context.Loader<SeriesRef, FacetsView>("facets", context.Service<FacetQueries>().OfAsync).Load(RefOf(context.Source)));
    }

    public static void AddTo(ObjectGraphType query)
    {
        query.Field<SeriesGraph>("series").Description("A series; null when there is none in that state that the caller may see.")
            .NeededCode("code", "Its code, such as `EG_FEC_RNEW`.")
            .Code("dataset", "The data set; needed when the code lives in several.").AsOf()
            .ResolveAsync(async context => await context.Service<SeriesQueries>().FindAsync(
                new GetSeries { Code = context.Text("code") ?? "", Dataset = context.Text("dataset"), AsOf = context.Instant("asOf") }, context.CancellationToken));
        var list = query.Field<NonNullGraphType<ConnectionOf<SeriesView, SeriesGraph>>>("seriesList").Description("Series, by data set and code.")
            .Code("indicator", "Code of an indicator that they serve, such as `7.2.1`.")
            .Code("dataset", "The data set.")
            .Text("q", "Words that code or title contain, ignoring case; all of them.");
        ConnectionArguments.AddTo(list).AsOf().ResolvePage((context, asked) => context.Service<SeriesQueries>().ListAsync(
            new ListSeries
            {
                Indicator = context.Text("indicator"),
                Dataset = context.Text("dataset"),
                Q = context.Text("q"),
                AsOf = context.Instant("asOf"),
                Limit = asked.First,
                Cursor = asked.After,
                Count = asked.Count,
            },
            context.CancellationToken));
    }

    private static SeriesRef RefOf(SeriesView series) => series.Ref ?? throw new InvalidOperationException("The series does not say where it was found.");
}
