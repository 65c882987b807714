using System.Globalization;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Time;

namespace DataDiplomacy.Core.Evidence.Packages;

/// <summary>
/// The time-stamps of one record of a package: each event and each statement has a proof under the first checkpoint that was stamped after it, and
/// authorities that the reader trusts stamped the bytes of that checkpoint.
/// </summary>
internal sealed class PackagedTimes(string id, PackageFiles files, PackageTrust trust)
{
    private const string Code = "time";
    private const string Limits = "Shows that events and statements existed no later than the times that authorities signed, not how long before. Revocation of their certificates was not looked up.";

    private readonly List<string> _faults = [];
    private readonly List<string> _untrusted = [];
    private readonly List<(string Name, string Time)> _bounds = [];

    public PackageCheck Check(int events, IReadOnlyList<string> statements)
    {
        List<PackagedLeaf> leaves = [.. Enumerable.Range(1, events).Select(sequence => PackagedLeaf.OfEvent(id, sequence)), .. statements.Select(statement => PackagedLeaf.OfStatement(id, statement))];
        var stamped = leaves.Where(leaf => files.Has(leaf.StampedProof)).ToList();
        if (stamped.Count == 0) return new(Code, id, PackageVerification.NotApplicable, "The package has no time-stamp of it: its times rest on the exporter's clock.", Limits);
        if (trust.Time is not { Roots.Count: > 0 } roots) return new(Code, id, PackageVerification.NotPerformed, "No roots of time-stamping authorities were given.", Limits);

        stamped.ForEach(leaf => CheckLeaf(leaf, roots));
        if (_faults.Count > 0) return new(Code, id, PackageVerification.Fail, string.Join("; ", _faults), Limits);
        if (_bounds.Count == 0) return new(Code, id, PackageVerification.NotPerformed, "No time-stamp leads to a root that was given: " + string.Join("; ", _untrusted.Distinct()), Limits);

        var later = leaves.Count == stamped.Count ? "" : string.Create(CultureInfo.InvariantCulture, $" {leaves.Count - stamped.Count} later events or statements are not stamped yet.");
        return new(Code, id, PackageVerification.Pass, Say(_bounds[0]) + (_bounds.Count > 1 ? "; " + Say(_bounds[^1]) : "") + "." + later, Limits);
    }

    private void CheckLeaf(PackagedLeaf leaf, TimestampTrust roots)
    {
        try
        {
            var proof = LogProof.Parse(files.Bytes(leaf.StampedProof) ?? []);
            if (files.Bytes(leaf.Entry) is not { } entry)
            {
                _faults.Add(Of(leaf.Name, "has no entry"));
                return;
            }
            var verdict = proof.Verify(entry, trust.Policy);
            if (verdict is not { Refusal: null, Checkpoint.Checkpoint: { } checkpoint })
            {
                _faults.Add(Of(leaf.Name, verdict.Refusal ?? "has a proof without a checkpoint"));
                return;
            }
            CheckStamps(leaf, proof.Checkpoint, checkpoint.Size, roots);
        }
        catch (FormatException error)
        {
            _faults.Add(Of(leaf.Name, error.Message));
        }
    }

    /// <summary>What was stamped is the note as the log signed it; the proof's may have witnesses' signatures beside it.</summary>
    private void CheckStamps(PackagedLeaf leaf, SignedNote note, ulong size, TimestampTrust roots)
    {
        if (files.Bytes(PackagePaths.StampedCheckpoint(size)) is not { } stampedBytes || SignedNote.Parse(stampedBytes).Text != note.Text)
        {
            _faults.Add(Of(leaf.Name, "its stamped checkpoint is missing or is another one"));
            return;
        }
        var verdicts = files.Stamps(size).Select(path => (Path: path, Verdict: TimestampVerification.Verify(files.Bytes(path) ?? [], TimestampSubject.OfData(stampedBytes), roots, []))).ToList();
        _faults.AddRange(verdicts.Where(each => !each.Verdict.Accepted && !IsUntrusted(each.Verdict)).Select(each => $"{each.Path}: {each.Verdict.Explanation}"));
        _untrusted.AddRange(verdicts.Where(each => IsUntrusted(each.Verdict)).Select(each => $"{each.Path}: {each.Verdict.Explanation}"));
        if (verdicts.Count == 0) _faults.Add(Of(leaf.Name, "its checkpoint has no time-stamp"));
        var times = verdicts.Where(each => each.Verdict.Accepted).Select(each => each.Verdict.Statement).OfType<TimestampStatement>().OrderBy(each => each.GenTime).ToList();
        if (times.Count > 0) _bounds.Add((leaf.Name, times[0].GenTimeText));
    }

    private static bool IsUntrusted(TimestampVerdict verdict) => verdict.Reason is TimestampReason.UntrustedRoot or TimestampReason.PartialChain;

    private static string Say((string Name, string Time) bound) => Of(bound.Name, $"existed no later than {bound.Time}");

    private static string Of(string name, string what) => $"{name} {what}";
}
