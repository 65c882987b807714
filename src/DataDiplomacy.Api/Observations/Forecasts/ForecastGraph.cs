using DataDiplomacy.Api.Graph;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Series;
using DataDiplomacy.Core.Statistics.Forecasts;
using GraphQL;
using GraphQL.Types;

namespace DataDiplomacy.Api.Observations.Forecasts;

/// <summary>A parameter of a model.</summary>
/// <param name="Name" example="drift">Its name.</param>
/// <param name="Value" example="0.7067">Its value, on the scale of the forecast.</param>
public sealed record ForecastParameterView(string Name, double Value);

/// <summary>The forecast of one model.</summary>
public sealed class ModelForecastGraph : ViewType<ModelForecastView>
{
    private const int ExpectedParameters = 6;

    public ModelForecastGraph() => QueryLimits.Expect(
            Field<NonNullGraphType<ListGraphType<NonNullGraphType<ViewType<ForecastParameterView>>>>>("parameters").Description("Its parameters, on the scale of the forecast."),
            ExpectedParameters)
        .Resolve(context => context.Source.Parameters.Select(p => new ForecastParameterView(p.Key, p.Value)));
}

/// <summary>One series in one area, by several models.</summary>
public sealed class ForecastGraph : ViewType<ForecastView>
{
    private const int ExpectedModels = 5;
    private const int ExpectedItems = 10;

    public ForecastGraph()
        : base(forecast => forecast.Models)
    {
        ObservationGraph.AddDimensions(this, "dimensions", forecast => forecast.Dimensions);
        QueryLimits.Expect(
            Field<NonNullGraphType<ListGraphType<NonNullGraphType<ModelForecastGraph>>>>("models").Description("The models, at least two; empty where nothing was forecast."),
            ExpectedModels).Resolve(context => context.Source.Models);
    }

    public static void AddTo(ObjectGraphType query) =>
        QueryLimits.Expect(
            query.Field<NonNullGraphType<ListGraphType<NonNullGraphType<ForecastGraph>>>>("forecasts")
                .Description("Series in areas forecast by several models at once: the range they span, the chance of a target, and how they did on values held back.")
                .Argument<NonNullGraphType<ListGraphType<NonNullGraphType<IdGraphType>>>>("series", "Series codes, 1 to 30.")
                .Codes("area", "Areas by M49 code (padded or not), ISO 3166-1 alpha-2 or alpha-3; an area or a group is needed.")
                .Codes("group", "Groups of areas, such as `LDC`; their members are added to `area`.")
                .Code("dataset", "The data set; needed when a series code lives in several.")
                .ObservationFilters()
                .Argument<IntGraphType>("horizon", "Steps ahead, 1 to 50; up to the year of the target when left out, else 5.")
                .Argument<FloatGraphType>("target", "Value to be reached at the last step; the target of the series in its year when left out.")
                .Argument<WireEnumType<TargetDirection>>("targetDirection", "From which side the target is reached.")
                .Argument<ListGraphType<NonNullGraphType<WireEnumType<ForecastModel>>>>("models", "Models, at least two; all that the length allows when left out.")
                .Argument<WireEnumType<ForecastScaleChoice>>("scale", "Scale of the forecast; the logit for shares in per cent when left out.")
                .AsOf(),
            ExpectedItems).ResolveAsync(async context =>
            (await context.Service<ForecastQueries>().FindAsync(
                new GetForecasts
                {
                    Series = context.Texts("series"),
                    Area = context.Texts("area"),
                    Group = context.Texts("group"),
                    Dataset = context.Text("dataset"),
                    From = context.Text("from"),
                    To = context.Text("to"),
                    Dimensions = context.Dimensions(),
                    Headline = context.Flag("headline"),
                    Horizon = context.GetArgument<int?>("horizon"),
                    Target = context.GetArgument<double?>("target"),
                    TargetDirection = context.EnumText<TargetDirection>("targetDirection"),
                    Models = context.EnumTexts<ForecastModel>("models"),
                    Scale = context.EnumText<ForecastScaleChoice>("scale"),
                    AsOf = context.Instant("asOf"),
                },
                WireFormat.Json,
                context.CancellationToken)).Items);
}
