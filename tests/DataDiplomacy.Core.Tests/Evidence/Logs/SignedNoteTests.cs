using System.Text;
using System.Text.Json;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Core.Tests.Evidence.Logs;

public sealed class SignedNoteTests(ITestOutputHelper output)
{
    private const string Vectors = "vectors/signed-note";
    private const string Text = "example.com/log\n3\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";

    private static readonly SigningKey Log = SigningKey.FromSeed([.. Enumerable.Repeat((byte)1, 32)]);
    private static readonly SigningKey Witness = SigningKey.FromSeed([.. Enumerable.Repeat((byte)2, 32)]);
    private static readonly NoteKey LogKey = NoteKey.Create("example.com/log", NoteKeyType.Ed25519, Log.Public.Span);
    private static readonly NoteKey WitnessKey = NoteKey.Create("w.example/1", NoteKeyType.Cosignature, Witness.Public.Span);

    [Fact]
    public void Carries_the_log_and_its_witnesses()
    {
        var signed = SignedNote.Sign(Text, "example.com/log", Log);
        var note = signed with { Signatures = [.. signed.Signatures, SignedNote.Cosign(Text, "w.example/1", Witness, 1_700_000_000)] };

        var read = SignedNote.Parse(Encoding.UTF8.GetBytes(note.ToString()));

        read.Text.ShouldBe(Text);
        read.Verify([LogKey, WitnessKey]).Select(each => each.Key).ShouldBe([LogKey, WitnessKey]);
        read.Signatures[1].CosignedAt.ShouldBe(1_700_000_000UL);
        NoteKey.Parse(LogKey.ToString()).ToString().ShouldBe(LogKey.ToString());
    }

    [Fact]
    public void Fails_with_another_time_of_a_cosignature()
    {
        var cosignature = SignedNote.Cosign(Text, "w.example/1", Witness, 5);
        var later = cosignature.Signature.ToArray();
        later[7] = 6;

        new SignedNote(Text, [cosignature]).Verify([WitnessKey]).Count.ShouldBe(1);
        new SignedNote(Text, [cosignature with { Signature = later }]).Verify([WitnessKey]).ShouldBeEmpty();
    }

    /// <summary>The example of c2sp.org/signed-note.</summary>
    [Theory]
    [InlineData("two words", "no name of a key")]
    [InlineData("", "no name of a key")]
    public void Refuses_names_that_a_line_could_not_hold(string name, string why) =>
        Should.Throw<FormatException>(() => NoteKey.Create(name, NoteKeyType.Ed25519, Log.Public.Span)).Message.ShouldContain(why);

    [Fact]
    public void Refuses_more_signatures_than_anyone_needs()
    {
        var line = SignedNote.Sign(Text, "example.com/log", Log).Signatures[0];
        var sixteen = new SignedNote(Text, [.. Enumerable.Repeat(line, 16)]);
        var many = new SignedNote(Text, [.. Enumerable.Repeat(line, SignedNote.MaxSignatures + 1)]);

        SignedNote.Parse(Encoding.UTF8.GetBytes(sixteen.ToString())).Verify([LogKey]).Count.ShouldBe(1);
        Should.Throw<FormatException>(() => SignedNote.Parse(Encoding.UTF8.GetBytes(many.ToString()))).Message.ShouldContain("101 signatures");
    }

    [Fact]
    public void Judges_the_vectors_as_they_say()
    {
        var notes = Directory.GetFiles(SharedFiles.Folder(Vectors), "*.json").Order(StringComparer.Ordinal).ToList();
        var bodies = SharedFiles.Files(Vectors + "/checkpoint-body");

        var wrong = notes.Where(file => Verifies(SharedFiles.Json(file)) != (SharedFiles.Json(file).GetProperty("want").GetString() == "ok")).ToList();
        wrong.AddRange(bodies.Where(file => IsCheckpoint(SharedFiles.Json(file)) != (SharedFiles.Json(file).GetProperty("wantOk").ValueKind != JsonValueKind.False)));

        output.WriteLine($"signed-note: {notes.Count + bodies.Count - wrong.Count} of {notes.Count + bodies.Count} ({bodies.Count} of them bodies of checkpoints)");
        wrong.ShouldBeEmpty();
        SignedNote.Parse(SharedFiles.Bytes(Vectors + "/spec", "cosigned-checkpoint.txt")).Signatures.Count.ShouldBe(2);
    }

    private static bool Verifies(JsonElement vector)
    {
        try
        {
            var key = NoteKey.Parse(vector.GetProperty("vkey").GetString() ?? "");
            return SignedNote.Parse(Encoding.UTF8.GetBytes(vector.GetProperty("note").GetString() ?? "")).Verify([key]).Count > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool IsCheckpoint(JsonElement vector)
    {
        try
        {
            Checkpoint.Parse(vector.GetProperty("body").GetString() ?? "");
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
