using System.Text.RegularExpressions;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Standards.Dcat;
using DataDiplomacy.Core.Standards.Rdf;

namespace DataDiplomacy.Api.Catalogue.Catalogs;

/// <summary>The terms of data sets as catalogues write them, and back.</summary>
internal static partial class CatalogTerms
{
    /// <summary>The authority lists of the Publications Office of the EU, which DCAT-AP asks for.</summary>
    public const string Eu = "http://publications.europa.eu/resource/authority/";

    private const string Spdx = "https://spdx.org/licenses/";

    public static string Rights(Redistribution redistribution) => redistribution switch
    {
        Redistribution.Open => "May be passed on under the licence.",
        Redistribution.Internal => "May be passed on inside the organisation of the reader only.",
        _ => "May be read here and not passed on.",
    };

    public static LabelledResource AccessRights(Handling handling) => LabelledResource.Of(Eu + "access-right/" + handling switch
    {
        Handling.Public => "PUBLIC",
        Handling.Internal => "RESTRICTED",
        _ => "NON_PUBLIC",
    });

    /// <summary>Who may see what has these rights of access; rights in words of others are not known to be public.</summary>
    public static Handling HandlingOf(LabelledResource accessRights) => accessRights.Iri?.Split("/access-right/") switch
    {
        [_, "PUBLIC"] => Handling.Public,
        [_, "NON_PUBLIC"] or [_, "CONFIDENTIAL"] or [_, "SENSITIVE"] => Handling.Confidential,
        _ => Handling.Internal,
    };

    /// <summary>A licence by its address, by its SPDX identifier, or in words.</summary>
    public static LabelledResource Licence(string licence, string language)
    {
        if (RdfTerm.IsAbsoluteIri(licence)) return LabelledResource.Of(licence);
        return SpdxIdentifier().IsMatch(licence)
            ? LabelledResource.Of(Spdx + licence)
            : new LabelledResource { Labels = [new LocalizedText(licence, language)] };
    }

    /// <summary>The licence of an address: its SPDX identifier, where that is what it is.</summary>
    public static string LicenceNamed(string iri) => iri.StartsWith(Spdx, StringComparison.Ordinal) && SpdxIdentifier().IsMatch(iri[Spdx.Length..]) ? iri[Spdx.Length..] : iri;

    // SPDX identifiers have a hyphen or a digit (SPDX 2.3, annex D); other words are a licence in words.
    [GeneratedRegex(@"\A(?=[^\s]*[-0-9])[A-Za-z0-9][A-Za-z0-9.+-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex SpdxIdentifier();
}
