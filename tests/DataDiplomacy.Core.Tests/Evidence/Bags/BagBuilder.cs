using System.Security.Cryptography;
using System.Text;
using DataDiplomacy.Core.Evidence.Bags;

namespace DataDiplomacy.Core.Tests.Evidence.Bags;

/// <summary>A bag in memory: complete and valid until a test changes it.</summary>
internal sealed class BagBuilder
{
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    /// <summary>Two payload files, "abc" and nothing, in a bag of 1.0 with all its tag files.</summary>
    public static BagBuilder Valid() => Of(("data/a.txt", "abc"), ("data/sub/empty", ""));

    public static BagBuilder Of(params (string Path, string Text)[] payload)
    {
        var bag = new BagBuilder();
        foreach (var (path, text) in payload) bag.With(path, text);
        bag.With("bagit.txt", BagManifest.Declaration);
        var octets = payload.Sum(file => Encoding.UTF8.GetByteCount(file.Text));
        bag.With("bag-info.txt", BagManifest.InfoText([("Bagging-Date", "2026-01-02"), ("Payload-Oxum", BagManifest.Oxum(octets, payload.Length))]));
        return bag.WithManifest("sha256", SHA256.HashData).WithTagManifest();
    }

    public BagBuilder With(string path, string text) => WithBytes(path, Encoding.UTF8.GetBytes(text));

    public BagBuilder WithBytes(string path, byte[] bytes)
    {
        _files[path] = bytes;
        return this;
    }

    public BagBuilder Without(string path)
    {
        _files.Remove(path);
        return this;
    }

    public BagBuilder WithManifest(string algorithm, Func<byte[], byte[]> hash)
    {
        var lines = _files.Where(file => file.Key.StartsWith("data/", StringComparison.Ordinal)).Select(file => $"{Convert.ToHexStringLower(hash(file.Value))}  {file.Key}\n");
        return With($"manifest-{algorithm}.txt", string.Concat(lines));
    }

    /// <summary>A tag manifest of the tag files as they are now.</summary>
    public BagBuilder WithTagManifest(Func<string, bool>? only = null)
    {
        var tags = _files.Where(file => !file.Key.StartsWith("data/", StringComparison.Ordinal) && !file.Key.StartsWith("tagmanifest-", StringComparison.Ordinal));
        return With("tagmanifest-sha256.txt", BagManifest.TagText("sha256", [.. tags.Where(file => only?.Invoke(file.Key) ?? true).Select(file => (file.Key, Convert.ToHexStringLower(SHA256.HashData(file.Value))))]));
    }

    /// <summary>Rewrites a tag file and the tag manifest with it.</summary>
    public BagBuilder Edit(string path, Func<string, string> edit) => With(path, edit(Text(path))).WithTagManifest();

    public string Text(string path) => Encoding.UTF8.GetString(_files[path]);

    public List<BagFile> Files() => [.. _files.Select(file => new BagFile(file.Key, file.Value.Length, false, () => new MemoryStream(file.Value)))];

    public BagReport Verify(BagPolicy? policy = null) => BagVerification.Verify(Files(), policy ?? BagPolicy.Default);
}
