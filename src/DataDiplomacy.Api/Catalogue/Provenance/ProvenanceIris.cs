using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>
/// IRIs of things of this server. They are stored without the base, so that a server may get another address; on the wire they begin with the
/// base of the settings (<c>Catalogue:BaseIri</c>), which should be the address that the public uses.
/// </summary>
public sealed partial class ProvenanceIris
{
    private const string Default = "http://localhost:5080/";

    public ProvenanceIris(IConfiguration configuration)
    {
        var set = configuration["Catalogue:BaseIri"];
        Base = string.IsNullOrEmpty(set) ? Default : set.TrimEnd('/') + "/";
        if (!Uri.TryCreate(Base, UriKind.Absolute, out _))
        {
            throw new InvalidOperationException($"Catalogue:BaseIri is '{set}'; it is an absolute IRI, such as https://data.example.org/.");
        }
    }

    /// <summary>What IRIs of this server begin with on the wire.</summary>
    public string Base { get; }

    /// <summary>The namespace of the terms that this server adds to PROV.</summary>
    public string Terms => Base + "ns#";

    public static string Dataset(string id) => $"v1/datasets/{id}";

    public static string Version(string dataset, int number) => string.Create(CultureInfo.InvariantCulture, $"v1/datasets/{dataset}/versions/{number}");

    public static string Series(string dataset, int number, string code) => $"{Version(dataset, number)}/series/{Uri.EscapeDataString(code)}";

    public static string Observation(string id) => $"v1/observations/{id}";

    public static string Activity(string id) => $"v1/activities/{id}";

    public static string Agent(string id) => $"v1/agents/{id}";

    /// <summary>The IRI of an agent of which only the name is known.</summary>
    public static string AgentNamed(string name) => Agent(Slug(name));

    /// <summary>As it is stored: without the base, if it begins with it.</summary>
    public string Stored(string iri) => iri.StartsWith(Base, StringComparison.Ordinal) ? iri[Base.Length..] : iri;

    /// <summary>As it is sent: with the base, if it is of this server.</summary>
    public string Sent(string stored) => IsOwn(stored) ? Base + stored : stored;

    /// <summary>The data set and the version that a stored IRI names or is a part of.</summary>
    public static (string? Dataset, int? Version) PartOf(string stored)
    {
        if (DatasetPath().Match(stored) is not { Success: true } match) return (null, null);
        return (match.Groups["id"].Value, int.TryParse(match.Groups["n"].Value, CultureInfo.InvariantCulture, out var number) ? number : null);
    }

    /// <summary>The record of evidence that a stored IRI names or is a part of.</summary>
    public static string? RecordOf(string stored) => RecordPath().Match(stored) is { Success: true } match ? match.Groups["id"].Value : null;

    /// <summary>Whether a stored IRI names what an agent says of data or evidence, or a part of that.</summary>
    public static bool IsJudgement(string stored) => JudgementPath().IsMatch(stored);

    private static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var character in name.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(character) || character == '.') slug.Append(character);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return Uri.EscapeDataString(slug.ToString().Trim('-'));
    }

    private static bool IsOwn(string stored) => stored.StartsWith("v1/", StringComparison.Ordinal) || stored.StartsWith("ns#", StringComparison.Ordinal);

    [GeneratedRegex(@"\Av1/datasets/(?<id>[a-z0-9-]+)(?:/versions/(?<n>[0-9]{1,9}))?(?:[/#?]|\z)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex DatasetPath();

    [GeneratedRegex(@"\Av1/(?:datasets/[a-z0-9-]+/(?:interpretations|impacts|uses|jurisdictions|disputes)|evidence/[^/#?]+/interpretations)/[0-9]+(?:[/#?]|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex JudgementPath();

    [GeneratedRegex(@"\Av1/evidence/(?<id>[^/#?]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex RecordPath();
}
