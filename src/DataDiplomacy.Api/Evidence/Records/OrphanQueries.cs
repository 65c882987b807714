using System.Text.RegularExpressions;
using DataDiplomacy.Api.Data;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>
/// Finds contents and keys that belong to no record: what a kill between the disk and the commit leaves. They are no tampering. Files whose names are
/// not of our making are none of ours and are not looked at.
/// </summary>
public sealed partial class OrphanQueries(IDbContextFactory<DataContext> contexts, StorageOptions storage, TimeProvider time)
{
    /// <summary>A taking in writes its files before its record: what is younger may belong to one that is running.</summary>
    public static readonly TimeSpan LongestTakingIn = TimeSpan.FromHours(24);

    /// <summary>The orphans, by path.</summary>
    public async Task<IReadOnlyList<StoredOrphan>> ListAsync(CancellationToken cancellationToken)
    {
        // The files first: each of them whose record is committed is then found in the tables.
        var files = Files().ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var records = await context.EvidenceRecords.Select(r => new { r.Id, r.BlobRef, r.IsErased }).ToListAsync(cancellationToken);
        // A change of its label writes the encrypted content of a record before it commits: that place is the record's, whether it is used or not.
        var contents = records.Where(r => !r.IsErased).SelectMany(r => new[] { r.BlobRef, RecordBlobs.SealedReferenceOf(r.Id) }).ToHashSet(StringComparer.Ordinal);
        // The key of a record that somebody took from the table is no orphan: its events are still there.
        var ids = records.Select(r => r.Id).Concat(await context.CustodyEvents.Select(e => e.RecordId).Distinct().ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. files.Where(f => f.Kind switch
            {
                OrphanKind.Content => !contents.Contains(ReferenceOf(f)),
                OrphanKind.Key => !ids.Contains(RecordOf(f)),
                _ => true,
            }),
        ];
    }

    /// <summary>The reference by which a record would have the content.</summary>
    internal static string ReferenceOf(StoredOrphan content) => content.Path["blobs/".Length..];

    /// <summary>The record whose key it would be.</summary>
    internal static string RecordOf(StoredOrphan key) => Path.GetFileName(key.Path).Split('.')[0];

    private IEnumerable<StoredOrphan> Files()
    {
        var before = time.GetUtcNow().UtcDateTime - LongestTakingIn;
        return from folder in new[] { storage.Blobs, Path.Combine(storage.Keys, "records") }
               where Directory.Exists(folder)
               from file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
               let path = Path.GetRelativePath(storage.Path, file.FullName).Replace('\\', '/')
               let kind = KindOf(path)
               where kind is not null && file.Exists
               orderby path
               select new StoredOrphan { Path = path, Kind = kind.Value, Bytes = file.Length, WrittenAt = file.LastWriteTimeUtc, IsOld = file.LastWriteTimeUtc < before };
    }

    private static OrphanKind? KindOf(string path) =>
        Content().IsMatch(path) ? OrphanKind.Content : Key().IsMatch(path) ? OrphanKind.Key : Aside().IsMatch(path) ? OrphanKind.Aside : null;

    [GeneratedRegex(@"^blobs/(public/[0-9a-f]{2}/[0-9a-f]{64}|sealed/[0-9a-f]{2}/ev-[0-9a-f]{32})\z")]
    private static partial Regex Content();

    [GeneratedRegex(@"^keys/records/[0-9a-f]{2}/ev-[0-9a-f]{32}(\.receipt)?\.key\z")]
    private static partial Regex Key();

    [GeneratedRegex(@"^(blobs/(incoming|taken)/[0-9a-f]{32}|keys/records/[0-9a-f]{2}/ev-[0-9a-f]{32}(\.receipt)?\.key\.[0-9a-f]{32}\.new)\z")]
    private static partial Regex Aside();
}
