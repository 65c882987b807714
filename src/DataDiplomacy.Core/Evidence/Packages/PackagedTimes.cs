using System.Globalization;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Time;

namespace DataDiplomacy.Core.Evidence.Packages;

/// <summary>
/// The time-stamps of one record of a package: each event has a proof under the first checkpoint that was stamped after it, and authorities that the
/// reader trusts stamped the bytes of that checkpoint.
/// </summary>
internal sealed class PackagedTimes(string id, PackageFiles files, PackageTrust trust)
{
    private const string Code = "time";
    private const string Limits = "Shows that the events existed no later than the times that authorities signed, not how long before. Revocation of their certificates was not looked up.";

    private readonly List<string> _faults = [];
    private readonly List<string> _untrusted = [];
    private readonly List<(int Sequence, string Time)> _bounds = [];

    public PackageCheck Check(int events)
    {
        var stamped = Enumerable.Range(1, events).Where(sequence => files.Has(PackagePaths.StampedProof(id, sequence))).ToList();
        if (stamped.Count == 0) return new(Code, id, PackageVerification.NotApplicable, "The package has no time-stamp of it: its times rest on the exporter's clock.", Limits);
        if (trust.Time is not { Roots.Count: > 0 } roots) return new(Code, id, PackageVerification.NotPerformed, "No roots of time-stamping authorities were given.", Limits);

        stamped.ForEach(sequence => CheckEvent(sequence, roots));
        if (_faults.Count > 0) return new(Code, id, PackageVerification.Fail, string.Join("; ", _faults), Limits);
        if (_bounds.Count == 0) return new(Code, id, PackageVerification.NotPerformed, "No time-stamp leads to a root that was given: " + string.Join("; ", _untrusted.Distinct()), Limits);

        var later = events - stamped.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" {events - stamped.Count} later events are not stamped yet.");
        return new(Code, id, PackageVerification.Pass, Say(_bounds[0]) + (_bounds.Count > 1 ? "; " + Say(_bounds[^1]) : "") + "." + later, Limits);
    }

    private void CheckEvent(int sequence, TimestampTrust roots)
    {
        try
        {
            var proof = LogProof.Parse(files.Bytes(PackagePaths.StampedProof(id, sequence)) ?? []);
            if (files.Bytes(PackagePaths.Entry(id, sequence)) is not { } entry)
            {
                _faults.Add(Of(sequence, "has no entry"));
                return;
            }
            var verdict = proof.Verify(entry, trust.Policy);
            if (verdict is not { Refusal: null, Checkpoint.Checkpoint: { } checkpoint })
            {
                _faults.Add(Of(sequence, verdict.Refusal ?? "has a proof without a checkpoint"));
                return;
            }
            CheckStamps(sequence, proof.Checkpoint, checkpoint.Size, roots);
        }
        catch (FormatException error)
        {
            _faults.Add(Of(sequence, error.Message));
        }
    }

    /// <summary>What was stamped is the note as the log signed it; the proof's may have witnesses' signatures beside it.</summary>
    private void CheckStamps(int sequence, SignedNote note, ulong size, TimestampTrust roots)
    {
        if (files.Bytes(PackagePaths.StampedCheckpoint(size)) is not { } stampedBytes || SignedNote.Parse(stampedBytes).Text != note.Text)
        {
            _faults.Add(Of(sequence, "its stamped checkpoint is missing or is another one"));
            return;
        }
        var verdicts = files.Stamps(size).Select(path => (Path: path, Verdict: TimestampVerification.Verify(files.Bytes(path) ?? [], TimestampSubject.OfData(stampedBytes), roots, []))).ToList();
        _faults.AddRange(verdicts.Where(each => !each.Verdict.Accepted && !IsUntrusted(each.Verdict)).Select(each => $"{each.Path}: {each.Verdict.Explanation}"));
        _untrusted.AddRange(verdicts.Where(each => IsUntrusted(each.Verdict)).Select(each => $"{each.Path}: {each.Verdict.Explanation}"));
        if (verdicts.Count == 0) _faults.Add(Of(sequence, "its checkpoint has no time-stamp"));
        var times = verdicts.Where(each => each.Verdict.Accepted).Select(each => each.Verdict.Statement).OfType<TimestampStatement>().OrderBy(each => each.GenTime).ToList();
        if (times.Count > 0) _bounds.Add((sequence, times[0].GenTimeText));
    }

    private static bool IsUntrusted(TimestampVerdict verdict) => verdict.Reason is TimestampReason.UntrustedRoot or TimestampReason.PartialChain;

    private static string Say((int Sequence, string Time) bound) => Of(bound.Sequence, $"existed no later than {bound.Time}");

    private static string Of(int sequence, string what) => string.Create(CultureInfo.InvariantCulture, $"event {sequence} {what}");
}
