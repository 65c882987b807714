using System.Text.RegularExpressions;

namespace DataDiplomacy.Core.Evidence.Bags;

/// <summary>Reads the manifests of a bag (RFC 8493, 2.1.3 and 2.2.1).</summary>
internal sealed partial class BagListingReader(BagContent content, BagDeclaration declaration, BagFindings findings)
{
    public IReadOnlyList<BagListing> Read()
    {
        (BagFile File, Match Match)[] found = [.. content.Files.Select(file => (file, ManifestName().Match(file.Path))).Where(pair => pair.Item2.Success)];
        if (found.Length <= BagVerification.MaxManifests) return [.. found.Select(pair => Read(pair.File, pair.Match)).OfType<BagListing>()];
        findings.Error(BagProblemCode.TooManyManifests, null, $"At most {BagVerification.MaxManifests} manifests are read, the bag has {found.Length}.");
        return [];
    }

    public static bool IsTagManifest(string path) => ManifestName().Match(path) is { Success: true } match && match.Groups[1].Success;

    public static bool IsPayloadManifest(string path) => ManifestName().Match(path) is { Success: true } match && !match.Groups[1].Success;

    /// <summary>The path a line means: decoded from 1.0 on, without what md5sum and others put before it.</summary>
    public string Meant(string written, string where)
    {
        var path = declaration.Strict ? BagPath.Decode(written) : written;
        if (declaration.Strict && BagPath.Encode(path) != written.Replace("%0a", "%0A", StringComparison.Ordinal).Replace("%0d", "%0D", StringComparison.Ordinal))
            findings.Warn(BagProblemCode.PathSpelling, where, $"\"{written}\" has a \"%\" that should stand as %25.");
        if (content.Exact(path) is not null) return path;
        var bare = path.StartsWith('*') ? path[1..] : path;
        while (bare.StartsWith("./", StringComparison.Ordinal)) bare = bare[2..];
        if (bare != path) findings.Warn(BagProblemCode.PathSpelling, where, $"\"{path}\" should stand without leading \"*\" or \"./\".");
        return bare;
    }

    private BagListing? Read(BagFile file, Match name)
    {
        var algorithm = name.Groups[2].Value.ToLowerInvariant();
        if (!BagAlgorithm.IsKnown(algorithm))
        {
            findings.Error(BagProblemCode.AlgorithmUnsupported, file.Path, $"Manifests of md5, sha1, sha256, sha384 and sha512 are verified, not of {algorithm}.");
            return null;
        }
        if (declaration.Text(file, content, findings) is not { } text) return null;
        var lines = BagText.Lines(text).Select((line, index) => Line(file, algorithm, line, index + 1)).OfType<BagLine>();
        var listing = new BagListing(file.Path, algorithm, name.Groups[1].Success, [.. lines]);
        CheckOnce(listing);
        return listing;
    }

    private BagLine? Line(BagFile manifest, string algorithm, string text, int number)
    {
        var match = ManifestLine().Match(text);
        if (!match.Success || match.Groups[1].Length != BagAlgorithm.HexLength(algorithm))
        {
            findings.Error(BagProblemCode.ManifestLineMalformed, manifest.Path,
                $"Line {number} is not {BagAlgorithm.HexLength(algorithm)} hexadecimal digits, blanks and a path.");
            return null;
        }
        var path = Meant(match.Groups[2].Value, manifest.Path);
        var file = content.Exact(path);
        if (file is null && (file = content.Alike(path)) is not null)
            findings.Warn(BagProblemCode.PathSpelling, manifest.Path, $"\"{path}\" is there as \"{file.Path}\": case or Unicode form differ.");
        return new(match.Groups[1].Value.ToLowerInvariant(), path, file);
    }

    /// <summary>Before 1.0 a line may be repeated, but not with another digest.</summary>
    private void CheckOnce(BagListing listing)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in listing.Lines)
        {
            var path = line.File?.Path ?? line.Path;
            if (seen.TryAdd(path, line.Digest)) continue;
            var detail = $"{listing.Name} lists the file more than once.";
            if (declaration.Strict || seen[path] != line.Digest) findings.Error(BagProblemCode.ListedTwice, path, detail);
            else findings.Warn(BagProblemCode.ListedTwice, path, detail);
        }
    }

    [GeneratedRegex(@"\A(tag)?manifest-([^/]+)\.txt\z")]
    private static partial Regex ManifestName();

    [GeneratedRegex(@"\A([0-9A-Fa-f]+)[ \t]+([^ \t].*)\z", RegexOptions.Singleline)]
    private static partial Regex ManifestLine();
}
