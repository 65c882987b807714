using System.Globalization;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Assessments;
using DataDiplomacy.Core.Evidence.Custody;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Assessments;

/// <summary>Lists the claims of a case: texts lie encrypted with their records, so that those of all its records are opened and put together here.</summary>
public sealed class ClaimQueries(IDbContextFactory<DataContext> contexts, AssessmentQueries assessments, RecordVisibility visibility, IValidator<ListClaims> validator)
{
    private const int MostRecords = 1_000;

    /// <summary>A page of claims in the order of their first assessments, with the records that are shown to have them.</summary>
    public async Task<(PageView<ClaimView> Page, IReadOnlyList<EvidenceRecord> Read)> ListAsync(ListClaims request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        var query = Cursor.Fingerprint("claims", request.Case, string.Join(',', visibility.Readable), visibility.Caller.CaseId);
        var after = Cursor.Decode(request.Cursor, query, keyParts: 1)?.LongNumber(0) ?? -1;
        var limit = request.Limit ?? Paging.DefaultLimit;
        var records = await AssessedAsync(request.Case ?? "", cancellationToken);
        var threads = new List<AssessmentQueries.Thread>();
        foreach (var record in records)
        {
            threads.AddRange((await assessments.ThreadsAsync(record, cancellationToken)).Where(t => t.Successor is null));
        }

        var claims = threads.OrderBy(t => t.LogIndex).GroupBy(t => ClaimText.Normalize(t.Assessment.Said.Claim ?? ""), StringComparer.Ordinal)
            .Where(g => g.First().LogIndex > after).Take(limit + 1).Select(g => g.ToList()).ToList();
        var page = claims.Take(limit).ToList();
        var seen = await assessments.SeenAsync(page.SelectMany(c => c).Where(t => t.IsOpen).SelectMany(t => t.All), cancellationToken);
        var shown = page.SelectMany(c => c).Select(t => t.Assessment.Record).ToHashSet(StringComparer.Ordinal);
        var state = new Snapshot(default, 0, null);
        var view = new PageView<ClaimView>
        {
            Items = [.. page.Select(c => ToView(c, seen))],
            Next = claims.Count > limit ? state.CursorAfter(query, page[^1][0].LogIndex.ToString(CultureInfo.InvariantCulture)) : null,
        };
        return (view, [.. records.Where(r => shown.Contains(r.Id))]);
    }

    private async Task<IReadOnlyList<EvidenceRecord>> AssessedAsync(string caseId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var records = await visibility.Records(context).AsNoTracking()
            .Where(r => r.CaseId == caseId && context.EvidenceStatements.Any(s => s.RecordId == r.Id && s.Kind == StatementKind.Assessment))
            .OrderBy(r => r.LogIndex).Take(MostRecords + 1).ToListAsync(cancellationToken);
        return records.Count <= MostRecords
            ? records
            : throw new ProblemException(Problems.TooLarge, $"The case {caseId} has more than {MostRecords} assessed records. Read the assessments of each record by itself.");
    }

    private static ClaimView ToView(IReadOnlyList<AssessmentQueries.Thread> threads, SeenRecords seen)
    {
        var judged = threads.Where(t => t.IsOpen).SelectMany(t => t.All).ToList();
        var supporting = judged.SelectMany(by => seen.Of(by.Said.Supporting), AssessmentFormats.NamedBy).ToList();
        var contradicting = judged.SelectMany(by => seen.Of(by.Said.Contradicting), AssessmentFormats.NamedBy).ToList();
        return new ClaimView
        {
            Claim = threads[0].Assessment.Said.Claim ?? "",
            Assessments = [.. threads.Select(t => new ClaimAssessmentView { Id = t.Assessment.Id, Record = t.Assessment.Record, Author = t.Assessment.Actor, Status = StatusOf(t, seen) })],
            Withheld = threads.Count(t => !t.IsOpen),
            Supporting = supporting,
            Contradicting = contradicting,
            Disputed = [.. supporting.Select(n => n.Record).Intersect(contradicting.Select(n => n.Record)).Order(StringComparer.Ordinal)],
            Corroboration = AssessmentFormats.CorroborationOf(seen.CountOf(judged.SelectMany(j => j.Said.Supporting ?? [])), seen.CountOf(judged.SelectMany(j => j.Said.Contradicting ?? []))),
        };
    }

    private static AssessmentStatus StatusOf(AssessmentQueries.Thread thread, SeenRecords seen) =>
        Agreement.StatusOf(AssessmentFormats.JudgementOf(thread.Assessment, seen), [.. thread.Reviews.Select(r => AssessmentFormats.JudgementOf(r, seen))], isSuperseded: false);
}
