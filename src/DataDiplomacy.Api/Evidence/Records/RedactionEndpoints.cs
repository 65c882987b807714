using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Evidence.Records;

public static class RedactionEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/evidence/{id}/redactions", AddAsync).WithTags("Evidence").WithSummary("Takes a redaction of a record in: a record of its own, without some of the content")
            .WithDescription("multipart/form-data with two parts in this order: `redaction` as JSON, `content` as the file without what was removed, at most 2 GiB. The answer is the new record, of the kind of its original. That it was redacted, why, by whose order and where is written of both records at once, signed and in the log; whoever may not know of the original gets neither its id nor its digest (`withheld` of the event). The original stays as it is.")
            .Takes("id", "ev-0198f2b1c0e57d4a8936b1f0c2d4e6a8", "The original.")
            .Accepts<AddRedactionForm>("multipart/form-data").Creates<AddedRecordView>().Refuses(400, 401, 403, 404, 410, 413, 415, 422, 507)
            .WithMetadata(new StreamedBody(RecordOptions.MostBytes + RecordOptions.AroundContent), new OwnTag()).DisableAntiforgery().Needs(Role.Editor);

    private static async Task<IResult> AddAsync(string id, HttpContext http, RedactionCommands commands, RecordOptions options, CancellationToken cancellationToken)
    {
        RecordEndpoints.AllowContent(http, options);
        var original = await commands.FindAsync(id, cancellationToken) ?? throw ProblemException.NoRecord(id);
        var upload = await RecordFormats.ReadAsync<AddRedaction>(http.Request, "redaction", request => commands.Check(original, request), cancellationToken);
        var added = await commands.AddAsync(original, upload, cancellationToken);
        return TypedResults.Created($"/v1/evidence/{added.Id}", added);
    }
}
