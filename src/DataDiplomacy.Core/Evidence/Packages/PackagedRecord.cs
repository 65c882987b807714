using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Core.Evidence.Packages;

/// <summary>One record of a package.</summary>
internal sealed class PackagedRecord(string id, PackageFiles files, WitnessPolicy policy, VerificationKey? custodian)
{
    private readonly Dictionary<int, CustodyStatement> _statements = [];
    private readonly List<string> _chain = [];
    private readonly List<string> _inclusion = [];
    private readonly List<string> _opened = [];
    private readonly Dictionary<(int Sequence, string Name), JsonNode?> _values = [];
    private readonly List<string> _named = [];
    private string? _announced;
    private string? _content;
    private int _events;
    private bool _erased;

    /// <summary>The events that were found, once it was checked.</summary>
    public int Events => _events;

    public string Id => id;

    /// <summary>The statements that could be read, by the numbers of their events.</summary>
    public IReadOnlyDictionary<int, CustodyStatement> Statements => _statements;

    /// <summary>Whether each event is signed and continues the one before.</summary>
    public bool ChainHolds => _chain.Count == 0;

    /// <summary>SHA-256 of the content as the first event announces it; null where it does not.</summary>
    public string? Announced => _announced;

    /// <summary>SHA-256 of the content that is there; null without.</summary>
    public string? ContentSha256 => _content;

    /// <summary>Whether an event discloses a value of this name, and that is what was committed to.</summary>
    public bool Discloses(int sequence, string name) => _values.ContainsKey((sequence, name));

    /// <summary>A disclosed text; null where it is not disclosed, or is none.</summary>
    public string? Text(int sequence, string name) =>
        _values.GetValueOrDefault((sequence, name)) is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>Whether an event says that it was erased, once it was checked.</summary>
    public bool IsErased => _erased;

    /// <summary>The statements that its events name, as far as they are disclosed, once it was checked.</summary>
    public IReadOnlyList<string> Named => _named;

    public IEnumerable<PackageCheck> Check()
    {
        string? before = null;
        for (_events = 0; files.Has(PackagePaths.Event(id, _events + 1)); _events++)
        {
            CheckInclusion(_events + 1);
            if (files.Bytes(PackagePaths.Event(id, _events + 1)) is not { } envelope)
            {
                _chain.Add(Say(_events + 1, $"cannot be read: {files.WhyNot(PackagePaths.Event(id, _events + 1))}"));
                continue;
            }
            ReadEvent(envelope, _events + 1, before);
            before = CustodyEvent.HashOf(envelope);
        }
        CheckDisclosures();

        yield return Answer("custodyChain", _chain, $"{_events} events, each signed and continuing the one before.",
            "Shows that nothing was changed or left out between the first and the last event, not what happened before the first.");
        yield return Answer(PackageVerification.Inclusion, _inclusion, $"{_events} events are in the log under checkpoints that the policy accepts.",
            "Shows that the log committed to them no later than the checkpoint, not that they are true.");
        yield return Answer("disclosures", _opened, "What is disclosed is what was committed to.", "What is not disclosed is not shown.");
        yield return Content();
    }

    private PackageCheck Answer(string code, List<string> faults, string pass, string limits) =>
        _events == 0 ? new(code, id, PackageVerification.Fail, "The record has no events.", limits)
        : faults.Count == 0 ? new(code, id, PackageVerification.Pass, pass, limits)
        : new(code, id, PackageVerification.Fail, string.Join("; ", faults), limits);

    private void ReadEvent(byte[] bytes, int sequence, string? before)
    {
        try
        {
            var envelope = DsseEnvelope.Parse(bytes);
            if (custodian is null || envelope.SignedBy([custodian]).Count == 0) _chain.Add(Say(sequence, "is not signed by the custodian"));
            var statement = CustodyStatement.Parse(envelope.Payload);
            if (envelope.PayloadType != CustodyStatement.PayloadType) _chain.Add(Say(sequence, "is no statement of custody"));
            if (statement.Record != id || statement.Sequence != sequence) _chain.Add(Say(sequence, "is of another record or place"));
            if (statement.Previous != before) _chain.Add(Say(sequence, "does not continue the event before"));
            if (_erased) _chain.Add(Say(sequence, "follows the erasure"));
            _erased |= statement.Type == "erased";
            _statements[sequence] = statement;
        }
        catch (FormatException error)
        {
            _chain.Add(Say(sequence, error.Message));
        }
    }

