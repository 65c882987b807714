using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Data.Bulk;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Statements;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Ledger;

/// <summary>
/// Gives each version of a data set its leaf, in the order of publication, whoever published it. The leaf commits to what the version is, the hash of
/// its file included; the salt comes from a key in the storage, so that the leaf of a version that is not public tells nothing.
/// </summary>
public sealed class VersionSeals(LedgerKeys keys, IBulkStore store, TimeProvider time) : ILedgerSeal
{
    private const int AtOnce = 1_000;

    public async Task AddAsync(DataContext context, CancellationToken cancellationToken)
    {
        var last = await context.SealedVersions.AsNoTracking().OrderByDescending(v => v.Sequence).Select(v => v.Sequence).FirstOrDefaultAsync(cancellationToken);
        var unsealed = await context.DatasetVersions.AsNoTracking().Where(v => v.Sequence > last).OrderBy(v => v.Sequence).Take(AtOnce).ToListAsync(cancellationToken);
        if (unsealed.Count == 0)
        {
            return;
        }

        var writer = await LedgerWriter.StartAsync(context, keys, time, new LedgerTails(), []);
        foreach (var version in unsealed)
        {
            var index = writer.Add(LogEntry.OfDatasetVersion, DisclosureOf(version));
            context.SealedVersions.Add(new SealedVersion { DatasetId = version.DatasetId, Number = version.Number, Sequence = version.Sequence, LogIndex = index });
        }

        await writer.SaveAsync(store);
    }

    public IQueryable<long> Leaves(DataContext context) => context.SealedVersions.Select(v => v.LogIndex);

    public async IAsyncEnumerable<string> FaultsAsync(DataContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var found = await (from s in context.SealedVersions.AsNoTracking()
                           join l in context.LogEntries.AsNoTracking() on s.LogIndex equals l.Index into leaves
                           from l in leaves.DefaultIfEmpty()
                           join v in context.DatasetVersions.AsNoTracking() on new { s.DatasetId, s.Number } equals new { v.DatasetId, v.Number } into versions
                           from v in versions.DefaultIfEmpty()
                           orderby s.Sequence
                           select new { Sealed = s, Leaf = l == null ? null : l.Entry, Version = v }).ToListAsync(cancellationToken);
        foreach (var each in found)
        {
            var expected = each.Version is null ? null : LogEntry.Write(LogEntry.OfDatasetVersion, Commitment.Of(DisclosureOf(each.Version)));
            if (expected is null || each.Leaf is null || !expected.AsSpan().SequenceEqual(each.Leaf))
            {
                yield return $"version {each.Sealed.Number} of {each.Sealed.DatasetId}: it is not what its leaf {each.Sealed.LogIndex} commits to";
            }
        }
    }

    /// <summary>What opens the leaf of a version.</summary>
    public Disclosure DisclosureOf(DatasetVersion version)
    {
        var path = FormattableString.Invariant($"/datasets/{version.DatasetId}/versions/{version.Number}");
        return new Disclosure("version", path, Commitment.Salt(keys.VersionSalts, path, "version"), new JsonObject
        {
            ["dataset"] = version.DatasetId,
            ["number"] = version.Number,
            ["contentSha256"] = version.ContentSha256,
            ["bytes"] = version.Bytes,
            ["rows"] = version.Rows,
            ["recordedAt"] = Instants.Format(version.RecordedAt),
            ["publishedAt"] = Instants.Format(version.PublishedAt),
        });
    }
}
