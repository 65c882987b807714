using DataDiplomacy.Api.Graph;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Series;
using GraphQL.Types;

namespace DataDiplomacy.Api.Observations.Progress;

/// <summary>A number that went into an assessment.</summary>
/// <param name="Name" example="cagrObserved">Its name.</param>
/// <param name="Value" example="-0.02124">The number.</param>
public sealed record ProgressInputView(string Name, double Value);

/// <summary>What one method says of one series in one area.</summary>
public sealed class ProgressGraph : ViewType<SdgProgressView>
{
    private const int ExpectedInputs = 12;
    private const int ExpectedItems = 12;

    public ProgressGraph()
    {
        ObservationGraph.AddDimensions(this, "dimensions", progress => progress.Dimensions);
        QueryLimits.Expect(
            Field<NonNullGraphType<ListGraphType<NonNullGraphType<ViewType<ProgressInputView>>>>>("inputs").Description("Every number that went in and every one on the way."),
            ExpectedInputs).Resolve(context => context.Source.Inputs.Select(i => new ProgressInputView(i.Key, i.Value)));
    }

    public static void AddTo(ObjectGraphType query)
    {
        QueryLimits.Expect(
            query.Field<NonNullGraphType<ListGraphType<NonNullGraphType<ProgressGraph>>>>("sdgProgress")
                .Description("Progress of series in one area by several published methods, side by side; the first hundred series.")
                .NeededCode("area", "The area by M49 code (padded or not), ISO 3166-1 alpha-2 or alpha-3.")
                .Code("indicator", "The series that serve this indicator, such as `7.1.1`.")
                .Code("series", "One series, such as `EG_ELC_ACCS`.")
                .Codes("goal", "Goals: the series that serve any of their indicators.")
                .Code("dataset", "The data set; needed when a series code lives in several.")
                .Argument<ListGraphType<NonNullGraphType<WireEnumType<ProgressMethod>>>>("methods", "Methods to apply; all when left out.")
                .ObservationFilters()
                .Argument<WireEnumType<GapBase>>("apiBase", "Which gap the anticipated gap of ESCAP is measured against; the current one when left out.")
                .Argument<FloatGraphType>("zeroReplacement", "What stands for a zero, of which no growth rate can be taken; 0.001 when left out.")
                .AsOf(),
            ExpectedItems).ResolveAsync(async context =>
            (await context.Service<ProgressQueries>().FindAsync(
                new GetProgress
                {
                    Area = [context.Text("area") ?? ""],
                    Indicator = context.Text("indicator") is { } indicator ? [indicator] : null,
                    Series = context.Text("series") is { } series ? [series] : null,
                    Goal = context.Texts("goal"),
                    Dataset = context.Text("dataset"),
                    Methods = context.EnumTexts<ProgressMethod>("methods"),
                    From = context.Text("from"),
                    To = context.Text("to"),
                    Dimensions = context.Dimensions(),
                    Headline = context.Flag("headline"),
                    ApiBase = context.EnumText<GapBase>("apiBase"),
                    ZeroReplacement = context.Value("zeroReplacement") as double?,
                    AsOf = context.Instant("asOf"),
                },
                WireFormat.Json,
                context.CancellationToken)).Items);
        QueryLimits.Expect(
            query.Field<NonNullGraphType<ListGraphType<NonNullGraphType<ViewType<SdgGoalProgressView>>>>>("sdgGoalProgress")
                .Description("Progress of an area goal by goal, by several published methods.")
                .NeededCode("area", "The area by M49 code (padded or not), ISO 3166-1 alpha-2 or alpha-3.")
                .Codes("goal", "Goals; all that have a series when left out.")
                .Code("dataset", "The data set; needed when a series code lives in several.")
                .Argument<ListGraphType<NonNullGraphType<WireEnumType<ProgressMethod>>>>("methods", "Methods to apply; all when left out.")
                .AsOf(),
            ExpectedItems).ResolveAsync(async context =>
            (await context.Service<GoalQueries>().FindAsync(
                new GetGoalProgress
                {
                    Area = [context.Text("area") ?? ""],
                    Goal = context.Texts("goal"),
                    Dataset = context.Text("dataset"),
                    Methods = context.EnumTexts<ProgressMethod>("methods"),
                    AsOf = context.Instant("asOf"),
                },
                WireFormat.Json,
                context.CancellationToken)).Items);
    }
}
