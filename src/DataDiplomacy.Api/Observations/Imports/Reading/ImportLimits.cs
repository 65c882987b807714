namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>What an import file may cost before it is refused.</summary>
public sealed record ImportLimits
{
    public static ImportLimits Default { get; } = new();

    /// <summary>Bytes of the file after decompression.</summary>
    public long MaxDecompressedBytes { get; init; } = 8L << 30;

    /// <summary>Decompressed over compressed bytes. Real CSV files stay under 50, DEFLATE ends at 1,032 (a file of one repeated byte).</summary>
    public double MaxCompressionRatio { get; init; } = 300;

    /// <summary>Decompressed bytes up to which the ratio is not looked at, because they cost nothing.</summary>
    public long RatioFreeBytes { get; init; } = 16 << 20;

    /// <summary>Characters of one field.</summary>
    public int MaxFieldLength { get; init; } = 100_000;

    public int MaxColumns { get; init; } = 1_000;

    /// <summary>Bytes of one row, so that a quote that is never closed does not fill the memory.</summary>
    public int MaxRecordBytes { get; init; } = 4 << 20;
}
