using DataDiplomacy.Api.Data;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Uses;

/// <summary>Adds sums of reads to what is kept, in one transaction.</summary>
public sealed class UseCountCommands(IDbContextFactory<DataContext> contexts)
{
    public async Task WriteAsync(IReadOnlyDictionary<UseKey, long> reads, CancellationToken cancellationToken)
    {
        if (reads.Count == 0) return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = reads.Keys.Select(k => k.Dataset).Distinct(StringComparer.Ordinal).ToList();
        var existing = (await context.Datasets.Where(d => ids.Contains(d.Id)).Select(d => d.Id).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var versions = (await context.DatasetVersions.Where(v => ids.Contains(v.DatasetId)).Select(v => new { v.DatasetId, v.Number, v.RecordedAt }).ToListAsync(cancellationToken))
            .ToLookup(v => v.DatasetId, v => (v.Number, v.RecordedAt), StringComparer.Ordinal);
        // Servers that write the same rows take them in the same order, so that none waits for another in a circle.
        var rows = reads.Where(r => existing.Contains(r.Key.Dataset))
            .GroupBy(r => (r.Key.Dataset, r.Key.Day, Version: VersionOf(r.Key, versions[r.Key.Dataset]), r.Key.Channel, r.Key.Purpose, r.Key.Caller), r => r.Value)
            .OrderBy(g => g.Key.Dataset, StringComparer.Ordinal).ThenBy(g => g.Key);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        foreach (var row in rows)
        {
            var ((dataset, day, version, channel, purpose, caller), sum) = (row.Key, row.Sum());
            await context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO use_count (dataset_id, day, version_number, channel, purpose, caller, reads)
                VALUES ({dataset}, {day}, {version}, {channel.ToString()}, {purpose.ToString()}, {caller.ToString()}, {sum})
                ON CONFLICT (dataset_id, day, version_number, channel, purpose, caller) DO UPDATE SET reads = use_count.reads + excluded.reads
                """,
                cancellationToken);
        }

        try
        {
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (Exception e)
        {
            throw new UnsureCountException(e);
        }
    }

    /// <summary>The version that was read: the one that the address named, else the newest that was recorded by the state that was asked for; 0 for none.</summary>
    private static int VersionOf(UseKey read, IEnumerable<(int Number, DateTime RecordedAt)> versions) =>
        read.Version ?? versions.Where(v => read.AsOf is null || v.RecordedAt <= read.AsOf).Select(v => v.Number).DefaultIfEmpty(0).Max();
}

/// <summary>The database broke while it committed: whether the sums are written is not known, and writing them again might count them twice.</summary>
public sealed class UnsureCountException(Exception inner) : Exception("Whether the sums of reads are written is not known.", inner);
