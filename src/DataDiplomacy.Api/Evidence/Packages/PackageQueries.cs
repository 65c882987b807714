using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Bags;
using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Evidence.Packages;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Packages;

/// <summary>Puts records together with all that proves them, so that a stranger can check them without this server.</summary>
public sealed class PackageQueries(IDbContextFactory<DataContext> contexts, RecordVisibility visibility, RecordQueries records, StatementQueries statements, LedgerQueries log,
    PackageStatements opened, PackageProofs proofs, PackageTimes times, PackageCommands commands, CustodyCommands custody)
{
    private const int MostRecords = 1_000;

    /// <summary>The files of a package with one record; null when there is none that the caller may know of.</summary>
    public async Task<IReadOnlyList<PackageFile>?> OfRecordAsync(string id, CancellationToken cancellationToken) =>
        await records.FindAsync(id, cancellationToken) is { } record ? await BuildAsync(id, [record], null, cancellationToken) : null;

    /// <summary>The files of a package with the records of a case; null when it has none that the caller may know of.</summary>
    public async Task<IReadOnlyList<PackageFile>?> OfCaseAsync(string caseId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await visibility.Records(context).AsNoTracking().Where(r => r.CaseId == caseId).OrderBy(r => r.Id).Take(MostRecords + 1).ToListAsync(cancellationToken);
        if (found.Count > MostRecords)
        {
            throw new ProblemException(Problems.TooLarge, $"The case has more than {MostRecords} records. Take them one by one (GET /v1/evidence/ID/package).");
        }

        return found.Count == 0 ? null : await BuildAsync(caseId, found, await WithheldAsync(context, caseId, found.Count, cancellationToken), cancellationToken);
    }

    /// <summary>How many records of a case are above the caller's label. Told to those alone who may know of every label: nobody else must learn that there are more.</summary>
    private async Task<int?> WithheldAsync(DataContext context, string caseId, int found, CancellationToken cancellationToken) =>
        visibility.Caller.Has(Role.Verifier) ? await context.EvidenceRecords.CountAsync(r => r.CaseId == caseId, cancellationToken) - found : null;

    private async Task<IReadOnlyList<PackageFile>> BuildAsync(string name, IReadOnlyList<EvidenceRecord> included, int? withheld, CancellationToken cancellationToken)
    {
        await custody.ExportAsync(included, CustodyEventType.Exported, new Dictionary<string, JsonNode?> { ["what"] = "package" });
        var packed = await PackAsync(included, cancellationToken);
        await RequireUnchangedAsync(included, cancellationToken);
        var leaves = packed.SelectMany(p => p.Leaves).ToList();
        var tags = new List<PackageFile>(await proofs.OfAsync(leaves, cancellationToken));
        tags.AddRange(await times.ProofsAsync(leaves, cancellationToken));
        var payload = packed.SelectMany(FilesOf).ToList();
        payload.Add(PackageFile.Of(PackagePaths.Completeness, PackageFormats.Completeness(name, packed, withheld, await log.CheckpointAsync(cancellationToken) is { } note ? note.ToString() : "")));
        payload.Add(PackageFile.Of(PackagePaths.Report, ReportFormats.Report(name, packed, withheld)));
        tags.AddRange(times.Stamps());
        tags.Add(PackageFile.Of(PackagePaths.Policy, log.Policy));
        tags.Add(PackageFile.Of(PackagePaths.Custodian, log.CustodianKey));
        tags.Add(PackageFile.Of(PackagePaths.Readme, PackageFormats.Readme(included[0].Id)));
        tags.Add(PackageFile.Of(PackagePaths.Verifier, PackageFormats.SecondVerifier));
        var written = BagManifest.Write([.. payload.Select(EntryOf)], [.. tags.Select(EntryOf)], [("External-Identifier", name), ("Source-Organization", log.Origin)])
            .Select(t => PackageFile.Of(t.Path, t.Text)).ToList();
        var export = await commands.SignAsync(name, included, written.Single(f => f.Path == PackagePaths.TagManifest), cancellationToken);
        return [.. written, export, .. tags, .. payload];
    }

    /// <summary>Packing takes its time, and nothing is written of the packing of public records: whatever was erased or hidden meanwhile must not go out.</summary>
    private async Task RequireUnchangedAsync(IReadOnlyList<EvidenceRecord> included, CancellationToken cancellationToken)
    {
        var ids = included.Select(r => r.Id).ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = await visibility.Records(context).Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.IsErased }).ToDictionaryAsync(r => r.Id, r => r.IsErased, cancellationToken);
        if (included.Any(r => !now.TryGetValue(r.Id, out var isErased) || isErased != r.IsErased))
        {
            throw new ProblemException(Problems.Busy, "A record was erased, or hidden from you, while it was packed. Nothing of it was given. Ask again.");
        }
    }

    /// <summary>The events before the statements: whatever an event names is then among them.</summary>
    private async Task<IReadOnlyList<PackedRecord>> PackAsync(IReadOnlyList<EvidenceRecord> included, CancellationToken cancellationToken)
    {
        var ids = included.Select(r => r.Id).ToList();
        var events = await records.CustodyAsync(ids, cancellationToken);
        var said = await statements.LeavesAsync(ids, cancellationToken);
        var packed = new List<PackedRecord>();
        foreach (var record in included)
        {
            packed.Add(new PackedRecord(record, records.DetailOf(record), events.GetValueOrDefault(record.Id) ?? [], await opened.OfAsync(record, [.. said[record.Id]], cancellationToken)));
        }

        return packed;
    }

    private IEnumerable<PackageFile> FilesOf(PackedRecord packed)
    {
        var record = packed.Record;
        yield return PackageFile.Of(PackagePaths.Record(record.Id), JsonSerializer.Serialize(records.ToView(record, packed.Events), WireJson.Options));
        var disclosures = new JsonObject();
        foreach (var each in packed.Events)
        {
            yield return PackageFile.Of(PackagePaths.Event(record.Id, each.Seq), each.Envelope.GetRawText());
            disclosures[each.Seq.ToString(CultureInfo.InvariantCulture)] = PackageFormats.Disclosures(each);
        }

        yield return PackageFile.Of(PackagePaths.Disclosures(record.Id), disclosures.ToJsonString());
        foreach (var file in PackageStatements.Files(record.Id, packed.Statements))
        {
            yield return file;
        }

        if (packed.Detail is { } detail)
        {
            yield return new PackageFile(PackagePaths.Original(record.Id), record.Bytes, detail.Sha256, detail.Sha512,
                () => records.Open(record) ?? throw new ProblemException(Problems.ContentDamaged, $"The content of {record.Id} is gone from the storage."));
        }
    }

    private static BagEntry EntryOf(PackageFile file) => new(file.Path, file.Length, file.Sha256, file.Sha512);
}
