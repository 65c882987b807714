namespace DataDiplomacy.Core.Standards.Dcat;

/// <summary>The namespaces of a catalogue under the prefixes that DCAT 3 (section 1.3, 2024) and DCAT-AP 3.0.1 (2025) write them with.</summary>
public static class DcatPrefixes
{
    /// <summary>Namespace by prefix.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["adms"] = Iris.Adms,
        ["dcat"] = Iris.Dcat,
        ["dcatap"] = Iris.DcatAp,
        ["dct"] = Iris.Dct,
        ["dqv"] = Iris.Dqv,
        ["foaf"] = Iris.Foaf,
        ["locn"] = Iris.Locn,
        ["odrl"] = Iris.Odrl,
        ["prov"] = Iris.Prov,
        ["rdfs"] = Iris.Rdfs,
        ["sdmx-attribute"] = Iris.SdmxAttribute,
        ["skos"] = Iris.Skos,
        ["spdx"] = Iris.Spdx,
        ["vcard"] = Iris.VCard,
        ["xsd"] = Iris.Xsd,
    };
}
