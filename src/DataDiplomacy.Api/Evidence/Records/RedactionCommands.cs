using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Custody;
using FluentValidation;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>
/// Takes in a redaction of a record: a record of its own, under a key of its own, so that either can be erased without the other. That it was made is
/// written of both in one transaction; the original itself is not touched.
/// </summary>
public sealed class RedactionCommands(RecordCommands commands, RecordQueries records, RecordKeys keys, RecordVisibility visibility, IValidator<AddRedaction> validator)
{
    /// <summary>The record that is to be redacted, before anything is read of what is sent; null when there is none that the caller may know of.</summary>
    public async Task<EvidenceRecord?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var original = await records.FindAsync(id, cancellationToken);
        return original is { IsErased: true } ? throw Erased(id) : original;
    }

    /// <summary>Checks what is said about a redaction, before any of its content is read.</summary>
    public void Check(EvidenceRecord original, AddRedaction request)
    {
        validator.Check(request);
        commands.Check(RedactionFormats.ToRecord(request, original.Kind));
    }

    /// <summary>Takes a redaction in.</summary>
    internal Task<AddedRecordView> AddAsync(EvidenceRecord original, Upload<AddRedaction> upload, CancellationToken cancellationToken)
    {
        var request = upload.Said;
        Check(original, request);
        var (key, digest) = (keys.Find(original.Id) ?? throw Erased(original.Id), records.DetailOf(original)?.Sha256 ?? throw Erased(original.Id));
        var derivation = new Derivation(original.Id, digest,
            output => RedactionFormats.EventOf(request, new(original.Id, key, digest), output),
            child => AppendOf(original, key, RedactionFormats.EventOfParent(request, child)));
        return commands.AddAsync(new Upload<AddRecord>(RedactionFormats.ToRecord(request, original.Kind), upload.Content, upload.FileName, upload.MediaType), derivation, cancellationToken);
    }

    private LedgerAppend AppendOf(EvidenceRecord original, byte[] key, NewCustodyEvent redacted) => new()
    {
        RecordId = original.Id,
        RecordKey = key,
        Actor = visibility.Actor,
        Events = [redacted],
        Check = (context, stop) => visibility.RequireAsync(context, original.Id, stop),
        Also = (context, written) => Touch(context, written.Events[0]),
    };

    private static void Touch(DataContext context, CustodyEvent written)
    {
        var original = RecordCommands.Tracked(context, written.RecordId);
        original.ChangedIndex = written.LogIndex;
        original.ChangedAt = written.At;
    }

    private static ProblemException Erased(string id) => new(Problems.Erased, $"The record {id} was erased; nothing can be derived from it any more.");
}
