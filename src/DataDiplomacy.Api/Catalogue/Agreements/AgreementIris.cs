using DataDiplomacy.Api.Catalogue.Provenance;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Standards.Dataspace;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>What policies and messages call the things of this server: by the same IRIs as lineage does.</summary>
public sealed class AgreementIris(ProvenanceIris iris)
{
    /// <summary>This server as a participant of a dataspace.</summary>
    public string Provider => iris.Base;

    public string Dataset(string id) => iris.Sent(ProvenanceIris.Dataset(id));

    public string Agreement(string id) => iris.Base + "v1/agreements/" + id;

    /// <summary>As it is stored in the graph: without the base, if it begins with it.</summary>
    public string Stored(string iri) => iris.Stored(iri);

    /// <summary>The consumer of a negotiation who gave no IRI.</summary>
    public string Consumer(string negotiation) => iris.Base + "v1/data-negotiations/" + negotiation + "#consumer";

    /// <summary>The data set that an IRI, or an id, names.</summary>
    public string? DatasetOf(string target) => ProvenanceIris.PartOf(iris.Stored(target)) is { Dataset: { } id, Version: null } ? id : null;

    /// <summary>The agreement that an IRI, or an id, names.</summary>
    public string AgreementOf(string named) => iris.Stored(named) is var stored && stored.StartsWith("v1/agreements/", StringComparison.Ordinal) ? stored["v1/agreements/".Length..] : named;

    /// <summary>An offer of a data set.</summary>
    public string Offer(string dataset, string offer) => $"{Dataset(dataset)}/offers#{offer}";

    /// <summary>The service that serves data.</summary>
    public string Service => iris.Base + "v1";

    /// <summary>Where the consumer fetches a data set with the key that they have: as it was recorded at an instant, or as it is.</summary>
    public DataAddress DataOf(string dataset, DateTime? recordedAt) => new()
    {
        EndpointType = "https://w3id.org/idsa/v4.1/HTTP",
        Endpoint = $"{iris.Base}v1/observations?dataset={dataset}&format=csv" + (recordedAt is { } at ? $"&asOf={Uri.EscapeDataString(Instants.Format(at))}" : ""),
    };
}
