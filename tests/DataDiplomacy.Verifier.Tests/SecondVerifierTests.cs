using System.Text.Json;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Statements;
using DataDiplomacy.Core.Tests.Evidence;

namespace DataDiplomacy.Verifier.Tests;

/// <summary>Two verifiers that share no code give the same verdict, on vectors and on cases of our own.</summary>
public sealed class SecondVerifierTests(ITestOutputHelper output) : IDisposable
{
    private readonly Files _files = new();

    [Fact]
    public void Agrees_on_a_note_whole_and_changed()
    {
        using var signer = SigningKey.FromSeed([.. Enumerable.Repeat((byte)3, 32)]);
        var key = NoteKey.Create("example.com/a", NoteKeyType.Ed25519, signer.Public.Span).ToString();
        var note = SignedNote.Sign("Text.\n", "example.com/a", signer);
        var (whole, changed) = (_files.Write("whole", note.ToString()), _files.Write("changed", (note with { Text = "Test.\n" }).ToString()));

        foreach (var (file, expected) in new[] { (whole, 0), (changed, 1), (Path.Combine(_files.Folder, "none"), 2) })
        {
            SecondVerifier.Run("note", "--vkey", key, file).ShouldBe(expected);
            Run.Of("note", "--vkey", key, file).ExitCode.ShouldBe(expected);
        }
    }

    [Fact]
    public void Agrees_on_the_vectors_of_trees()
    {
        var files = new[] { "inclusion", "consistency", "derived" }.SelectMany(kind => SharedFiles.Files("vectors/merkle-rfc6962/" + kind)).ToList();

        var differing = files.Where(file => SecondVerifier.Run("merkle", file) != Run.Of("merkle", file).ExitCode).ToList();

        output.WriteLine($"second verifier, merkle: {files.Count - differing.Count} of {files.Count} alike");
        differing.ShouldBeEmpty();
    }

    [Fact]
    public void Agrees_on_the_vectors_of_notes_and_proofs()
    {
        var cases = Directory.GetFiles(SharedFiles.Folder("vectors/signed-note"), "*.json").Select(Note)
            .Concat(SharedFiles.Files("vectors/tlog-proof").Where(file => !file.EndsWith("keys.json", StringComparison.Ordinal)).Select(Proof)).ToList();

        var differing = cases.Where(args => SecondVerifier.Run(args) != Run.Of(args).ExitCode).Select(args => args[^1]).ToList();

        output.WriteLine($"second verifier, notes and proofs: {cases.Count - differing.Count} of {cases.Count} alike");
        differing.ShouldBeEmpty();
    }

    public void Dispose() => _files.Dispose();

    private string[] Note(string file) => ["note", "--vkey", Text(file, "vkey"), _files.Write(Path.GetFileName(file), Text(file, "note"))];

    private string[] Proof(string file)
    {
        var name = Path.GetFileName(file);
        return ["proof", "--policy", _files.Write(name + ".policy", Text(file, "policy")), "--leaf", _files.Write(name + ".leaf", Text(file, "leafData")), _files.Write(name, Text(file, "proof"))];
    }

    private static string Text(string file, string name) => SharedFiles.Json(file).GetProperty(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() ?? "" : "";
}
