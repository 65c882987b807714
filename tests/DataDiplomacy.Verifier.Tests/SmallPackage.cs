using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using DataDiplomacy.Core.Evidence.Bags;
using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Packages;
using DataDiplomacy.Core.Evidence.Statements;
using DataDiplomacy.Core.Tests.Evidence.Logs;

namespace DataDiplomacy.Verifier.Tests;

/// <summary>A package of one record with a report, an assessment and its review, made by hand from the formats: no server had a part in it.</summary>
internal sealed class SmallPackage : IDisposable
{
    public const string Record = "ev-1";

    private const string Origin = "example.com/log";
    private const string At = "2026-11-25T09:24:04Z";

    private static readonly byte[] Content = "content"u8.ToArray();
    private static readonly byte[] Salt = [.. Enumerable.Repeat((byte)5, 32)];

    private readonly SigningKey _log = SigningKey.FromSeed([.. Enumerable.Repeat((byte)1, SigningKey.SeedLength)]);
    private readonly SigningKey _custodian;
    private readonly List<(byte[] Entry, string EntryPath, string ProofPath)> _leaves = [];
    private readonly JsonObject _disclosures = [];
    private readonly JsonObject _opening = [];
    private string? _previous;

    public SmallPackage() : this(2)
    {
        AddReceived();
        AddStatement("vf-1", "verification", null);
        AddEvent(2, "verified", "verification", "vf-1");
        AddStatement("as-1", "assessment", null);
        AddEvent(3, "assessed", "statement", "as-1");
        AddStatement("rv-1", "review", "as-1");
        AddEvent(4, "assessed", "statement", "rv-1");
        Put(PackagePaths.Statements(Record), _opening);
        Finish(isErased: false);
    }

    private SmallPackage(byte custodian) => _custodian = SigningKey.FromSeed([.. Enumerable.Repeat(custodian, SigningKey.SeedLength)]);

    /// <summary>A record that was received, and of which more happened.</summary>
    public static SmallPackage With(Action<SmallPackage> events)
    {
        var package = new SmallPackage(2);
        package.AddReceived();
        events(package);
        package.Finish(isErased: false);
        return package;
    }

    /// <summary>An erased record as an honest exporter has it: what opened its events is destroyed, but for the receipt.</summary>
    public static SmallPackage Erased()
    {
        var package = new SmallPackage(2);
        package.AddErasure();
        package.Finish(isErased: true);
        return package;
    }

    /// <summary>The same id, said to be erased by somebody with a key of their own, who has another package with leaves of the same log.</summary>
    public static SmallPackage ErasedByAnother(SmallPackage real)
    {
        var package = new SmallPackage(7);
        package.AddErasure();
        package._disclosures.Clear();
        package.Finish(isErased: true);
        foreach (var path in package.Files.Keys.Where(path => path.EndsWith(".entry", StringComparison.Ordinal) || path.EndsWith(".tlog-proof", StringComparison.Ordinal)).ToList())
            package.Files[path] = real.Files[path];
        package.Sign();
        return package;
    }

    public Dictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>The key that signs, as PEM.</summary>
    public string Custodian => _custodian.Verification.ToPem();

    public string Policy => $"log {NoteKey.Create(Origin, NoteKeyType.Ed25519, _log.Public.Span)}\nquorum none\n";

    public JsonObject Json(string path) => JsonNode.Parse(Files[path])!.AsObject();

    public void Put(string path, JsonObject json) => Files[path] = Encoding.UTF8.GetBytes(json.ToJsonString());

    /// <summary>Makes the manifests for what is there now, and signs them.</summary>
    public void Sign()
    {
        foreach (var made in Files.Keys.Where(path => !path.Contains('/', StringComparison.Ordinal)).ToList()) Files.Remove(made);
        var files = Files.Select(each => new BagEntry(each.Key, each.Value.Length, Convert.ToHexStringLower(SHA256.HashData(each.Value)), Convert.ToHexStringLower(SHA512.HashData(each.Value)))).ToLookup(each => BagIsPayload(each.Path));
        foreach (var tag in BagManifest.Write([.. files[true]], [.. files[false]], [])) Files[tag.Path] = Encoding.UTF8.GetBytes(tag.Text);
        var said = new ExportStatement { Package = Record, Records = 1, TagManifestSha256 = Convert.ToHexStringLower(SHA256.HashData(Files[PackagePaths.TagManifest])), Actor = null, At = At, AfterSize = 7, Tool = "by hand" };
        Files[PackagePaths.Export] = DsseEnvelope.Sign(ExportStatement.PayloadType, said.ToJson(), _custodian).ToJson();
    }

