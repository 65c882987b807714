namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>Opens import files.</summary>
public static class ObservationReaders
{
    /// <summary>Opens a file with the <see cref="ImportLimits.Default"/>.</summary>
    /// <inheritdoc cref="OpenAsync(Stream, ImportFormat, ImportMapping?, ImportLimits, CancellationToken)"/>
    public static Task<IObservationReader> OpenAsync(Stream file, ImportFormat format, ImportMapping? mapping, CancellationToken cancellationToken) =>
        OpenAsync(file, format, mapping, ImportLimits.Default, cancellationToken);

    /// <summary>
    /// Looks at the whole file once (compression, encoding, limits) and reads its header. Gzip is known by its first bytes; text that is not UTF-8 is read
    /// as Windows-1252 where the format is CSV; NUL bytes at the end are padding.
    /// The file must be seekable; it is read from its start and left open. The mapping is required by <see cref="ImportFormat.Csv"/> and not looked at by the others.
    /// </summary>
    /// <exception cref="ImportFormatException">The file cannot be read as that format at all.</exception>
    public static async Task<IObservationReader> OpenAsync(Stream file, ImportFormat format, ImportMapping? mapping, ImportLimits limits, CancellationToken cancellationToken)
    {
        var text = await ImportFile.InspectAsync(file, limits, cancellationToken);
        return format switch
        {
            ImportFormat.UnsdCsv => await CsvObservationReader.OpenAsync(text, UnsdCsvLayout.Read, limits, cancellationToken),
            ImportFormat.UnsdLongCsv => await CsvObservationReader.OpenAsync(text, UnsdLongCsvLayout.Read, limits, cancellationToken),
            ImportFormat.Csv => await CsvObservationReader.OpenAsync(text, header => MappedCsvLayout.Read(header, Required(mapping)), limits, cancellationToken),
            ImportFormat.Ndjson => await NdjsonObservationReader.OpenAsync(text, limits, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No such import format."),
        };
    }

    private static ImportMapping Required(ImportMapping? mapping) =>
        mapping ?? throw new ImportFormatException("mapping.missing", "The format csv needs a mapping such as { \"series\": \"Code\", \"area\": \"M49\", \"period\": \"Year\", \"value\": \"Value\" }.");
}
