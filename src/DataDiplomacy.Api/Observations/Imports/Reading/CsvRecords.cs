using System.Text;
using CsvHelper;

namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>
/// The records of a CSV file (RFC 4180), one after the other. A quote that is never closed would swallow the rows after it:
/// <see cref="Recover"/> takes the first line of a broken record as lost and reads on from the next line.
/// </summary>
internal sealed class CsvRecords : IAsyncDisposable
{
    private readonly CsvReaderOptions _options;
    private readonly CsvReader _file;
    private readonly Stack<(CsvReader Reader, long LinesBefore)> _recovered = new();

    public CsvRecords(ImportFile file, ImportLimits limits)
    {
        _options = new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            TrackLineNumbers = true,
            MaxRecordSize = limits.MaxRecordBytes,
            MalformedData = CsvMalformedDataHandling.Recover,
            OnMalformedRecord = record => Malformed = record.Reason,
            Encoding = file.Encoding,
        };
        _file = CsvReader.Create(file.Open(), _options, leaveOpen: false);
        Current = _file;
    }

    /// <summary>The reader at the current record; valid until the next one.</summary>
    public CsvReader Current { get; private set; }

    /// <summary>The line the current record starts on.</summary>
    public long Line { get; private set; }

    /// <summary>What is wrong with the quotes of the current record; null when nothing is.</summary>
    public CsvMalformedReason? Malformed { get; private set; }

    /// <exception cref="ImportFormatException">A record is longer than <see cref="ImportLimits.MaxRecordBytes"/>.</exception>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        Malformed = null;
        while (_recovered.TryPeek(out var part))
        {
            if (part.Reader.Read())
                return Move(part.Reader, part.LinesBefore);
            _recovered.Pop().Reader.Dispose();
        }
        try
        {
            return await _file.ReadAsync(cancellationToken) && Move(_file, 0);
        }
        catch (CsvFormatException cause)
        {
            throw new ImportFormatException("limit.record", $"Record {cause.RecordNumber} has more than {_options.MaxRecordSize} bytes; a quote before it may never be closed.", cause);
        }
    }

    /// <summary>Gives up the first line of the current record and reads the other lines of it anew.</summary>
    /// <returns>The text of the line given up.</returns>
    public string Recover()
    {
        var raw = Current.RawRecord;
        var end = raw.IndexOfAny((byte)'\n', (byte)'\r');
        if (end < 0)
            return Encoding.UTF8.GetString(raw);
        var next = end + (raw[end..].StartsWith("\r\n"u8) ? 2 : 1);
        if (next < raw.Length)
            _recovered.Push((CsvReader.Create(raw[next..].ToArray(), _options with { Encoding = null }), Line));
        return Encoding.UTF8.GetString(raw[..end]);
    }

    public async ValueTask DisposeAsync()
    {
        while (_recovered.TryPop(out var part))
            await part.Reader.DisposeAsync();
        await _file.DisposeAsync();
    }

    private bool Move(CsvReader reader, long linesBefore)
    {
        Current = reader;
        Line = linesBefore + reader.LineNumber;
        return true;
    }
}
