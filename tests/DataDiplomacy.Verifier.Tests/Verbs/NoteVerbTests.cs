using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Statements;
using DataDiplomacy.Core.Tests.Evidence;

namespace DataDiplomacy.Verifier.Tests.Verbs;

public sealed class NoteVerbTests(ITestOutputHelper output) : IDisposable
{
    private const string Text = "Two lines,\nsigned.\n";

    private static readonly SigningKey Signer = SigningKey.FromSeed([.. Enumerable.Repeat((byte)1, 32)]);
    private static readonly SigningKey Witness = SigningKey.FromSeed([.. Enumerable.Repeat((byte)2, 32)]);
    private static readonly string SignerKey = NoteKey.Create("example.com/a", NoteKeyType.Ed25519, Signer.Public.Span).ToString();
    private static readonly string WitnessKey = NoteKey.Create("w.example/1", NoteKeyType.Cosignature, Witness.Public.Span).ToString();

    private readonly Files _files = new();

    [Fact]
    public void Tells_who_signed_and_when_a_witness_did()
    {
        var signed = SignedNote.Sign(Text, "example.com/a", Signer);
        var note = signed with { Signatures = [.. signed.Signatures, SignedNote.Cosign(Text, "w.example/1", Witness, 1_700_000_000)] };

        var run = Run.Of("note", "--vkey", SignerKey, "--vkey", WitnessKey, _files.Write("note", note.ToString()));

        run.Outcome.ShouldBe((0, "verified"));
        var signatures = run.Json.GetProperty("signatures").EnumerateArray().ToList();
        signatures.ShouldAllBe(each => each.GetProperty("valid").GetBoolean());
        signatures[1].GetProperty("cosignedAtUnixSeconds").GetUInt64().ShouldBe(1_700_000_000UL);
    }

    [Fact]
    public void Refuses_another_text_other_keys_and_what_is_no_note()
    {
        var note = SignedNote.Sign(Text, "example.com/a", Signer);
        var file = _files.Write("note", note.ToString());

        Run.Of("note", "--vkey", SignerKey, _files.Write("changed", (note with { Text = "Two lines,\nsigned!\n" }).ToString())).Outcome.ShouldBe((1, "signatureInvalid"));
        Run.Of("note", "--vkey", WitnessKey, file).Outcome.ShouldBe((1, "noKnownSignature"));
        Run.Of("note", "--vkey", "example.com/a+00000000+AQ==", file).Outcome.ShouldBe((1, "vkeyInvalid"));
        Run.Of("note", "--vkey", SignerKey, _files.Write("text", Text)).Outcome.ShouldBe((1, "noteMalformed"));
    }

    [Fact]
    public void Agrees_with_the_vectors()
    {
        var vectors = Directory.GetFiles(SharedFiles.Folder("vectors/signed-note"), "*.json").Order(StringComparer.Ordinal).ToList();

        var wrong = vectors.Where(file => ExitCode(file) != (SharedFiles.Json(file).GetProperty("want").GetString() == "ok" ? 0 : 1)).ToList();

        output.WriteLine($"verifier note: {vectors.Count - wrong.Count} of {vectors.Count}");
        wrong.ShouldBeEmpty();
    }

    private int ExitCode(string vector)
    {
        var json = SharedFiles.Json(vector);
        return Run.Of("note", "--vkey", json.GetProperty("vkey").GetString() ?? "", _files.Write("note", json.GetProperty("note").GetString() ?? "")).ExitCode;
    }

    public void Dispose() => _files.Dispose();
}
