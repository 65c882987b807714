using DataDiplomacy.Api.Catalogue.Provenance;
using DataDiplomacy.Api.Graph;
using GraphQL;
using GraphQL.Types;

namespace DataDiplomacy.Api.Observations.Series;

/// <summary>An observation with its history.</summary>
public sealed class ObservationGraph : ViewType<ObservationView>
{
    private const int ExpectedVersions = 3;
    private const int ExpectedDimensions = 2;

    public ObservationGraph()
    {
        AddDimensions(this, "dimensions", observation => observation.Dimensions);
        QueryLimits.Expect(
            Field<NonNullGraphType<ListGraphType<NonNullGraphType<HistoryEntryGraph>>>>("history").Description("What was known about it, and when, oldest first."),
            ExpectedVersions).Resolve(context => context.Loader<ObservationView, HistoryView>("histories", context.Service<HistoryQueries>().OfAsync)
                .Load(context.Source)
                .Then(history => history?.Items));
        ProvenanceGraph.AddTo(this, observation => observation.Id);
    }

    public static void AddTo(ObjectGraphType query)
    {
        var list = query.Field<NonNullGraphType<ConnectionOf<ObservationView, ObservationGraph>>>("observations")
            .Description("Observations, ordered by series, area, key and period. Filters are joined by and; the codes of one filter by or.")
            .Codes("series", "Series codes, at most 100; all series when left out.")
            .Codes("area", "Areas by M49 code (padded or not), ISO 3166-1 alpha-2 or alpha-3, at most 100.")
            .Codes("group", "Groups of areas: M49 regions, `LDC`, `LLDC`, `SIDS`. Their members are added to `area`.")
            .Code("dataset", "The data set; needed when a series code lives in several.")
            .ObservationFilters()
            .Argument<BooleanGraphType>("latest", "True keeps the latest observation with a value of each series key.")
            .Argument<InstantType>("updatedAfter", "Only what this server published after this instant; each item then says how it changed.")
            .AsOf();
        ConnectionArguments.AddTo(list).ResolvePage((context, asked) => context.Service<ObservationQueries>().ListAsync(
            RequestOf(context) with { Limit = asked.First, Cursor = asked.After, Count = asked.Count }, context.CancellationToken));
    }

    /// <summary>A map of codes by dimension as a list, which the dictionary of the REST door has no other form for here.</summary>
    public static void AddDimensions<TView>(ObjectGraphType<TView> type, string name, Func<TView, IReadOnlyDictionary<string, string>> dimensions) =>
        QueryLimits.Expect(
            type.Field<NonNullGraphType<ListGraphType<NonNullGraphType<ViewType<DimensionCodeView>>>>>(name).Description("Codes of the other dimensions, by dimension id."),
            ExpectedDimensions).Resolve(context => context.Service<SeriesTerms>().Labelled(dimensions(context.Source)));

    private static ListObservations RequestOf(IResolveFieldContext context) => new()
    {
        Series = context.Texts("series"),
        Area = context.Texts("area"),
        Group = context.Texts("group"),
        Dataset = context.Text("dataset"),
        From = context.Text("from"),
        To = context.Text("to"),
        Dimensions = context.Dimensions(),
        Headline = context.Flag("headline"),
        Latest = context.Flag("latest"),
        UpdatedAfter = context.Instant("updatedAfter"),
        AsOf = context.Instant("asOf"),
    };
}

/// <summary>A value and the time in which it was known.</summary>
public sealed class HistoryEntryGraph : ViewType<HistoryEntryView>
{
    public HistoryEntryGraph() => ObservationGraph.AddDimensions(this, "dimensions", entry => entry.Dimensions);
}
