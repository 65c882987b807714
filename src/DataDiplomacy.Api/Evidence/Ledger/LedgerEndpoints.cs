using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Logs;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Evidence.Ledger;

/// <summary>The log as c2sp.org/tlog-tiles lays it out: static files to any client, also of other programs.</summary>
public static class LedgerEndpoints
{
    /// <summary>Full tiles and bundles never change, nor do partial ones of a width.</summary>
    private const string Forever = "public, max-age=31536000, immutable";

    public static void Map(IEndpointRouteBuilder app)
    {
        var log = app.MapGroup("/log").WithTags("Log");
        log.MapGet("/checkpoint", CheckpointAsync).WithSummary("The newest checkpoint of the log")
            .WithDescription("A signed note (c2sp.org/tlog-checkpoint): name of the log, number of entries, root of the tree (RFC 6962), the log's signature and those of witnesses. Keep it: a later one must begin with the same entries.")
            .Produces<string>(200, "text/plain").Refuses(404).OpenToAll();
        log.MapGet("/vkey", (LedgerQueries queries) => Text(queries.VerifierKey + "\n")).WithSummary("The key that checks checkpoints, one line")
            .WithDescription("A vkey (c2sp.org/signed-note). Take it once from somebody you trust and keep it; a key that comes with what it checks proves nothing.")
            .Produces<string>(200, "text/plain").OpenToAll();
        log.MapGet("/custodian.pem", (LedgerQueries queries) => Text(queries.CustodianKey)).WithSummary("The key that checks statements of custody, as PEM")
            .Produces<string>(200, "text/plain").OpenToAll();
        log.MapGet("/witnesses", (WitnessQueries queries, CancellationToken cancellationToken) => queries.StateAsync(cancellationToken))
            .WithSummary("The policy of witnesses, and the newest checkpoint that any of them cosigned")
            .WithDescription("Without witnesses a server could show two histories to two readers. Proofs are given under the newest checkpoint that meets the quorum, where one covers the entry.")
            .Produces<WitnessStateView>().OpenToAll();
        log.MapPost("/cosignatures", AddCosignaturesAsync).WithSummary("Brings cosignatures of witnesses for a checkpoint")
            .WithDescription("The checkpoint with the lines that witnesses signed (c2sp.org/tlog-cosignature). Kept is what verifies under the keys of the policy, once each.")
            .Accepts<AddCosignatures>("application/json").Produces<CosignaturesView>().Refuses(400, 401, 403, 415, 422).Needs(Role.Verifier);
        log.MapGet("/tile/{**path}", TileAsync).WithSummary("A tile of hashes or a bundle of entries")
            .WithDescription("Paths are those of c2sp.org/tlog-tiles: `<L>/<N>[.p/<W>]` and `entries/<N>[.p/<W>]`, N in groups of three digits. What the newest checkpoint does not cover is not there.")
            .Produces(200, contentType: "application/octet-stream").Refuses(404).OpenToAll()
            .ExcludeFromDescription(); // OpenAPI has no paths of any number of segments.
    }

    /// <summary>What is proved of data sets.</summary>
    public static void MapProofs(RouteGroupBuilder api) =>
        api.MapGet("/datasets/{id}/versions/{n:int}/proof", VersionProofAsync).WithTags("Datasets").WithSummary("The proof that a version was published as it stands")
            .WithDescription("The leaf commits to the SHA-256 of the file as it was received and to both clocks. Save entry and proof as files and check them offline: the verifier's `proof`.")
            .Takes("id", "sdg-demo", "The data set.").Takes("n", "1", "The version, from 1.")
            .Gives<LeafProofView>().Refuses(404).WithMetadata(new OwnTag()).OpenToAll();

    private static async Task<IResult> VersionProofAsync(string id, int n, VersionProofQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queries.FindAsync(id, n, cancellationToken)
            ?? throw new ProblemException(Problems.NotFound, $"There is no version {n} of a data set '{id}' that you may see."));

    private static async Task<IResult> AddCosignaturesAsync([FromBody] AddCosignatures request, WitnessCommands commands, CancellationToken cancellationToken) =>
        TypedResults.Ok(await commands.AddAsync(request, cancellationToken));

    private static async Task<IResult> CheckpointAsync(HttpContext http, LedgerQueries queries, CancellationToken cancellationToken)
    {
        var note = await queries.CheckpointAsync(cancellationToken)
            ?? throw new ProblemException(Problems.NotFound, "Nothing is sealed yet. The first checkpoint follows within two seconds of the start.");
        http.Response.Headers.CacheControl = "public, max-age=1";
        return Text(note.ToString());
    }

    private static async Task<IResult> TileAsync([FromRoute] string path, HttpContext http, LedgerQueries queries, CancellationToken cancellationToken)
    {
        if (LogTile.Parse("tile/" + path) is not { } tile || await queries.TileAsync(tile, cancellationToken) is not { } bytes)
        {
            throw new ProblemException(Problems.NotFound, "The newest checkpoint covers no such tile, or its path is written otherwise (c2sp.org/tlog-tiles).");
        }

        http.Response.Headers.CacheControl = Forever;
        return TypedResults.Bytes(bytes, "application/octet-stream");
    }

    private static IResult Text(string text) => TypedResults.Text(text, "text/plain; charset=utf-8");
}
