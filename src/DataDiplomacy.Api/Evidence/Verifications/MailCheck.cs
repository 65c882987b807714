using System.Globalization;
using DataDiplomacy.Api.Evidence.MailKeys;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Evidence.Mail;
using MimeKit;

namespace DataDiplomacy.Api.Evidence.Verifications;

/// <summary>Signatures of an e-mail by keys from the archive, as they stood when it was signed. Nothing is asked of the DNS.</summary>
public sealed class MailCheck(MailKeyQueries archive) : IRecordCheck
{
    private const int MostSignatures = 20;
    private const string OnDomains = "A domain that signed vouches for handling the message, not that its content is true or who wrote it; a domain may have published its old private key.";

    public IReadOnlyList<CheckDescription> Checks { get; } =
    [
        Describe(CheckCode.Dkim, "RFC 6376, RFC 8301, RFC 8463", "2018", OnDomains),
        Describe(CheckCode.Arc, "RFC 8617", "2019", "Shows who forwarded the message and what they claim to have found, not that these claims are true."),
        Describe(CheckCode.FromAlignment, "RFC 7489, 3.1.1", "2015", "Compares domains as they are written; organisational domains are not looked up. Does not show which person wrote the message."),
    ];

    public long? MostBytes => 64 * 1024 * 1024;

    public async Task<IReadOnlyList<CheckFinding>> RunAsync(CheckedRecord record, CancellationToken cancellationToken)
    {
        var message = await record.ReadAsync(cancellationToken);
        if (KeyNames.Read(message) is not { } names)
        {
            return All(record, CheckOutcome.Inconclusive, "The content cannot be read as a message (RFC 5322).");
        }

        if (names.Count > MostSignatures)
        {
            return All(record, CheckOutcome.NotPerformed, string.Create(CultureInfo.InvariantCulture, $"The message has {names.Count} signatures; at most {MostSignatures} are checked."));
        }

        var keys = new List<MailKeyChoice>();
        foreach (var name in names.DistinctBy(n => (n.Domain, n.Selector)))
        {
            keys.Add(await MailKeyChoice.FindAsync(name, archive, cancellationToken));
        }

        var archived = keys.Select(k => k.Archived).OfType<ArchivedKey>().ToList();
        var reports = DkimVerification.Verify(message, archived) ?? [];
        return [Dkim(record, reports, keys), Arc(record, ArcVerification.Verify(message, archived), keys), Alignment(record, reports)];
    }

    private static CheckFinding Dkim(CheckedRecord record, IReadOnlyList<DkimReport> reports, List<MailKeyChoice> keys)
    {
        var of = keys.Where(k => reports.Any(r => IsOf(r, k))).ToList();
        var (outcome, reason) = DkimOutcome(reports, of);
        return new CheckFinding(CheckCode.Dkim, outcome, reason)
        {
            Inputs = [record.Content, .. of.Select(k => k.Input).OfType<CheckInputView>()],
            Measured = [.. reports.SelectMany((r, i) => Measured(r, of.FirstOrDefault(k => IsOf(r, k)), i))],
            Reproduce = record.GetContent + "; dotnet run --project src/DataDiplomacy.Verifier -- dkim --keys KEYS.json FILE",
        };
    }

    /// <summary>One signature that holds is enough (RFC 6376, 6.1); one that could hold under a key that is missing leaves it open.</summary>
    private static (CheckOutcome Outcome, string Reason) DkimOutcome(IReadOnlyList<DkimReport> reports, List<MailKeyChoice> keys)
    {
        if (reports.Count == 0)
        {
            return (CheckOutcome.NotApplicable, "The message has no DKIM signature.");
        }

        var outcomes = reports.Select(OutcomeOf).ToList();
        if (outcomes.IndexOf(CheckOutcome.Pass) is >= 0 and var passed)
        {
            return (CheckOutcome.Pass, $"Body and header hold under the key of {reports[passed].Domain} as it was archived for that time.");
        }

        if (!outcomes.Contains(CheckOutcome.Inconclusive))
        {
            return (CheckOutcome.Fail, string.Join("; ", reports.Select(FaultOf).Distinct()));
        }

        var missing = keys.Select(k => k.Missing).OfType<string>().ToList();
        return (CheckOutcome.Inconclusive, missing.Count > 0 ? string.Join("; ", missing) : string.Join("; ", reports.Select(FaultOf).Distinct()));
    }

    private static CheckOutcome OutcomeOf(DkimReport report)
    {
        if (report.Passed)
        {
            return report.AppendedUnsigned ? CheckOutcome.Inconclusive : CheckOutcome.Pass;
        }

        return report.BodyHashValid is not true || report.SignatureValid is false || report.Strength is KeyStrength.Refused ? CheckOutcome.Fail : CheckOutcome.Inconclusive;
    }

    private static string FaultOf(DkimReport report) => report switch
    {
        { BodyHashValid: null } => "a signature is malformed, or its algorithm is refused",
        { BodyHashValid: false, SignatureValid: true } => "the body is not the one that was signed; the signed header holds",
        { BodyHashValid: false } => "the body is not the one that was signed",
        { SignatureValid: false } => "the header is not the one that was signed",
        { Strength: KeyStrength.Refused } => "the key is too short to count (RFC 8301, 3.2)",
        { AppendedUnsigned: true } => "the body goes on after the part that is signed",
        _ => "the key is withdrawn, malformed or of another kind than the signature",
    };

