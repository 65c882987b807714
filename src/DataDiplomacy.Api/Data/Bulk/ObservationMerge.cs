using DataDiplomacy.Api.Observations.Imports;
using DataDiplomacy.Api.Observations.Imports.Reading;

namespace DataDiplomacy.Api.Data.Bulk;

/// <summary>
/// Compares the staged rows with what is current and writes the difference as one version: set-based, in the database.
/// Runs inside the transaction that publishes.
/// </summary>
public sealed class ObservationMerge(IBulkStore store, RawSql sql, StagedImport staged, string datasetId, int version)
{
    /// <summary>There is nothing to compare the first version with: all of it is added, without another table on the way.</summary>
    private bool IsFirst => version == 1;

    private const string Current = "2147483647";

    /// <summary>Gives keys and attributes their real numbers, adding those that are new; returns the series that got new keys.</summary>
    public async Task<IReadOnlyList<int>> ResolveAsync(CancellationToken cancellationToken)
    {
        await AnalyseAsync(cancellationToken);
        var grown = await sql.ReadAsync(
            $"""
            SELECT DISTINCT s.id FROM stage_key k JOIN series s ON s.dataset_id = @dataset AND s.code = k.series
            WHERE NOT EXISTS (SELECT 1 FROM series_key x WHERE x.hash = k.hash)
            """, r => r.GetInt32(0), cancellationToken, ("@dataset", datasetId));
        await sql.ExecuteAsync(
            """
            INSERT INTO series_key (series_id, area_id, hash, dimensions, headline)
            SELECT s.id, a.id, k.hash, k.dimensions, @no
            FROM stage_key k JOIN series s ON s.dataset_id = @dataset AND s.code = k.series JOIN area a ON a.code = k.area
            WHERE NOT EXISTS (SELECT 1 FROM series_key x WHERE x.hash = k.hash)
            ORDER BY s.id, a.id, k.dimensions
            """, cancellationToken, ("@dataset", datasetId), ("@no", false));
        await sql.ExecuteAsync(
            """
            INSERT INTO attribute_set (hash, nature, status, unit, unit_multiplier, source, footnote, time_detail, time_coverage, base_period, geo_info_url, unit_label)
            SELECT hash, nature, status, unit, unit_multiplier, source, footnote, time_detail, time_coverage, base_period, geo_info_url, unit_label
            FROM stage_attribute k WHERE NOT EXISTS (SELECT 1 FROM attribute_set x WHERE x.hash = k.hash)
            """, cancellationToken);
        // The number is the key of the table itself: one look-up for each row, not two.
        await sql.ExecuteAsync("CREATE TEMPORARY TABLE resolved_key (id integer PRIMARY KEY, series_id integer, area_id integer, key_id integer)", cancellationToken);
        await sql.ExecuteAsync("CREATE TEMPORARY TABLE resolved_attribute (id integer PRIMARY KEY, attributes_id integer)", cancellationToken);
        await sql.ExecuteAsync(
            """
            INSERT INTO resolved_key (id, series_id, area_id, key_id)
            SELECT k.id, x.series_id, x.area_id, x.id FROM stage_key k JOIN series_key x ON x.hash = k.hash
            """, cancellationToken);
        await sql.ExecuteAsync("CREATE UNIQUE INDEX ix_resolved_key_key ON resolved_key (key_id)", cancellationToken);
        await sql.ExecuteAsync(
            """
            INSERT INTO resolved_attribute (id, attributes_id)
            SELECT k.id, x.id FROM stage_attribute k JOIN attribute_set x ON x.hash = k.hash
            """, cancellationToken);
        await store.AnalyseAsync(sql.Connection, "resolved_key", cancellationToken);
        await store.AnalyseAsync(sql.Connection, "resolved_attribute", cancellationToken);
        return grown;
    }

