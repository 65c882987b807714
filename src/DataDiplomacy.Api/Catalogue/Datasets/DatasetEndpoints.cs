using System.Globalization;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace DataDiplomacy.Api.Catalogue.Datasets;

public static class DatasetEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var datasets = api.MapGroup("/datasets").WithTags("Datasets")
            .Takes("id", "sdg-demo", "The data set, by its id.").Takes("n", "2", "Number of the version, from 1.")
            .Takes("asOf", "2019-06-01", "The state to read: what was recorded at or before this instant (RFC 3339, or a date meaning 00:00 UTC). Default: now.")
            .Takes(HeaderNames.IfMatch, "\"r1\"", "The ETag of the description that you read, so that nobody's change is lost.");
        datasets.MapGet("", ListAsync).WithSummary("Data sets, by id").Lists<DatasetView>().OpenToAll();
        datasets.MapPost("", RegisterAsync).WithSummary("Registers a data set").Accepts<RegisterDataset>("application/json")
            .Creates<DatasetView>().Refuses(400, 401, 403, 409, 415).Needs(Role.Editor);
        datasets.MapGet("/{id}", FindAsync).WithSummary("A data set with its newest version").Gives<DatasetView>().OpenToAll();
        datasets.MapPut("/{id}", DescribeAsync).WithSummary("Replaces the description of a data set").Accepts<DescribeDataset>("application/json")
            .Gives<DatasetView>().Refuses(401, 403, 412, 415, 428).Needs(Role.Editor);
        datasets.MapDelete("/{id}", DeleteAsync).WithSummary("Deletes a data set that has no version yet")
            .Produces(204).Refuses(401, 403, 404, 409, 412, 422, 428).Needs(Role.Editor);
        datasets.MapGet("/{id}/versions", ListVersionsAsync).WithSummary("Versions of a data set, oldest first").Lists<DatasetVersionView>().Refuses(404).OpenToAll();
        datasets.MapGet("/{id}/versions/{n:int}", FindVersionAsync).WithSummary("A version of a data set").Gives<DatasetVersionView>().OpenToAll();
    }

    /// <summary>The ETag of a description.</summary>
    public static string TagOf(int revision) => $"\"r{revision.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>True for the tag that a change answered, <c>"r2"</c>, and for that of any GET of the same revision, <c>"r2-…"</c>.</summary>
    public static bool IsTagOf(int revision, string tag) =>
        tag == TagOf(revision) || tag.StartsWith(TagOf(revision).TrimEnd('"') + "-", StringComparison.Ordinal) && tag.EndsWith('"');

    private static async Task<IResult> ListAsync([AsParameters] ListDatasets request, DatasetQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.ListAsync(request, cancellationToken));

    private static async Task<IResult> RegisterAsync(RegisterDataset request, DatasetCommands commands, HttpContext http, CancellationToken cancellationToken)
    {
        var dataset = await commands.RegisterAsync(request, cancellationToken);
        http.Response.Headers.ETag = TagOf(dataset.Revision);
        return TypedResults.Created($"/v1/datasets/{dataset.Id}", dataset);
    }

    private static async Task<IResult> FindAsync(string id, [FromQuery] string? asOf, DatasetQueries queries, HttpContext http, CancellationToken cancellationToken) =>
        Found(await queries.FindAsync(id, asOf, cancellationToken), id, http);

    private static async Task<IResult> DescribeAsync(string id, DescribeDataset request, [FromHeader(Name = "If-Match")] string? ifMatch,
        DatasetCommands commands, DatasetQueries queries, HttpContext http, CancellationToken cancellationToken)
    {
        var changed = await commands.DescribeAsync(id, request, ifMatch, cancellationToken);
        return Found(changed is null ? null : await queries.FindAsync(id, null, cancellationToken), id, http);
    }

    private static async Task<IResult> DeleteAsync(string id, [FromHeader(Name = "If-Match")] string? ifMatch, DatasetCommands commands, CancellationToken cancellationToken) =>
        await commands.DeleteAsync(id, ifMatch, cancellationToken) ? TypedResults.NoContent() : throw Missing(id);

    private static async Task<IResult> ListVersionsAsync(string id, [AsParameters] ListVersions request, VersionQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.ListAsync(id, request, cancellationToken) ?? throw Missing(id));

    private static async Task<IResult> FindVersionAsync(string id, int n, VersionQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.FindAsync(id, n, cancellationToken)
            ?? throw new ProblemException(Problems.NotFound, $"There is no version {n} of a data set '{id}' that you may see."));

    private static Microsoft.AspNetCore.Http.HttpResults.Ok<DatasetView> Found(DatasetView? dataset, string id, HttpContext http)
    {
        if (dataset is null)
        {
            throw Missing(id);
        }

        http.Response.Headers.ETag = TagOf(dataset.Revision);
        return TypedResults.Ok(dataset);
    }

    private static ProblemException Missing(string id) =>
        new(Problems.NotFound, $"There is no data set '{id}' that you may see. GET /v1/datasets lists them.");
}
