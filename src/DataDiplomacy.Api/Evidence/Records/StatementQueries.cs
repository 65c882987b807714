using System.Text;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Core.Evidence.Custody;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>Reads signed statements about records that the caller may know of.</summary>
public sealed class StatementQueries(IDbContextFactory<DataContext> contexts, RecordKeys keys)
{
    /// <summary>The statements of some kinds about a record, oldest first; none after its erasure, which destroyed what opens them.</summary>
    public async Task<IReadOnlyList<OpenedStatement>> ListAsync(EvidenceRecord record, IReadOnlyCollection<StatementKind> kinds, CancellationToken cancellationToken)
    {
        if (record.IsErased || keys.Find(record.Id) is not { } key)
        {
            return [];
        }

        var wanted = kinds.ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await context.EvidenceStatements.AsNoTracking().Where(s => s.RecordId == record.Id && wanted.Contains(s.Kind))
            .OrderBy(s => s.LogIndex).ToListAsync(cancellationToken);
        return [.. stored.Select(s => StatementFormats.Open(s, key))];
    }

    /// <summary>The leaves of all statements about records, by record, oldest first, also after erasure.</summary>
    public async Task<ILookup<string, StatementLeaf>> LeavesAsync(IReadOnlyList<string> recordIds, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var leaves = await (from s in context.EvidenceStatements.AsNoTracking()
                            join l in context.LogEntries.AsNoTracking() on s.LogIndex equals l.Index
                            where recordIds.Contains(s.RecordId)
                            orderby l.Index
                            select new { s.RecordId, s.Id, l.Index, l.Entry }).ToListAsync(cancellationToken);
        return leaves.ToLookup(l => l.RecordId, l => new StatementLeaf(l.Id, l.Index, Encoding.UTF8.GetString(l.Entry)));
    }
}

/// <summary>The leaf of a statement, which tells nothing of what it says.</summary>
/// <param name="Id">The statement.</param>
/// <param name="LogIndex">Its index in the log.</param>
/// <param name="Entry">Its bytes, as text.</param>
public sealed record StatementLeaf(string Id, long LogIndex, string Entry);
