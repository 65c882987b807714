using System.Text;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Core.Evidence.Time;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Timestamps;

/// <summary>Reads the time-stamps of the log.</summary>
public sealed class TimestampQueries(IDbContextFactory<DataContext> contexts, TimestampOptions options)
{
    /// <summary>How it stands with each authority.</summary>
    public async Task<TimestampStateView> StateAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var newestSize = await context.SealedCheckpoints.MaxAsync(c => (long?)c.Size, cancellationToken) ?? 0;
        var queue = await context.TimestampQueue.AsNoTracking().ToDictionaryAsync(q => q.Authority, StringComparer.Ordinal, cancellationToken);
        var authorities = new List<TimestampAuthorityView>();
        foreach (var authority in options.Authorities)
        {
            var newest = await context.Timestamps.AsNoTracking().Where(t => t.Authority == authority.Name).OrderByDescending(t => t.Size)
                .Select(t => new { t.Size, t.GenTime, t.ReceivedAt }).FirstOrDefaultAsync(cancellationToken);
            var queued = queue.GetValueOrDefault(authority.Name);
            authorities.Add(new TimestampAuthorityView
            {
                Name = authority.Name,
                Url = authority.Url,
                Newest = newest is null ? null : ViewOf(authority.Name, newest.Size, newest.GenTime, newest.ReceivedAt),
                Waiting = newestSize > (newest?.Size ?? 0) ? newestSize : null,
                FailedAttempts = queued?.Attempts ?? 0,
                Fault = queued?.Fault,
                NextAt = queued?.DueAt,
            });
        }

        return new TimestampStateView { Authorities = authorities };
    }

    /// <summary>A file of a stamped checkpoint by its name; null where there is none such.</summary>
    public async Task<byte[]?> FindAsync(long size, string file, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (file == "checkpoint")
        {
            return await context.SealedCheckpoints.AsNoTracking().Where(c => c.Size == size).Select(c => c.Note).FirstOrDefaultAsync(cancellationToken) is { } note
                ? Encoding.UTF8.GetBytes(note)
                : null;
        }

        var (authority, isToken) = (Path.GetFileNameWithoutExtension(file), Path.GetExtension(file) == ".tst");
        return Path.GetExtension(file) is not (".tsr" or ".tst")
            ? null
            : await context.Timestamps.AsNoTracking().Where(t => t.Size == size && t.Authority == authority)
                .Select(t => isToken ? t.Token : t.Response).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The stamps of the smallest stamped checkpoint that covers an entry, which bound its time best; none as long as none covers it.</summary>
    public async Task<IReadOnlyList<StoredTimestamp>> CoveringAsync(long index, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var size = await context.Timestamps.Where(t => t.Size > index).MinAsync(t => (long?)t.Size, cancellationToken);
        return await context.Timestamps.AsNoTracking().Where(t => t.Size == size).OrderBy(t => t.Authority).ToListAsync(cancellationToken);
    }

    /// <summary>The roots that are pinned for an authority, as PEM; null when it is no longer in the settings.</summary>
    public string? RootsOf(string authority) =>
        options.Authorities.FirstOrDefault(a => a.Name == authority) is { } set ? set.Certificates().ExportCertificatePems() + "\n" : null;

    /// <summary>The roots that are pinned for an authority; none when it is no longer in the settings.</summary>
    public TimestampTrust TrustOf(string authority) => new([.. options.Authorities.FirstOrDefault(a => a.Name == authority)?.Certificates() ?? []], []);

    private static TimestampView ViewOf(string authority, long size, DateTime genTime, DateTime receivedAt)
    {
        var folder = FormattableString.Invariant($"/log/timestamps/{size}/");
        return new() { Size = size, GenTime = genTime, ReceivedAt = receivedAt, Response = $"{folder}{authority}.tsr", Stamped = folder + "checkpoint" };
    }
}
