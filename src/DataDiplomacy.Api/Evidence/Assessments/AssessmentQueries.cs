using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Core.Evidence.Assessments;
using DataDiplomacy.Core.Evidence.Custody;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Assessments;

/// <summary>
/// Reads judgements about a record. What is not reviewed yet is withheld from all but its author, so that the second judgement is blind; linked records
/// that the caller may not know of are left out as if they were not there.
/// </summary>
public sealed class AssessmentQueries(IDbContextFactory<DataContext> contexts, StatementQueries statements, RecordQueries records, RecordVisibility visibility)
{
    /// <summary>More generations of redaction than anybody makes; a circle ends here.</summary>
    private const int MostGenerations = 10;

    /// <summary>The assessments of a record, oldest first; none after its erasure.</summary>
    public async Task<AssessmentListView> ListAsync(EvidenceRecord record, CancellationToken cancellationToken)
    {
        var threads = await ThreadsAsync(record, cancellationToken);
        var seen = await SeenAsync(threads.Where(t => t.IsOpen).SelectMany(t => t.All), cancellationToken);
        return new AssessmentListView
        {
            Items = [.. threads.Select(t => t.IsOpen ? AssessmentFormats.ToView(t.Assessment, t.Reviews, t.Successor, seen) : AssessmentFormats.Withheld(t.Assessment, t.Successor is not null))],
        };
    }

    /// <summary>Those of some ids that are no records which the caller may know of, in their order.</summary>
    public async Task<IReadOnlyList<string>> UnknownAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await visibility.Records(context).AsNoTracking().Where(r => wanted.Contains(r.Id)).Select(r => r.Id).ToListAsync(cancellationToken);
        return [.. wanted.Except(known)];
    }

    /// <summary>Each assessment with its reviews and what replaced it.</summary>
    internal async Task<IReadOnlyList<Thread>> ThreadsAsync(EvidenceRecord record, CancellationToken cancellationToken)
    {
        var opened = await statements.ListAsync(record, [StatementKind.Assessment, StatementKind.Review], cancellationToken);
        var reviews = opened.Where(o => o.Statement.Kind == Http.WireNames.Of(StatementKind.Review)).Select(AssessmentFormats.Read).ToLookup(r => r.Opened.Statement.About);
        var assessments = opened.Where(o => o.Statement.Kind == Http.WireNames.Of(StatementKind.Assessment)).Select(AssessmentFormats.Read).ToList();
        var successors = assessments.Where(a => a.Opened.Statement.About is not null).ToDictionary(a => a.Opened.Statement.About ?? "", StringComparer.Ordinal);
        return [.. assessments.Select(a => new Thread(a, [.. reviews[a.Id]], successors.GetValueOrDefault(a.Id), IsOpen(a, reviews, successors)))];
    }

    /// <summary>To its author always; to others when it, or what its author replaced it by, has been reviewed: an earlier version would tell the later grades.</summary>
    private bool IsOpen(Judged assessment, ILookup<string?, Judged> reviews, Dictionary<string, Judged> successors)
    {
        var isReviewed = false;
        for (var version = assessment; version is not null && !isReviewed; version = successors.GetValueOrDefault(version.Id))
        {
            isReviewed = reviews[version.Id].Any();
        }

        return isReviewed || assessment.Actor == visibility.Actor;
    }

    /// <summary>The records that are named and that the caller may know of, with what is known of their origins.</summary>
    internal async Task<SeenRecords> SeenAsync(IEnumerable<Judged> judged, CancellationToken cancellationToken)
    {
        var wanted = judged.SelectMany(j => j.Links).Select(l => l.Record ?? "").Distinct().ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await visibility.Records(context).AsNoTracking().Where(r => wanted.Contains(r.Id)).ToListAsync(cancellationToken);
        var parents = await ParentsAsync(context, found, cancellationToken);
        var origins = found.ToDictionary(r => r.Id, r => OriginOf(r, parents), StringComparer.Ordinal);
        return new SeenRecords(origins, visibility.Actor, visibility.Caller.Has(Role.Verifier));
    }

    /// <summary>The original of each redaction, also of originals that are redactions themselves and that nobody named.</summary>
    private static async Task<Dictionary<string, string>> ParentsAsync(DataContext context, List<EvidenceRecord> found, CancellationToken cancellationToken)
    {
        var parents = found.Where(r => r.RedactionOf is not null).ToDictionary(r => r.Id, r => r.RedactionOf ?? "", StringComparer.Ordinal);
        var unread = parents.Values.Except(found.Select(r => r.Id)).ToList();
        for (var generation = 0; unread.Count > 0 && generation < MostGenerations; generation++)
        {
            var wanted = unread;
            var older = await context.EvidenceRecords.AsNoTracking().Where(r => wanted.Contains(r.Id) && r.RedactionOf != null)
                .Select(r => new { r.Id, r.RedactionOf }).ToListAsync(cancellationToken);
            older.ForEach(r => parents[r.Id] = r.RedactionOf ?? "");
            unread = [.. older.Select(r => r.RedactionOf ?? "").Except(parents.Keys).Except(found.Select(r => r.Id))];
        }

        return parents;
    }

    private EvidenceOrigin OriginOf(EvidenceRecord record, Dictionary<string, string> parents)
    {
        var ancestors = new List<string>();
        for (var id = record.Id; parents.TryGetValue(id, out var parent) && !ancestors.Contains(parent); id = parent)
        {
            ancestors.Add(parent);
        }

        // Of the content its index is enough: equal for equal contents. After erasure nothing is known any more.
        return new EvidenceOrigin { Record = record.Id, Content = record.ContentIndex, DerivedFrom = ancestors, SourceUrl = records.DetailOf(record)?.SourceUrl };
    }

    /// <summary>An assessment with what belongs to it.</summary>
    /// <param name="Assessment">The assessment.</param>
    /// <param name="Reviews">Its reviews, oldest first.</param>
    /// <param name="Successor">What its author replaced it by; null for nothing.</param>
    /// <param name="IsOpen">Whether the caller sees all of it.</param>
    internal sealed record Thread(Judged Assessment, IReadOnlyList<Judged> Reviews, Judged? Successor, bool IsOpen)
    {
        public long LogIndex => Assessment.Opened.LogIndex;

        public IEnumerable<Judged> All => Reviews.Prepend(Assessment);
    }
}
