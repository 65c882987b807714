using DataDiplomacy.Api.Data;
using DataDiplomacy.Core.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Access;

/// <summary>Writes audit records.</summary>
public sealed class AuditCommands(IDbContextFactory<DataContext> contexts)
{
    /// <summary>Writes each write, and each read of data that is not public; a read names only the data sets that are not public.</summary>
    public async Task WriteAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        if (entries.Count == 0)
        {
            return;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = entries.SelectMany(e => e.Datasets).Distinct(StringComparer.Ordinal).ToList();
        var labels = await context.Datasets.AsNoTracking().TagWith("audit").Where(d => ids.Contains(d.Id))
            .Select(d => new { d.Id, d.Handling }).ToDictionaryAsync(d => d.Id, d => d.Handling, cancellationToken);
        var hasHidden = entries.Any(e => e.IsUnnamed) && await context.Datasets.TagWith("audit").AnyAsync(d => d.Handling != Handling.Public, cancellationToken);
        foreach (var entry in entries)
        {
            // A data set that was deleted since has no label any more, and is named all the same.
            var named = entry.Datasets.Where(d => entry.IsWrite || labels.GetValueOrDefault(d, Handling.Confidential) != Handling.Public).ToList();
            if (entry.IsWrite || named.Count > 0 || (entry.IsUnnamed && hasHidden))
            {
                context.AuditRecords.Add(RecordOf(entry, named));
            }
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private static AuditRecord RecordOf(AuditEntry entry, IReadOnlyList<string> datasets) => new()
    {
        At = entry.At,
        Caller = entry.Caller,
        Method = entry.Method,
        Route = entry.Route,
        Datasets = datasets.Count == 0 ? null : string.Join(',', datasets),
        Status = entry.Status,
        TraceId = entry.TraceId,
    };
}
