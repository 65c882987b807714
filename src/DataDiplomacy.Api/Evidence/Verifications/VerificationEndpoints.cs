using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Custody;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Evidence.Verifications;

public static class VerificationEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var verifications = api.MapGroup("/evidence/{id}/verifications").WithTags("Evidence").WithMetadata(new OwnTag()).Takes("id", "ev-0198f2b1c0e57d4a8936b1f0c2d4e6a8", "The record.");
        verifications.MapPost("", RunAsync).WithSummary("Runs checks on a record and signs what they gave")
            .WithDescription("Each check says what it looked at, what it measured, what it does not show and how to do the same elsewhere; what was not checked is listed too. There is no score. The report is a signed statement with a leaf in the log, and an event of custody.")
            .Creates<VerificationView>().Refuses(400, 401, 403, 404, 410, 415).Needs(Role.Editor);
        verifications.MapGet("", ListAsync).WithSummary("The reports about a record, oldest first")
            .WithDescription("As they were signed. After erasure there are none: what opens them was destroyed.")
            .Gives<VerificationListView>().OpenToAll();
    }

    private static async Task<IResult> RunAsync(string id, [FromBody] RunVerification request, VerificationCommands commands, CancellationToken cancellationToken)
    {
        var report = await commands.RunAsync(id, request, cancellationToken) ?? throw ProblemException.NoRecord(id);
        return TypedResults.Created($"/v1/evidence/{id}/verifications", report);
    }

    private static async Task<IResult> ListAsync(string id, HttpContext http, RecordQueries records, VerificationQueries queries, CustodyCommands custody, CancellationToken cancellationToken)
    {
        var record = await records.FindAsync(id, cancellationToken) ?? throw ProblemException.NoRecord(id);
        if (record.Sensitivity is not Sensitivity.Public)
        {
            // Each reading is an event: no copy of the answer may stand for one.
            http.Response.Headers.CacheControl = "no-store";
        }

        await custody.ReadAsync(record, "verifications", isResumed: false, cancellationToken);
        return TypedResults.Ok(new VerificationListView { Items = await queries.ListAsync(record, cancellationToken) });
    }
}
