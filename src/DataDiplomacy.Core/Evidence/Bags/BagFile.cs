namespace DataDiplomacy.Core.Evidence.Bags;

/// <summary>A file of a bag as the caller found it.</summary>
/// <param name="Path">Its path from the bag's root, with '/' between the parts.</param>
/// <param name="Length">Its length in octets.</param>
/// <param name="IsLink">Whether it is a link: such a file is never opened.</param>
/// <param name="Open">Opens it for reading, at most once. The reader closes the stream.</param>
public sealed record BagFile(string Path, long Length, bool IsLink, Func<Stream> Open);
