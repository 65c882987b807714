using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DataDiplomacy.Core.Evidence.Bags;

/// <summary>Writes the tag files of a bag of BagIt 1.0 (RFC 8493): UTF-8 without byte order mark, lines end with LF.</summary>
public static class BagManifest
{
    /// <summary>The bagit.txt of each bag.</summary>
    public const string Declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    /// <summary>The tag files of a bag with the payload manifests of SHA-256 and SHA-512 and the tag manifest of SHA-256.</summary>
    /// <param name="payload">The files below data/, in any order.</param>
    /// <param name="tags">Further tag files that the tag manifest lists, in any order; none of those written here.</param>
    /// <param name="info">Labels and values of bag-info.txt in their order, without Payload-Oxum: it is counted and comes last.</param>
    /// <returns>bagit.txt, bag-info.txt, manifest-sha256.txt, manifest-sha512.txt and tagmanifest-sha256.txt, in this order.</returns>
    /// <exception cref="ArgumentException">A path, a digest or a label is not fit, a length is below 0, a path is there twice, or Payload-Oxum is told.</exception>
    /// <exception cref="OverflowException">The lengths add up to more than a number holds.</exception>
    public static IReadOnlyList<BagTagFile> Write(IReadOnlyCollection<BagEntry> payload, IReadOnlyCollection<BagEntry> tags, IReadOnlyCollection<(string Label, string Value)> info)
    {
        ArgumentNullException.ThrowIfNull(payload);
        ArgumentNullException.ThrowIfNull(tags);
        ArgumentNullException.ThrowIfNull(info);
        if (payload.Any(file => file.Length < 0)) throw new ArgumentException("A length is 0 or more.", nameof(payload));
        if (info.Any(pair => pair.Label.Equals("Payload-Oxum", StringComparison.OrdinalIgnoreCase))) throw new ArgumentException("Payload-Oxum is counted, not told.", nameof(info));
        List<BagTagFile> written =
        [
            new("bagit.txt", Declaration),
            new("bag-info.txt", InfoText([.. info, ("Payload-Oxum", Oxum(payload.Sum(file => file.Length), payload.Count))])),
            new(PayloadName("sha256"), PayloadText("sha256", [.. payload.Select(file => (file.Path, file.Sha256))])),
            new(PayloadName("sha512"), PayloadText("sha512", [.. payload.Select(file => (file.Path, file.Sha512))])),
        ];
        var listed = written.Select(file => (file.Path, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Text)))));
        written.Add(new(TagName("sha256"), TagText("sha256", [.. listed, .. tags.Select(file => (file.Path, file.Sha256))])));
        return written;
    }

    /// <summary>The name of a payload manifest, as <c>manifest-sha256.txt</c>.</summary>
    /// <param name="algorithm">sha256, sha384 or sha512: the older ones are not written.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentException">The algorithm is another.</exception>
    public static string PayloadName(string algorithm) => $"manifest-{Written(algorithm)}.txt";

    /// <summary>The name of a tag manifest, as <c>tagmanifest-sha256.txt</c>.</summary>
    /// <param name="algorithm">sha256, sha384 or sha512.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentException">The algorithm is another.</exception>
    public static string TagName(string algorithm) => $"tagmanifest-{Written(algorithm)}.txt";

    /// <summary>The text of a payload manifest.</summary>
    /// <param name="algorithm">sha256, sha384 or sha512.</param>
    /// <param name="files">Paths below data/ and their digests in hexadecimal, in any order.</param>
    /// <returns>A line for each file, in ordinal order of the paths, with %, LF and CR in them percent-encoded.</returns>
    /// <exception cref="ArgumentException">A path is unsafe, not below data/ or there twice, or a digest is not of the algorithm.</exception>
    public static string PayloadText(string algorithm, IReadOnlyCollection<(string Path, string Digest)> files) =>
        Text(algorithm, files, BagPath.IsPayload);

    /// <summary>The text of a tag manifest.</summary>
    /// <param name="algorithm">sha256, sha384 or sha512.</param>
    /// <param name="files">Paths of tag files, payload manifests among them, and their digests in hexadecimal, in any order.</param>
    /// <returns>A line for each file, in ordinal order of the paths, with %, LF and CR in them percent-encoded.</returns>
    /// <exception cref="ArgumentException">A path is unsafe, below data/, a tag manifest or there twice, or a digest is not of the algorithm.</exception>
    public static string TagText(string algorithm, IReadOnlyCollection<(string Path, string Digest)> files) =>
        Text(algorithm, files, path => !BagPath.IsPayload(path) && !BagListingReader.IsTagManifest(path));

    /// <summary>The text of bag-info.txt.</summary>
    /// <param name="labels">Labels and values in the order they are to stand in; a label may be repeated.</param>
    /// <returns>A line for each.</returns>
    /// <exception cref="ArgumentException">A label is empty, begins or ends with a blank or has a colon, or one of both has a control character.</exception>
    public static string InfoText(IReadOnlyCollection<(string Label, string Value)> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var text = new StringBuilder();
        foreach (var (label, value) in labels)
        {
            if (label.Length == 0 || label.Trim() != label || label.Contains(':', StringComparison.Ordinal) || BagPath.HasControl(label + value))
                throw new ArgumentException($"\"{label}: {value}\" is not one line with a label without colon.", nameof(labels));
            text.Append(CultureInfo.InvariantCulture, $"{label}: {value}\n");
        }
        return text.ToString();
    }

    /// <summary>The value of Payload-Oxum.</summary>
    /// <param name="octets">The length of all payload files.</param>
    /// <param name="files">How many they are.</param>
    /// <returns>Both with a dot between them, as "279164409832.1198".</returns>
    public static string Oxum(long octets, int files) => string.Create(CultureInfo.InvariantCulture, $"{octets}.{files}");

    private static string Text(string algorithm, IReadOnlyCollection<(string Path, string Digest)> files, Func<string, bool> belongs)
    {
        ArgumentNullException.ThrowIfNull(files);
        var length = BagAlgorithm.HexLength(Written(algorithm));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var text = new StringBuilder();
        foreach (var (path, digest) in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            if (BagPath.Danger(path) is { } danger) throw new ArgumentException($"\"{path}\": {danger}", nameof(files));
            if (!belongs(path) || !seen.Add(path)) throw new ArgumentException($"\"{path}\" does not belong into this manifest, or is there twice.", nameof(files));
            if (digest.Length != length || !digest.All(char.IsAsciiHexDigit)) throw new ArgumentException($"The digest of \"{path}\" is not {length} hexadecimal digits.", nameof(files));
            text.Append(CultureInfo.InvariantCulture, $"{digest.ToLowerInvariant()}  {BagPath.Encode(path)}\n");
        }
        return text.ToString();
    }

    private static string Written(string algorithm) => algorithm is "sha256" or "sha384" or "sha512"
        ? algorithm
        : throw new ArgumentException($"sha256, sha384 or sha512 is written, not {algorithm}.", nameof(algorithm));
}
