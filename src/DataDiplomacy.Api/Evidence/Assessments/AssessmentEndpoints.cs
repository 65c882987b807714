using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Custody;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Evidence.Assessments;

public static class AssessmentEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var assessments = api.MapGroup("/evidence/{id}/assessments").WithTags("Evidence").WithMetadata(new OwnTag()).Takes("id", "ev-0198f2b1c0e57d4a8936b1f0c2d4e6a8", "The record.");
        assessments.MapGet("", ListAsync).WithSummary("What analysts hold of claims about a record, oldest first")
            .WithDescription("Until another has judged, the author's grades, bases, likelihood and evidence are withheld from everybody but the author, so that the second judgement is blind. Then all who may see the record see all judgements; where they differ, both stand and nothing is averaged. Corroboration counts records once for each origin; that origins are independent is as declared or known, not proved. Linked records that you may not see are left out.")
            .Produces<AssessmentListView>().Refuses(404).OpenToAll();
        assessments.MapPost("", AssessAsync).WithSummary("Assesses a claim")
            .WithDescription("Source and information are graded apart, each with its basis (Admiralty System); F and 6 say that nobody can judge, not that it is worst. Likelihood is a band of ICD 203, confidence a field of its own. Signed by the server for your key and put into the log; never changed: a later assessment of yours supersedes it.")
            .Creates<AssessmentView>().Refuses(400, 401, 403, 404, 410, 415, 422).Needs(Role.Editor);
        assessments.MapPost("/{assessment}/reviews", ReviewAsync).WithSummary("Judges a claim that somebody else assessed, without having seen their grades")
            .WithDescription("By another than the author, once. One person with two keys is two to this server. The answer shows both judgements and in what they differ.")
            .Takes("assessment", "as-0198f2b1c0e57d4a8936b1f0c2d4e6a9", "The assessment.")
            .Creates<AssessmentView>().Refuses(400, 401, 403, 404, 410, 415, 422).Needs(Role.Editor);
        api.MapGet("/claims", ListClaimsAsync).WithTags("Evidence").WithMetadata(new OwnTag()).WithSummary("The claims of a case with the evidence for and against them")
            .WithDescription("The same claim about several records is one. Evidence counts once for each origin; the assessed record itself counts where somebody names it. What is not reviewed yet is counted as withheld and is in nothing else. Reading claims about what is not public is an event of its custody.")
            .Lists<ClaimView>().Refuses(400, 413).OpenToAll();
    }

    private static async Task<IResult> ListAsync(string id, HttpContext http, RecordQueries records, AssessmentQueries assessments, CustodyCommands custody, CancellationToken cancellationToken)
    {
        var record = await records.FindAsync(id, cancellationToken) ?? throw ProblemException.NoRecord(id);
        if (record.Sensitivity is not Sensitivity.Public)
        {
            // Each reading is an event: no copy of the answer may stand for one.
            http.Response.Headers.CacheControl = "no-store";
        }

        await custody.ReadAsync(record, "assessments", isResumed: false, cancellationToken);
        return TypedResults.Ok(await assessments.ListAsync(record, cancellationToken));
    }

    private static async Task<IResult> ListClaimsAsync([AsParameters] ListClaims request, HttpContext http, ClaimQueries claims, CustodyCommands custody, CancellationToken cancellationToken)
    {
        var (page, read) = await claims.ListAsync(request, cancellationToken);
        foreach (var record in read.Where(r => r.Sensitivity is not Sensitivity.Public))
        {
            http.Response.Headers.CacheControl = "no-store";
            await custody.ReadAsync(record, "claims", isResumed: false, cancellationToken);
        }

        return TypedResults.Ok(page);
    }

    private static async Task<IResult> AssessAsync(string id, [FromBody] AddAssessment request, AssessmentCommands commands, CancellationToken cancellationToken) =>
        TypedResults.Created($"/v1/evidence/{id}/assessments", await commands.AssessAsync(id, request, cancellationToken) ?? throw ProblemException.NoRecord(id));

    private static async Task<IResult> ReviewAsync(string id, string assessment, [FromBody] AddReview request, AssessmentCommands commands, CancellationToken cancellationToken) =>
        TypedResults.Created($"/v1/evidence/{id}/assessments", await commands.ReviewAsync(id, assessment, request, cancellationToken)
            ?? throw new ProblemException(Problems.NotFound, $"There is no record '{id}' with an assessment '{assessment}' that you may see."));
}
