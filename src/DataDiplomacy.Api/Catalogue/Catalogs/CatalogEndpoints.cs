using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Catalogue.Catalogs;

public static class CatalogEndpoints
{
    /// <summary>The catalogue stands where harvesters look for it, beside the versions of the API.</summary>
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGroup("/catalog").RefuseUnknownParameters().RefuseUnknownFormats().WithTags("Datasets")
            .MapGet("", FindAsync).WithSummary("The catalogue of data sets as DCAT 3")
            .WithDescription("JSON-LD with its context inside, or Turtle; conforming to DCAT-AP 3.0.1. What the caller may not see is not listed. Of more than 1,000 data sets, the header Link leads on.")
            .Produces<string>(200, CatalogFormats.JsonLd.MediaType, CatalogFormats.Turtle.MediaType).Refuses(400, 406)
            .Offers(CatalogFormats.JsonLd, CatalogFormats.Turtle).OpenToAll();

    public static void MapDatasets(RouteGroupBuilder api) =>
        api.MapGet("/datasets/{id}/catalog", FindOneAsync).WithTags("Datasets").WithSummary("A data set as DCAT 3 or schema.org")
            .WithDescription("The entry of the data set in the catalogue, as JSON-LD or Turtle; `format=schema-org` gives what search engines for data read.")
            .Takes("id", "sdg-demo", "The data set, by its id.")
            .Produces<string>(200, CatalogFormats.JsonLd.MediaType, CatalogFormats.Turtle.MediaType).Refuses(404, 406)
            .Offers(CatalogFormats.JsonLd, CatalogFormats.Turtle, CatalogFormats.SchemaOrg).OpenToAll();

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
