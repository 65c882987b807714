using System.Text;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Catalogue.Provenance;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Custody;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>
/// Gives a record another label. One that is public no longer leaves the contents that lie in the clear: its own encrypted copy is on the disk before the
/// event is written, what it left is destroyed afterwards, and a crash between the two is made good at the next start.
/// One that becomes public keeps its encrypted content: nothing is gained by a copy in the clear, and it may become restricted again.
/// </summary>
public sealed class RelabelCommands(
    IDbContextFactory<DataContext> contexts, LedgerCommands ledger, RecordKeys keys, RecordBlobs blobs, BlobCommands storage, RecordQueries records,
    RecordVisibility visibility, TimeProvider time, IValidator<ChangeSensitivity> validator)
{
    /// <summary>Changes the label; null when there is no record with this id that the caller may know of.</summary>
    public async Task<CustodyEventView?> ChangeAsync(string id, ChangeSensitivity request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        if (await records.FindAsync(id, cancellationToken) is not { } record)
        {
            return null;
        }

        var key = record.IsErased ? null : keys.Find(id);
        Refuse(record, request, isErased: key is null);
        var own = RecordBlobs.IsSealed(record.BlobRef) ? null : await SealAsync(record, RecordKey.OfContent(key!), cancellationToken); // Refused above without.
        try
        {
            var appended = await ledger.AppendAsync(new LedgerAppend
            {
                RecordId = id,
                RecordKey = key!,
                Actor = visibility.Actor,
                Events = [new(CustodyEventType.Relabelled, ValuesOf(record, request))],
                Check = (context, stop) => CheckAsync(context, record, request, stop),
                Also = (context, written) => Relabel(context, request.Sensitivity ?? default, own, key!, written.Events[0]),
            });
            await FinishAsync(appended.Events[0].LogIndex, cancellationToken);
            return CustodyFormats.ToView(appended.Events[0], CustodyFormats.EntryOf(appended.Events[0], key!), key);
        }
        catch when (own is not null)
        {
            await storage.DestroyUnusedAsync(own, CancellationToken.None);
            throw;
        }
    }

    /// <summary>What a crash may have left: contents in the clear that no public record has any more.</summary>
    public async Task FinishAllAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var index in await context.Relabellings.Where(r => r.LeftBlob != null).Select(r => r.LogIndex).ToListAsync(cancellationToken))
        {
            await FinishAsync(index, cancellationToken);
        }
    }

    /// <summary>The note of it last: as long as it is there, what is left to do is found again.</summary>
    private async Task FinishAsync(long index, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Relabellings.FirstOrDefaultAsync(r => r.LogIndex == index && r.LeftBlob != null, cancellationToken) is not { LeftBlob: { } left } relabelling)
        {
            return;
        }

        await storage.DestroyUnusedAsync(left, cancellationToken);
        relabelling.LeftBlob = null;
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A content of its own under the key of the record, read back before anything refers to it.</summary>
    private async Task<string> SealAsync(EvidenceRecord record, byte[] contentKey, CancellationToken cancellationToken)
    {
        var expected = records.DetailOf(record)?.Sha256;
        await using var content = records.Open(record) ?? throw await GoneAsync(record, cancellationToken);
        var staged = await blobs.StageAsync(content, contentKey, cancellationToken);
        if (staged.Sha256 != expected)
        {
            File.Delete(staged.Path);
            throw await GoneAsync(record, cancellationToken);
        }

        var reference = blobs.Publish(staged, record.Id, isPublic: false);
        return await blobs.HashAsync(reference, contentKey, staged.Bytes, cancellationToken) == expected ? reference : throw await GoneAsync(record, cancellationToken);
    }

    /// <summary>Under the lock, where another change of the same record may wait to be committed with this one.</summary>
    private async Task CheckAsync(DataContext context, EvidenceRecord seen, ChangeSensitivity request, CancellationToken cancellationToken)
    {
        var now = context.EvidenceRecords.Local.FirstOrDefault(r => r.Id == seen.Id) ?? await context.EvidenceRecords.AsNoTracking().FirstAsync(r => r.Id == seen.Id, cancellationToken);
        Refuse(now, request, now.IsErased);
        if (now.Sensitivity != seen.Sensitivity || now.BlobRef != seen.BlobRef)
        {
            throw Changed(now);
        }

        await ProvenanceCommands.NoteAsync(context, "relabelling", Instants.Truncate(time.GetUtcNow().UtcDateTime), cancellationToken);
    }

    private static void Refuse(EvidenceRecord record, ChangeSensitivity request, bool isErased)
    {
        if (isErased)
        {
            throw ProblemException.RecordErased(record.Id);
        }

        if (record.Sensitivity == request.Sensitivity)
        {
            throw new ProblemException(Problems.RuleBroken, $"The record {record.Id} is {WireNames.Of(record.Sensitivity)} already.");
        }
    }

    private static void Relabel(DataContext context, Sensitivity after, string? own, byte[] key, CustodyEvent written)
    {
        var record = RecordCommands.Tracked(context, written.RecordId);
        context.Relabellings.Add(new Relabelling
        {
            LogIndex = written.LogIndex,
            RecordId = record.Id,
            Before = record.Sensitivity,
            After = after,
            At = written.At,
            LeftBlob = own is null ? null : record.BlobRef,
        });
        var values = JsonNode.Parse(RecordKey.Decrypt(key, record.Vault, record.Id))!.AsObject(); // It was written as an object.
        values["sensitivity"] = WireNames.Of(after);
        record.Vault = RecordKey.Encrypt(key, Encoding.UTF8.GetBytes(values.ToJsonString()), record.Id);
        record.Sensitivity = after;
        record.BlobRef = own ?? record.BlobRef;
        record.ChangedIndex = written.LogIndex;
        record.ChangedAt = written.At;
    }

    private static Dictionary<string, JsonNode?> ValuesOf(EvidenceRecord record, ChangeSensitivity request) => new(StringComparer.Ordinal)
    {
        ["sensitivity"] = WireNames.Of(request.Sensitivity ?? default),
        ["formerSensitivity"] = WireNames.Of(record.Sensitivity),
        ["reason"] = request.Reason,
    };

    private static ProblemException Changed(EvidenceRecord now) =>
        new(Problems.RuleBroken, $"The label of {now.Id} was just changed by another to {WireNames.Of(now.Sensitivity)}. Look at it and ask again.");

    /// <summary>What cannot be read was damaged, or was taken away by another who changed the label meanwhile.</summary>
    private async Task<ProblemException> GoneAsync(EvidenceRecord seen, CancellationToken cancellationToken) =>
        await records.FindAsync(seen.Id, cancellationToken) is { } now && now.BlobRef != seen.BlobRef
            ? Changed(now)
            : new ProblemException(Problems.ContentDamaged, $"The content of {seen.Id} in the storage is not what was taken in. Its label was not changed.");
}
