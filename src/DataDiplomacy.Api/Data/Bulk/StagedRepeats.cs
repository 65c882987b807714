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
        while (await ContradictionsAsync(cancellationToken) is { Count: > 0 } rows)
        {
            foreach (var group in rows.GroupBy(r => (r.KeyId, r.Period)))
            {
                await RejectAsync([.. group], cancellationToken);
            }

            await staged.FlushAsync(cancellationToken);
        }

        return dropped;
    }

    /// <summary>Up to 500 keys that are left with more than one row, with those rows.</summary>
    private Task<IReadOnlyList<RepeatedRow>> ContradictionsAsync(CancellationToken cancellationToken) => sql.ReadAsync(
        """
        SELECT r.key_id, r.period, r.line, r.value, r.value_text, k.series, k.area, k.dimensions, k.hash
        FROM stage_row r
        JOIN (SELECT key_id, period FROM stage_row GROUP BY key_id, period HAVING COUNT(*) > 1 ORDER BY key_id, period LIMIT 500) d
          ON d.key_id = r.key_id AND d.period = r.period
        JOIN stage_key k ON k.id = r.key_id
        ORDER BY r.key_id, r.period, r.line
        """, RepeatedRow.Read, cancellationToken);

    private async Task RejectAsync(IReadOnlyList<RepeatedRow> rows, CancellationToken cancellationToken)
    {
        var first = rows[0];
        await sql.ExecuteAsync("DELETE FROM stage_row WHERE key_id = @key AND period = @period",
            cancellationToken, ("@key", first.KeyId), ("@period", first.Period));
        await sql.ExecuteAsync("INSERT INTO stage_held (hash, period) VALUES (@hash, @period)",
            cancellationToken, ("@hash", first.Hash), ("@period", first.Period));
        var lines = string.Join(", ", rows.Take(10).Select(r => r.Line));
        foreach (var row in rows)
        {
            staged.RejectStaged(row.Line, "key.contradicted",
                $"Lines {lines} differ for the same series, area, period and dimensions ({row.Key}). Keep one of them.",
                $"{row.Key}: {row.Text}");
        }
    }
}
