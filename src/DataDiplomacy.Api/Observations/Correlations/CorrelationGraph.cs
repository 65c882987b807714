using DataDiplomacy.Api.Graph;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Series;
using DataDiplomacy.Core.Observations.Relations;
using GraphQL;
using GraphQL.Types;

namespace DataDiplomacy.Api.Observations.Correlations;

/// <summary>A series in an area, as it is correlated.</summary>
public sealed class CorrelationVariableGraph : ViewType<CorrelationVariableView>
{
    public CorrelationVariableGraph() => ObservationGraph.AddDimensions(this, "dimensions", variable => variable.Dimensions);
}

/// <summary>Correlations at the graph door.</summary>
public static class CorrelationGraph
{
    public static void AddTo(ObjectGraphType query) =>
        query.Field<ViewType<CorrelationListView>>("correlations")
            .Description("Correlations of series in areas, without taking a common trend for a relation. Each series in each area is a variable, 2 to 60 in all.")
            .Argument<NonNullGraphType<ListGraphType<NonNullGraphType<IdGraphType>>>>("series", "Series codes, 1 to 30.")
            .Argument<NonNullGraphType<ListGraphType<NonNullGraphType<IdGraphType>>>>("area", "Areas by M49 code (padded or not), ISO 3166-1 alpha-2 or alpha-3, 1 to 30.")
            .Codes("with", "Series to hold fixed in a partial correlation, at most 5, in the area of the pair.")
            .Argument<IntGraphType>("lags", "Largest lag to look at in either direction, 0 to 20 periods; 0 when left out.")
            .Argument<WireEnumType<SeriesPairMode>>("mode", "What is correlated; differences when left out.")
            .Argument<BooleanGraphType>("force", "True gives the figures of levels although both series trend, with the warning.")
            .Argument<FloatGraphType>("confidence", "Confidence of the intervals, between 0 and 1, both excluded; 0.95 when left out.")
            .Code("dataset", "The data set; needed when a series code lives in several.")
            .ObservationFilters()
            .AsOf()
            .ResolveAsync(async context => await context.Service<CorrelationQueries>().FindAsync(
                new GetCorrelations
                {
                    Series = context.Texts("series"),
                    Area = context.Texts("area"),
                    With = context.Texts("with"),
                    Lags = context.GetArgument<int?>("lags"),
                    Mode = context.EnumText<SeriesPairMode>("mode"),
                    Force = context.Flag("force"),
                    Confidence = context.GetArgument<double?>("confidence"),
                    Dataset = context.Text("dataset"),
                    From = context.Text("from"),
                    To = context.Text("to"),
                    Dimensions = context.Dimensions(),
                    Headline = context.Flag("headline"),
                    AsOf = context.Instant("asOf"),
                },
                WireFormat.Json,
                context.CancellationToken));
}
