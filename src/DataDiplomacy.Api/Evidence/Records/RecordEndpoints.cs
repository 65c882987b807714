using System.Globalization;
using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Custody;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Evidence.Records;

public static class RecordEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var evidence = api.MapGroup("/evidence").WithTags("Evidence").WithMetadata(new OwnTag());
        evidence.MapPost("/", AddAsync).WithSummary("Takes a record of evidence in")
            .WithDescription("multipart/form-data with two parts in this order: `record` as JSON, `content` as the file, at most 2 GiB. What is answered is on disk, signed and in the log. Send `sha256` in the record, so that what arrives is held against what you have.")
            .Accepts<AddRecordForm>("multipart/form-data").Creates<AddedRecordView>().Refuses(400, 401, 403, 413, 415, 422, 507)
            .WithMetadata(new StreamedBody(RecordOptions.MostBytes + RecordOptions.AroundContent)).DisableAntiforgery().Needs(Role.Editor);
        evidence.MapGet("", ListAsync).WithSummary("Lists records in the order of their changes")
            .WithDescription("`updatedAfter` gives what was added, changed, redacted or withdrawn since; the last page carries the checkpoint up to which the list is complete. As NDJSON one line each, the checkpoint last.")
            .Gives<RecordPageView>().Offers(WireFormat.Json, WireFormat.Ndjson).Refuses(400, 406).OpenToAll();
        evidence.MapPost("/verify", VerifyAsync).WithSummary("Tells whether contents are known, by their SHA-256 or as files")
            .WithDescription("Send digests, or a file: it is hashed while it arrives and kept nowhere. Files have at most 64 MiB together without a key, 2 GiB with one; for larger ones send the digest. What you may not know of answers exactly like what is not there.")
            .Accepts<VerifyDigests>("application/json", VerifyFormats.Form, VerifyFormats.File)
            .WithMetadata(new OtherBody(VerifyFormats.Form, typeof(VerifyFiles)), new OtherBody(VerifyFormats.File, typeof(Stream)))
            .Produces<DigestMatchesView>().Refuses(400, 413, 415).DisableAntiforgery().OpenToAll();
        var record = evidence.MapGroup("/{id}").Takes("id", "ev-0198f2b1c0e57d4a8936b1f0c2d4e6a8", "The record.");
        record.MapGet("", FindAsync).WithSummary("A record").Gives<RecordView>().Refuses(404).OpenToAll();
        record.MapGet("/content", ContentAsync).WithSummary("The content of a record, or ranges of it")
            .WithDescription("Reading what is not public is an event of custody: one for each download, resumed or not.")
            .Produces(200, contentType: "application/octet-stream").Produces(206, contentType: "application/octet-stream").Refuses(404, 410).Offers().OpenToAll();
        record.MapGet("/custody", CustodyAsync).WithSummary("The events of custody, oldest first").Gives<CustodyListView>().Refuses(404).OpenToAll();
        record.MapPost("/custody", AddEventAsync).WithSummary("Writes an event of custody")
            .WithDescription("Signed by the server for your key; send `dsse` and `signingKey` to have your own signed statement of it stand beside that, disclosed and provable. A transfer is two events: you hand over to an actor, that actor accepts. Nothing is ever changed: a correction is a new event.")
            .Creates<CustodyEventView>().Refuses(400, 401, 403, 404, 410, 415, 422).Needs(Role.Editor);
        record.MapGet("/proof", ProofAsync).WithSummary("The proof that an event is in the log")
            .WithDescription("A C2SP .tlog-proof: check it offline with the entry of the event, the key of the log and any program that knows the format.")
            .Produces<string>(200, "text/plain").Refuses(404).Offers(WireFormat.Text).OpenToAll();
        record.MapPost("/sensitivity", RelabelAsync).WithSummary("Changes who may know of a record")
            .WithDescription("An event of custody. Who can see the record no longer gets 404, and in lists with `updatedAfter` its id as withdrawn. A content that is public no longer is encrypted and destroyed where it lay in the clear; copies that were given away cannot be recalled.")
            .Creates<CustodyEventView>().Refuses(400, 401, 403, 404, 410, 415, 422).Needs(Role.Verifier);
        record.MapPost("/erasure", AskErasureAsync).WithSummary("Asks for a record to be erased")
            .WithDescription("Another person must agree (POST …/erasure/agreement). A record under a legal hold is not erased.")
            .Produces<ErasureView>(202).Refuses(400, 401, 403, 404, 410, 415, 422).Needs(Role.Verifier);
        record.MapPost("/erasure/agreement", AgreeErasureAsync).WithSummary("Agrees to an erasure that somebody else asked for, and erases")
            .WithDescription("Content, key, salts and values are destroyed; the answer is the receipt, an event in the log. Proofs that were made before still verify. Copies that were given away cannot be recalled.")
            .Produces<CustodyEventView>().Refuses(400, 401, 403, 404, 410, 415, 422).Needs(Role.Verifier);
        api.MapGet("/cases", (RecordQueries queries, [AsParameters] ListCases request, CancellationToken cancellationToken) => queries.CasesAsync(request, cancellationToken))
            .WithTags("Evidence").WithSummary("Cases and how many of their records you may know of").Lists<CaseView>().WithMetadata(new OwnTag()).OpenToAll();
    }

    private static async Task<IResult> AddAsync(HttpContext http, RecordCommands commands, RecordOptions options, CancellationToken cancellationToken)
    {
        AllowContent(http, options);
        var upload = await RecordFormats.ReadAsync<AddRecord>(http.Request, "record", commands.Check, cancellationToken);
        var added = await commands.AddAsync(upload, derivation: null, cancellationToken);
        return TypedResults.Created($"/v1/evidence/{added.Id}", added);
    }

    /// <summary>A body as long as a content may be.</summary>
    public static void AllowContent(HttpContext http, RecordOptions options)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = options.MaxBytes + RecordOptions.AroundContent;
        }
    }

    private static async Task<IResult> ListAsync([AsParameters] ListRecords request, HttpContext http, RecordQueries queries, CancellationToken cancellationToken)
    {
        if (Negotiated.Choose(http) != WireFormat.Ndjson)
        {
            return TypedResults.Ok(await queries.ListAsync(request, cancellationToken));
        }

        return TypedResults.Stream(output => WriteLinesAsync(output, request, queries, cancellationToken), "application/x-ndjson");
    }

    /// <summary>All pages, or the one that was asked for by its limit.</summary>
    private static async Task WriteLinesAsync(Stream output, ListRecords request, RecordQueries queries, CancellationToken cancellationToken)
    {
        var page = request with { Limit = request.Limit ?? Paging.MaxLimit };
        while (true)
        {
            var view = await queries.ListAsync(page, cancellationToken);
            foreach (var item in view.Items)
            {
                await WriteLineAsync(output, item, cancellationToken);
            }

            if (view.Next is null || request.Limit is not null)
            {
                await WriteLineAsync(output, new { view.Next, view.Checkpoint }, cancellationToken);
                return;
            }

            page = page with { Cursor = view.Next };
        }
    }

    private static async Task WriteLineAsync<T>(Stream output, T item, CancellationToken cancellationToken)
    {
        await JsonSerializer.SerializeAsync(output, item, WireJson.Options, cancellationToken);
        await output.WriteAsync("\n"u8.ToArray(), cancellationToken);
    }

    private static async Task<IResult> VerifyAsync(HttpRequest request, VerifyQueries queries, RecordVisibility visibility, RecordOptions options, CancellationToken cancellationToken)
    {
        var most = visibility.Caller.Role is null ? options.AnonymousVerifyBytes : options.MaxBytes;
        return TypedResults.Ok(await queries.FindAsync(await VerifyFormats.ReadAsync(request, most, cancellationToken), cancellationToken));
    }

    private static async Task<IResult> FindAsync(string id, HttpContext http, RecordQueries queries, CustodyCommands custody, CancellationToken cancellationToken)
    {
        var record = await RequireAsync(id, http, queries, cancellationToken);
        await custody.ReadAsync(record, "record", isResumed: false, cancellationToken);
        var view = await queries.ToViewAsync(record, cancellationToken);
        // Whether its original is named can change with that record alone.
        return IsKnown(http, record, FormattableString.Invariant($"{record.Id} {record.ChangedIndex} {view.RedactionOf}")) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(view);
    }

    private static async Task<IResult> ContentAsync(string id, HttpContext http, RecordQueries queries, CustodyCommands custody, CancellationToken cancellationToken)
    {
        var record = await RequireAsync(id, http, queries, cancellationToken);
        var detail = queries.DetailOf(record) ?? throw new ProblemException(Problems.Erased, $"The content of {id} was erased. GET /v1/evidence/{id}/custody shows the receipt.");
        if (await queries.HashAsync(record, cancellationToken) != detail.Sha256)
        {
            throw new ProblemException(Problems.ContentDamaged, $"The content of {id} in the storage is not what was taken in. It is not served.");
        }

        await custody.ReadAsync(record, "content", IsResumed(http.Request), cancellationToken);
        if (IsKnown(http, record, $"{record.Id} {detail.Sha256}"))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        http.Response.Headers["Content-Digest"] = $"sha-256=:{Convert.ToBase64String(Convert.FromHexString(detail.Sha256))}:";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{id}\"";
        var content = queries.Open(record) ?? throw new ProblemException(Problems.ContentDamaged, $"The content of {id} is gone from the storage.");
        return TypedResults.Stream(content, detail.MediaType, enableRangeProcessing: true);
    }

    /// <summary>A range that begins behind the first byte goes on with a download.</summary>
    private static bool IsResumed(HttpRequest request) =>
        request.GetTypedHeaders().Range is { Ranges.Count: 1 } range && range.Ranges.First().From is > 0;

    private static async Task<IResult> CustodyAsync(string id, HttpContext http, RecordQueries queries, CustodyCommands custody, CancellationToken cancellationToken)
    {
        var record = await RequireAsync(id, http, queries, cancellationToken);
        await custody.ReadAsync(record, "custody", isResumed: false, cancellationToken);
        return TypedResults.Ok(new CustodyListView { Items = await queries.CustodyAsync(id, cancellationToken) ?? [] });
    }

    private static async Task<IResult> AddEventAsync(string id, [FromBody] AddCustodyEvent request, CustodyCommands commands, CancellationToken cancellationToken)
    {
        var added = await commands.AddAsync(id, request, cancellationToken) ?? throw ProblemException.NoRecord(id);
        return TypedResults.Created($"/v1/evidence/{id}/custody", added);
    }

    private static async Task<IResult> RelabelAsync(string id, [FromBody] ChangeSensitivity request, RelabelCommands commands, CancellationToken cancellationToken)
    {
        var changed = await commands.ChangeAsync(id, request, cancellationToken) ?? throw ProblemException.NoRecord(id);
        return TypedResults.Created($"/v1/evidence/{id}/custody", changed);
    }

    private static async Task<IResult> AskErasureAsync(string id, [FromBody] AskErasure request, ErasureCommands commands, CancellationToken cancellationToken) =>
        TypedResults.Accepted($"/v1/evidence/{id}/custody", await commands.AskAsync(id, request, cancellationToken) ?? throw ProblemException.NoRecord(id));

    private static async Task<IResult> AgreeErasureAsync(string id, [FromBody] AgreeErasure request, ErasureCommands commands, CancellationToken cancellationToken) =>
        TypedResults.Ok(await commands.AgreeAsync(id, request, cancellationToken) ?? throw ProblemException.NoRecord(id));

    private static async Task<IResult> ProofAsync(string id, [AsParameters] FindProof request, RecordQueries queries, CancellationToken cancellationToken) =>
        await queries.ProofAsync(id, request, cancellationToken) is { } proof
            ? TypedResults.Text(proof, "text/plain; charset=utf-8")
            : throw new ProblemException(Problems.NotFound, string.Create(CultureInfo.InvariantCulture, $"There is no record '{id}' with an event {request.Event ?? 1} that you may see."));

    /// <summary>Only public records have tags: of the others each reading is an event and no answer is kept.</summary>
    private static bool IsKnown(HttpContext http, EvidenceRecord record, string state) => record.Sensitivity is Sensitivity.Public && EntityTag.IsUnchanged(http, state);

    private static async Task<EvidenceRecord> RequireAsync(string id, HttpContext http, RecordQueries queries, CancellationToken cancellationToken)
    {
        var record = await queries.FindAsync(id, cancellationToken) ?? throw ProblemException.NoRecord(id);
        if (record.Sensitivity is not Sensitivity.Public)
        {
            // Each reading is an event: no copy of the answer may stand for one.
            http.Response.Headers.CacheControl = "no-store";
        }

        return record;
    }
}
