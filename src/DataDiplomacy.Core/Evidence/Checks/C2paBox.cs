namespace DataDiplomacy.Core.Evidence.Checks;

/// <summary>What looking for a C2PA manifest gave. That one is there says nothing of whether it is valid.</summary>
/// <param name="Container">Where manifests stand in this format, "JPEG APP11" or "PNG caBX"; null where the content is neither JPEG nor PNG.</param>
/// <param name="Length">Length of the manifest store, bytes, as its box says; null where there is none.</param>
/// <param name="ReadToEnd">Whether everything was read in which one could stand; false where the file is cut off or malformed.</param>
public sealed record C2paBox(string? Container, long? Length, bool ReadToEnd);