    public void Dispose()
    {
        _log.Dispose();
        _custodian.Dispose();
    }

    private void AddReceived() => AddEvent(1, "received", "sha256", Convert.ToHexStringLower(SHA256.HashData(Content)));

    private void AddErasure()
    {
        AddReceived();
        AddEvent(2, "erased", "reason", "asked for");
        _disclosures["1"] = new JsonArray();
    }

    private void Finish(bool isErased)
    {
        if (!isErased) Files[PackagePaths.Original(Record)] = Content;
        Files[PackagePaths.Custodian] = Encoding.UTF8.GetBytes(Custodian);
        Put(PackagePaths.Disclosures(Record), _disclosures);
        Put(PackagePaths.Record(Record), new JsonObject { ["id"] = Record, ["redactionOf"] = null });
        Put(PackagePaths.Completeness, new JsonObject
        {
            ["included"] = isErased ? new JsonArray() : new JsonArray(Record),
            ["erased"] = isErased ? new JsonArray(Record) : new JsonArray(),
            ["events"] = new JsonObject { [Record] = _leaves.Count - _opening.Count },
            ["statements"] = new JsonObject { [Record] = new JsonObject { ["included"] = _opening.Count, ["withheld"] = 0, ["erased"] = 0 } },
        });
        Prove();
        Sign();
    }

    private static bool BagIsPayload(string path) => path.StartsWith("data/", StringComparison.Ordinal);

    /// <summary>Adds an event with one value; what <paramref name="written"/> makes of the statement is what is signed.</summary>
    public void AddEvent(int sequence, string type, string name, JsonNode? value, string payloadType = CustodyStatement.PayloadType, Func<string, string>? written = null)
    {
        var given = new Disclosure(name, CustodyStatement.PathOf(Record, sequence), Salt, value);
        var statement = new CustodyStatement
        {
            Record = Record,
            Sequence = sequence,
            Type = type,
            At = At,
            Actor = "actor-1",
            Previous = _previous,
            AfterSize = 0,
            Tool = "by hand",
            Commitments = new Dictionary<string, string> { [name] = Commitment.Text(Commitment.Of(given)) },
        };
        var json = Encoding.UTF8.GetString(statement.ToJson());
        var envelope = DsseEnvelope.Sign(payloadType, Encoding.UTF8.GetBytes(written?.Invoke(json) ?? json), _custodian).ToJson();
        var leaf = CustodyEvent.DisclosureOf(Record, sequence, Salt, envelope);
        _previous = CustodyEvent.HashOf(envelope);
        _disclosures[sequence.ToString(CultureInfo.InvariantCulture)] = new JsonArray(JsonNode.Parse(leaf.ToJson()), JsonNode.Parse(given.ToJson()));
        Files[PackagePaths.Event(Record, sequence)] = envelope;
        _leaves.Add((LogEntry.Write(LogEntry.OfCustody, Commitment.Of(leaf)), PackagePaths.Entry(Record, sequence), PackagePaths.Proof(Record, sequence)));
    }

    private void AddStatement(string id, string kind, string? about)
    {
        var statement = new EvidenceStatement { Id = id, Record = Record, Kind = kind, About = about, At = At, Actor = "actor-1", AfterSize = 0, Tool = "by hand", Body = new JsonObject { ["said"] = "Yes." } };
        var envelope = DsseEnvelope.Sign(EvidenceStatement.PayloadType, statement.ToJson(), _custodian).ToJson();
        var leaf = EvidenceStatement.DisclosureOf(Record, id, Salt, envelope);
        _opening[id] = new JsonObject { ["kind"] = kind, ["about"] = about, ["disclosure"] = JsonNode.Parse(leaf.ToJson()) };
        Files[PackagePaths.Statement(Record, id)] = envelope;
        _leaves.Add((LogEntry.Write(LogEntry.OfStatement, Commitment.Of(leaf)), PackagePaths.StatementEntry(Record, id), PackagePaths.StatementProof(Record, id)));
    }

    private void Prove()
    {
        var tree = new LogInMemory((ulong)_leaves.Count, index => Merkle.LeafHash(_leaves[(int)index].Entry)).Tree((ulong)_leaves.Count);
        var note = SignedNote.Sign(new Checkpoint(Origin, (ulong)_leaves.Count, tree.Root(), []).ToString(), Origin, _log);
        foreach (var (index, leaf) in _leaves.Index())
        {
            Files[leaf.EntryPath] = leaf.Entry;
            Files[leaf.ProofPath] = Encoding.UTF8.GetBytes(new LogProof((ulong)index, tree.Inclusion((ulong)index), note).ToString());
        }
    }
}