    /// <summary>Finds what is added and changed; attributes whose column the file lacks stand as they were.</summary>
    public async Task<MergeCounts> CompareAsync(AttributeColumns columns, long accepted, CancellationToken cancellationToken)
    {
        if (IsFirst)
        {
            return new MergeCounts { Added = accepted, Changed = 0, AttributesChanged = 0, Unchanged = 0 };
        }

        await MergeAttributesAsync(columns, cancellationToken);
        var lower = columns.HasFlag(AttributeColumns.LowerBound) ? "r.lower_bound" : "o.lower_bound";
        var upper = columns.HasFlag(AttributeColumns.UpperBound) ? "r.upper_bound" : "o.upper_bound";
        await sql.ExecuteAsync(
            $"""
            CREATE TEMPORARY TABLE stage_change AS
            SELECT * FROM (
              SELECT k.series_id, k.area_id, k.key_id, r.period, r.period_end, r.value, r.value_text, r.missing,
                     {lower} AS lower_bound, {upper} AS upper_bound, COALESCE(m.attributes_id, a.attributes_id) AS attributes_id,
                     CASE WHEN o.key_id IS NULL THEN 1
                          WHEN o.value IS DISTINCT FROM r.value OR o.value_text IS DISTINCT FROM r.value_text OR o.missing IS DISTINCT FROM r.missing THEN 2
                          WHEN o.attributes_id <> COALESCE(m.attributes_id, a.attributes_id)
                            OR o.lower_bound IS DISTINCT FROM {lower} OR o.upper_bound IS DISTINCT FROM {upper} THEN 3
                          ELSE 0 END AS kind
              FROM stage_row r
              JOIN resolved_key k ON k.id = r.key_id
              JOIN resolved_attribute a ON a.id = r.attribute_id
              LEFT JOIN observation o ON o.series_id = k.series_id AND o.area_id = k.area_id AND o.key_id = k.key_id
                                     AND o.period = r.period AND o.to_version = {Current}
              LEFT JOIN stage_merged m ON m.attribute_id = r.attribute_id AND m.old_id = o.attributes_id
            ) c WHERE kind <> 0
            """, cancellationToken);
        await store.AnalyseAsync(sql.Connection, "stage_change", cancellationToken);
        var kinds = await sql.ReadAsync(
            "SELECT kind, COUNT(*) FROM stage_change GROUP BY kind", r => (Kind: r.GetInt32(0), Count: r.GetInt64(1)), cancellationToken);
        long Of(int kind) => kinds.FirstOrDefault(k => k.Kind == kind).Count;
        return new MergeCounts { Added = Of(1), Changed = Of(2), AttributesChanged = Of(3), Unchanged = accepted - Of(1) - Of(2) };
    }

    /// <summary>Finds what the file withdraws; returns how many it does and how many are held because a rejected row may stand for them.</summary>
    public async Task<(long Withdrawn, long Held)> FindWithdrawalsAsync(ImportMode mode, CancellationToken cancellationToken)
    {
        if (IsFirst)
        {
            return (0, 0);
        }

        await sql.ExecuteAsync("CREATE INDEX IF NOT EXISTS ix_stage_row_key ON stage_row (key_id, period)", cancellationToken);
        await store.AnalyseAsync(sql.Connection, "stage_row", cancellationToken);
        var scope = mode switch
        {
            ImportMode.Merge => "1 = 0",
            ImportMode.Full => "s.dataset_id = @dataset",
            _ => $"s.dataset_id = @dataset AND s.code IN ({InList(staged.Series.Keys.Union(staged.HeldSeries))})",
        };
        await sql.ExecuteAsync(
            $"""
            CREATE TEMPORARY TABLE stage_withdrawal AS
            SELECT o.series_id, o.area_id, o.key_id, o.period, o.from_version
            FROM series s JOIN observation o ON o.series_id = s.id
            WHERE {scope} AND o.to_version = {Current}
              AND NOT EXISTS (SELECT 1 FROM resolved_key k JOIN stage_row r ON r.key_id = k.id WHERE k.key_id = o.key_id AND r.period = o.period)
            """, cancellationToken, mode is ImportMode.Merge ? [] : [("@dataset", datasetId)]);
        var candidates = await sql.CountAsync("SELECT COUNT(*) FROM stage_withdrawal", cancellationToken);
        await HoldAsync(cancellationToken);
        var withdrawn = await sql.CountAsync("SELECT COUNT(*) FROM stage_withdrawal", cancellationToken);
        return (withdrawn, candidates - withdrawn);
    }

    /// <summary>Writes the difference: what ends gets its last version, what begins its first.</summary>
    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        if (IsFirst)
        {
            await AddAllAsync(cancellationToken);
            return;
        }

