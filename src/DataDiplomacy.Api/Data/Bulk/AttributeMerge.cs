using System.Data.Common;
using DataDiplomacy.Api.Observations.Imports.Reading;

namespace DataDiplomacy.Api.Data.Bulk;

/// <summary>Completes the attributes of a file that lacks columns with those that stand already.</summary>
internal sealed class AttributeMerge(IBulkStore store, RawSql sql, AttributeColumns columns)
{
    /// <summary>A file with all of these needs no completion.</summary>
    public const AttributeColumns All =
        AttributeColumns.Nature | AttributeColumns.Status | AttributeColumns.Unit | AttributeColumns.UnitMultiplier | AttributeColumns.Source
        | AttributeColumns.Footnote | AttributeColumns.TimeDetail | AttributeColumns.TimeCoverage | AttributeColumns.BasePeriod | AttributeColumns.GeoInfoUrl | AttributeColumns.UnitLabel;

    private const string Columns = "nature, status, unit, unit_multiplier, source, footnote, time_detail, time_coverage, base_period, geo_info_url, unit_label";

    public async Task RunAsync(IReadOnlyList<(int New, int Old)> pairs, CancellationToken cancellationToken)
    {
        var known = new Dictionary<ObservationAttributes, int>();
        var rows = new List<object?[]>();
        foreach (var (added, old) in pairs)
        {
            var merged = Merge(await ReadAsync("stage_attribute", added, cancellationToken), await ReadAsync("attribute_set", old, cancellationToken));
            if (!known.TryGetValue(merged, out var id))
            {
                known[merged] = id = await StoreAsync(merged, cancellationToken);
            }

            rows.Add([added, old, id]);
        }

        if (rows.Count > 0)
        {
            await store.WriteAsync(sql.Connection, sql.Transaction, StagingTables.Merged, rows, cancellationToken);
            await sql.ExecuteAsync("CREATE INDEX ix_stage_merged ON stage_merged (attribute_id, old_id)", cancellationToken);
        }
    }

    private ObservationAttributes Merge(ObservationAttributes added, ObservationAttributes old) => new()
    {
        Nature = Pick(AttributeColumns.Nature, added.Nature, old.Nature),
        Status = Pick(AttributeColumns.Status, added.Status, old.Status),
        Unit = Pick(AttributeColumns.Unit, added.Unit, old.Unit),
        UnitMultiplier = Pick(AttributeColumns.UnitMultiplier, added.UnitMultiplier, old.UnitMultiplier),
        Source = Pick(AttributeColumns.Source, added.Source, old.Source),
        Footnote = Pick(AttributeColumns.Footnote, added.Footnote, old.Footnote),
        TimeDetail = Pick(AttributeColumns.TimeDetail, added.TimeDetail, old.TimeDetail),
        TimeCoverage = Pick(AttributeColumns.TimeCoverage, added.TimeCoverage, old.TimeCoverage),
        BasePeriod = Pick(AttributeColumns.BasePeriod, added.BasePeriod, old.BasePeriod),
        GeoInfoUrl = Pick(AttributeColumns.GeoInfoUrl, added.GeoInfoUrl, old.GeoInfoUrl),
        UnitLabel = Pick(AttributeColumns.UnitLabel, added.UnitLabel, old.UnitLabel),
    };

    private string? Pick(AttributeColumns column, string? added, string? old) => columns.HasFlag(column) ? added : old;

    private async Task<ObservationAttributes> ReadAsync(string table, int id, CancellationToken cancellationToken) =>
        (await sql.ReadAsync($"SELECT {Columns} FROM {table} WHERE id = @id", Read, cancellationToken, ("@id", id)))[0];

    private async Task<int> StoreAsync(ObservationAttributes attributes, CancellationToken cancellationToken)
    {
        var values = StagedImport.AttributeValues(attributes);
        var named = values.Select((v, i) => ($"@p{i}", v)).ToArray();
        await sql.ExecuteAsync(
            $"""
            INSERT INTO attribute_set (hash, {Columns})
            SELECT {string.Join(", ", values.Select((_, i) => $"CAST(@p{i} AS text)"))}
            WHERE NOT EXISTS (SELECT 1 FROM attribute_set WHERE hash = CAST(@p0 AS text))
            """, cancellationToken, named);
        return (int)await sql.CountAsync("SELECT id FROM attribute_set WHERE hash = @hash", cancellationToken, ("@hash", values[0]));
    }

    private static ObservationAttributes Read(DbDataReader r)
    {
        string? At(int column) => r.IsDBNull(column) ? null : r.GetString(column);
        return new ObservationAttributes
        {
            Nature = At(0),
            Status = At(1),
            Unit = At(2),
            UnitMultiplier = At(3),
            Source = At(4),
            Footnote = At(5),
            TimeDetail = At(6),
            TimeCoverage = At(7),
            BasePeriod = At(8),
            GeoInfoUrl = At(9),
            UnitLabel = At(10),
        };
    }
}
