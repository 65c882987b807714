using System.Security.Cryptography;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Evidence.Packages;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Api.Evidence.Packages;

/// <summary>
/// Signs a package as a whole, and has the log commit to it. The event that says that a record is exported stands in the package and cannot name its
/// digest; a second one, written before the first byte is sent, does.
/// </summary>
public sealed class PackageCommands(LedgerKeys keys, LedgerQueries log, CustodyCommands custody, RecordVisibility visibility, TimeProvider time)
{
    /// <summary>Signs the tag manifest, and writes the digests into the custody of each record that is not public.</summary>
    /// <returns>The file that goes beside the manifest.</returns>
    public async Task<PackageFile> SignAsync(string name, IReadOnlyList<EvidenceRecord> records, PackageFile tagManifest, CancellationToken cancellationToken)
    {
        var statement = new ExportStatement
        {
            Package = name,
            Records = records.Count,
            TagManifestSha256 = tagManifest.Sha256,
            Actor = visibility.Caller.Role is null ? null : visibility.Actor,
            At = Instants.Format(Instants.Truncate(time.GetUtcNow().UtcDateTime)),
            AfterSize = await log.SizeAsync(cancellationToken),
            Tool = Product.NameAndVersion,
        };
        var envelope = DsseEnvelope.Sign(ExportStatement.PayloadType, statement.ToJson(), keys.Custodian).ToJson();
        await custody.ExportAsync(records, CustodyEventType.Disclosed, new Dictionary<string, JsonNode?>
        {
            ["what"] = "package",
            ["packageSha256"] = tagManifest.Sha256,
            ["statement"] = Convert.ToHexStringLower(SHA256.HashData(envelope)),
        });
        return PackageFile.Of(PackagePaths.Export, envelope);
    }
}
