using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DataDiplomacy.Core.Catalogue;

/// <summary>What a statement rests on: a record of evidence, a data set or a version of it, or an address elsewhere.</summary>
/// <param name="Text">As it was written: <c>ev-…</c>, <c>sdg-demo@2</c>, <c>doi:10.1000/182</c> or an address.</param>
/// <param name="Record">Id of the record; null for others.</param>
/// <param name="Dataset">Id of the data set; null for others.</param>
/// <param name="Version">Number of the version; null for others, and for a data set as a whole.</param>
/// <param name="Address">Absolute address; empty for what is of this server.</param>
public sealed partial record CitedSource(string Text, string? Record, string? Dataset, int? Version, string Address)
{
    private const string Resolver = "https://doi.org/";
    private const int MostBytes = 2_000;

    /// <summary>Reads a citation; null when it is none.</summary>
    public static CitedSource? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (RecordId().IsMatch(text)) return new CitedSource(text, text, null, null, "");
        if (VersionId().Match(text) is { Success: true } match)
            return new CitedSource(text, null, match.Groups["id"].Value, int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture), "");
        if (Doi().Match(text) is { Success: true } doi) return new CitedSource(text, null, null, null, Resolver + doi.Groups["doi"].Value);
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.Host.Length > 0 && !text.Any(char.IsControl) && Encoding.UTF8.GetByteCount(address.AbsoluteUri) <= MostBytes
            ? new CitedSource(text, null, null, null, address.AbsoluteUri)
            : null;
    }

    [GeneratedRegex(@"\Aev-[0-9a-f]{32}\z", RegexOptions.CultureInvariant)]
    private static partial Regex RecordId();

    [GeneratedRegex(@"\A(?<id>[a-z0-9][a-z0-9-]*)@(?<n>[1-9][0-9]{0,8})\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex VersionId();

    // DOI Handbook, section 2.2: the directory is 10, the suffix any printable characters.
    [GeneratedRegex(@"\A(?:doi:)?(?<doi>10\.[0-9]{4,9}/[\x21-\x7e]+)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Doi();
}

/// <summary>Citations as they are stored.</summary>
public static class CitedSources
{
    /// <summary>Those of a stored JSON array; empty for null.</summary>
    public static IReadOnlyList<CitedSource> Of(string? json) =>
        json is null ? [] : [.. (JsonSerializer.Deserialize<string[]>(json) ?? []).Select(CitedSource.Read).OfType<CitedSource>()];

    /// <summary>As a JSON array; null for none.</summary>
    public static string? Write(IReadOnlyCollection<string>? texts) => texts is { Count: > 0 } ? JsonSerializer.Serialize(texts) : null;
}
