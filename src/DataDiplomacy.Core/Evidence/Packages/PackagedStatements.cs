using System.Text.Json;
using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Core.Evidence.Packages;

/// <summary>
/// The signed statements about one record of a package: reports of checks, assessments and reviews. Each has a leaf in the log; those that whoever
/// exported may not read, or that were erased, have nothing else, and are counted.
/// </summary>
internal sealed class PackagedStatements(string id, PackageFiles files, WitnessPolicy policy, VerificationKey? custodian)
{
    private const string Code = "statements";
    private const string Limits = "Shows who signed what, when, and that it was not changed; not that it is right. What is withheld is counted, not shown.";

    private readonly List<string> _faults = [];
    private readonly List<string> _outside = [];

    /// <summary>The statements that have a leaf, once it was checked.</summary>
    public IReadOnlyList<string> Leaves { get; private set; } = [];

    /// <summary>What was found, once it was checked.</summary>
    public StatementCounts Counts { get; private set; }

    public PackageCheck Check(PackagedRecord record)
    {
        Leaves = files.StatementLeaves(id);
        var envelopes = files.StatementIds(id);
        var alone = Leaves.Except(envelopes, StringComparer.Ordinal).Count();
        Counts = record.IsErased ? new(envelopes.Count, 0, alone) : new(envelopes.Count, alone, 0);
        var stated = StatementCounts.Stated(files.Completeness, id);
        if (stated != Counts) _faults.Add($"there are {Counts}, stated are {stated?.ToString() ?? "no numbers"}");
        if (record.IsErased && envelopes.Count > 0) _faults.Add("the record was erased, and the package has statements that nothing opens any more");

        var opening = files.Json(PackagePaths.Statements(id));
        if (opening is null && files.Has(PackagePaths.Statements(id))) _faults.Add(files.WhyNoJson(PackagePaths.Statements(id)));
        _faults.AddRange(Named(opening).Except(envelopes, StringComparer.Ordinal).Select(each => $"{each} is opened, and its envelope is missing"));
        _faults.AddRange(record.Named.Except(Leaves, StringComparer.Ordinal).Select(each => $"{each} is named by an event, and is missing"));
        foreach (var statement in Leaves) CheckInclusion(PackagedLeaf.OfStatement(id, statement));
        foreach (var statement in envelopes) CheckEnvelope(statement, opening);
        return Answer();
    }

    private PackageCheck Answer()
    {
        if (_faults.Count > 0) return new(Code, id, PackageVerification.Fail, string.Join("; ", _faults), Limits);
        if (Counts.All == 0) return new(Code, id, PackageVerification.NotApplicable, "No checks were run on it and no claims about it were assessed.", Limits);
        var outside = _outside.Count == 0 ? "" : " Outside of this package is what these are about: " + string.Join(", ", _outside) + ".";
        return new(Code, id, PackageVerification.Pass, $"{Counts}: each in the log, and those included signed by the custodian." + outside, Limits);
    }

    private static IEnumerable<string> Named(JsonElement? opening) => opening is { } all ? all.EnumerateObject().Select(each => each.Name) : [];

    private void CheckInclusion(PackagedLeaf leaf)
    {
        if (files.Bytes(leaf.Entry) is not { } entry || files.Bytes(leaf.Proof) is not { } proof)
        {
            _faults.Add($"{leaf.Name} has no entry or proof: {files.WhyNot(leaf.Entry) ?? files.WhyNot(leaf.Proof)}");
            return;
        }
        try
        {
            if (LogProof.Parse(proof).Verify(entry, policy).Refusal is { } refusal) _faults.Add($"{leaf.Name}: {refusal}");
        }
        catch (FormatException error)
        {
            _faults.Add($"{leaf.Name}: {error.Message}");
        }
    }

    private void CheckEnvelope(string statement, JsonElement? opening)
    {
        try
        {
            var bytes = files.Bytes(PackagePaths.Statement(id, statement)) ?? throw new FormatException(files.WhyNot(PackagePaths.Statement(id, statement)));
            var envelope = DsseEnvelope.Parse(bytes);
            if (custodian is null || envelope.SignedBy([custodian]).Count == 0) _faults.Add($"{statement} is not signed by the custodian");
            if (envelope.PayloadType != EvidenceStatement.PayloadType) _faults.Add($"{statement} is no statement about a record");
            var said = EvidenceStatement.Parse(envelope.Payload);
            if (said.Record != id || said.Id != statement) _faults.Add($"{statement} is another statement, or of another record");
            if (opening is not { } all || !all.TryGetProperty(statement, out var opened) || opened.ValueKind != JsonValueKind.Object)
            {
                _faults.Add($"{statement} has nothing that opens its leaf");
                return;
            }
            CheckOpened(said, opened);
            if (!OpensLeaf(statement, PackagedDisclosure.Read(opened.TryGetProperty("disclosure", out var disclosure) ? disclosure : default), bytes)) _faults.Add($"{statement}: its leaf is missing or commits to something else");
        }
        catch (FormatException error)
        {
            _faults.Add($"{statement}: {error.Message}");
        }
    }

    private void CheckOpened(EvidenceStatement said, JsonElement opened)
    {
        if (opened.EnumerateObject().Any(each => !IsOfOpening(each))) _faults.Add($"{said.Id} is opened by something else than kind, about and disclosure");
        if (Text(opened, "kind") != said.Kind || Text(opened, "about") != said.About) _faults.Add($"{said.Id} is announced as something else than it says");
        if (said.About is null || Leaves.Contains(said.About, StringComparer.Ordinal)) return;
        if (opened.TryGetProperty("aboutOutside", out var outside) && outside.ValueKind == JsonValueKind.True) _outside.Add(said.Id);
        else _faults.Add($"{said.Id} is about {said.About}, which is missing");
    }

    private bool OpensLeaf(string statement, Disclosure disclosure, byte[] envelope) =>
        disclosure.Salt.Length >= Commitment.MinSaltLength
        && disclosure.Path == EvidenceStatement.PathOf(id, statement) && disclosure.Name == "statement" && disclosure.Value?.ToString() == CustodyEvent.HashOf(envelope)
        && files.Bytes(PackagePaths.StatementEntry(id, statement)) is { } entry && LogEntry.Write(LogEntry.OfStatement, Commitment.Of(disclosure)).AsSpan().SequenceEqual(entry);

    private static bool IsOfOpening(JsonProperty member) => member.Name switch
    {
        "kind" => member.Value.ValueKind == JsonValueKind.String,
        "about" => member.Value.ValueKind is JsonValueKind.String or JsonValueKind.Null,
        "disclosure" => true,
        "aboutOutside" => member.Value.ValueKind == JsonValueKind.True,
        _ => false
    };

    private static string? Text(JsonElement opened, string name) =>
        opened.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
