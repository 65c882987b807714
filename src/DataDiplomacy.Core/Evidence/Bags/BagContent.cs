using System.Security.Cryptography;

namespace DataDiplomacy.Core.Evidence.Bags;

/// <summary>The files of a bag, each opened at most once: what was parsed is what is hashed.</summary>
internal sealed class BagContent
{
    private readonly Dictionary<string, BagFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BagFile> _folded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> _parsed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _failed = new(StringComparer.Ordinal);
    private readonly byte[] _buffer = new byte[81920];
    private readonly BagFindings _findings;

    public BagContent(IReadOnlyList<BagFile> files, BagFindings findings)
    {
        _findings = findings;
        foreach (var file in files)
        {
            if (!_files.TryAdd(file.Path, file)) findings.Error(BagProblemCode.FileTwice, file.Path, "A path stands for one file; this one was there before.");
            else if (BagPath.Danger(file.Path) is null) _folded.TryAdd(BagFold.Of(file.Path), file);
        }
        Files = [.. _files.Values.OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    /// <summary>All files, in ordinal order of their paths.</summary>
    public IReadOnlyList<BagFile> Files { get; }

    public BagFile? Exact(string path) => _files.GetValueOrDefault(path);

    /// <summary>The file that is the same where neither case nor Unicode form count.</summary>
    public BagFile? Alike(string path) => BagPath.Danger(path) is null ? _folded.GetValueOrDefault(BagFold.Of(path)) : null;

    /// <summary>The bytes of a tag file that is to be parsed; null, with a finding, where they cannot be had.</summary>
    public byte[]? Bytes(BagFile file)
    {
        if (_parsed.TryGetValue(file.Path, out var known)) return known;
        if (_failed.Contains(file.Path)) return null;
        var most = BagListingReader.IsTagManifest(file.Path) || BagListingReader.IsPayloadManifest(file.Path) ? BagVerification.MaxManifestOctets : BagVerification.MaxTagFileOctets;
        if (file.Length > most)
        {
            Fail(file, BagProblemCode.TagFileTooLong, $"A tag file of this kind has at most {most} octets, this one {file.Length}.");
            return null;
        }
        using var bytes = new MemoryStream();
        return Read(file, (part, count) => bytes.Write(part, 0, count)) ? _parsed[file.Path] = bytes.ToArray() : null;
    }

    /// <summary>The digests of a file, lower-case hexadecimal, from one reading; null, with a finding, where they cannot be had.</summary>
    public IReadOnlyDictionary<string, string>? Digests(BagFile file, IReadOnlyCollection<string> algorithms)
    {
        if (_failed.Contains(file.Path)) return null;
        var hashes = algorithms.ToDictionary(name => name, BagAlgorithm.Start, StringComparer.Ordinal);
        try
        {
            if (_parsed.TryGetValue(file.Path, out var bytes)) Append(hashes.Values, bytes, bytes.Length);
            else if (!Read(file, (part, count) => Append(hashes.Values, part, count))) return null;
            return hashes.ToDictionary(hash => hash.Key, hash => Convert.ToHexStringLower(hash.Value.GetHashAndReset()), StringComparer.Ordinal);
        }
        finally
        {
            foreach (var hash in hashes.Values) hash.Dispose();
        }
    }

    private static void Append(IEnumerable<IncrementalHash> hashes, byte[] part, int count)
    {
        foreach (var hash in hashes) hash.AppendData(part, 0, count);
    }

    private bool Read(BagFile file, Action<byte[], int> take)
    {
        if (file.IsLink || BagPath.Danger(file.Path) is not null)
            return Fail(file, BagProblemCode.Unreadable, "A link or an unsafe path is not opened, so its digests are not known.");
        try
        {
            using var stream = file.Open();
            return Pump(file, stream, take);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException or NotSupportedException)
        {
            return Fail(file, BagProblemCode.Unreadable, $"The file could not be read ({error.GetType().Name}).");
        }
    }

    /// <summary>Stops as soon as there is more than was told: a small archive can hold an endless file.</summary>
    private bool Pump(BagFile file, Stream stream, Action<byte[], int> take)
    {
        long total = 0;
        for (int count; (count = stream.Read(_buffer, 0, _buffer.Length)) > 0;)
        {
            total += count;
            if (total > file.Length) return Fail(file, BagProblemCode.Unreadable, $"The file is longer than the {file.Length} octets told.");
            take(_buffer, count);
        }
        return total == file.Length || Fail(file, BagProblemCode.Unreadable, $"The file ends after {total} of the {file.Length} octets told.");
    }

    private bool Fail(BagFile file, BagProblemCode code, string detail)
    {
        _failed.Add(file.Path);
        _findings.Error(code, file.Path, detail);
        return false;
    }
}
