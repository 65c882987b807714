using DataDiplomacy.Api.Graph;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Trends;
using GraphQL;
using GraphQL.Types;

namespace DataDiplomacy.Api.Observations.Series;

/// <summary>An area of a series with its observations, the latest of them and their trend.</summary>
public sealed class SeriesAreaGraph : ViewType<SeriesAreaView>
{
    private const int ExpectedObservations = 20;

    /// <summary>Pairs of series and area in one statement: each adds some thirty bytes to its text, of which SQLite takes a million.</summary>
    private const int MaxBatch = 20_000;

    public SeriesAreaGraph()
    {
        AddObservations();
        Field<ObservationGraph>("latest")
            .Description("The latest observation with a value: the undisaggregated one, or that of the dimensions given. Null when there is none.")
            .ObservationFilters()
            .Resolve(context =>
            {
                var filters = FiltersOf(context) with { Latest = true };
                return Load(context, filters with { Headline = filters.Headline ?? filters.Dimensions is null }).Then(keys => keys is null ? null : AreaObservationQueries.LatestOf(keys));
            });
        Field<TrendGraph>("trend")
            .Description("The trend in this area; q adjusts over the areas of the series that are asked for together. Where several observations share a period, choose by dimensions or headline.")
            .ObservationFilters()
            .Argument<FloatGraphType>("confidence", "Confidence of the interval of the slope, between 0 and 1, both excluded; 0.95 when left out.")
            .Resolve(context =>
            {
                var queries = context.Service<AreaTrendQueries>();
                return context.Loader<GetAreaTrend, AreaTrendAnswer>("trends of areas", queries.FindAsync, MaxBatch)
                    .Load(queries.Ask(context.Source, TrendGraph.RequestOf(context)))
                    .Then(answer => answer?.Refusal is { } refusal ? throw refusal : answer?.Trend);
            });
    }

    private void AddObservations()
    {
        var observations = Field<NonNullGraphType<ConnectionOf<ObservationView, ObservationGraph>>>("observations")
            .Description("Its observations in this area, by series key and period.").ObservationFilters();
        QueryLimits.Expect(ConnectionArguments.AddTo(observations), ExpectedObservations).ResolveAsync(async context =>
        {
            var asked = ConnectionArguments.From(context);
            var request = FiltersOf(context) with { Limit = asked.First, Cursor = asked.After, Count = asked.Count };
            if (asked.After is not null)
            {
                // A cursor belongs to one series and area: there is nothing to batch.
                var complete = context.Service<AreaObservationQueries>().Ask(RefOf(context.Source), context.Source.AreaId, context.Source.Area.Code, request).Request;
                return ConnectionPages.Of(await context.Service<ObservationQueries>().ListAsync(complete, context.CancellationToken), asked);
            }

            return Load(context, request).Then(page => page is null ? null : ConnectionPages.Of(page, asked));
        });
    }

    /// <summary>All that a query asks of observations of areas goes into one batch.</summary>
    private static GraphQL.DataLoader.IDataLoaderResult<PageView<ObservationView>?> Load(IResolveFieldContext<SeriesAreaView> context, ListObservations request)
    {
        var queries = context.Service<AreaObservationQueries>();
        return context.Loader<ListAreaObservations, PageView<ObservationView>>("observations of areas", queries.ListAsync, MaxBatch)
            .Load(queries.Ask(RefOf(context.Source), context.Source.AreaId, context.Source.Area.Code, request));
    }

    private static ListObservations FiltersOf(IResolveFieldContext context) => new()
    {
        From = context.Text("from"),
        To = context.Text("to"),
        Dimensions = context.Dimensions(),
        Headline = context.Flag("headline"),
    };

    private static SeriesRef RefOf(SeriesAreaView area) => area.Ref ?? throw new InvalidOperationException("The area does not say in which series it was found.");
}
