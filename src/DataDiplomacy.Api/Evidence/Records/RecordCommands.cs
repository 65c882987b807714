using System.Data.Common;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Custody;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>Takes records in: content on disk and checked, then record, events and leaves in one transaction.</summary>
public sealed class RecordCommands(
    IDbContextFactory<DataContext> contexts, LedgerCommands ledger, LedgerKeys ledgerKeys, RecordKeys keys, RecordBlobs blobs, RecordVisibility visibility, TimeProvider time, IValidator<AddRecord> validator)
{
    /// <summary>Checks what is said about a record, before any of its content is read.</summary>
    public void Check(AddRecord request)
    {
        validator.Check(request);
        if (!visibility.MayWrite(request.Sensitivity ?? default, request.Case))
        {
            throw new ProblemException(Problems.Forbidden, "This key may not write records of this sensitivity or case, since it could not read them.");
        }
    }

    /// <summary>Takes a record in.</summary>
    /// <param name="request">What is said about it; checked.</param>
    /// <param name="content">The content, read once.</param>
    /// <param name="fileName">The name of the file as it was sent; null without.</param>
    /// <param name="mediaType">The media type as it was declared.</param>
    /// <param name="cancellationToken">Ends the taking in, as long as nothing is written to the ledger.</param>
    public Task<AddedRecordView> AddAsync(AddRecord request, Stream content, string? fileName, string mediaType, CancellationToken cancellationToken) =>
        AddAsync(new Upload<AddRecord>(request, content, fileName, mediaType), derivation: null, cancellationToken);

    /// <summary>Takes a record in, which may come from another.</summary>
    /// <param name="upload">What is said about it, which is checked, and its content, which is read once.</param>
    /// <param name="derivation">What it comes from; null for an original.</param>
    /// <param name="cancellationToken">Ends the taking in, as long as nothing is written to the ledger.</param>
    internal async Task<AddedRecordView> AddAsync(Upload<AddRecord> upload, Derivation? derivation, CancellationToken cancellationToken)
    {
        var request = upload.Said;
        Check(request);
        var id = "ev-" + Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        var isPublic = request.Sensitivity is Sensitivity.Public;
        var key = keys.Create(id);
        string? reference = null;
        var mayBeWritten = false;
        try
        {
            var contentKey = isPublic ? null : RecordKey.OfContent(key);
            var staged = await blobs.StageAsync(upload.Content, contentKey, cancellationToken);
            derivation?.Refuse(staged);
            reference = await CheckAndPublishAsync(request, staged, id, contentKey, cancellationToken);
            var values = ValuesOf(upload, staged, derivation);
            var record = NewRecord(request, id, key, staged, reference, values, derivation?.Parent);
            mayBeWritten = true;
            var (events, _) = await ledger.AppendAsync(new LedgerAppend
            {
                RecordId = id,
                RecordKey = key,
                Actor = visibility.Actor,
                Events = [new(CustodyEventType.Received, values), new(CustodyEventType.Stored, StoredValues(staged, isPublic)), .. derivation?.EventsOf(staged.Sha256) ?? []],
                // Equal content of a record that is just erased or restricted may have been taken away since it was published.
                Check = (_, _) => blobs.Exists(reference) ? Task.CompletedTask : throw new ProblemException(Problems.Busy, "The same content was just destroyed as that of another record. Nothing was stored. Send it again."),
                Also = (context, written) => Store(context, record, written.Events),
                Other = derivation?.OfParent(new(id, key, staged.Sha256)),
            });
            return new AddedRecordView { Id = id, Sha256 = staged.Sha256, Custody = [.. events.Select(e => CustodyFormats.ToView(e, CustodyFormats.EntryOf(e, key), key, keys.Find))], LogIndex = events[0].LogIndex };
        }
        catch
        {
            if (!mayBeWritten || await IsAbsentAsync(id))
            {
                Undo(id, reference);
            }

            throw;
        }
    }

    /// <summary>Nothing was acknowledged. A public content may be another record's too and stays; fsck names what belongs to none.</summary>
    private void Undo(string id, string? reference)
    {
        if (reference is not null && RecordBlobs.IsSealed(reference))
        {
            blobs.Destroy(reference);
        }

        keys.Destroy(id);
    }

    /// <summary>
    /// Whether a record whose transaction failed is surely not there: a connection may have broken after the database committed. Under the lock, so that
    /// a transaction which is still being committed is waited for.
    /// </summary>
    private async Task<bool> IsAbsentAsync(string id)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync();
            await using var transaction = await LedgerLock.BeginAsync(context, CancellationToken.None);
            return !await context.EvidenceRecords.AnyAsync(r => r.Id == id);
        }
        catch (Exception e) when (e is DbException or InvalidOperationException or TimeoutException)
        {
            // Nobody can tell: what may belong to a record stays, and fsck names it if it belongs to none.
            return false;
        }
    }

    /// <summary>
    /// The record as this transaction has it, read under its lock: what a caller saw before may have changed, and what a failed transaction changed in
    /// memory was never written.
    /// </summary>
    public static EvidenceRecord Tracked(DataContext context, string id) =>
        context.EvidenceRecords.Find(id) ?? throw new InvalidOperationException($"The record {id} of an event that is written is not there.");

    /// <summary>Holds what lies on the disk against what came in, and what came in against what was announced.</summary>
    private async Task<string> CheckAndPublishAsync(AddRecord request, StagedBlob staged, string id, byte[]? contentKey, CancellationToken cancellationToken)
    {
        if (staged.Bytes == 0 || request.Sha256 is { } announced && !announced.Equals(staged.Sha256, StringComparison.OrdinalIgnoreCase))
        {
            File.Delete(staged.Path);
            throw staged.Bytes == 0
                ? ProblemException.Invalid("content", "The part content is empty. Send the file itself.")
                : new ProblemException(Problems.DigestMismatch, $"The content that arrived has the SHA-256 {staged.Sha256}, the record announces {request.Sha256}. Nothing was stored.");
        }

        var reference = blobs.Publish(staged, id, contentKey is null);
        var stored = await blobs.HashAsync(reference, contentKey, staged.Bytes, cancellationToken);
        return stored == staged.Sha256 ? reference : throw new IOException("What was written to the storage does not read back as it was.");
    }

    private EvidenceRecord NewRecord(AddRecord request, string id, byte[] key, StagedBlob staged, string reference, Dictionary<string, JsonNode?> values, string? parent) => new()
    {
        Id = id,
        Kind = request.Kind ?? default,
        Sensitivity = request.Sensitivity ?? default,
        CaseId = request.Case,
        CreatedAt = Instants.Truncate(time.GetUtcNow().UtcDateTime),
        Bytes = staged.Bytes,
        BlobRef = reference,
        ContentIndex = VerifyQueries.IndexOf(ledgerKeys, staged.Sha256),
        Vault = RecordKey.Encrypt(key, Encoding.UTF8.GetBytes(new JsonObject([.. values.Select(v => KeyValuePair.Create(v.Key, v.Value?.DeepClone()))]).ToJsonString()), id),
        LogIndex = 0,
        ChangedIndex = 0,
        ChangedAt = default,
        RedactionOf = parent,
    };

    /// <summary>The place in the log is known only now.</summary>
    private static void Store(DataContext context, EvidenceRecord record, IReadOnlyList<CustodyEvent> events) => context.EvidenceRecords.Add(new EvidenceRecord
    {
        Id = record.Id,
        Kind = record.Kind,
        Sensitivity = record.Sensitivity,
        CaseId = record.CaseId,
        CreatedAt = events[0].At,
        Bytes = record.Bytes,
        BlobRef = record.BlobRef,
        ContentIndex = record.ContentIndex,
        Vault = record.Vault,
        LogIndex = events[0].LogIndex,
        ChangedIndex = events[^1].LogIndex,
        ChangedAt = events[^1].At,
        RedactionOf = record.RedactionOf,
    });

    private static Dictionary<string, JsonNode?> ValuesOf(Upload<AddRecord> upload, StagedBlob staged, Derivation? derivation)
    {
        var request = upload.Said;
        var values = new Dictionary<string, JsonNode?>(StringComparer.Ordinal)
        {
            ["kind"] = WireNames.Of(request.Kind ?? default),
            ["title"] = request.Title,
            ["sensitivity"] = WireNames.Of(request.Sensitivity ?? default),
            ["case"] = request.Case,
            ["claimedTime"] = request.ClaimedTime,
            ["claimedPlace"] = JsonSerializer.SerializeToNode(request.ClaimedPlace, WireJson.Options),
            ["sourceUrl"] = request.SourceUrl,
            ["capture"] = request.Capture is { } capture ? JsonNode.Parse(JsonMarshal.GetRawUtf8Value(capture)) : null,
            ["fileName"] = upload.FileName,
            ["mediaType"] = upload.MediaType,
            ["sniffedMediaType"] = MediaTypes.Sniff(staged.Head),
            ["bytes"] = staged.Bytes,
            ["sha256"] = staged.Sha256,
            ["sha512"] = staged.Sha512,
            ["clientSha256"] = request.Sha256?.ToLowerInvariant(),
        };
        if (derivation is not null)
        {
            values[Redaction.Derivation] = "redaction";
        }

        return values;
    }

    /// <summary>The server's own check: read back from the disk and hashed again.</summary>
    private static Dictionary<string, JsonNode?> StoredValues(StagedBlob staged, bool isPublic) => new(StringComparer.Ordinal)
    {
        ["sha256"] = staged.Sha256,
        ["bytes"] = staged.Bytes,
        ["encryption"] = isPublic ? "none" : "AES-256-GCM",
    };
}
