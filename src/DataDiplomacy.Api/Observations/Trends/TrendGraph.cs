using DataDiplomacy.Api.Graph;
using DataDiplomacy.Api.Observations.Series;
using GraphQL;
using GraphQL.Types;

namespace DataDiplomacy.Api.Observations.Trends;

/// <summary>The trend of a series in one area.</summary>
public sealed class TrendGraph : ViewType<TrendView>
{
    private static readonly string[] Counts = ["observations", "n", "nDropped", "familySize"];

    public TrendGraph()
    {
        ObservationGraph.AddDimensions(this, "dimensions", trend => trend.Dimensions);
        foreach (var count in Fields.Where(f => Counts.Contains(f.Name, StringComparer.OrdinalIgnoreCase)))
        {
            count.Type = typeof(NonNullGraphType<LongGraphType>);
        }
    }

    public static void AddTo(ObjectGraphType query) =>
        query.Field<TrendGraph>("trend")
            .Description("The trend of a series in one area: whether it changes, how much, and how far to believe it. Null when there is no such series.")
            .NeededCode("series", "Its code, such as `EG_FEC_RNEW`.")
            .NeededCode("area", "The area by M49 code (padded or not), ISO 3166-1 alpha-2 or alpha-3.")
            .Code("dataset", "The data set; needed when the series code lives in several.")
            .ObservationFilters()
            .Argument<FloatGraphType>("confidence", "Confidence of the interval of the slope, between 0 and 1, both excluded; 0.95 when left out.")
            .AsOf()
            .ResolveAsync(async context =>
            {
                var request = RequestOf(context) with { Series = [context.Text("series") ?? ""], Area = [context.Text("area") ?? ""], Dataset = context.Text("dataset"), AsOf = context.Instant("asOf") };
                return (await context.Service<TrendQueries>().FindAsync(request, context.CancellationToken))?.One;
            });

    /// <summary>The part of the request that says what of a series is looked at.</summary>
    public static GetTrends RequestOf(IResolveFieldContext context) => new()
    {
        From = context.Text("from"),
        To = context.Text("to"),
        Dimensions = context.Dimensions(),
        Headline = context.Flag("headline"),
        Confidence = context.GetArgument<double?>("confidence"),
    };
}
