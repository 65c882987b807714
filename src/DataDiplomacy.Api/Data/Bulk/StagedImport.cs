using System.Security.Cryptography;
using System.Text;
using DataDiplomacy.Api.Observations.Imports.Reading;

namespace DataDiplomacy.Api.Data.Bulk;

/// <summary>
/// Writes the rows of a file into the staging tables, batch by batch, in bounded memory.
/// What it keeps in memory is per series (title, indicators), not per row.
/// </summary>
public sealed class StagedImport(IBulkStore store, RawSql sql, string datasetId, int rememberedKeys)
{
    private const int BatchSize = 5_000;

    private readonly Dictionary<(string Series, string Area, string Dimensions), int> _keys = [];
    private readonly Dictionary<ObservationAttributes, int> _attributes = [];
    private readonly List<object?[]> _newKeys = [];
    private readonly List<object?[]> _newAttributes = [];
    private readonly List<object?[]> _rows = [];
    private readonly List<object?[]> _held = [];
    private readonly List<object?[]> _rejections = [];
    private (int Key, int Period) _lastRow = (0, int.MinValue);
    private int _lastKey;
    private int _lastAttribute;
    private bool _keysForgotten;
    private bool _attributesForgotten;

    /// <summary>Series of the file with the title and the indicators that it gives them.</summary>
    public Dictionary<string, StagedSeries> Series { get; } = new(StringComparer.Ordinal);

    /// <summary>Names that the file gives to areas.</summary>
    public Dictionary<string, string> AreaNames { get; } = new(StringComparer.Ordinal);

    /// <summary>Series of which nothing may be withdrawn, because a rejected row hides which observation it stands for.</summary>
    public HashSet<string> HeldSeries { get; } = new(StringComparer.Ordinal);

    /// <summary>True when a rejected row hides even its series: nothing at all may be withdrawn.</summary>
    public bool HoldAll { get; private set; }

    /// <summary>
    /// True as long as the rows come key by key and, for each, with later and later periods, as most published files do: then no two rows
    /// stand for the same observation, and they need no sorting.
    /// </summary>
    public bool IsOrdered { get; private set; } = true;

    public long RowsRead { get; private set; }

    public long RowsRejected { get; private set; }

    public async Task CreateTablesAsync(CancellationToken cancellationToken)
    {
        await DropTablesAsync(cancellationToken);
        foreach (var table in StagingTables.All)
        {
            await sql.ExecuteAsync(table.CreateTemporary(), cancellationToken);
        }

        await sql.ExecuteAsync("CREATE UNIQUE INDEX ix_stage_key_hash ON stage_key (hash)", cancellationToken);
        await sql.ExecuteAsync("CREATE UNIQUE INDEX ix_stage_attribute_hash ON stage_attribute (hash)", cancellationToken);
    }

    public async Task DropTablesAsync(CancellationToken cancellationToken)
    {
        foreach (var name in StagingTables.All.Select(t => t.Name).Concat(StagingTables.Derived))
        {
            await sql.ExecuteAsync($"DROP TABLE IF EXISTS {store.TemporarySchema}.{name}", cancellationToken);
        }
    }

    /// <summary>Stages an accepted row; the area is the code under which the area is known.</summary>
    public async Task AddAsync(ImportedRow row, string area, CancellationToken cancellationToken)
    {
        RowsRead++;
        Remember(row, area);
        var key = await KeyAsync(row.Series, area, row.Dimensions, cancellationToken);
        var attributes = await AttributesAsync(row.Attributes, cancellationToken);
        IsOrdered &= key > _lastRow.Key || (key == _lastRow.Key && row.Period.Code > _lastRow.Period);
        _lastRow = (key, row.Period.Code);
        _rows.Add([
            row.Line, key, row.Period.Code, row.Period.EndCode, row.Value.Value, row.Value.StoredText,
            row.Value.Missing is { } missing ? (int)missing : null, row.LowerBound, row.UpperBound, attributes,
        ]);
        if (_rows.Count >= BatchSize)
        {
            await FlushAsync(cancellationToken);
        }
    }

    /// <summary>Stages a rejection and holds what the row may stand for; the area is known or null.</summary>
    public async Task RejectAsync(RejectedRow row, string? area, CancellationToken cancellationToken)
    {
        RowsRead++;
        RowsRejected++;
        _rejections.Add([RowsRejected, row.Line, Storable(row.Column), row.Code, Storable(row.Detail), Storable(row.Raw)]);
        if (row.Series is null)
        {
            HoldAll = true;
        }
        else if (area is null || row.Period is null || row.Dimensions is null)
        {
            HeldSeries.Add(row.Series);
        }
        else
        {
            Series.TryAdd(row.Series, StagedSeries.Unnamed);
            _held.Add([HashOfKey(row.Series, area, row.Dimensions), row.Period.Value.Code]);
        }

        if (_rejections.Count >= BatchSize)
        {
            await FlushAsync(cancellationToken);
        }
    }

