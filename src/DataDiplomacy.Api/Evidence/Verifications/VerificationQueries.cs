using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Evidence.Time;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Verifications;

/// <summary>Reads the reports about a record back from what was signed.</summary>
public sealed class VerificationQueries(IDbContextFactory<DataContext> contexts, StatementQueries statements)
{
    private const int MostTimestamps = 10;

    /// <summary>The reports, oldest first; none after erasure.</summary>
    public async Task<IReadOnlyList<VerificationView>> ListAsync(EvidenceRecord record, CancellationToken cancellationToken) =>
        [.. (await statements.ListAsync(record, [StatementKind.Verification], cancellationToken)).Select(VerificationFormats.ToView)];

    /// <summary>The time-stamps of checkpoints that cover a leaf, with the notes that they stamp, the oldest time first.</summary>
    public async Task<IReadOnlyList<(StoredTimestamp Stamp, string Note)>> TimestampsAsync(long leaf, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await (from t in context.Timestamps.AsNoTracking()
                           join c in context.SealedCheckpoints.AsNoTracking() on t.Size equals c.Size
                           where t.Size > leaf
                           orderby t.GenTime, t.Size, t.Authority
                           select new { Stamp = t, c.Note }).Take(MostTimestamps).ToListAsync(cancellationToken);
        return [.. found.Select(f => (f.Stamp, f.Note))];
    }
}
