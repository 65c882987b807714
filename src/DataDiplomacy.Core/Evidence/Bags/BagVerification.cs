namespace DataDiplomacy.Core.Evidence.Bags;

/// <summary>Verifies bags of BagIt 0.93 to 1.0 (RFC 8493).</summary>
public static class BagVerification
{
    /// <summary>Longer tag files are not parsed: 16 MiB.</summary>
    public const int MaxTagFileOctets = 16 * 1024 * 1024;

    /// <summary>Longer manifests, which have a line for each file, are not parsed: 256 MiB.</summary>
    public const int MaxManifestOctets = 256 * 1024 * 1024;

    /// <summary>More manifests are not parsed: five algorithms, twice, and some that are not known.</summary>
    public const int MaxManifests = 32;

    /// <summary>
    /// Verifies a bag: that it is complete, that each listed file has its digests, and whether it is safe to take.
    /// Each listed file is opened once and read as a stream; those nobody lists, links and unsafe paths are not opened.
    /// </summary>
    /// <param name="files">All files below the bag's root, in any order.</param>
    /// <param name="policy">What is asked beyond the RFC.</param>
    /// <returns>
    /// What was found. Bad input is a finding, never an exception: not even where a file cannot be opened or read
    /// (<see cref="IOException"/>, <see cref="UnauthorizedAccessException"/>, <see cref="InvalidDataException"/>, <see cref="NotSupportedException"/>).
    /// </returns>
    public static BagReport Verify(IReadOnlyList<BagFile> files, BagPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(policy);
        var findings = new BagFindings();
        var content = new BagContent(files, findings);
        var declaration = BagDeclaration.Read(content, findings);
        var reader = new BagListingReader(content, declaration, findings);
        var listings = reader.Read();
        var completeness = new BagCompleteness(content, declaration, policy, findings);
        completeness.Check(listings);
        BagListing[] manifests = [.. listings.Where(listing => !listing.IsTag)];
        BagFile[] payload = [.. content.Files.Where(file => BagPath.IsPayload(file.Path))];
        var tags = new BagTags(content, declaration, findings);
        tags.CheckInfo(Octets(payload), payload.Length);
        var promises = tags.Promises(reader);
        var counts = completeness.CheckDigests(listings);
        CheckFetch(content, policy, findings);
        foreach (var path in promises) CheckPromise(path, manifests, completeness, findings);
        new BagSafety(findings).Check(content.Files, listings.SelectMany(listing => listing.Lines).Select(line => line.Path).Concat(promises));
        return Report(declaration, findings, manifests, payload) with { DigestCounts = counts };
    }

    private static void CheckFetch(BagContent content, BagPolicy policy, BagFindings findings)
    {
        if (!policy.AllowFetch && content.Exact(BagTags.FetchName) is not null)
            findings.Refuse(BagProblemCode.Fetch, BagTags.FetchName, "A bag holds all its files; nothing is fetched for it.");
    }

    private static void CheckPromise(string path, BagListing[] manifests, BagCompleteness completeness, BagFindings findings)
    {
        if (!BagPath.IsPayload(path)) findings.Error(BagProblemCode.OutsidePayload, path, "fetch.txt lists only files below data/.");
        else completeness.CheckListed(path, manifests, BagProblemCode.FetchNotListed);
    }

    private static BagReport Report(BagDeclaration declaration, BagFindings findings, BagListing[] manifests, BagFile[] payload) => new()
    {
        Version = declaration.Version,
        Encoding = declaration.Encoding,
        Problems = findings.Problems,
        Refusals = findings.Refusals,
        Warnings = findings.Warnings,
        PayloadFileCount = payload.Length,
        PayloadOctets = Octets(payload),
        DigestCounts = [],
        Algorithms = [.. manifests.Select(manifest => manifest.Algorithm).Distinct().Order(StringComparer.Ordinal)],
    };

    /// <summary>Lengths are told by the caller's archive and may be nonsense: the sum ends at the greatest number.</summary>
    private static long Octets(BagFile[] files) =>
        (long)Math.Min(long.MaxValue, files.Sum(file => (decimal)Math.Max(0, file.Length)));
}
