using System.Globalization;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Custody;

namespace DataDiplomacy.Api.Evidence.Verifications;

/// <summary>Decides which checks are run, runs them, and says of all others why they are not.</summary>
public sealed class CheckRunner(IEnumerable<IRecordCheck> families)
{
    private static readonly CheckCode[] IntegrityOnly = [CheckCode.Integrity, CheckCode.CustodyChain, CheckCode.LogInclusion];

    private readonly List<IRecordCheck> _families = [.. families];

    /// <summary>Why each check that exists is not run; null for those that are.</summary>
    public IReadOnlyDictionary<CheckCode, string?> Plan(EvidenceKind kind, RunVerification request) =>
        _families.SelectMany(f => f.Checks).ToDictionary(c => c.Code, c => WhyNot(c, kind, request));

    /// <summary>Runs the checks that were asked for, in the order of their codes.</summary>
    public async Task<IReadOnlyList<CheckView>> RunAsync(CheckedRecord record, IReadOnlyDictionary<CheckCode, string?> plan, CancellationToken cancellationToken)
    {
        var checks = new List<CheckView>();
        foreach (var family in _families.Where(f => f.Checks.Any(c => plan[c.Code] is null)))
        {
            var wanted = family.Checks.Where(c => plan[c.Code] is null).ToList();
            var applying = wanted.Where(c => c.AppliesTo(record.Record.Kind)).ToList();
            var findings = applying.Count == 0 ? [] : await FindAsync(family, record, cancellationToken);
            checks.AddRange(wanted.Select(c => ToView(c, findings.FirstOrDefault(f => f.Code == c.Code) ?? new CheckFinding(c.Code, CheckOutcome.NotApplicable, Kinds(c)))));
        }

        return [.. checks.OrderBy(c => c.Code)];
    }

    private static async Task<IReadOnlyList<CheckFinding>> FindAsync(IRecordCheck family, CheckedRecord record, CancellationToken cancellationToken)
    {
        var refusal = family.MostBytes switch
        {
            null => null,
            _ when !record.IsWhole => "The stored content is not what was taken in (see integrity); nothing is read from it.",
            { } most when record.Record.Bytes > most => string.Create(CultureInfo.InvariantCulture, $"The content has {record.Record.Bytes} bytes; this check reads at most {most}."),
            _ => null,
        };
        return refusal is null
            ? await family.RunAsync(record, cancellationToken)
            : [.. family.Checks.Select(c => new CheckFinding(c.Code, CheckOutcome.NotPerformed, refusal) { Reproduce = record.GetContent })];
    }

    private static string? WhyNot(CheckDescription check, EvidenceKind kind, RunVerification request)
    {
        if (request.Checks is { } named)
        {
            return named.Contains(check.Code) ? null : "It was not among the checks that were asked for.";
        }

        if (request.Profile is VerificationProfile.IntegrityOnly)
        {
            return IntegrityOnly.Contains(check.Code) ? null : "The profile integrityOnly does not have it.";
        }

        return check.AppliesTo(kind) ? null : Kinds(check);
    }

    private static string Kinds(CheckDescription check) => $"It applies to records of the kind {string.Join(" or ", check.Kinds.Select(WireNames.Of))}.";

    private static CheckView ToView(CheckDescription check, CheckFinding finding) => new()
    {
        Code = check.Code,
        Group = check.Group,
        Method = check.Method,
        MethodVersion = check.MethodVersion,
        Tool = check.Tool,
        Inputs = finding.Inputs,
        Outcome = finding.Outcome,
        Reason = finding.Reason,
        Measured = finding.Measured,
        Limits = check.Limits,
        Reproduce = finding.Reproduce,
    };
}
