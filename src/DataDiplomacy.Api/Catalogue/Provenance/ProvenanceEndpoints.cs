using System.Text;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Catalogue.Provenance;

public static class ProvenanceEndpoints
{
    /// <summary>Largest document, bytes.</summary>
    public const int MaxBodyBytes = 16 * 1024 * 1024;

    public static void Map(RouteGroupBuilder api)
    {
        var provenance = api.MapGroup("/provenance").WithTags("Provenance");
        provenance.MapPost("", AddAsync).WithSummary("Takes in provenance as PROV-JSON")
            .WithDescription("Constraints 22 to 56 of PROV-CONSTRAINTS (W3C Recommendation, 2013) are checked, of the document and of what it says beside what is held; a document that breaks one is refused as a whole, "
                + "with the number and the statements in conflict. Things of this server are named by their IRIs, which begin with the base of its settings. The same document again changes nothing.")
            .Accepts<ProvJsonDocument>("application/json", ProvenanceFormats.ProvJson.MediaType).WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
            .Creates<ProvenanceAddedView>().Produces<ProvenanceAddedView>().Refuses(400, 401, 403, 413, 415, 422).Needs(Role.Editor);
        provenance.MapPost("/validate", ValidateAsync).WithSummary("Judges a PROV-JSON document")
            .WithDescription("Constraints 22 to 56 of PROV-CONSTRAINTS (W3C Recommendation, 2013); nothing is stored. Valid is not true: it says that the statements do not contradict each other.")
            .Accepts<ProvJsonDocument>("application/json", ProvenanceFormats.ProvJson.MediaType).WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
            .Produces<ProvenanceValidityView>().Refuses(400, 413, 415).OpenToAll();
        provenance.MapDelete("/statements/{statement:long}", WithdrawAsync).WithSummary("Withdraws a statement")
            .WithDescription("From now on it is held no more; reads with asOf before now still have it. What this server recorded of its own work is not withdrawn.")
            .Takes("statement", "42", "Number of the statement, as edges have it.")
            .Produces(204).Refuses(401, 403, 404, 422).Needs(Role.Editor);
        provenance.MapGet("/{id}", WalkAsync).WithSummary("The lineage of a thing")
            .WithDescription("Of a version of a data set (`sdg-demo@2`), a data set (its newest version), an observation (its `id`), an activity, a computed answer by its address (`v1/trends?series=SI_POV_DAY1&area=404&asOf=2026-06-01`), a part of a file by a fragment (`#row=17`, `#cell=17,4`, `#col=3` of RFC 7111, `#char=10,20`, `#line=10,20` of RFC 5147, `#xywh=` and `#t=` of Media Fragments), or of anything by its IRI. "
                + "An answer is computed at each request and kept nowhere; its lineage follows from its request. `validAt` leaves out roles that did not hold on a day. Breadth first, nearest first, within the budgets of steps, nodes and two seconds; "
                + "`partial` says whether there is more and why, `next` goes on: it walks over what was told before again, for ten seconds at most, and when these are used up the answer is empty and `next` as it was. "
                + "What the caller may not see is neither shown nor passed through. "
                + "format=svg draws it: things as ovals, activities as rectangles, agents as houses, the origin on top; of more than 60 the nearest.")
            .Takes("id", "sdg-demo@2", "Id of a version, a data set, an observation or an activity, or an IRI, percent-encoded.")
            .Produces<ProvenanceGraphView>(200, "application/json", ProvenanceFormats.ProvJson.MediaType, ProvenanceFormats.ProvN.MediaType, "image/svg+xml").Refuses(400, 404, 406)
            .TaggedAlsoBy<ProvenanceQueries>(queries => queries.StateAsync)
            .Offers(WireFormat.Json, ProvenanceFormats.ProvJson, ProvenanceFormats.ProvN, WireFormat.Svg).OpenToAll();
        MapLineage(api);
    }

