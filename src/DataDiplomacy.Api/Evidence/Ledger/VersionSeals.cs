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
public sealed class VersionSeals(LedgerKeys keys, IBulkStore store, TimeProvider time)
{
    private const int AtOnce = 1_000;

    /// <summary>Adds the leaves of versions that have none yet; at most a thousand at once, the rest at the next seal.</summary>
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
