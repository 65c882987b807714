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
}
