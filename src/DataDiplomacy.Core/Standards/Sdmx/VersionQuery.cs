using System.Globalization;
using System.Text.RegularExpressions;

namespace DataDiplomacy.Core.Standards.Sdmx;

/// <summary>
/// Which versions of a structure are asked for: one, the latest stable (<c>+</c>), the latest (<c>~</c>), all (<c>*</c>), each also from a least version on
/// (<c>1.2+.0</c>), and several of these parted by commas (SDMX REST 2.2, "Query syntax for specific, latest or all artefact versions", 2025).
/// </summary>
public sealed partial class VersionQuery
{
    private const int MaxAlternatives = 100;

    private readonly IReadOnlyList<Wanted> _alternatives;

    private VersionQuery(IReadOnlyList<Wanted> alternatives) => _alternatives = alternatives;

    /// <summary>Reads a query of versions.</summary>
    /// <param name="text">The query; <c>latest</c> and <c>all</c> of REST 1 are <c>~</c> and <c>*</c>.</param>
    /// <exception cref="SdmxQueryException">It is none.</exception>
    public static VersionQuery Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split(',');
        if (parts.Length > MaxAlternatives) throw new SdmxQueryException("version", $"{parts.Length} versions are named; at most {MaxAlternatives} are read at once. Use * or a pattern such as 1.0*.0.");
        return new VersionQuery([.. parts.Select(Read)]);
    }

    /// <summary>The versions that are asked for, each once, the earliest first.</summary>
    /// <param name="versions">The versions that there are.</param>
    public IReadOnlyList<SdmxVersion> Select(IReadOnlyCollection<SdmxVersion> versions) => [.. _alternatives.SelectMany(a => a.Select(versions)).Distinct().Order(SdmxVersion.ByOrder)];

    private static Wanted Read(string text)
    {
        var written = text switch { "latest" => "~", "all" => "*", _ => text };
        if (SdmxVersion.TryParse(written, out var version)) return new Wanted(version, default, 0, 0, []);
        if (Pattern().Match(written) is not { Success: true } match) throw Wrong(text);
        var parts = written.Split('.');
        var at = Array.FindIndex(parts, p => p[^1] is '+' or '~' or '*');
        var wildcard = parts[at][^1];
        var numbers = parts.Select(p => p.TrimEnd('+', '~', '*')).Select(p => p.Length == 0 ? 0 : int.Parse(p, NumberStyles.None, CultureInfo.InvariantCulture)).ToList();
        // A wildcard alone stands for versions of any form; with a number before it the form is written out.
        var isAny = parts.Length == 1;
        if (isAny && parts[0].Length > 1 || wildcard == '+' && !isAny && (parts.Length != 3 || at > 0 && numbers[0] == 0)) throw Wrong(text);
        return new Wanted(null, wildcard, isAny ? 0 : parts.Length, at, numbers);
    }

    private static SdmxQueryException Wrong(string text) => new("version",
        $"'{text}' asks for no version. Write one (1.0.0), + for the latest stable one, ~ for the latest, * for all, or a least one with them, such as 1.2+.0 or 2~.0.0.");

    /// <param name="Exact">The one version; null where several may be meant.</param>
    /// <param name="Wildcard">Plus, tilde or asterisk.</param>
    /// <param name="Parts">Numbers that versions have; 0 for any.</param>
    /// <param name="At">The number that may grow; those before it are fixed.</param>
    /// <param name="Least">The least version.</param>
    private sealed record Wanted(SdmxVersion? Exact, char Wildcard, int Parts, int At, IReadOnlyList<int> Least)
    {
        public IEnumerable<SdmxVersion> Select(IReadOnlyCollection<SdmxVersion> versions)
        {
            if (Exact is not null) return versions.Contains(Exact) ? [Exact] : [];
            var matching = versions.Where(IsMatch);
            return Wildcard == '*' ? matching : matching.Max(SdmxVersion.ByOrder) is { } latest ? [latest] : [];
        }

        private bool IsMatch(SdmxVersion version)
        {
            if (Wildcard == '+' && !version.IsStable) return false;
            if (Parts == 0) return true;
            return version.Numbers.Count == Parts && version.Numbers.Take(At).SequenceEqual(Least.Take(At)) && SdmxVersion.Compare(version.Numbers, Least) >= 0;
        }
    }

    [GeneratedRegex(@"\A(?:(?:[0-9]{1,9}\.){0,2}(?:0|[1-9][0-9]{0,8})?[+~*](?:\.(?:0|[1-9][0-9]{0,8})){0,2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
