using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Evidence.Packages;

public static class PackageEndpoints
{
    private const string Zip = "application/zip";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/evidence/{id}/package", OfRecordAsync).WithTags("Evidence").WithSummary("A record with all that proves it, as one BagIt zip")
            .WithDescription("Content, events, disclosures, reports of checks, assessments and reviews as they were signed, proofs, a report for people and how to check them offline: verify/README.txt in the package. What is withheld from you elsewhere is withheld here too: a leaf, its proof and a number stand for it. The package is signed as a whole (export.dsse.json, over the SHA-256 of tagmanifest-sha256.txt). Taking what is not public away is two events of custody: exported, which the package has, and disclosed, which names the digests of what left.")
            .Takes("id", "ev-0198f2b1c0e57d4a8936b1f0c2d4e6a8", "The record.")
            .Produces(200, contentType: Zip).Refuses(404).Offers(WireFormat.Package).WithMetadata(new OwnTag()).OpenToAll();
        api.MapGet("/cases/{id}/package", OfCaseAsync).WithTags("Evidence").WithSummary("The records of a case with all that proves them, as one BagIt zip")
            .WithDescription("What you may not know of is left out; the statement of completeness tells a verifier how many records that are, and nobody else. Otherwise as the package of one record.")
            .Takes("id", "bridge-2026", "The case.")
            .Produces(200, contentType: Zip).Refuses(404, 413).Offers(WireFormat.Package).WithMetadata(new OwnTag()).OpenToAll();
    }

    private static async Task<IResult> OfRecordAsync(string id, HttpContext http, PackageQueries packages, CancellationToken cancellationToken) =>
        Answer(http, id, await packages.OfRecordAsync(id, cancellationToken) ?? throw ProblemException.NoRecord(id));

    private static async Task<IResult> OfCaseAsync(string id, HttpContext http, PackageQueries packages, CancellationToken cancellationToken) =>
        Answer(http, id, await packages.OfCaseAsync(id, cancellationToken) ?? throw new ProblemException(Problems.NotFound, $"There is no case '{id}' with records that you may see."));

    private static IResult Answer(HttpContext http, string name, IReadOnlyList<PackageFile> files)
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(output => PackageFormats.WriteAsync(output, name, files, http.RequestAborted), Zip, name + ".zip");
    }
}
