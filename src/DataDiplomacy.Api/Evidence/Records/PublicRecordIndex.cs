using System.Security.Cryptography;
using System.Text.Json;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Evidence.Custody;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>
/// What can be searched of public records, in the memory of each server alone: titles are encrypted on the disk, so that an erasure reaches all of them,
/// and no index of words may lie beside them. It is filled by the first search and then follows the changes in the order of the log, whichever server made
/// them; what was erased or is public no longer is gone with the next look.
/// </summary>
public sealed class PublicRecordIndex(IDbContextFactory<DataContext> contexts, RecordKeys keys, RecordOptions options) : IDisposable
{
    private const int Batch = 1_000;

    private readonly SemaphoreSlim _gate = new(1);
    private readonly PublicRecordMemory _memory = new(options.SearchRecords, (long)options.SearchRecords * RecordOptions.SearchLetters);
    private PublicRecordsView _seen = PublicRecordsView.None;

    /// <summary>Most records that are held.</summary>
    public int Most => options.SearchRecords;

    /// <summary>The public records as they are now.</summary>
    public async Task<PublicRecordsView> ReadAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await NewestAsync(context, cancellationToken) == Volatile.Read(ref _seen).UpTo)
        {
            return Volatile.Read(ref _seen);
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            await FollowAsync(context, await NewestAsync(context, cancellationToken), cancellationToken);
            return _seen;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The leaf of the newest change of any record; -1 before the first.</summary>
    public async Task<long> NewestAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await NewestAsync(context, cancellationToken);
    }

    public void Dispose() => _gate.Dispose();

    private static async Task<long> NewestAsync(DataContext context, CancellationToken cancellationToken) =>
        await context.EvidenceRecords.MaxAsync(r => (long?)r.ChangedIndex, cancellationToken) ?? -1;

    /// <summary>A batch at a time: who is cancelled leaves to the next what was read so far.</summary>
    private async Task FollowAsync(DataContext context, long newest, CancellationToken cancellationToken)
    {
        if (newest < _seen.UpTo)
        {
            // The database was put back to an older copy.
            _memory.Clear();
            Volatile.Write(ref _seen, PublicRecordsView.None);
        }

        if (_seen.UpTo < 0 && await FirstAsync(context, cancellationToken) is { } first)
        {
            _memory.IsCut = true;
            Volatile.Write(ref _seen, _memory.At(first));
        }

        while (_seen.UpTo < newest)
        {
            var changed = await ChangedAsync(context, _seen.UpTo, newest, cancellationToken);
            foreach (var record in changed)
            {
                Take(record);
            }

            Volatile.Write(ref _seen, _memory.At(changed.Count < Batch ? newest : changed[^1].ChangedIndex));
        }
    }

    /// <summary>The change after which as many public records came as are held; null when there are not more.</summary>
    private Task<long?> FirstAsync(DataContext context, CancellationToken cancellationToken) =>
        context.EvidenceRecords.Where(r => r.Sensitivity == Sensitivity.Public && !r.IsErased).OrderByDescending(r => r.ChangedIndex)
            .Skip(options.SearchRecords).Select(r => (long?)r.ChangedIndex).FirstOrDefaultAsync(cancellationToken);

    /// <summary>What people wrote is read of public records alone; of the others it is enough to know which.</summary>
    private static Task<List<Changed>> ChangedAsync(DataContext context, long after, long upTo, CancellationToken cancellationToken) =>
        context.EvidenceRecords.Where(r => r.ChangedIndex > after && r.ChangedIndex <= upTo).OrderBy(r => r.ChangedIndex).Take(Batch)
            .Select(r => new Changed
            {
                Id = r.Id,
                Kind = r.Kind,
                Case = r.CaseId,
                ChangedIndex = r.ChangedIndex,
                Vault = r.Sensitivity == Sensitivity.Public && !r.IsErased ? r.Vault : null,
            }).ToListAsync(cancellationToken);

    private void Take(Changed record)
    {
        if (record.Vault is { } vault && Open(record, vault) is { } found)
        {
            _memory.Put(found);
            return;
        }

        _memory.Remove(record.Id);
    }

    /// <summary>What is written about a record; null when its key is gone (it was just erased), or when it was damaged, which fsck tells.</summary>
    private PublicRecordView? Open(Changed record, byte[] vault)
    {
        try
        {
            return keys.Find(record.Id) is { } key ? ToView(record, RecordKey.Decrypt(key, vault, record.Id)) : null;
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private static PublicRecordView ToView(Changed record, ReadOnlyMemory<byte> values)
    {
        using var written = JsonDocument.Parse(values);
        var title = TextOf(written.RootElement, "title");
        var titleKey = AreaNames.Key(title);
        return new PublicRecordView
        {
            Id = record.Id,
            Kind = record.Kind,
            Title = title,
            Case = record.Case,
            Words = $" {titleKey} {AreaNames.Key(TextOf(written.RootElement, "fileName") + " " + record.Case)}",
            TitleLength = titleKey.Length,
            ChangedIndex = record.ChangedIndex,
        };
    }

    private static string TextOf(JsonElement values, string name) =>
        values.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString() ?? "" : "";

    /// <summary>A record that was added or changed.</summary>
    private sealed record Changed
    {
        public required string Id { get; init; }

        public required EvidenceKind Kind { get; init; }

        public required string? Case { get; init; }

        public required long ChangedIndex { get; init; }

        /// <summary>What was written about it, encrypted; null when it is not public, or was erased.</summary>
        public required byte[]? Vault { get; init; }
    }
}
