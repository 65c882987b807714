using DataDiplomacy.Api.Graph;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Series;
using GraphQL.Types;

namespace DataDiplomacy.Api.Observations.Indicators;

/// <summary>An indicator with the series that serve it.</summary>
public sealed class IndicatorGraph : ViewType<IndicatorView>
{
    private const int ExpectedSeries = 2;

    public IndicatorGraph()
        : base(indicator => indicator.Series)
    {
        var series = Field<NonNullGraphType<ConnectionOf<SeriesView, SeriesGraph>>>("series")
            .Description("Series that the caller may see and that name one of its codes, by data set and code. Data sets name codes of the edition of their day.");
        QueryLimits.Expect(ConnectionArguments.AddTo(series), ExpectedSeries).ResolveAsync(async context =>
        {
            var asked = ConnectionArguments.From(context);
            var indicator = context.Source;
            var request = new ListSeries { Indicator = indicator.Code, AsOf = indicator.AsOf, Limit = asked.First, Cursor = asked.After, Count = asked.Count };
            var queries = context.Service<SeriesQueries>();
            if (asked.After is not null)
            {
                // A cursor belongs to one indicator: there is nothing to batch.
                return ConnectionPages.Of(await queries.ListAsync(request, context.CancellationToken), asked);
            }

            return context.Loader<IndicatorView, IReadOnlyList<SeriesRef>>($"series of indicators as of {indicator.AsOf}",
                    (indicators, cancellationToken) => SeriesOfAsync(queries, indicators, cancellationToken))
                .Load(indicator)
                .Then(all => ConnectionPages.Of(queries.FirstPage(request, all ?? []), asked));
        });
    }

    public static void AddTo(ObjectGraphType query)
    {
        query.Field<IndicatorGraph>("indicator").Description("An indicator by any of its codes; null when the edition has none.")
            .NeededCode("code", "Any code of the indicator, such as `1.5.1`, or its UNSD code, such as `C200303`.")
            .Argument<StringGraphType>("framework", "The framework.", argument => argument.DefaultValue = "sdg")
            .Text("edition", "Edition of the framework, such as `2025`; the one in force when left out.").AsOf()
            .Resolve(context => context.Service<IndicatorQueries>().FindWording(context.Text("code") ?? "",
                new FindIndicator { Framework = context.Text("framework"), Edition = context.Text("edition"), AsOf = context.Instant("asOf") }));
        var list = query.Field<NonNullGraphType<ConnectionOf<IndicatorView, IndicatorGraph>>>("indicators")
            .Description("Indicators in natural order, each once however many targets it stands under.")
            .Text("framework", "The framework; `sdg` when left out.")
            .Text("edition", "Edition of the framework, such as `2025`; the one in force when left out.")
            .Text("goal", "Goals, separated by commas: indicators under any of them.")
            .Text("target", "Targets, separated by commas: indicators under any of them.")
            .Text("q", "Words that a code or the title contain, ignoring case; all of them.");
        ConnectionArguments.AddTo(list).AsOf().ResolvePage((context, asked) => context.Service<IndicatorQueries>().ListAsync(
            new ListIndicators
            {
                Framework = context.Text("framework"),
                Edition = context.Text("edition"),
                Goal = context.Text("goal") is { } goal ? [goal] : null,
                Target = context.Text("target") is { } target ? [target] : null,
                Q = context.Text("q"),
                AsOf = context.Instant("asOf"),
                Limit = asked.First,
                Cursor = asked.After,
                Count = asked.Count,
            },
            context.CancellationToken));
    }

    private static async Task<IReadOnlyDictionary<IndicatorView, IReadOnlyList<SeriesRef>>> SeriesOfAsync(
        SeriesQueries queries, IReadOnlyList<IndicatorView> indicators, CancellationToken cancellationToken)
    {
        var found = await queries.OfIndicatorsAsync([.. indicators.SelectMany(CodesOf).Distinct()], indicators[0].AsOf, cancellationToken);
        return indicators.ToDictionary(i => i, IReadOnlyList<SeriesRef> (i) =>
        [
            .. CodesOf(i).SelectMany(code => found[code]).DistinctBy(s => s.Id)
                .OrderBy(s => s.Dataset, StringComparer.Ordinal).ThenBy(s => s.Code, StringComparer.Ordinal),
        ]);
    }

    private static IEnumerable<string> CodesOf(IndicatorView indicator) => indicator.UnsdCode is { } code ? indicator.Codes.Append(code) : indicator.Codes;
}
