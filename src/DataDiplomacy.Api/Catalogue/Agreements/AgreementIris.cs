using DataDiplomacy.Api.Catalogue.Provenance;

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
}
