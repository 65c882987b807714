namespace DataDiplomacy.Api.Data.Bulk;

/// <summary>
/// Settles rows of one file with the same key before anything is published, outside of any transaction: what it rejects must stay rejected when
/// publishing fails.
/// </summary>
internal sealed class StagedRepeats(IBulkStore store, RawSql sql, StagedImport staged)
{
    /// <summary>
    /// Rows of one file with the same key: equal ones count once, unequal ones are rejected and what they stand for is held.
    /// Returns how many repeated rows were dropped.
    /// </summary>
    public async Task<long> SettleAsync(CancellationToken cancellationToken)
    {
        if (staged.IsOrdered)
        {
            return 0;
        }

        await sql.ExecuteAsync("CREATE INDEX ix_stage_row_key ON stage_row (key_id, period)", cancellationToken);
        await store.AnalyseAsync(sql.Connection, "stage_row", cancellationToken);
        var dropped = await sql.ExecuteAsync(
            """
            DELETE FROM stage_row WHERE EXISTS (
              SELECT 1 FROM stage_row e
              WHERE e.key_id = stage_row.key_id AND e.period = stage_row.period AND e.line < stage_row.line
                AND e.value IS NOT DISTINCT FROM stage_row.value AND e.value_text IS NOT DISTINCT FROM stage_row.value_text
                AND e.missing IS NOT DISTINCT FROM stage_row.missing AND e.attribute_id = stage_row.attribute_id
                AND e.lower_bound IS NOT DISTINCT FROM stage_row.lower_bound AND e.upper_bound IS NOT DISTINCT FROM stage_row.upper_bound)
            """, cancellationToken);
        await RejectContradictionsAsync(cancellationToken);
        return dropped;
    }

    /// <summary>What is left with more than one row for a key is contradictory: all of its rows are rejected, and what stands is held.</summary>
    private async Task RejectContradictionsAsync(CancellationToken cancellationToken)
    {
        var keys = await sql.CountAsync("SELECT COUNT(*) FROM (SELECT 1 FROM stage_row GROUP BY key_id, period HAVING COUNT(*) > 1) d", cancellationToken);
        if (keys == 0)
        {
            return;
        }

        await sql.ExecuteAsync(
            "CREATE TEMPORARY TABLE stage_contradiction AS SELECT key_id, period FROM stage_row GROUP BY key_id, period HAVING COUNT(*) > 1", cancellationToken);
        await sql.ExecuteAsync("CREATE UNIQUE INDEX ix_stage_contradiction ON stage_contradiction (key_id, period)", cancellationToken);
        await sql.ExecuteAsync("CREATE UNIQUE INDEX ix_stage_key_id ON stage_key (id)", cancellationToken);
        await store.AnalyseAsync(sql.Connection, "stage_contradiction", cancellationToken);
        await store.AnalyseAsync(sql.Connection, "stage_key", cancellationToken);
        await ReportAsync(cancellationToken);
        await sql.ExecuteAsync(
            "INSERT INTO stage_held (hash, period) SELECT k.hash, c.period FROM stage_contradiction c JOIN stage_key k ON k.id = c.key_id", cancellationToken);
        await sql.ExecuteAsync(
            """
            DELETE FROM stage_row WHERE EXISTS (
              SELECT 1 FROM stage_contradiction c WHERE c.key_id = stage_row.key_id AND c.period = stage_row.period)
            """, cancellationToken);
        // A key whose rows were all rejected makes neither a series nor an area.
        await sql.ExecuteAsync("DELETE FROM stage_key WHERE NOT EXISTS (SELECT 1 FROM stage_row r WHERE r.key_id = stage_key.id)", cancellationToken);
    }

    /// <summary>Writes a rejection for each row of the contradictory keys, a page of keys at a time.</summary>
    private async Task ReportAsync(CancellationToken cancellationToken)
    {
        var (key, period) = (0, int.MinValue);
        while (await PageAsync(key, period, cancellationToken) is { Count: > 0 } rows)
        {
            foreach (var group in rows.GroupBy(r => (r.KeyId, r.Period)))
            {
                Reject([.. group]);
            }

            await staged.FlushAsync(cancellationToken);
            (key, period) = (rows[^1].KeyId, rows[^1].Period);
        }
    }

    private Task<IReadOnlyList<RepeatedRow>> PageAsync(int key, int period, CancellationToken cancellationToken) => sql.ReadAsync(
        """
        SELECT r.key_id, r.period, r.line, r.value, r.value_text, k.series, k.area, k.dimensions
        FROM (SELECT key_id, period FROM stage_contradiction WHERE (key_id, period) > (@key, @period) ORDER BY key_id, period LIMIT 500) d
        JOIN stage_row r ON r.key_id = d.key_id AND r.period = d.period
        JOIN stage_key k ON k.id = d.key_id
        ORDER BY r.key_id, r.period, r.line
        """, RepeatedRow.Read, cancellationToken, ("@key", key), ("@period", period));

    private void Reject(IReadOnlyList<RepeatedRow> rows)
    {
        var lines = string.Join(", ", rows.Take(10).Select(r => r.Line));
        foreach (var row in rows)
        {
            staged.RejectStaged(row.Line, "key.contradicted",
                $"Lines {lines} differ for the same series, area, period and dimensions ({row.Key}). Keep one of them.",
                $"{row.Key}: {row.Text}");
        }
    }
}
