using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Standards.Dataspace;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>
/// What is offered, as the Catalog Protocol of the Dataspace Protocol 2025-1 shows it: data sets with the offers under which they can be had. A data set
/// without an offer, or with offers alone for which the protocol has no room, is none of them; `/catalog` has it.
/// </summary>
public sealed class DataspaceCatalogQueries(IDbContextFactory<DataContext> contexts, Visibility visibility, AuditNote note, AgreementIris iris, IValidator<RequestDataspaceCatalog> validator)
{
    /// <summary>The catalogue, or a part of it.</summary>
    /// <exception cref="ProblemException">It is no request for a catalogue, or has a filter.</exception>
    public async Task<DataspaceCatalogPart> FindAsync(ReadOnlyMemory<byte> json, RequestDataspaceCatalog request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        if (DataspaceMessages.Read(json) is not CatalogRequestMessage asked) throw ProblemException.Invalid("@type", "A catalogue is asked for by a CatalogRequestMessage.");
        if (asked.Filter is { Count: > 0 }) throw ProblemException.Invalid("/filter", "No form of filter is agreed on here: leave it out, or empty.");
        var query = Cursor.Fingerprint("dsp-catalog");
        var after = Cursor.Decode(request.Cursor, query, keyParts: 1)?.After[0];
        var limit = request.Limit ?? Paging.DefaultLimit;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await visibility.Datasets(context).Where(d => after == null || string.Compare(d.Id, after) > 0)
            .Where(d => context.DatasetOffers.Any(o => o.DatasetId == d.Id)).OrderBy(d => d.Id).Select(d => d.Id).Take(limit + 1).ToListAsync(cancellationToken);
        var datasets = await DatasetsAsync(context, [.. ids.Take(limit)], cancellationToken);
        var catalog = new Catalog
        {
            Id = iris.Provider + "catalog",
            ParticipantId = iris.Provider,
            Dataset = datasets.Count == 0 ? null : datasets,
            Service = [new DataService { Id = iris.Service, EndpointUrl = iris.Service }],
        };
        return new DataspaceCatalogPart(catalog, ids.Count > limit ? new Snapshot(default, 0, null).CursorAfter(query, ids[limit - 1]) : null);
    }

    /// <summary>A data set that is offered, by its IRI or its id; null when there is none that the caller may see.</summary>
    public async Task<Dataset?> FindAsync(string named, CancellationToken cancellationToken)
    {
        var id = iris.DatasetOf(named) ?? named;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await visibility.Datasets(context).AnyAsync(d => d.Id == id, cancellationToken)) return null;
        return await DatasetsAsync(context, [id], cancellationToken) is [var dataset] ? dataset : null;
    }

    private async Task<List<Dataset>> DatasetsAsync(DataContext context, List<string> ids, CancellationToken cancellationToken)
    {
        note.Add(ids);
        var rows = await (
            from o in context.DatasetOffers.AsNoTracking()
            join p in context.DataPolicies on o.PolicySha256 equals p.Sha256
            where ids.Contains(o.DatasetId)
            orderby o.Id
            select new { o.DatasetId, o.Id, Policy = p }).ToListAsync(cancellationToken);
        var offers = rows.Select(r => (r.DatasetId, Offer: OfferOf(iris.Offer(r.DatasetId, r.Id), r.Policy))).Where(r => DataspacePolicies.ViolationsOf(r.Offer, DataspacePolicyKind.Offer).Count == 0).ToLookup(r => r.DatasetId, r => r.Offer);
        return
        [
            .. from id in ids
               where offers.Contains(id)
               select new Dataset
               {
                   Id = iris.Dataset(id),
                   HasPolicy = [.. offers[id]],
                   Distribution = [new Distribution { Format = TransferFormats.Pull, AccessService = new AccessService(iris.Service, null) }],
               },
        ];
    }

    /// <summary>As the protocol has it inside a data set: with a name, and without a target, which is the data set.</summary>
    private static JsonElement OfferOf(string iri, StoredPolicy stored)
    {
        var policy = PolicyTerms.Json(stored).AsObject();
        policy.Remove("@context");
        policy.Remove("target");
        (policy["@id"], policy["@type"]) = (iri, "Offer");
        return JsonSerializer.SerializeToElement<JsonNode>(policy);
    }
}
