using System.Text.Json.Nodes;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Custody;
using FluentValidation;

namespace DataDiplomacy.Api.Evidence.Verifications;

/// <summary>Runs checks on a record and signs what they gave: a statement with its leaf in the log, and an event of custody, since the content was read.</summary>
public sealed class VerificationCommands(
    LedgerCommands ledger, RecordKeys keys, RecordQueries records, RecordVisibility visibility, VerificationQueries queries, CheckRunner runner, TimeProvider time,
    IValidator<RunVerification> validator)
{
    /// <summary>Runs the checks; null when there is no record with this id that the caller may know of.</summary>
    public async Task<VerificationView?> RunAsync(string id, RunVerification request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        if (await records.FindAsync(id, cancellationToken) is not { } record)
        {
            return null;
        }

        var key = !record.IsErased && keys.Find(id) is { } found ? found : throw Erased(id);
        var report = await CheckAsync(record, request, cancellationToken);
        var former = Former(await queries.ListAsync(record, cancellationToken), report);
        var statement = "vf-" + Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        var appended = await ledger.AppendAsync(new LedgerAppend
        {
            RecordId = id,
            RecordKey = key,
            Actor = visibility.Actor,
            Events = [new(CustodyEventType.Verified, new Dictionary<string, JsonNode?> { ["verification"] = statement, ["profile"] = WireNames.Of(report.Profile) })],
            Statements = [new(statement, StatementKind.Verification, former, VerificationFormats.ToBody(report))],
            Check = (context, stop) => visibility.RequireAsync(context, id, stop),
        });
        return VerificationFormats.ToView(StatementFormats.Open(appended.Statements[0], key));
    }

    private async Task<VerificationReport> CheckAsync(EvidenceRecord record, RunVerification request, CancellationToken cancellationToken)
    {
        var detail = records.DetailOf(record) ?? throw Erased(record.Id);
        var plan = runner.Plan(record.Kind, request);
        var target = new CheckedRecord
        {
            Record = record,
            Detail = detail,
            FoundSha256 = await records.HashAsync(record, cancellationToken),
            Open = () => records.Open(record) ?? throw new ProblemException(Problems.ContentDamaged, $"The content of {record.Id} is gone from the storage."),
            TimeToleranceMinutes = request.TimeToleranceMinutes ?? RunVerificationValidator.DefaultTimeToleranceMinutes,
            PlaceToleranceMetres = request.PlaceToleranceMetres ?? RunVerificationValidator.DefaultPlaceToleranceMetres,
        };
        return new VerificationReport
        {
            Profile = request.Profile ?? VerificationProfile.Default,
            Sha256 = detail.Sha256,
            TimeToleranceMinutes = target.TimeToleranceMinutes,
            PlaceToleranceMetres = target.PlaceToleranceMetres,
            Checks = await runner.RunAsync(target, plan, cancellationToken),
            NotChecked = [.. plan.Where(p => p.Value is not null).OrderBy(p => p.Key).Select(p => new NotCheckedView { Code = p.Key, Reason = p.Value ?? "" })],
        };
    }

    /// <summary>The newest report of the same profile, if the new one has all of its checks: one of fewer checks replaces nothing.</summary>
    private static string? Former(IReadOnlyList<VerificationView> reports, VerificationReport report)
    {
        var codes = report.Checks.Select(c => c.Code).ToHashSet();
        return reports.LastOrDefault(r => r.Profile == report.Profile && r.Checks.All(c => codes.Contains(c.Code)))?.Id;
    }

    private static ProblemException Erased(string id) => new(Problems.Erased, $"The record {id} was erased; nothing of it can be checked any more.");
}
