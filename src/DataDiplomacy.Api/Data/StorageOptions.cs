namespace DataDiplomacy.Api.Data;

/// <summary>Section <c>Storage</c> of the settings.</summary>
public sealed record StorageOptions
{
    /// <summary>Folder for uploads in progress, evidence and keys.</summary>
    public string Path { get; init; } = "data/storage";

    public string Imports => System.IO.Path.Combine(Path, "imports");

    public string Keys => System.IO.Path.Combine(Path, "keys");

    public string Blobs => System.IO.Path.Combine(Path, "blobs");
}
