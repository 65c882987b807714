using DataDiplomacy.Core.Standards.Fragments;
using DataDiplomacy.Core.Standards.Prov;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>Parts of files that are selected by the fragment of an IRI: each is a specialization of the whole, whether somebody stated it or not.</summary>
internal static class SelectorProvenance
{
    /// <summary>The whole of which an IRI selects a part; null where it selects none.</summary>
    /// <param name="iri">The IRI.</param>
    /// <param name="why">What would be right, where the fragment begins like a selector and is none; null otherwise.</param>
    public static string? WholeOf(string iri, out string? why)
    {
        why = null;
        var at = iri.IndexOf('#', StringComparison.Ordinal);
        return at > 0 && FragmentSelector.IsSelector(Uri.UnescapeDataString(iri[(at + 1)..]), out why) ? iri[..at] : null;
    }

    public static ProvStatement Of(string selector, string whole) => ProvStatement.Relation(ProvKind.Specialization, null, selector, whole);
}