        const string SameKey = "observation.series_id = c.series_id AND observation.area_id = c.area_id AND observation.key_id = c.key_id AND observation.period = c.period";
        await sql.ExecuteAsync(
            $"UPDATE observation SET to_version = @version FROM stage_change c WHERE c.kind <> 1 AND {SameKey} AND observation.to_version = {Current}",
            cancellationToken, ("@version", version));
        await sql.ExecuteAsync(
            $"UPDATE observation SET to_version = @version FROM stage_withdrawal c WHERE {SameKey} AND observation.to_version = {Current}",
            cancellationToken, ("@version", version));
        await sql.ExecuteAsync(
            $"""
            INSERT INTO observation (series_id, area_id, key_id, period, period_end, from_version, to_version, value, value_text, missing, lower_bound, upper_bound, attributes_id)
            SELECT series_id, area_id, key_id, period, period_end, @version, {Current}, value, value_text, missing, lower_bound, upper_bound, attributes_id
            FROM stage_change ORDER BY series_id, area_id, key_id, period
            """, cancellationToken, ("@version", version));
    }

    /// <summary>Walks the rows in the order of the file, which is kept where it is that of the keys: sorting costs as much as writing.</summary>
    private Task<int> AddAllAsync(CancellationToken cancellationToken) => sql.ExecuteAsync(
        $"""
        INSERT INTO observation (series_id, area_id, key_id, period, period_end, from_version, to_version, value, value_text, missing, lower_bound, upper_bound, attributes_id)
        SELECT k.series_id, k.area_id, k.key_id, r.period, r.period_end, @version, {Current}, r.value, r.value_text, r.missing, r.lower_bound, r.upper_bound, a.attributes_id
        FROM stage_row r JOIN resolved_key k ON k.id = r.key_id JOIN resolved_attribute a ON a.id = r.attribute_id
        {(staged.IsOrdered ? "" : "ORDER BY k.series_id, k.area_id, k.key_id, r.period")}
        """, cancellationToken, ("@version", version));

    /// <summary>The file lacks some attribute columns: pairs each staged attribute set with the stored one that it meets and completes it.</summary>
    private async Task MergeAttributesAsync(AttributeColumns columns, CancellationToken cancellationToken)
    {
        if (columns.HasFlag(AttributeMerge.All))
        {
            return;
        }

        var pairs = await sql.ReadAsync(
            $"""
            SELECT DISTINCT r.attribute_id, o.attributes_id
            FROM stage_row r JOIN resolved_key k ON k.id = r.key_id
            JOIN observation o ON o.series_id = k.series_id AND o.area_id = k.area_id AND o.key_id = k.key_id AND o.period = r.period AND o.to_version = {Current}
            """, r => (New: r.GetInt32(0), Old: r.GetInt32(1)), cancellationToken);
        var merger = new AttributeMerge(store, sql, columns);
        await merger.RunAsync(pairs, cancellationToken);
    }

    private async Task HoldAsync(CancellationToken cancellationToken)
    {
        if (staged.HoldAll)
        {
            await sql.ExecuteAsync("DELETE FROM stage_withdrawal", cancellationToken);
            return;
        }

        await sql.ExecuteAsync(
            """
            DELETE FROM stage_withdrawal WHERE EXISTS (
              SELECT 1 FROM stage_held h JOIN series_key x ON x.hash = h.hash
              WHERE x.id = stage_withdrawal.key_id AND h.period = stage_withdrawal.period)
            """, cancellationToken);
        if (staged.HeldSeries.Count > 0)
        {
            await sql.ExecuteAsync(
                $"DELETE FROM stage_withdrawal WHERE series_id IN (SELECT id FROM series WHERE dataset_id = @dataset AND code IN ({InList(staged.HeldSeries)}))",
                cancellationToken, ("@dataset", datasetId));
        }
    }

    private async Task AnalyseAsync(CancellationToken cancellationToken)
    {
        foreach (var table in StagingTables.All)
        {
            await store.AnalyseAsync(sql.Connection, table.Name, cancellationToken);
        }
    }

    /// <summary>Series codes come from a file: they are checked by the reader and quoted here all the same.</summary>
    private static string InList(IEnumerable<string> codes)
    {
        var list = string.Join(", ", codes.Select(c => $"'{c.Replace("'", "''", StringComparison.Ordinal)}'"));
        return list.Length == 0 ? "NULL" : list;
    }
}
