using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace DataDiplomacy.Core.Evidence.Bags;

/// <summary>The algorithms of manifests (RFC 8493, 2.4), under their names in the files' names.</summary>
internal static class BagAlgorithm
{
    private static readonly Dictionary<string, (HashAlgorithmName Name, int HexLength)> All = new(StringComparer.Ordinal)
    {
        ["md5"] = (HashAlgorithmName.MD5, 32),
        ["sha1"] = (HashAlgorithmName.SHA1, 40),
        ["sha256"] = (HashAlgorithmName.SHA256, 64),
        ["sha384"] = (HashAlgorithmName.SHA384, 96),
        ["sha512"] = (HashAlgorithmName.SHA512, 128),
    };

    public static bool IsKnown(string name) => All.ContainsKey(name);

    public static int HexLength(string name) => All[name].HexLength;

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "Old bags have manifest-sha1.txt; it is verified, never written.")]
    [SuppressMessage("Security", "CA5351:Do Not Use Broken Cryptographic Algorithms", Justification = "Old bags have manifest-md5.txt; it is verified, never written.")]
    public static IncrementalHash Start(string name) => IncrementalHash.CreateHash(All[name].Name);
}