    /// <summary>Rejects a staged row after all, such as one of two rows that contradict each other.</summary>
    public void RejectStaged(long line, string code, string detail, string raw)
    {
        RowsRejected++;
        _rejections.Add([RowsRejected, line, null, code, Storable(detail), Storable(raw)]);
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await WriteAsync(StagingTables.Keys, _newKeys, cancellationToken);
        await WriteAsync(StagingTables.Attributes, _newAttributes, cancellationToken);
        await WriteAsync(StagingTables.Rows, _rows, cancellationToken);
        await WriteAsync(StagingTables.Held, _held, cancellationToken);
        await WriteAsync(StagingTables.Rejections, _rejections, cancellationToken);
        if (_keys.Count > rememberedKeys)
        {
            _keys.Clear();
            _keysForgotten = true;
        }

        if (_attributes.Count > rememberedKeys)
        {
            _attributes.Clear();
            _attributesForgotten = true;
        }
    }

    /// <summary>The hash by which a series key is known on every server: data set, series, area and dimensions.</summary>
    public string HashOfKey(string series, string area, string dimensions) =>
        ShortHash(string.Join('\u001f', datasetId, series, area, dimensions));

    public static string ShortHash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    /// <summary>The row of <c>stage_attribute</c> and of <c>attribute_set</c>, without its number.</summary>
    public static object?[] AttributeValues(ObservationAttributes a)
    {
        string?[] values =
        [
            a.Nature, a.Status, a.Unit, a.UnitMultiplier, a.Source, a.Footnote, a.TimeDetail, a.TimeCoverage, a.BasePeriod, a.GeoInfoUrl, a.UnitLabel,
        ];
        return [ShortHash(string.Join('\u001f', values.Select(v => v is null ? "\u0000" : v))), .. values];
    }

    /// <summary>A rejected row may hold the character NUL, which PostgreSQL does not store: its picture stands for it.</summary>
    private static string? Storable(string? text) => text?.Replace('\0', '\u2400');

    private void Remember(ImportedRow row, string area)
    {
        if (row.AreaName is not null)
        {
            AreaNames.TryAdd(area, row.AreaName);
        }

        if (!Series.TryGetValue(row.Series, out var known) || known.Title is null && row.SeriesTitle is not null)
        {
            Series[row.Series] = known = new StagedSeries(row.SeriesTitle, known?.Indicators ?? [], known?.Units ?? []);
        }

        if (row.Attributes.Unit is { } unit)
        {
            known.Units.Add(unit);
        }

        foreach (var indicator in row.Indicators)
        {
            known.Indicators.Add(indicator);
        }
    }

    private async ValueTask<int> KeyAsync(string series, string area, string dimensions, CancellationToken cancellationToken)
    {
        if (_keys.TryGetValue((series, area, dimensions), out var id))
        {
            return id;
        }

        var hash = HashOfKey(series, area, dimensions);
        id = _keysForgotten ? await FindAsync("stage_key", hash, cancellationToken) : 0;
        if (id == 0)
        {
            id = ++_lastKey;
            _newKeys.Add([id, hash, series, area, dimensions]);
        }

        return _keys[(series, area, dimensions)] = id;
    }

    private async ValueTask<int> AttributesAsync(ObservationAttributes attributes, CancellationToken cancellationToken)
    {
        if (_attributes.TryGetValue(attributes, out var id))
        {
            return id;
        }

        var values = AttributeValues(attributes);
        id = _attributesForgotten ? await FindAsync("stage_attribute", (string)values[0]!, cancellationToken) : 0;
        if (id == 0)
        {
            id = ++_lastAttribute;
            _newAttributes.Add([id, .. values]);
        }

        return _attributes[attributes] = id;
    }

    private async Task<int> FindAsync(string table, string hash, CancellationToken cancellationToken)
    {
        var found = await sql.ReadAsync($"SELECT id FROM {table} WHERE hash = @hash", r => r.GetInt32(0), cancellationToken, ("@hash", hash));
        return found.Count == 0 ? 0 : found[0];
    }

    private async Task WriteAsync(BulkTable table, List<object?[]> rows, CancellationToken cancellationToken)
    {
        if (rows.Count > 0)
        {
            await store.WriteAsync(sql.Connection, sql.Transaction, table, rows, cancellationToken);
            rows.Clear();
        }
    }
}

/// <summary>What a file says about a series.</summary>
public sealed record StagedSeries(string? Title, HashSet<string> Indicators, HashSet<string> Units)
{
    public static StagedSeries Unnamed => new(null, [], []);
}
