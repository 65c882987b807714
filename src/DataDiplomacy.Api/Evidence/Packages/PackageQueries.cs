using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Bags;
using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Evidence.Packages;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Packages;

/// <summary>A file of a package: small ones as bytes, contents as a stream that is opened when it is written.</summary>
/// <param name="Path">The path in the bag.</param>
/// <param name="Length">Length, bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="Sha512">Lower-case hexadecimal.</param>
/// <param name="Open">Gives the content.</param>
public sealed record PackageFile(string Path, long Length, string Sha256, string Sha512, Func<Stream> Open)
{
    /// <summary>A small file.</summary>
    public static PackageFile Of(string path, byte[] bytes) =>
        new(path, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), Convert.ToHexStringLower(SHA512.HashData(bytes)), () => new MemoryStream(bytes));
}

/// <summary>Puts records together with all that proves them, so that a stranger can check them without this server.</summary>
public sealed class PackageQueries(IDbContextFactory<DataContext> contexts, RecordVisibility visibility, RecordQueries records, LedgerQueries log, PackageTimes times,
    CustodyCommands custody)
{
    private const int MostRecords = 1_000;

    /// <summary>The files of a package with one record; null when there is none that the caller may know of.</summary>
    public async Task<IReadOnlyList<PackageFile>?> OfRecordAsync(string id, CancellationToken cancellationToken) =>
        await records.FindAsync(id, cancellationToken) is { } record ? await BuildAsync(id, [record], 0, cancellationToken) : null;

    /// <summary>The files of a package with the records of a case; null when it has none that the caller may know of.</summary>
    public async Task<IReadOnlyList<PackageFile>?> OfCaseAsync(string caseId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await visibility.Records(context).AsNoTracking().Where(r => r.CaseId == caseId).OrderBy(r => r.Id).Take(MostRecords + 1).ToListAsync(cancellationToken);
        if (found.Count > MostRecords)
        {
            throw new ProblemException(Problems.TooLarge, $"The case has more than {MostRecords} records. Take them one by one (GET /v1/evidence/ID/package).");
        }

        var all = await context.EvidenceRecords.CountAsync(r => r.CaseId == caseId, cancellationToken);
        // Whoever is bound to what is public must not learn that there is more.
        return found.Count == 0 ? null : await BuildAsync(caseId, found, visibility.Caller.Role is null ? 0 : all - found.Count, cancellationToken);
    }

    private async Task<IReadOnlyList<PackageFile>> BuildAsync(string name, IReadOnlyList<EvidenceRecord> included, int withheld, CancellationToken cancellationToken)
    {
        var payload = new List<PackageFile>();
        var tags = new List<PackageFile>();
        var counts = new JsonObject();
        var facts = new List<(EvidenceRecord, RecordDetail?, int)>();
        foreach (var record in included)
        {
            await custody.ExportAsync(record);
            var events = await records.CustodyAsync(record.Id, cancellationToken) ?? [];
            var detail = records.DetailOf(record);
            AddRecord(payload, record, detail, events);
            foreach (var each in events)
            {
                tags.Add(Of(PackagePaths.Entry(record.Id, each.Seq), each.Entry));
                tags.Add(Of(PackagePaths.Proof(record.Id, each.Seq), await records.ProofAsync(record.Id, new FindProof { Event = each.Seq }, cancellationToken) ?? ""));
            }

            tags.AddRange(await times.ProofsAsync(record.Id, events, cancellationToken));
            counts[record.Id] = events.Count;
            facts.Add((record, detail, events.Count));
        }

        payload.Add(Of(PackagePaths.Completeness, Statement(name, included, withheld, counts, await log.CheckpointAsync(cancellationToken) is { } note ? note.ToString() : "")));
        payload.Add(Of(PackagePaths.Report, PackageFormats.Report(name, facts, withheld)));
        tags.AddRange(times.Stamps());
        tags.Add(Of(PackagePaths.Policy, log.Policy));
        tags.Add(Of(PackagePaths.Custodian, log.CustodianKey));
        tags.Add(Of(PackagePaths.Readme, PackageFormats.Readme(included[0].Id)));
        tags.Add(Of(PackagePaths.Verifier, PackageFormats.SecondVerifier));
        var written = BagManifest.Write([.. payload.Select(EntryOf)], [.. tags.Select(EntryOf)], [("External-Identifier", name), ("Source-Organization", log.Origin)]);
        return [.. written.Select(t => Of(t.Path, t.Text)), .. tags, .. payload];
    }

    private void AddRecord(List<PackageFile> payload, EvidenceRecord record, RecordDetail? detail, IReadOnlyList<CustodyEventView> events)
    {
        payload.Add(Of(PackagePaths.Record(record.Id), JsonSerializer.Serialize(records.ToView(record, events), WireJson.Options)));
        var disclosures = new JsonObject();
        foreach (var each in events)
        {
            payload.Add(Of(PackagePaths.Event(record.Id, each.Seq), each.Envelope.GetRawText()));
            disclosures[each.Seq.ToString(CultureInfo.InvariantCulture)] = PackageFormats.Disclosures(each);
        }

        payload.Add(Of(PackagePaths.Disclosures(record.Id), disclosures.ToJsonString()));
        if (detail is not null)
        {
            payload.Add(new PackageFile(PackagePaths.Original(record.Id), record.Bytes, detail.Sha256, detail.Sha512,
                () => records.Open(record) ?? throw new ProblemException(Problems.ContentDamaged, $"The content of {record.Id} is gone from the storage.")));
        }
    }

    private static string Statement(string name, IReadOnlyList<EvidenceRecord> included, int withheld, JsonObject counts, string checkpoint) => new JsonObject
    {
        ["package"] = name,
        ["included"] = new JsonArray([.. included.Where(r => !r.IsErased).Select(r => (JsonNode)r.Id)]),
        ["erased"] = new JsonArray([.. included.Where(r => r.IsErased).Select(r => (JsonNode)r.Id)]),
        ["withheld"] = withheld,
        ["events"] = counts,
        ["logIndices"] = new JsonObject { ["first"] = included.Min(r => r.LogIndex), ["lastChange"] = included.Max(r => r.ChangedIndex) },
        ["checkpoint"] = checkpoint,
    }.ToJsonString();

    private static BagEntry EntryOf(PackageFile file) => new(file.Path, file.Length, file.Sha256, file.Sha512);

    private static PackageFile Of(string path, string text) => PackageFile.Of(path, Encoding.UTF8.GetBytes(text));
}
