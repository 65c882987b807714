using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Catalogue.Catalogs;

public static class CatalogEndpoints
{
    /// <summary>Largest document, bytes: what the reader of JSON-LD takes.</summary>
    public const int MaxBodyBytes = 16 * 1024 * 1024;

    /// <summary>The catalogue stands where harvesters look for it, beside the versions of the API.</summary>
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGroup("/catalog").RefuseUnknownParameters().RefuseUnknownFormats().WithTags("Datasets")
            .MapGet("", FindAsync).WithSummary("The catalogue of data sets as DCAT 3")
            .WithDescription("JSON-LD with its context inside, or Turtle; conforming to DCAT-AP 3.0.1. What the caller may not see is not listed. Of more than 1,000 data sets, the header Link leads on.")
            .Produces<string>(200, CatalogFormats.JsonLd.MediaType, CatalogFormats.Turtle.MediaType).Refuses(400, 406)
            .TaggedAlsoBy<CatalogQueries>(queries => queries.StateAsync)
            .Offers(CatalogFormats.JsonLd, CatalogFormats.Turtle).OpenToAll();

    public static void MapDatasets(RouteGroupBuilder api)
    {
        api.MapPost("/catalogs", TakeAsync).WithTags("Datasets").WithSummary("Takes in the catalogue of others as DCAT 3")
            .WithDescription("Registers each data set of the document that is not here, without data, and lists it in the catalogue with what it says there: titles in all languages, themes, versions with their links, forms. "
                + "It keeps its IRI, by which it is known again: the same entry again changes nothing. Versions of a data set stand in its entry. What has no place is named at each data set. "
                + $"At most {IntakeCommands.MaxDatasets} data sets and 16 MiB; contexts stand in the document, since none are fetched. `dryRun=true` only tells what would be done.")
            .Accepts<CatalogDocument>(CatalogFormats.JsonLd.MediaType, "application/json").WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
            .Creates<CatalogTakenView>().Produces<CatalogTakenView>().Refuses(400, 401, 403, 409, 413, 415).Needs(Role.Editor);
        api.MapGet("/datasets/{id}/catalog", FindOneAsync).WithTags("Datasets").WithSummary("A data set as DCAT 3 or schema.org")
            .WithDescription("The entry of the data set in the catalogue, as JSON-LD or Turtle; `format=schema-org` gives what search engines for data read.")
            .Takes("id", "sdg-demo", "The data set, by its id.")
            .Produces<string>(200, CatalogFormats.JsonLd.MediaType, CatalogFormats.Turtle.MediaType).Refuses(404, 406)
            .TaggedAlsoBy<CatalogQueries>(queries => queries.StateAsync)
            .Offers(CatalogFormats.JsonLd, CatalogFormats.Turtle, CatalogFormats.SchemaOrg).OpenToAll();
    }

    private static async Task<IResult> TakeAsync([AsParameters] TakeCatalog request, HttpContext http, IntakeCommands commands, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, cancellationToken);
        var taken = await commands.TakeAsync(body.ToArray(), request, cancellationToken);
        var isChanged = !taken.DryRun && taken.Datasets.Any(d => d.Outcome is EntryOutcome.Registered or EntryOutcome.Replaced);
        return isChanged ? TypedResults.Created((string?)null, taken) : TypedResults.Ok(taken);
    }

    private static async Task<IResult> FindAsync([AsParameters] GetCatalog request, HttpContext http, CatalogQueries queries, CancellationToken cancellationToken)
    {
        var format = Negotiated.Choose(http);
        var part = await queries.FindAsync(request, cancellationToken);
        if (part.Next is { } next) http.Response.Headers.Link = $"</catalog?limit={request.Limit ?? Paging.MaxLimit}&cursor={next}&format={format.Name}>; rel=\"next\"";
        return CatalogFormats.Write(part, format);
    }

    private static async Task<IResult> FindOneAsync(string id, HttpContext http, CatalogQueries queries, CancellationToken cancellationToken)
    {
        var format = Negotiated.Choose(http);
        return CatalogFormats.Write(await queries.FindAsync(id, cancellationToken)
            ?? throw new ProblemException(Problems.NotFound, $"There is no data set '{id}' that you may see. GET /v1/datasets lists them."), format);
    }
}
