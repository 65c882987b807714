namespace DataDiplomacy.Core.Evidence.Bags;

/// <summary>Whether what is listed is there and what is there is listed (RFC 8493, 3), and whether the digests agree.</summary>
internal sealed class BagCompleteness(BagContent content, BagDeclaration declaration, BagPolicy policy, BagFindings findings)
{
    public void Check(IReadOnlyList<BagListing> listings)
    {
        BagListing[] payload = [.. listings.Where(listing => !listing.IsTag)];
        if (!content.Files.Any(file => BagListingReader.IsPayloadManifest(file.Path)))
            findings.Error(BagProblemCode.ManifestMissing, null, "A bag has at least one payload manifest.");
        CheckTagManifests([.. listings.Where(listing => listing.IsTag)]);
        foreach (var listing in listings) CheckPresent(listing);
        foreach (var file in content.Files.Where(file => BagPath.IsPayload(file.Path))) CheckListed(file.Path, payload, BagProblemCode.PayloadNotListed);
    }

    /// <summary>From 1.0 on each payload manifest lists each payload file; before, one of them was enough.</summary>
    public void CheckListed(string path, IReadOnlyCollection<BagListing> payload, BagProblemCode code)
    {
        string[] without = [.. payload.Where(listing => !listing.Paths.Contains(path)).Select(listing => listing.Name)];
        var incomplete = declaration.Strict ? without.Length > 0 || payload.Count == 0 : without.Length == payload.Count;
        if (incomplete) findings.Error(code, path, without.Length == 0 ? "No payload manifest lists the file." : $"The file is not listed in {string.Join(", ", without)}.");
    }

    private void CheckPresent(BagListing listing)
    {
        foreach (var line in listing.Lines)
        {
            var isPayload = BagPath.IsPayload(line.Path);
            if (!listing.IsTag && !isPayload) findings.Error(BagProblemCode.OutsidePayload, line.Path, $"{listing.Name} lists only files below data/.");
            if (listing.IsTag && (isPayload || BagListingReader.IsTagManifest(line.Path)))
                findings.Error(BagProblemCode.NotATagFile, line.Path, $"{listing.Name} lists neither payload files nor tag manifests.");
            if (line.File is null) findings.Error(BagProblemCode.FileMissing, line.Path, $"{listing.Name} lists the file, but it is not there.");
        }
    }

    private void CheckTagManifests(IReadOnlyCollection<BagListing> tags)
    {
        if (!content.Files.Any(file => BagListingReader.IsTagManifest(file.Path)))
            Wanting(BagProblemCode.TagManifestMissing, null, "Without tag manifest nobody notices that a tag file was changed or lost.");
        var others = content.Files.Where(file => !BagPath.IsPayload(file.Path) && !BagListingReader.IsTagManifest(file.Path));
        foreach (var (file, tag) in others.SelectMany(file => tags.Where(tag => !tag.Paths.Contains(file.Path)).Select(tag => (file, tag))))
        {
            var detail = $"{tag.Name} does not list the file.";
            if (declaration.Strict && BagListingReader.IsPayloadManifest(file.Path)) findings.Error(BagProblemCode.TagFileNotListed, file.Path, detail);
            else Wanting(BagProblemCode.TagFileNotListed, file.Path, detail);
        }
    }

    private void Wanting(BagProblemCode code, string? path, string detail)
    {
        if (policy.RequireTagManifest) findings.Error(code, path, detail);
        else findings.Warn(code, path, detail);
    }

    /// <summary>Comes last, as a tag file that is parsed is hashed as it was read then.</summary>
    /// <returns>How many files agree, for each algorithm.</returns>
    public IReadOnlyList<BagDigestCount> CheckDigests(IReadOnlyList<BagListing> listings)
    {
        var agreeing = new HashSet<(string Algorithm, bool IsTag, string Path)>();
        var lines = listings.SelectMany(listing => listing.Lines.Select(line => (Listing: listing, Line: line))).Where(pair => pair.Line.File is not null);
        foreach (var group in lines.GroupBy(pair => pair.Line.File?.Path ?? "", StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            if (content.Exact(group.Key) is not { } file) continue;
            if (content.Digests(file, [.. group.Select(pair => pair.Listing.Algorithm).Distinct()]) is not { } digests) continue;
            foreach (var (listing, line) in group)
            {
                if (digests[listing.Algorithm] == line.Digest)
                {
                    agreeing.Add((listing.Algorithm, listing.IsTag, file.Path));
                    continue;
                }
                findings.Error(BagProblemCode.DigestDiffers, file.Path,
                    $"{listing.Name} tells {line.Digest}, the file has {digests[listing.Algorithm]}.");
            }
        }
        return [.. listings.Select(listing => listing.Algorithm).Distinct().Order(StringComparer.Ordinal)
            .Select(name => new BagDigestCount(name, agreeing.Count(one => one.Algorithm == name && !one.IsTag), agreeing.Count(one => one.Algorithm == name && one.IsTag)))];
    }
}