    private static CheckFinding Arc(CheckedRecord record, ArcReport? report, List<MailKeyChoice> keys)
    {
        var of = keys.Where(k => k.Name.Header.StartsWith("ARC-", StringComparison.Ordinal) || report is { Chain: ArcChain.Fail }).ToList();
        var missing = of.Select(k => k.Missing).OfType<string>().ToList();
        var (outcome, reason) = report switch
        {
            null => (CheckOutcome.Inconclusive, "The content cannot be read as a message (RFC 5322)."),
            { Chain: ArcChain.None } => (CheckOutcome.NotApplicable, "The message has no ARC set."),
            { Chain: ArcChain.Pass } => (CheckOutcome.Pass, "The newest message signature and every seal hold."),
            _ when missing.Count > 0 => (CheckOutcome.Inconclusive, string.Join("; ", missing)),
            _ => (CheckOutcome.Fail, report.Problem ?? "The chain does not hold."),
        };
        return new CheckFinding(CheckCode.Arc, outcome, reason)
        {
            Inputs = [record.Content, .. of.Select(k => k.Input).OfType<CheckInputView>()],
            Reproduce = record.GetContent + "; dotnet run --project src/DataDiplomacy.Verifier -- arc --keys KEYS.json FILE",
        };
    }

    private static CheckFinding Alignment(CheckedRecord record, IReadOnlyList<DkimReport> reports)
    {
        var passed = reports.Where(r => OutcomeOf(r) is CheckOutcome.Pass).ToList();
        var best = passed.MaxBy(r => r.Alignment);
        var (outcome, reason) = best switch
        {
            null when reports.Count == 0 => (CheckOutcome.NotApplicable, "The message has no DKIM signature."),
            null => (CheckOutcome.Inconclusive, "No DKIM signature passes whose domain could be held against the author's."),
            { Alignment: FromAlignment.None } => (CheckOutcome.Fail, $"The author's domain is another one than {best.Domain}, which signed, or there is not exactly one author."),
            _ => (CheckOutcome.Pass, $"The domain that signed, {best.Domain}, and the author's are {(best.Alignment is FromAlignment.Exact ? "the same" : "one below the other")}."),
        };
        return new CheckFinding(CheckCode.FromAlignment, outcome, reason)
        {
            Inputs = [record.Content],
            Measured = [.. passed.Select(r => new MeasuredView { Name = "alignment", Value = WireNames.Of(r.Alignment), Of = r.Domain })],
            Reproduce = record.GetContent + "; dotnet run --project src/DataDiplomacy.Verifier -- dkim --keys KEYS.json FILE",
        };
    }

    private static IEnumerable<MeasuredView> Measured(DkimReport report, MailKeyChoice? choice, int number)
    {
        // What is no name may be anything: it is not repeated.
        var of = choice?.RecordName ?? string.Create(CultureInfo.InvariantCulture, $"signature {number + 1}");
        MeasuredView Of(string name, string value, string? unit = null) => new() { Name = name, Value = value, Unit = unit, Of = of };
        yield return Of("bodyHash", Word(report.BodyHashValid));
        yield return Of("signature", Word(report.SignatureValid));
        if (choice?.Name.SignedAt is { } at)
        {
            yield return Of("signedAt", Instants.Format(at));
        }

        if (choice?.Key is { } key)
        {
            yield return Of("key", key.Id);
            yield return Of("keySource", WireNames.Of(key.Source));
            yield return Of("keyReference", key.Reference);
            yield return Of("keyKnownFor", MailKeyChoice.RangeOf(key));
            yield return Of("keyStrength", WireNames.Of(report.Strength));
            yield return Of("keyLength", (report.KeyBits ?? 0).ToString(CultureInfo.InvariantCulture), "bits");
            yield return Of("domainIsTesting", report.Testing ? "yes" : "no");
        }

        if (report.SignedLength is { } length)
        {
            yield return Of("signedLength", length.ToString(CultureInfo.InvariantCulture), "bytes");
            yield return Of("appendedUnsigned", report.AppendedUnsigned ? "yes" : "no");
        }
    }

    private static bool IsOf(DkimReport report, MailKeyChoice choice) =>
        string.Equals(report.Domain, choice.Name.Domain, StringComparison.OrdinalIgnoreCase) && string.Equals(report.Selector, choice.Name.Selector, StringComparison.OrdinalIgnoreCase);

    private static string Word(bool? holds) => holds switch
    {
        true => "holds",
        false => "does not hold",
        null => "not known",
    };

    private IReadOnlyList<CheckFinding> All(CheckedRecord record, CheckOutcome outcome, string reason) =>
        [.. Checks.Select(c => new CheckFinding(c.Code, outcome, reason) { Inputs = [record.Content], Reproduce = record.GetContent })];

    private static CheckDescription Describe(CheckCode code, string method, string version, string limits) => new()
    {
        Code = code,
        Group = CheckGroup.Source,
        Method = method,
        MethodVersion = version,
        Tool = CheckTools.Of(typeof(MimeMessage)),
        Limits = limits,
        Kinds = [EvidenceKind.Email],
    };
}
