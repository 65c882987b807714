using System.Collections.Concurrent;

namespace DataDiplomacy.Api.Observations.Imports;

/// <summary>How far a running import is.</summary>
/// <param name="Phase">What it does now: <c>reading</c> or <c>publishing</c>.</param>
/// <param name="RowsRead">Rows read so far.</param>
/// <param name="RowsRejected">Rows rejected so far.</param>
/// <param name="Share">Share of the file that has been read, 0 to 1.</param>
public sealed record ImportProgress(string Phase, long RowsRead, long RowsRejected, double Share);

/// <summary>The progress of the imports that run in this process; what is not here is in the database.</summary>
public sealed class ImportProgressBoard
{
    private readonly ConcurrentDictionary<string, ImportProgress> _running = new(StringComparer.Ordinal);

    public ImportProgress? Of(string importId) => _running.GetValueOrDefault(importId);

    public void Set(string importId, ImportProgress progress) => _running[importId] = progress;

    public void Remove(string importId) => _running.TryRemove(importId, out _);
}
