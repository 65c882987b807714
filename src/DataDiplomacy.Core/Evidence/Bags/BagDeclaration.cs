using System.Text.RegularExpressions;

namespace DataDiplomacy.Core.Evidence.Bags;

/// <summary>What bagit.txt says (RFC 8493, 2.1.1). Where it says nothing readable, the rest is held to 1.0 and UTF-8.</summary>
internal sealed partial record BagDeclaration
{
    public const string FileName = "bagit.txt";

    private static readonly string[] Older = ["0.93", "0.94", "0.95", "0.96", "0.97"];

    public string? Version { get; private init; }

    public string? Encoding { get; private init; }

    /// <summary>Whether the rules of 1.0 hold: each payload file in each manifest, paths percent-encoded.</summary>
    public bool Strict => !Older.Contains(Version);

    /// <summary>Its name was another before 0.96.</summary>
    public string InfoName => Version is "0.93" or "0.94" or "0.95" ? "package-info.txt" : "bag-info.txt";

    public static BagDeclaration Read(BagContent content, BagFindings findings)
    {
        if (content.Exact(FileName) is not { } file)
        {
            findings.Error(BagProblemCode.DeclarationMissing, FileName, "A bag has a bagit.txt.");
            return new();
        }
        return content.Bytes(file) is { } bytes ? Parse(bytes, findings) : new();
    }

    /// <summary>Tag files are UTF-8 where the declaration tells no other encoding.</summary>
    public string? Text(BagFile file, BagContent content, BagFindings findings)
    {
        if (content.Bytes(file) is not { } bytes) return null;
        var text = BagText.Decode(bytes, Encoding ?? "UTF-8");
        if (text is null) findings.Error(BagProblemCode.EncodingBroken, file.Path, $"The file is not in the declared encoding {Encoding ?? "UTF-8"}.");
        return text;
    }

    private static BagDeclaration Parse(byte[] bytes, BagFindings findings)
    {
        var lines = BagText.Decode(bytes, "UTF-8") is { } text ? BagText.Lines(text) : [];
        var version = VersionLine().Match(lines.ElementAtOrDefault(0) ?? "");
        var encoding = EncodingLine().Match(lines.ElementAtOrDefault(1) ?? "");
        if (lines.Count != 2 || !version.Success || !encoding.Success)
        {
            findings.Error(BagProblemCode.DeclarationMalformed, FileName,
                "It has two lines in UTF-8 without byte order mark, \"BagIt-Version: M.N\" and \"Tag-File-Character-Encoding: NAME\".");
        }
        var told = new BagDeclaration
        {
            Version = version.Success ? version.Groups[1].Value : null,
            Encoding = encoding.Success ? encoding.Groups[1].Value : null,
        };
        return told.Supported(findings);
    }

    private BagDeclaration Supported(BagFindings findings)
    {
        if (Version is not null && Version != "1.0" && !Older.Contains(Version))
            findings.Error(BagProblemCode.VersionUnsupported, FileName, $"Versions 0.93 to 0.97 and 1.0 are read, not {Version}.");
        if (Encoding is null || BagText.IsKnown(Encoding)) return this;
        findings.Error(BagProblemCode.EncodingUnsupported, FileName, $"UTF-8, US-ASCII, ISO-8859-1 and UTF-16 are read, not {Encoding}.");
        return this with { Encoding = null };
    }

    [GeneratedRegex(@"\ABagIt-Version: ([0-9]+\.[0-9]+)\z")]
    private static partial Regex VersionLine();

    [GeneratedRegex(@"\ATag-File-Character-Encoding: ([!-~]+)\z")]
    private static partial Regex EncodingLine();
}
