using System.IO.Compression;
using System.Text;
using DataDiplomacy.Api.Observations.Imports.Reading;

namespace DataDiplomacy.Api.Tests.Observations.Imports.Reading;

/// <summary>What a reader made of a file.</summary>
internal sealed record ReadFile(AttributeColumns Columns, IReadOnlyList<ImportLine> Lines)
{
    public IReadOnlyList<ImportedRow> Rows => [.. Lines.Select(line => line.Row).OfType<ImportedRow>()];

    public IReadOnlyList<RejectedRow> Rejected => [.. Lines.Select(line => line.Rejected).OfType<RejectedRow>()];

    public ImportedRow OnlyRow => Rejected.Count == 0 ? Rows.ShouldHaveSingleItem() : throw new InvalidOperationException(Rejected[0].Detail);

    public RejectedRow OnlyRejected => Rejected.ShouldHaveSingleItem();

    public static Task<ReadFile> OfAsync(string text, ImportFormat format, string? mapping = null, ImportLimits? limits = null) =>
        OfAsync(Encoding.UTF8.GetBytes(text), format, mapping, limits);

    public static async Task<ReadFile> OfAsync(byte[] bytes, ImportFormat format, string? mapping = null, ImportLimits? limits = null)
    {
        using var file = new MemoryStream(bytes);
        return await OfAsync(file, format, mapping, limits);
    }

    public static async Task<ReadFile> OfAsync(Stream file, ImportFormat format, string? mapping = null, ImportLimits? limits = null)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var parsed = mapping is null ? null : ImportMapping.Parse(mapping);
        var reader = await ObservationReaders.OpenAsync(file, format, parsed, limits ?? ImportLimits.Default, cancellation);
        var lines = new List<ImportLine>();
        await foreach (var line in reader.ReadAsync(cancellation))
            lines.Add(line);
        return new ReadFile(reader.Columns, lines);
    }

    public static Task<ImportFormatException> RefusesAsync(string text, ImportFormat format, string? mapping = null, ImportLimits? limits = null) =>
        Should.ThrowAsync<ImportFormatException>(() => OfAsync(text, format, mapping, limits));

    public static byte[] Gzip(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
            gzip.Write(bytes);
        return compressed.ToArray();
    }
}
