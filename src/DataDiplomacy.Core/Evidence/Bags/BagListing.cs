namespace DataDiplomacy.Core.Evidence.Bags;

/// <summary>A line of a manifest.</summary>
/// <param name="Digest">Lower-case hexadecimal.</param>
/// <param name="Path">The path, decoded and without leading "./" or "*".</param>
/// <param name="File">The file it is about; null where there is none.</param>
internal sealed record BagLine(string Digest, string Path, BagFile? File);

/// <summary>A manifest that was read.</summary>
/// <param name="Name">The name of the file.</param>
/// <param name="Algorithm">As "sha256".</param>
/// <param name="IsTag">Whether it lists tag files.</param>
/// <param name="Lines">Its lines in order, without those that were malformed.</param>
internal sealed record BagListing(string Name, string Algorithm, bool IsTag, IReadOnlyList<BagLine> Lines)
{
    /// <summary>The paths listed, as written and as the files are called.</summary>
    public IReadOnlySet<string> Paths { get; } =
        Lines.SelectMany(line => new[] { line.Path, line.File?.Path ?? line.Path }).ToHashSet(StringComparer.Ordinal);
}
