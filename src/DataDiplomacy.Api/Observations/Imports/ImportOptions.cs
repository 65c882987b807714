namespace DataDiplomacy.Api.Observations.Imports;

/// <summary>Section <c>Imports</c> of the settings.</summary>
public sealed record ImportOptions
{
    /// <summary>Largest file, bytes as sent; larger ones are refused with 413.</summary>
    public long MaxBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>Largest file after decompression, bytes.</summary>
    public long MaxDecompressedBytes { get; init; } = 8L * 1024 * 1024 * 1024;

    /// <summary>Series keys, and sets of attributes, that an import remembers; beyond that it looks them up in its staging tables.</summary>
    public int RememberedKeys { get; init; } = 200_000;
}
