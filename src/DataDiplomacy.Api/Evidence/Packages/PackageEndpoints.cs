using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Evidence.Packages;

public static class PackageEndpoints
{
    private const string Zip = "application/zip";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/evidence/{id}/package", OfRecordAsync).WithTags("Evidence").WithSummary("A record with all that proves it, as one BagIt zip")
            .WithDescription("Content, events, disclosures, proofs, a report and how to check them offline: verify/README.txt in the package. Taking what is not public away is an event of custody.")
            .Takes("id", "ev-0198f2b1c0e57d4a8936b1f0c2d4e6a8", "The record.")
            .Produces(200, contentType: Zip).Refuses(404).Offers(WireFormat.Package).WithMetadata(new OwnTag()).OpenToAll();
        api.MapGet("/cases/{id}/package", OfCaseAsync).WithTags("Evidence").WithSummary("The records of a case with all that proves them, as one BagIt zip")
            .WithDescription("What you may not know of is left out; with a key the statement of completeness says how many that are.")
            .Takes("id", "bridge-2026", "The case.")
            .Produces(200, contentType: Zip).Refuses(404, 413).Offers(WireFormat.Package).WithMetadata(new OwnTag()).OpenToAll();
    }

    private static async Task<IResult> OfRecordAsync(string id, HttpContext http, PackageQueries packages, CancellationToken cancellationToken) =>
        Answer(http, id, await packages.OfRecordAsync(id, cancellationToken) ?? throw new ProblemException(Problems.NotFound, $"There is no record '{id}' that you may see."));

    private static async Task<IResult> OfCaseAsync(string id, HttpContext http, PackageQueries packages, CancellationToken cancellationToken) =>
        Answer(http, id, await packages.OfCaseAsync(id, cancellationToken) ?? throw new ProblemException(Problems.NotFound, $"There is no case '{id}' with records that you may see."));

    private static IResult Answer(HttpContext http, string name, IReadOnlyList<PackageFile> files)
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(output => PackageFormats.WriteAsync(output, name, files, http.RequestAborted), Zip, name + ".zip");
    }
}
