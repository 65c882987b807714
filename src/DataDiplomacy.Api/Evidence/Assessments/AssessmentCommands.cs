using System.Text.Json.Nodes;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Custody;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Assessments;

/// <summary>Writes what analysts hold: a signed statement and an event of custody that points at it, in one transaction. Nothing is ever changed.</summary>
public sealed class AssessmentCommands(
    LedgerCommands ledger, RecordKeys keys, RecordQueries records, RecordVisibility visibility, AssessmentQueries assessments, TimeProvider time,
    IValidator<AddAssessment> assessmentValidator, IValidator<AddReview> reviewValidator)
{
    /// <summary>Assesses a claim; null when there is no record with this id that the caller may know of.</summary>
    public async Task<AssessmentView?> AssessAsync(string id, AddAssessment request, CancellationToken cancellationToken)
    {
        assessmentValidator.Check(request);
        if (await records.FindAsync(id, cancellationToken) is not { } record)
        {
            return null;
        }

        await CheckLinksAsync(request, cancellationToken);
        var statement = new NewStatement(NewId("as-"), StatementKind.Assessment, request.Supersedes, AssessmentFormats.BodyOf(request));
        await AppendAsync(record, statement, (context, stop) => CheckSupersedesAsync(context, id, request.Supersedes, stop));
        return await FindAsync(record, statement.Id, cancellationToken);
    }

    /// <summary>Reviews an assessment; null when there is none with this id of a record that the caller may know of.</summary>
    public async Task<AssessmentView?> ReviewAsync(string id, string assessment, AddReview request, CancellationToken cancellationToken)
    {
        reviewValidator.Check(request);
        if (await records.FindAsync(id, cancellationToken) is not { } record)
        {
            return null;
        }

        KeyOf(record);
        if (await FindAsync(record, assessment, cancellationToken) is not { } reviewed)
        {
            return null;
        }

        await CheckLinksAsync(request, cancellationToken);
        var statement = new NewStatement(NewId("rv-"), StatementKind.Review, assessment, AssessmentFormats.BodyOf(request));
        await AppendAsync(record, statement, (context, stop) => CheckReviewAsync(context, assessment, reviewed.Author, stop));
        return await FindAsync(record, assessment, cancellationToken);
    }

    private async Task AppendAsync(EvidenceRecord record, NewStatement statement, Func<DataContext, CancellationToken, Task> check) =>
        await ledger.AppendAsync(new LedgerAppend
        {
            RecordId = record.Id,
            RecordKey = KeyOf(record),
            Actor = visibility.Actor,
            Events = [new(CustodyEventType.Assessed, new Dictionary<string, JsonNode?> { ["statement"] = statement.Id })],
            Statements = [statement],
            Check = async (context, stop) =>
            {
                await visibility.RequireAsync(context, record.Id, stop);
                await check(context, stop);
            },
        });

    /// <summary>What the caller may not see is unknown, in the same words as what is not there.</summary>
    private async Task CheckLinksAsync(AddReview request, CancellationToken cancellationToken)
    {
        foreach (var (field, links) in new[] { ("supporting", request.Supporting), ("contradicting", request.Contradicting) })
        {
            var unknown = await assessments.UnknownAsync([.. (links ?? []).Select(l => l.Record ?? "")], cancellationToken);
            if (unknown.Count > 0)
            {
                throw ProblemException.Invalid(field, $"{field} names '{unknown[0]}', which is unknown: there is no such record that you may see.");
            }
        }
    }

    /// <summary>Under the lock; what the same transaction is about to write counts as written.</summary>
    private async Task CheckSupersedesAsync(DataContext context, string id, string? superseded, CancellationToken cancellationToken)
    {
        if (superseded is null)
        {
            return;
        }

        var earlier = await context.EvidenceStatements.AsNoTracking()
            .FirstOrDefaultAsync(s => s.Id == superseded && s.RecordId == id && s.Kind == StatementKind.Assessment, cancellationToken);
        if (earlier is null || earlier.Actor != visibility.Actor)
        {
            throw new ProblemException(Problems.RuleBroken, $"supersedes names '{superseded}', which is no assessment of this record by you. Who holds something else reviews it.");
        }

        if (await AnyAboutAsync(context, superseded, s => s.Kind is StatementKind.Assessment, cancellationToken))
        {
            throw new ProblemException(Problems.RuleBroken, $"The assessment {superseded} is superseded already. Supersede the newest one.");
        }
    }

    private async Task CheckReviewAsync(DataContext context, string assessment, string author, CancellationToken cancellationToken)
    {
        var actor = visibility.Actor;
        if (author == actor)
        {
            throw new ProblemException(Problems.RuleBroken, "The author of an assessment cannot review it: another person must, with a key of their own.");
        }

        if (await AnyAboutAsync(context, assessment, s => s.Kind is StatementKind.Review && s.Actor == actor, cancellationToken))
        {
            throw new ProblemException(Problems.RuleBroken, "You have reviewed this assessment. A review is written once, before its author's grades are seen.");
        }

        if (await AnyAboutAsync(context, assessment, s => s.Kind is StatementKind.Assessment, cancellationToken))
        {
            throw new ProblemException(Problems.RuleBroken, $"The assessment {assessment} is superseded. Review the one that replaced it.");
        }
    }

    /// <summary>Statements about another one, stored or about to be: several writers share one transaction, and the rows of those before are not in the database yet.</summary>
    private static async Task<bool> AnyAboutAsync(DataContext context, string about, Func<StoredStatement, bool> isMeant, CancellationToken cancellationToken)
    {
        var stored = await context.EvidenceStatements.AsNoTracking().Where(s => s.About == about).ToListAsync(cancellationToken);
        return stored.Concat(context.EvidenceStatements.Local.Where(s => s.About == about)).Any(isMeant);
    }

    private async Task<AssessmentView?> FindAsync(EvidenceRecord record, string assessment, CancellationToken cancellationToken) =>
        (await assessments.ListAsync(record, cancellationToken)).Items.FirstOrDefault(a => a.Id == assessment);

    private string NewId(string kind) => kind + Guid.CreateVersion7(time.GetUtcNow()).ToString("N");

    private byte[] KeyOf(EvidenceRecord record) => !record.IsErased && keys.Find(record.Id) is { } key ? key : throw ProblemException.RecordErased(record.Id);
}
