using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Catalogue.Agreements;

public static class DataspaceCatalogEndpoints
{
    /// <summary>The Catalog Protocol stands beside the catalogue, at the paths that its binding gives (Dataspace Protocol 2025-1, Catalog HTTPS Binding).</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var catalog = app.MapGroup("/catalog").RefuseUnknownParameters().WithTags("Agreements");
        catalog.MapPost("/request", FindAsync).WithSummary("What is offered, as a catalogue of the Dataspace Protocol 2025-1")
            .WithDescription("Data sets with the offers under which they can be had; those without an offer, or with terms for which the protocol has no room, are in `GET /catalog`. "
                + "What is refused is answered by a CatalogError where `Accept` says `application/ld+json`, else by a problem.")
            .Accepts<CatalogRequestDocument>("application/json", DataspaceFormats.Dsp.MediaType).WithMetadata(new RequestSizeLimitAttribute(PolicyTerms.MaxBytes))
            .Produces<string>(200, DataspaceFormats.Dsp.MediaType).Refuses(400, 413, 415).OpenToAll();
        catalog.MapGet("/datasets/{id}", FindOneAsync).WithSummary("A data set that is offered, as the Dataspace Protocol 2025-1 shows it")
            .Takes("id", "sdg-demo", "The data set, by its id or its IRI, percent-encoded.")
            .Produces<string>(200, DataspaceFormats.Dsp.MediaType).Refuses(404).TaggedAlsoBy<PolicyQueries>(queries => queries.StateAsync).OpenToAll();
    }

    private static Task<IResult> FindAsync([AsParameters] RequestDataspaceCatalog request, HttpContext http, DataspaceCatalogQueries queries, CancellationToken cancellationToken) =>
        DataspaceErrorFormats.AnswerAsync(http, async () =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body, cancellationToken);
            var part = await queries.FindAsync(body.ToArray(), request, cancellationToken);
            if (part.Next is { } next) http.Response.Headers.Link = $"</catalog/request?limit={request.Limit ?? Paging.DefaultLimit}&cursor={next}>; rel=\"next\"";
            return DataspaceFormats.Answer(part.Catalog, StatusCodes.Status200OK);
        });

    private static Task<IResult> FindOneAsync(string id, HttpContext http, DataspaceCatalogQueries queries, CancellationToken cancellationToken) =>
        DataspaceErrorFormats.AnswerAsync(http, async () => DataspaceFormats.Answer(
            await queries.FindAsync(id.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase), cancellationToken)
                ?? throw new ProblemException(Problems.NotFound, $"There is no data set '{id}' that is offered here and that you may see."),
            StatusCodes.Status200OK));
}
