using System.Text.Json.Nodes;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Custody;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>Writes what happens to a record: what people enter, and the reading of what is not public.</summary>
public sealed class CustodyCommands(
    IDbContextFactory<DataContext> contexts, LedgerCommands ledger, RecordKeys keys, RecordQueries records, RecordVisibility visibility, TimeProvider time,
    IValidator<AddCustodyEvent> validator)
{
    private static readonly TimeSpan OneDownload = TimeSpan.FromHours(24);

    /// <summary>Writes an event; null when there is no record with this id that the caller may know of.</summary>
    public async Task<CustodyEventView?> AddAsync(string id, AddCustodyEvent request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        if (await records.FindAsync(id, cancellationToken) is not { } record)
        {
            return null;
        }

        var key = KeyOf(record);
        var type = request.Type ?? default;
        if (type is CustodyEventType.Held or CustodyEventType.Released && !visibility.Caller.Has(Role.Verifier))
        {
            throw new ProblemException(Problems.Forbidden, "A legal hold is set and ended by a key with the role verifier or higher.");
        }

        var claim = ClaimFormats.ValuesOf(id, request);
        var values = ValuesOf(request).Concat(claim).ToDictionary(StringComparer.Ordinal);
        if (type is CustodyEventType.FixityChecked)
        {
            var found = await records.HashAsync(record, cancellationToken);
            values["expectedSha256"] = records.DetailOf(record)?.Sha256;
            values["foundSha256"] = found;
            values["outcome"] = found is not null && found == records.DetailOf(record)?.Sha256 ? "pass" : "fail";
        }

        var appended = await ledger.AppendAsync(new LedgerAppend
        {
            RecordId = id,
            RecordKey = key,
            Actor = visibility.Actor,
            Events = [new(type, values)],
            Check = async (context, stop) =>
            {
                await CheckAsync(context, id, key, type, request, stop);
                await CheckClaimAsync(context, id, key, claim, stop);
            },
            Also = (context, written) => Touch(context, written.Events[0]),
        });
        return CustodyFormats.ToView(appended.Events[0], CustodyFormats.EntryOf(appended.Events[0], key), key);
    }

    /// <summary>
    /// Writes that somebody reads a record that is not public, or its content. A download that is resumed is the same download: from where it stopped,
    /// within a day, by the same key.
    /// </summary>
    public async Task ReadAsync(EvidenceRecord record, string what, bool isResumed, CancellationToken cancellationToken)
    {
        if (record.Sensitivity is Sensitivity.Public || record.IsErased || isResumed && await HasReadAsync(record.Id, cancellationToken))
        {
            return;
        }

        await ledger.AppendAsync(new LedgerAppend
        {
            RecordId = record.Id,
            RecordKey = KeyOf(record),
            Actor = visibility.Actor,
            Events = [new(CustodyEventType.Accessed, new Dictionary<string, JsonNode?> { ["what"] = what })],
            Check = (context, stop) => visibility.RequireAsync(context, record.Id, stop),
        });
    }

    /// <summary>Writes that somebody takes records away in a package, of each that is not public; all at once, since appends share their commits.</summary>
    public async Task ExportAsync(IReadOnlyCollection<EvidenceRecord> records, CustodyEventType type, IReadOnlyDictionary<string, JsonNode?> values) =>
        await Task.WhenAll(records.Where(r => r.Sensitivity is not Sensitivity.Public && !r.IsErased).Select(record => ledger.AppendAsync(new LedgerAppend
        {
            RecordId = record.Id,
            RecordKey = KeyOf(record),
            Actor = visibility.Actor,
            Events = [new(type, values)],
            Check = (context, stop) => visibility.RequireAsync(context, record.Id, stop),
        })));

    private async Task<bool> HasReadAsync(string id, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow().UtcDateTime - OneDownload;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.CustodyEvents.AnyAsync(e => e.RecordId == id && e.Type == CustodyEventType.Accessed && e.Actor == visibility.Actor && e.At > since, cancellationToken);
    }

    private byte[] KeyOf(EvidenceRecord record) => !record.IsErased && keys.Find(record.Id) is { } key ? key : throw ProblemException.RecordErased(record.Id);

    /// <summary>Under the lock: nothing can come between what is seen here and what is written.</summary>
    private async Task CheckAsync(DataContext context, string id, byte[] key, CustodyEventType type, AddCustodyEvent request, CancellationToken cancellationToken)
    {
        await visibility.RequireAsync(context, id, cancellationToken);
        var isHeld = await context.EvidenceRecords.AsNoTracking().Where(r => r.Id == id).Select(r => r.LegalHold).FirstAsync(cancellationToken);
        if (type is CustodyEventType.Released && !isHeld || type is CustodyEventType.Held && isHeld)
        {
            throw new ProblemException(Problems.RuleBroken, isHeld ? "The record is under a legal hold already." : "The record is under no legal hold that could end.");
        }

        if (type is CustodyEventType.Corrected && !await context.CustodyEvents.AnyAsync(e => e.RecordId == id && e.Sequence == request.Corrects, cancellationToken))
        {
            throw new ProblemException(Problems.RuleBroken, $"The record has no event {request.Corrects} that could be corrected.");
        }

        if (type is CustodyEventType.Transferred or CustodyEventType.AcceptedTransfer)
        {
            await CheckTransferAsync(context, id, key, type, cancellationToken);
        }
    }

    /// <summary>What somebody signed stands for one event: whoever reads it there cannot have it written once more.</summary>
    private static async Task CheckClaimAsync(DataContext context, string id, byte[] key, IReadOnlyDictionary<string, JsonNode?> claim, CancellationToken cancellationToken)
    {
        if (claim.Count == 0)
        {
            return;
        }

        var before = await context.CustodyEvents.AsNoTracking().Where(e => e.RecordId == id).OrderBy(e => e.Sequence).ToListAsync(cancellationToken);
        var same = before.Concat(context.CustodyEvents.Local.Where(e => e.RecordId == id))
            .FirstOrDefault(e => ClaimFormats.IsSame(CustodyFormats.Values(e, key), claim));
        if (same is not null)
        {
            throw new ProblemException(Problems.RuleBroken, $"The statement in dsse stands for event {same.Sequence} already. Sign one of its own for another event, with its own at.");
        }
    }

    /// <summary>A transfer is two events by two parties: who hands over names who is to accept, and that one alone accepts.</summary>
    private async Task CheckTransferAsync(DataContext context, string id, byte[] key, CustodyEventType type, CancellationToken cancellationToken)
    {
        var last = await context.CustodyEvents.AsNoTracking()
            .Where(e => e.RecordId == id && (e.Type == CustodyEventType.Transferred || e.Type == CustodyEventType.AcceptedTransfer))
            .OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(cancellationToken);
        var open = last?.Type is CustodyEventType.Transferred ? last : null;
        if (type is CustodyEventType.Transferred)
        {
            if (open is not null)
            {
                throw new ProblemException(Problems.RuleBroken, $"The transfer of event {open.Sequence} waits to be accepted; a custodian hands over once.");
            }

            return;
        }

        if (open is null)
        {
            throw new ProblemException(Problems.RuleBroken, "No transfer waits to be accepted.");
        }

        var to = CustodyFormats.Values(open, key)["to"]?.GetValue<string>();
        if (open.Actor == visibility.Actor || to != visibility.Actor)
        {
            throw new ProblemException(Problems.RuleBroken, $"The transfer of event {open.Sequence} is to be accepted by {to}, another than who handed over. GET /v1/me shows your actor.");
        }
    }

    private static void Touch(DataContext context, CustodyEvent written)
    {
        var record = RecordCommands.Tracked(context, written.RecordId);
        record.ChangedIndex = written.LogIndex;
        record.ChangedAt = written.At;
        record.LegalHold = written.Type switch
        {
            CustodyEventType.Held => true,
            CustodyEventType.Released => false,
            _ => record.LegalHold,
        };
    }

    private static Dictionary<string, JsonNode?> ValuesOf(AddCustodyEvent request) => new Dictionary<string, JsonNode?>(StringComparer.Ordinal)
    {
        ["reason"] = request.Reason,
        ["authority"] = request.Authority,
        ["from"] = request.From,
        ["to"] = request.To,
        ["claimedAt"] = request.At,
        ["corrects"] = request.Corrects,
    }.Where(v => v.Value is not null).ToDictionary(StringComparer.Ordinal);
}
