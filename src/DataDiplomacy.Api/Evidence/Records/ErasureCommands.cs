using System.Text;
using System.Text.Json;
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
/// Erases a record: one asks, another agrees. The receipt is an event like all others, under a key of its own that stays; then the record's key is
/// destroyed, and with it the salts and every encrypted value wherever copies lie, and the content. The log is not touched: older proofs still verify.
/// </summary>
public sealed class ErasureCommands(
    IDbContextFactory<DataContext> contexts, LedgerCommands ledger, RecordKeys keys, BlobCommands storage, RecordQueries records, RecordVisibility visibility,
    TimeProvider time, IValidator<AskErasure> askValidator, IValidator<AgreeErasure> agreeValidator)
{
    /// <summary>Asks for an erasure; null when there is no record with this id that the caller may know of.</summary>
    public async Task<ErasureView?> AskAsync(string id, AskErasure request, CancellationToken cancellationToken)
    {
        askValidator.Check(request);
        if (await records.FindAsync(id, cancellationToken) is not { } record)
        {
            return null;
        }

        Refuse(record.IsErased, record.LegalHold, id);
        var key = keys.Find(id) ?? throw Erased(id);
        var reasons = new JsonObject { ["reason"] = request.Reason, ["legalBasis"] = request.LegalBasis }.ToJsonString();
        var asked = new ErasureRequest
        {
            RecordId = id,
            Actor = visibility.Actor,
            At = Instants.Truncate(time.GetUtcNow().UtcDateTime),
            Vault = RecordKey.Encrypt(key, Encoding.UTF8.GetBytes(reasons), id + "/erasure"),
        };
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        // Who asks again replaces what was asked: the reasons that count are those that the second person agrees to.
        var wasAsked = await context.ErasureRequests.AnyAsync(e => e.RecordId == id, cancellationToken);
        context.Entry(asked).State = wasAsked ? EntityState.Modified : EntityState.Added;
        await context.SaveChangesAsync(cancellationToken);
        return new ErasureView { RecordId = id, RequestedBy = asked.Actor, RequestedAt = asked.At };
    }

    /// <summary>Agrees and erases; null when there is no record with this id that the caller may know of.</summary>
    /// <returns>The receipt.</returns>
    public async Task<CustodyEventView?> AgreeAsync(string id, AgreeErasure request, CancellationToken cancellationToken)
    {
        agreeValidator.Check(request);
        if (await records.FindAsync(id, cancellationToken) is not { } record)
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var asked = await context.ErasureRequests.AsNoTracking().FirstOrDefaultAsync(e => e.RecordId == id, cancellationToken)
            ?? throw (record.IsErased ? Erased(id) : new ProblemException(Problems.RuleBroken, $"Nobody asked for the erasure of {id}. One asks (POST /v1/evidence/{id}/erasure), another agrees."));
        var receiptKey = keys.CreateReceipt(id);
        var appended = await ledger.AppendAsync(new LedgerAppend
        {
            RecordId = id,
            RecordKey = receiptKey,
            Actor = visibility.Actor,
            Events = [new(CustodyEventType.Erased, ValuesOf(record, asked, request))],
            Check = (locked, stop) => CheckAsync(locked, id, asked, stop),
            Also = (locked, written) => Forget(locked, asked, written.Events[0]),
        });
        await FinishAsync(id, cancellationToken);
        return CustodyFormats.ToView(appended.Events[0], CustodyFormats.EntryOf(appended.Events[0], receiptKey), receiptKey);
    }

    /// <summary>What a crash may have left: records whose receipt is in the log and whose key is still there.</summary>
    public async Task FinishAllAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var erased = await context.EvidenceRecords.AsNoTracking().Where(r => r.IsErased).Select(r => r.Id).ToListAsync(cancellationToken);
        foreach (var id in erased.Where(id => keys.Find(id) is not null))
        {
            await FinishAsync(id, cancellationToken);
        }
    }

    /// <summary>The key last: as long as it is there, what is left to do is found again.</summary>
    private async Task FinishAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        // Read now: a change of its label may have moved it.
        await storage.DestroyUnusedAsync(await context.EvidenceRecords.Where(r => r.Id == id).Select(r => r.BlobRef).FirstAsync(cancellationToken), cancellationToken);
        keys.Destroy(id);
    }

    private async Task CheckAsync(DataContext context, string id, ErasureRequest asked, CancellationToken cancellationToken)
    {
        var now = await context.EvidenceRecords.AsNoTracking().Where(r => r.Id == id).Select(r => new { r.IsErased, r.LegalHold }).FirstAsync(cancellationToken);
        Refuse(now.IsErased, now.LegalHold, id);
        if (asked.Actor == visibility.Actor)
        {
            throw new ProblemException(Problems.RuleBroken, "Who asked for an erasure cannot agree to it: another person must, with a key of their own.");
        }

        await ProvenanceCommands.NoteAsync(context, "erasure", Instants.Truncate(time.GetUtcNow().UtcDateTime), cancellationToken);
    }

    private static void Refuse(bool isErased, bool legalHold, string id)
    {
        if (isErased)
        {
            throw Erased(id);
        }

        if (legalHold)
        {
            throw new ProblemException(Problems.RuleBroken, $"The record {id} is under a legal hold and cannot be erased. Whoever ordered the hold must release it first.");
        }
    }

    private static void Forget(DataContext context, ErasureRequest asked, CustodyEvent receipt)
    {
        var record = RecordCommands.Tracked(context, receipt.RecordId);
        record.IsErased = true;
        record.ContentIndex = null;
        record.Vault = [];
        record.ChangedIndex = receipt.LogIndex;
        record.ChangedAt = receipt.At;
        context.ErasureRequests.Remove(asked);
    }

    private Dictionary<string, JsonNode?> ValuesOf(EvidenceRecord record, ErasureRequest asked, AgreeErasure request)
    {
        var key = keys.Find(record.Id) ?? throw Erased(record.Id);
        using var reasons = JsonDocument.Parse(RecordKey.Decrypt(key, asked.Vault, record.Id + "/erasure"));
        return new(StringComparer.Ordinal)
        {
            ["class"] = WireNames.Of(record.Kind),
            ["reason"] = reasons.RootElement.GetProperty("reason").GetString(),
            ["legalBasis"] = reasons.RootElement.GetProperty("legalBasis").GetString(),
            ["agreement"] = request.Reason,
            ["requestedBy"] = asked.Actor,
            ["requestedAt"] = Instants.Format(asked.At),
            ["destroyed"] = new JsonArray("content", "key", "salts", "values"),
        };
    }

    private static ProblemException Erased(string id) => new(Problems.Erased, $"The record {id} was erased. GET /v1/evidence/{id}/custody shows the receipt.");
}
