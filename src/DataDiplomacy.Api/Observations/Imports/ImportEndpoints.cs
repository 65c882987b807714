using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DataDiplomacy.Api.Observations.Imports;

public static class ImportEndpoints
{
    private static readonly string[] Files =
    [
        "text/csv", "application/csv", "text/plain", "application/x-ndjson", "application/jsonl", "application/json",
        "application/gzip", "application/x-gzip", "application/octet-stream",
        "application/x-www-form-urlencoded", // What curl --data-binary says when nobody tells it otherwise.
    ];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/datasets/{id}/imports", StartAsync).WithTags("Imports")
            .WithSummary("Imports a file as a new version of a data set")
            .WithDescription("The file is stored durably before the answer; the version appears as a whole or not at all. Follow Location for the result.")
            .Accepts<Stream>("text/csv", [.. Files.Skip(1)])
            .Produces<ImportView>(202).Refuses(400, 401, 403, 404, 413, 415, 422, 507).WithMetadata(new StreamedBody()).Needs(Role.Editor);
        var imports = api.MapGroup("/imports").WithTags("Imports")
            .Takes("importId", "import-0198f2b1c0e57d4a8936b1f0c2d4e6a8", "The import, by the id that its start answered.");
        imports.MapGet("/{importId}", FindAsync).WithSummary("An import, its progress and its result").Gives<ImportView>().Refuses(401, 403).Needs(Role.Editor);
        imports.MapGet("/{importId}/rejected", RejectedAsync).WithSummary("All rejected rows of an import as CSV, with the reason")
            .WithDescription("A detail or raw text that begins with = + - @ TAB or CR has an apostrophe before it, so that no spreadsheet runs it.")
            .Produces(200, contentType: "text/csv").Refuses(401, 403, 404, 406).Offers(WireFormat.Csv).Needs(Role.Editor);
        imports.MapGet("/{importId}/events", EventsAsync).WithSummary("The progress of an import as server-sent events")
            .Produces(200, contentType: "text/event-stream").Refuses(401, 403, 404, 406).Offers(WireFormat.Events).Needs(Role.Editor);
    }

    private static async Task<IResult> StartAsync([AsParameters] StartImport request, HttpContext http, ImportCommands commands, ImportQueries queries,
        ImportOptions options, CancellationToken cancellationToken)
    {
        CheckBody(http.Request);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = options.MaxBytes;
        }

        var id = await commands.StartAsync(request, http.Request.Body, cancellationToken)
            ?? throw new ProblemException(Problems.NotFound, $"There is no data set '{request.Id}' that you may see. POST /v1/datasets registers one.");
        return TypedResults.Accepted($"/v1/imports/{id}", await queries.FindAsync(id, cancellationToken));
    }

    private static async Task<IResult> FindAsync(string importId, HttpContext http, ImportQueries queries, CancellationToken cancellationToken)
    {
        var import = await RequireAsync(importId, queries, cancellationToken);
        return HasAlready(http, import) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(import);
    }

    private static async Task RejectedAsync(string importId, HttpContext http, ImportQueries queries, CancellationToken cancellationToken)
    {
        if (HasAlready(http, await RequireAsync(importId, queries, cancellationToken)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        http.Response.ContentType = "text/csv; charset=utf-8";
        var csv = new CsvResponse(http.Response.BodyWriter);
        csv.WriteRow("line", "column", "code", "detail", "raw");
        await foreach (var row in queries.RejectedAsync(importId, cancellationToken))
        {
            csv.WriteRow(row.Line.ToString(System.Globalization.CultureInfo.InvariantCulture), row.Column, row.Code, CsvResponse.Label(row.Detail), CsvResponse.Label(row.Raw));
            await csv.FlushIfLargeAsync(cancellationToken);
        }

        await csv.FlushAsync(cancellationToken);
    }

    /// <summary>An import that is over changes no more and has a tag; one that runs is kept by nobody.</summary>
    private static bool HasAlready(HttpContext http, ImportView import)
    {
        if (import.IsOver)
        {
            return EntityTag.IsUnchanged(http, $"{import.Id} {import.State} {import.FinishedAt:O}");
        }

        http.Response.Headers.CacheControl = "no-store";
        return false;
    }

    private static async Task<IResult> EventsAsync(string importId, ImportQueries queries, IHostApplicationLifetime lifetime, TimeProvider time, CancellationToken cancellationToken)
    {
        await RequireAsync(importId, queries, cancellationToken);
        return TypedResults.ServerSentEvents(FollowAsync(importId, queries, lifetime, time, cancellationToken));
    }

    /// <summary>One event for each change, the last one when the import is over. A stop of the server does not wait for that: whoever follows asks again.</summary>
    private static async IAsyncEnumerable<SseItem<ImportView>> FollowAsync(string importId, ImportQueries queries, IHostApplicationLifetime lifetime, TimeProvider time,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (ImportState, long, double)? last = null;
        while (!lifetime.ApplicationStopping.IsCancellationRequested && await queries.FindAsync(importId, cancellationToken) is { } import)
        {
            var now = (import.State, import.RowsRead, import.Progress);
            if (now != last)
            {
                last = now;
                yield return new SseItem<ImportView>(import, import.IsOver ? "done" : "progress");
            }

            if (import.IsOver)
            {
                yield break;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(250), time, cancellationToken);
        }
    }

    private static void CheckBody(HttpRequest request)
    {
        var type = request.ContentType?.Split(';')[0].Trim();
        if (type is not null && !Files.Contains(type, StringComparer.OrdinalIgnoreCase))
        {
            throw new ProblemException(Problems.UnsupportedMediaType, $"'{type}' is not supported. Send the file itself as the body, as one of {string.Join(", ", Files)}.");
        }

        if (request.Headers.ContentEncoding is { Count: > 0 } coding && !string.Equals(coding, "gzip", StringComparison.OrdinalIgnoreCase)
            && !string.Equals(coding, "identity", StringComparison.OrdinalIgnoreCase))
        {
            throw new ProblemException(Problems.UnsupportedMediaType, $"Content-Encoding '{coding}' is not supported. Send the file plain or as gzip.");
        }
    }

    private static async Task<ImportView> RequireAsync(string importId, ImportQueries queries, CancellationToken cancellationToken) =>
        await queries.FindAsync(importId, cancellationToken)
        ?? throw new ProblemException(Problems.NotFound, $"There is no import '{importId}' that you may see.");
}