    private static void MapLineage(RouteGroupBuilder api)
    {
        api.MapGet("/lineage/{id}", FindEventsAsync).WithTags("Provenance").WithSummary("An activity as events of OpenLineage")
            .WithDescription("The start of the run, where it is known, and its end, with what it read and wrote, versions and facets. A run that came by `POST /v1/lineage` comes out as it was told, except for events in the middle of it; an import of this server is a run too. "
                + "What the caller may not see is left out. The array can be sent to any server that takes batches.")
            .Takes("id", "activity-import-sdg-demo-2020", "Id of an activity, UUID of a run, or the IRI of an activity, percent-encoded.")
            .Produces<IReadOnlyList<OpenLineageEventDocument>>().Refuses(400, 404)
            .TaggedAlsoBy<ProvenanceQueries>(queries => queries.StateAsync).OpenToAll();
        api.MapPost("/lineage", AddEventsAsync).WithTags("Provenance").WithSummary("Takes in events of OpenLineage, one or a batch")
            .WithDescription("Each event of an array stands for itself: those that are refused are listed with the reason, the others are taken in. The same event again, by run, transition and time, changes nothing. "
                + "The version facet of an input is honoured. Clients of OpenLineage send here when their endpoint is set to `v1/lineage`.")
            .Accepts<OpenLineageEventDocument>("application/json").WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
            .Creates<LineageEventsView>().Produces<LineageEventsView>().Refuses(400, 401, 403, 413, 415, 422).Needs(Role.Editor);
    }

    private static async Task<IResult> FindEventsAsync(string id, [AsParameters] FindLineageEvents request, LineageEventQueries queries, CancellationToken cancellationToken) =>
        TypedResults.Bytes(
            await queries.FindAsync(id.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase), request, cancellationToken)
                ?? throw new ProblemException(Problems.NotFound, $"There is no activity '{id}' that you may see. Lineages at GET /v1/provenance/{{id}} name activities."),
            "application/json");

    private static async Task<IResult> AddEventsAsync([AsParameters] AddLineageEvents request, HttpContext http, LineageEventCommands commands, CancellationToken cancellationToken)
    {
        var taken = await commands.AddAsync(await BodyAsync(http, cancellationToken), request, cancellationToken);
        return taken.Added > 0 ? TypedResults.Created((string?)null, taken) : TypedResults.Ok(taken);
    }

    private static async Task<IResult> AddAsync([AsParameters] AddProvenance request, HttpContext http, ProvenanceCommands commands, CancellationToken cancellationToken)
    {
        var added = await commands.AddAsync(await BodyAsync(http, cancellationToken), request, cancellationToken);
        return added.Added ? TypedResults.Created((string?)null, added) : TypedResults.Ok(added);
    }

    private static async Task<IResult> ValidateAsync(HttpContext http, CancellationToken cancellationToken) =>
        TypedResults.Ok(ProvenanceCommands.Validate(await BodyAsync(http, cancellationToken)));

    private static async Task<IResult> WithdrawAsync(long statement, ProvenanceCommands commands, CancellationToken cancellationToken) =>
        await commands.WithdrawAsync(statement, cancellationToken) ? TypedResults.NoContent() : throw new ProblemException(Problems.NotFound, $"There is no statement {statement} that is held.");

    private static async Task<IResult> WalkAsync(string id, [AsParameters] WalkProvenance request, HttpContext http, ProvenanceQueries queries, ProvenanceIris iris, CancellationToken cancellationToken)
    {
        var format = Negotiated.Choose(http);
        // A server leaves the encoded slashes of a path alone, since they are no borders of segments; those of an IRI are slashes.
        var graph = await queries.WalkAsync(id.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase), request, cancellationToken)
            ?? (id.Contains('%', StringComparison.Ordinal) ? await queries.WalkAsync(id, request, cancellationToken) : null)
            ?? throw new ProblemException(Problems.NotFound, $"Nothing is known here of the origin of '{id}', as far as you may see. Ask by dataset@version, by the id of an observation, or by an IRI.");
        if (format == ProvenanceFormats.ProvN) return ProvenanceFormats.Notation(ProvenanceFormats.Document(graph, iris));
        if (format == WireFormat.Svg) return TypedResults.Text(ProvenanceFormats.Draw(graph), format.MediaType, Encoding.UTF8);
        if (format != ProvenanceFormats.ProvJson) return TypedResults.Ok(graph);
        await ProvenanceFormats.WriteJsonAsync(http.Response, ProvenanceFormats.Document(graph, iris), cancellationToken);
        return TypedResults.Empty;
    }

    private static async Task<ReadOnlyMemory<byte>> BodyAsync(HttpContext http, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, cancellationToken);
        return body.ToArray();
    }
}
