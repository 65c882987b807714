using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Evidence.Timestamps;

public static class TimestampEndpoints
{
    private const string Forever = "public, max-age=31536000, immutable";

    public static void Map(IEndpointRouteBuilder app)
    {
        var stamps = app.MapGroup("/log/timestamps").WithTags("Log");
        stamps.MapGet("", (TimestampQueries queries, CancellationToken cancellationToken) => queries.StateAsync(cancellationToken))
            .WithSummary("How it stands with the time-stamps of checkpoints")
            .WithDescription("For each authority its newest stamp (RFC 3161), what waits for one, and why the last attempt failed. Where nobody stamps, times rest on the clock of this server alone.")
            .Produces<TimestampStateView>().OpenToAll();
        stamps.MapGet("/{size:long}/{file}", FileAsync).WithSummary("A time-stamp of a checkpoint, or the checkpoint that was stamped")
            .WithDescription("Files: `checkpoint` (what was stamped), `NAME.tsr` (the response), `NAME.tst` (the token alone). Check them with `openssl ts -verify -data checkpoint -in NAME.tsr -CAfile ROOTS -attime GENTIME`.")
            .Takes("size", "1180", "Size of the checkpoint.").Takes("file", "authority-one.tsr", "The file.")
            .Produces(200, contentType: "application/timestamp-reply").Refuses(404).OpenToAll();
    }

    private static async Task<IResult> FileAsync(long size, string file, HttpContext http, TimestampQueries queries, CancellationToken cancellationToken)
    {
        var bytes = await queries.FindAsync(size, file, cancellationToken)
            ?? throw new ProblemException(Problems.NotFound, "There is no such time-stamp. GET /log/timestamps lists the newest of each authority.");
        http.Response.Headers.CacheControl = Forever;
        return TypedResults.Bytes(bytes, file == "checkpoint" ? "text/plain; charset=utf-8" : "application/timestamp-reply");
    }
}
