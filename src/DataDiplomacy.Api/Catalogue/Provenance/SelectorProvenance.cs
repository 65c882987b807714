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

    /// <summary>Statements, and for each selected part that they name and do not say so of, that it is a part of the whole.</summary>
    public static IReadOnlyList<ProvStatement> With(IReadOnlyList<ProvStatement> statements)
    {
        var told = statements.Where(s => s.Kind == ProvKind.Specialization).Select(s => (s.Arguments[0], s.Arguments[1])).ToHashSet();
        return
        [
            .. statements,
            .. statements.SelectMany(ProvenanceWriter.Named).Where(n => n.Role is not (ProvRole.Activity or ProvRole.Agent)).Select(n => n.Iri).Distinct(StringComparer.Ordinal)
                .Select(iri => (Selector: iri, Whole: WholeOf(iri, out _))).Where(p => p.Whole is not null && !told.Contains((p.Selector, p.Whole))).Select(p => Of(p.Selector, p.Whole ?? "")),
        ];
    }
}
