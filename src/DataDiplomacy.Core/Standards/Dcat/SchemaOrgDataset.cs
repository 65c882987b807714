using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DataDiplomacy.Core.Standards.Dcat;

/// <summary>
/// A data set as schema.org <c>Dataset</c> in JSON-LD, which search engines for data read (schema.org 28, 2024; DCAT 3, annex B.6 "Alignment with
/// Schema.org", 2024). Policies are linked by <c>usageInfo</c>; roles other than creator, publisher, maintainer and funder, and measurements, have no counterpart there and are left out.
/// </summary>
public static class SchemaOrgDataset
{
    // Served as application/ld+json; whoever puts it into HTML must escape it there.
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a data set.</summary>
    /// <param name="dataset">The data set.</param>
    /// <returns>UTF-8.</returns>
    public static byte[] Write(CatalogDataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        var output = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(output, Indented);
        writer.WriteStartObject();
        writer.WriteString("@context", "https://schema.org");
        writer.WriteString("@type", "Dataset");
        Optional(writer, "@id", dataset.Iri);
        Many(writer, "identifier", dataset.Identifiers);
        Texts(writer, "name", dataset.Titles);
        Texts(writer, "description", dataset.Descriptions);
        Many(writer, "url", dataset.LandingPages);
        Optional(writer, "version", dataset.Version);
        Many(writer, "isBasedOn", [.. new[] { dataset.PreviousVersion }.OfType<string>(), .. dataset.DerivedFrom]);
        Optional(writer, "license", dataset.Licence?.Iri ?? Label(dataset.Licence));
        Optional(writer, "conditionsOfAccess", Label(dataset.AccessRights));
        Many(writer, "usageInfo", dataset.Policies);
        Texts(writer, "keywords", dataset.Keywords);
        Optional(writer, "datePublished", dataset.Issued?.Text);
        Optional(writer, "dateModified", dataset.Modified?.Text);
        Coverage(writer, dataset);
        Agents(writer, "creator", dataset.Creators);
        Agents(writer, "publisher", dataset.Publisher is { } publisher ? [publisher] : []);
        Agents(writer, "maintainer", WithRole(dataset, AgentRoles.Custodian));
        Agents(writer, "funder", WithRole(dataset, AgentRoles.Funder));
        Downloads(writer, dataset.Distributions);
        writer.WriteEndObject();
        writer.Flush();
        return output.WrittenSpan.ToArray();
    }

    private static void Coverage(Utf8JsonWriter writer, CatalogDataset dataset)
    {
        // ISO 8601 intervals; ".." leaves an end open.
        Many(writer, "temporalCoverage", [.. dataset.Temporal.Select(period => $"{period.Start?.Text ?? ".."}/{period.End?.Text ?? ".."}")]);
        Many(writer, "spatialCoverage", [.. dataset.Spatial.Select(place => place.Labels.Count > 0 ? place.Labels[0].Value : place.Iri).OfType<string>()]);
    }

    // Programs are neither persons nor organisations, which schema.org expects here.
    private static List<Agent> WithRole(CatalogDataset dataset, string code) =>
        [.. dataset.Attributions.Where(each => each.Role == AgentRoles.Iso19115 + code).Select(each => each.Agent).OfType<Agent>().Where(agent => agent.Kind != AgentKind.Software)];

    private static void Agents(Utf8JsonWriter writer, string name, IReadOnlyList<Agent> agents) => Each(writer, name, agents, agent =>
    {
        writer.WriteStartObject();
        writer.WriteString("@type", agent.Kind == AgentKind.Person ? "Person" : "Organization");
        Optional(writer, "@id", agent.Iri);
        Texts(writer, "name", agent.Names);
        Optional(writer, "url", agent.Homepage);
        writer.WriteEndObject();
    });

    private static void Downloads(Utf8JsonWriter writer, IReadOnlyList<Distribution> distributions) => Each(writer, "distribution", distributions, distribution =>
    {
        writer.WriteStartObject();
        writer.WriteString("@type", "DataDownload");
        Optional(writer, "@id", distribution.Iri);
        Texts(writer, "name", distribution.Titles);
        Optional(writer, "encodingFormat", MediaType(distribution.MediaType) ?? Label(distribution.Format));
        Many(writer, "contentUrl", distribution.DownloadUrls.Count > 0 ? distribution.DownloadUrls : distribution.AccessUrls);
        if (distribution.ByteSize is { } size) writer.WriteString("contentSize", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{size} B"));
        if (distribution.Checksum is { } checksum && checksum.Algorithm == Checksum.Sha256("").Algorithm) writer.WriteString("sha256", checksum.Value);
        Optional(writer, "license", distribution.Licence?.Iri ?? Label(distribution.Licence));
        writer.WriteEndObject();
    });

    private static string? MediaType(string? iri) => iri is not null && iri.IndexOf("/media-types/", StringComparison.Ordinal) is var at and >= 0 ? iri[(at + "/media-types/".Length)..] : iri;

    private static string? Label(LabelledResource? resource) => resource is { Labels: [var first, ..] } ? first.Value : resource?.Iri;

    private static void Optional(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null) writer.WriteString(name, value);
    }

    private static void Many(Utf8JsonWriter writer, string name, IReadOnlyList<string> values) => Each(writer, name, values, writer.WriteStringValue);

    // A text alone is plain, as readers of schema.org expect; several tell their language.
    private static void Texts(Utf8JsonWriter writer, string name, IReadOnlyList<LocalizedText> texts) => Each(writer, name, texts, text =>
    {
        if (text.Language is null || texts.Select(each => each.Language).Distinct().Count() == 1)
        {
            writer.WriteStringValue(text.Value);
            return;
        }
        writer.WriteStartObject();
        writer.WriteString("@value", text.Value);
        writer.WriteString("@language", text.Language);
        writer.WriteEndObject();
    });

    private static void Each<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T> items, Action<T> write)
    {
        if (items.Count == 0) return;
        writer.WritePropertyName(name);
        if (items.Count > 1) writer.WriteStartArray();
        foreach (var item in items) write(item);
        if (items.Count > 1) writer.WriteEndArray();
    }
}