    private void CheckInclusion(int sequence)
    {
        if (files.Bytes(PackagePaths.Entry(id, sequence)) is not { } entry || files.Bytes(PackagePaths.Proof(id, sequence)) is not { } proof)
        {
            _inclusion.Add(Say(sequence, $"has no entry or proof: {files.WhyNot(PackagePaths.Entry(id, sequence)) ?? files.WhyNot(PackagePaths.Proof(id, sequence))}"));
            return;
        }
        try
        {
            if (LogProof.Parse(proof).Verify(entry, policy).Refusal is { } refusal) _inclusion.Add(Say(sequence, refusal));
        }
        catch (FormatException error)
        {
            _inclusion.Add(Say(sequence, error.Message));
        }
    }

    /// <summary>
    /// The first disclosure of an event opens its leaf and names the hash of its envelope: without it nothing binds the envelope to the log. The salts
    /// of events before an erasure are destroyed: they are bound by the receipt, whose key stays, since each event names the hash of the one before.
    /// </summary>
    private void CheckDisclosures()
    {
        var disclosed = files.Json(PackagePaths.Disclosures(id));
        if (disclosed is null) _opened.Add(files.WhyNoJson(PackagePaths.Disclosures(id)));
        for (var sequence = 1; sequence <= _events; sequence++)
        {
            if (!_statements.TryGetValue(sequence, out var statement)) continue;
            var list = Disclosed(disclosed, sequence);
            if (list.Count == 0)
            {
                if (!_erased) _opened.Add(Say(sequence, "has no disclosures, and the record is not erased"));
                if (statement.Type == "erased") _opened.Add(Say(sequence, "has no disclosures: nothing binds it, and those before it, to the log"));
                continue;
            }
            if (!OpensLeaf(sequence, list[0])) _opened.Add(Say(sequence, "its leaf commits to something else"));
            foreach (var each in list.Skip(1))
            {
                if (Opens(statement, each)) _values[(sequence, each.Name)] = each.Value;
                else _opened.Add(Say(sequence, $"{each.Name} is not what was committed to"));
            }
            if (statement.Type is "verified" or "assessed") _named.AddRange(list.Where(each => each.Name is "verification" or "statement").Select(each => each.Value?.ToString() ?? ""));
            if (sequence == 1) _announced = list.FirstOrDefault(each => each.Name == "sha256")?.Value?.ToString();
        }
    }

    private List<Disclosure> Disclosed(JsonElement? disclosed, int sequence)
    {
        try
        {
            return disclosed is { } all && all.TryGetProperty(sequence.ToString(CultureInfo.InvariantCulture), out var list) && list.ValueKind == JsonValueKind.Array
                ? [.. list.EnumerateArray().Where(each => !PackagedRedaction.IsSlot(each)).Select(PackagedDisclosure.Read)] : [];
        }
        catch (FormatException error)
        {
            _opened.Add(Say(sequence, error.Message));
            return [];
        }
    }

    private bool OpensLeaf(int sequence, Disclosure first) =>
        first.Salt.Length >= Commitment.MinSaltLength
        && first.Path == CustodyStatement.PathOf(id, sequence) && first.Name == "event"
        && files.Bytes(PackagePaths.Event(id, sequence)) is { } envelope && first.Value?.ToString() == CustodyEvent.HashOf(envelope)
        && files.Bytes(PackagePaths.Entry(id, sequence)) is { } entry && LogEntry.Write(LogEntry.OfCustody, Commitment.Of(first)).AsSpan().SequenceEqual(entry);

    private bool Opens(CustodyStatement statement, Disclosure disclosure) =>
        disclosure.Salt.Length >= Commitment.MinSaltLength && disclosure.Path == CustodyStatement.PathOf(id, statement.Sequence)
        && statement.Commitments.GetValueOrDefault(disclosure.Name) == Commitment.Text(Commitment.Of(disclosure));

    private PackageCheck Content()
    {
        const string limits = "Shows that the content is unchanged since it was taken in, never that it was unchanged before, nor that it is true.";
        var original = PackagePaths.Original(id);
        if (_erased)
        {
            // A slot that was emptied must be empty: content in it could be anything.
            return files.Has(original)
                ? new("content", id, PackageVerification.Fail, "The record was erased, and the package has a content in its place.", limits)
                : new("content", id, PackageVerification.NotApplicable, "The record was erased; its events and proofs remain, its content is no longer available.", limits);
        }
        if (_announced is null) return new("content", id, PackageVerification.Fail, "The first event does not disclose the digest of the content.", limits);
        _content = files.Sha256(original);
        return _content == _announced
            ? new("content", id, PackageVerification.Pass, $"SHA-256 {_announced}, as the first event says.", limits)
            : new("content", id, PackageVerification.Fail, $"{original} is missing or has another SHA-256 than {_announced}.", limits);
    }

    private static string Say(int sequence, string what) => string.Create(CultureInfo.InvariantCulture, $"event {sequence} {what}");
}
