using DataDiplomacy.Api.Graph;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Series;
using GraphQL;
using GraphQL.Types;

namespace DataDiplomacy.Api.Observations.Anomalies;

/// <summary>Alarms of a scan.</summary>
public sealed class AnomalyGraph : ViewType<AnomalyListView>
{
    public static void AddTo(ObjectGraphType query) =>
        query.Field<NonNullGraphType<AnomalyGraph>>("anomalies")
            .Description("Periods whose value differs from those before them, by several published methods; a ranking for a person to look at.")
            .Argument<NonNullGraphType<ListGraphType<NonNullGraphType<IdGraphType>>>>("series", "Codes of the series, 1 to 30.")
            .Codes("area", "Areas by M49 code (padded or not), ISO 3166-1 alpha-2 or alpha-3, at most 100; all areas of the series when left out.")
            .Codes("group", "Groups of areas: M49 regions, `LDC`, `LLDC`, `SIDS`. Their members are added to `area`.")
            .Code("dataset", "The data set; needed when a series code lives in several.")
            .ObservationFilters()
            .Codes("methods", "`ears`, `farrington`, `farrington_flexible`, `negbin`, `cusum`, `ewma`, `robust_z`; those that fit the values when left out.")
            .Argument<FloatGraphType>("alpha", "Highest p that is an alarm; the level of each method when left out.")
            .Argument<IntGraphType>("baseline", "Length of the baseline in periods, 5 to 366.")
            .Argument<IntGraphType>("limit", "Most items of `alarms`, 1 to 10,000; 100 when left out.")
            .Argument<BooleanGraphType>("onlyAlarms", "False lists every test, also those without an alarm.")
            .AsOf()
            .ResolveAsync(async context => await context.Service<AnomalyQueries>().FindAsync(RequestOf(context), WireFormat.Json, context.CancellationToken));

    private static GetAnomalies RequestOf(IResolveFieldContext context) => new()
    {
        Series = context.Texts("series"),
        Area = context.Texts("area"),
        Group = context.Texts("group"),
        Dataset = context.Text("dataset"),
        From = context.Text("from"),
        To = context.Text("to"),
        Dimensions = context.Dimensions(),
        Headline = context.Flag("headline"),
        Methods = context.Texts("methods"),
        Alpha = context.GetArgument<double?>("alpha"),
        Baseline = context.GetArgument<int?>("baseline"),
        Limit = context.GetArgument<int?>("limit"),
        OnlyAlarms = context.Flag("onlyAlarms"),
        AsOf = context.Instant("asOf"),
    };
}

/// <summary>What one method did with one series in one area.</summary>
public sealed class AnomalyScanGraph : ViewType<AnomalyScanView>
{
    public AnomalyScanGraph() => ObservationGraph.AddDimensions(this, "dimensions", scan => scan.Dimensions);
}
