namespace DataDiplomacy.Core.Evidence.Bags;

/// <summary>A file that goes into a bag.</summary>
/// <param name="Path">Its path from the bag's root: below data/ for the payload, elsewhere for a tag file.</param>
/// <param name="Length">Its length in octets.</param>
/// <param name="Sha256">Its SHA-256, in hexadecimal.</param>
/// <param name="Sha512">Its SHA-512, in hexadecimal.</param>
public sealed record BagEntry(string Path, long Length, string Sha256, string Sha512);
