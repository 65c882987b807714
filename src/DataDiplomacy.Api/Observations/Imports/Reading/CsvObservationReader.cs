using System.Runtime.CompilerServices;

namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>Reads the rows of a CSV file whose header has been understood.</summary>
internal sealed class CsvObservationReader : IObservationReader
{
    private readonly CsvLayout _layout;
    private readonly ImportLimits _limits;
    private CsvRecords? _records;

    private CsvObservationReader(CsvLayout layout, CsvRecords records, ImportLimits limits)
    {
        _layout = layout;
        _records = records;
        _limits = limits;
    }

    public AttributeColumns Columns => _layout.Columns;

    public static async Task<CsvObservationReader> OpenAsync(ImportFile file, Func<CsvHeader, CsvLayout> understand, ImportLimits limits, CancellationToken cancellationToken)
    {
        var records = new CsvRecords(file, limits);
        try
        {
            if (!await records.ReadAsync(cancellationToken))
                throw new ImportFormatException("file.empty", "The file is empty; it needs a header and at least one row.");
            return new CsvObservationReader(understand(ReadHeader(records, limits)), records, limits);
        }
        catch
        {
            await records.DisposeAsync();
            throw;
        }
    }

    public async IAsyncEnumerable<ImportLine> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var records = _records ?? throw new InvalidOperationException("A file can be read once; open it again.");
        _records = null;
        var rows = new CsvRowReader(_layout, _limits);
        while (await records.ReadAsync(cancellationToken))
            yield return rows.Read(records);
    }

    private static CsvHeader ReadHeader(CsvRecords records, ImportLimits limits)
    {
        var record = records.Current;
        if (records.Malformed is not null)
            throw new ImportFormatException("header.invalid", "The quotes of the header do not match.", records.Line);
        if (record.FieldCount > limits.MaxColumns)
            throw new ImportFormatException("limit.columns", $"The file has {record.FieldCount} columns; at most {limits.MaxColumns} are read.", records.Line);
        return new CsvHeader(record.Current.ToArray());
    }
}
