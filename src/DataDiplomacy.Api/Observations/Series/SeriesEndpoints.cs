using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Observations.Series;

public static class SeriesEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var series = api.MapGroup("/series").WithTags("Series");
        series.MapGet("", ListAsync).WithSummary("Series, by data set and code").Lists<SeriesView>().OpenToAll();
        series.MapGet("/{code}", FindAsync).WithSummary("A series").Gives<SeriesView>().Refuses(409).OpenToAll();
        series.MapGet("/{code}/facets", FacetsAsync).WithSummary("What can be chosen within a series, with counts").Gives<FacetsView>().Refuses(409).OpenToAll();
        var observations = api.MapGroup("/observations").WithTags("Observations");
        observations.MapGet("", ObservationsAsync)
            .WithSummary("Observations, ordered by series, area, key and period")
            .WithDescription("JSON comes in pages; CSV and NDJSON stream the whole answer unless limit is given. In CSV a text for people (seriesTitle, areaName, unitLabel, footnote, source) that begins with = + - @ TAB or CR has an apostrophe before it, so that no spreadsheet runs it; numbers and codes are as published. With updatedAfter: what this server published since, with how it changed.")
            .Produces<PageView<ObservationView>>(200, "application/json", "text/csv", "application/x-ndjson").Refuses(400, 403, 406, 409)
            .OrGives<AnswerSizeView>("A page; with dryRun=true the size of the whole answer.")
            .Offers(WireFormat.Json, WireFormat.Csv, WireFormat.Ndjson).LinksLineage(new("Selection", "Selection of observations", "Observations as published, chosen by the parameters; nothing is computed")).OpenToAll();
        observations.MapGet("/history", HistoryAsync).WithSummary("What was known about one observation, and when").Gives<HistoryView>().Refuses(409, 422).OpenToAll();
        api.MapGet("/datasets/{id}/versions/{a:int}/diff/{b:int}", DiffAsync).WithTags("Datasets")
            .WithSummary("How two versions of a data set differ").Gives<DiffView>().OpenToAll();
    }

    private static async Task<IResult> ListAsync([AsParameters] ListSeries request, SeriesQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.ListAsync(request, cancellationToken));

    private static async Task<IResult> FindAsync([AsParameters] GetSeries request, SeriesQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.FindAsync(request, cancellationToken) ?? throw await MissingAsync(request.Code, queries, cancellationToken));

    private static async Task<IResult> FacetsAsync([AsParameters] GetSeries request, FacetQueries queries, SeriesQueries series, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.FindAsync(request, cancellationToken) ?? throw await MissingAsync(request.Code, series, cancellationToken));

    private static async Task<IResult> ObservationsAsync([AsParameters] ListObservations request, HttpContext http, ObservationQueries queries, ObservationFormats formats, CancellationToken cancellationToken)
    {
        var format = Negotiated.Choose(http);
        if (request.DryRun == true)
        {
            return TypedResults.Ok(await queries.SizeAsync(request, items => formats.BytesOf(format, items), cancellationToken));
        }

        if (format == WireFormat.Csv)
        {
            // The columns are asked for after the state was chosen: a dimension published in between only adds an empty column.
            var observations = await queries.StreamAsync(request, format, cancellationToken);
            await formats.WriteCsvAsync(http.Response, await queries.DimensionsAsync(request, cancellationToken), observations, cancellationToken);
            return TypedResults.Empty;
        }

        if (format == WireFormat.Ndjson)
        {
            await formats.WriteNdjsonAsync(http.Response, await queries.StreamAsync(request, format, cancellationToken), cancellationToken);
            return TypedResults.Empty;
        }

        await formats.WritePageAsync(http.Response, await queries.PageAsync(request, cancellationToken), cancellationToken);
        return TypedResults.Empty;
    }

    private static async Task<IResult> HistoryAsync([AsParameters] GetHistory request, HistoryQueries queries, SeriesQueries series, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.FindAsync(request, cancellationToken) ?? throw await MissingAsync(request.Series ?? "", series, cancellationToken));

    private static async Task<IResult> DiffAsync([AsParameters] GetDiff request, DiffQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.FindAsync(request, cancellationToken) ?? throw new ProblemException(Problems.NotFound,
            $"There are no versions {request.A} and {request.B} of a data set '{request.Id}' that you may see. GET /v1/datasets/{request.Id}/versions lists them."));

    private static async Task<ProblemException> MissingAsync(string code, SeriesQueries queries, CancellationToken cancellationToken) =>
        new(Problems.NotFound, $"There is no series '{code}' in that state that you may see. GET /v1/series lists them.")
        {
            Suggestions = await queries.SuggestAsync(code, cancellationToken),
        };
}
