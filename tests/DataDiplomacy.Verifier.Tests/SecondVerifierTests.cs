using System.Globalization;
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

    [Fact]
    public void Agrees_on_the_vectors_of_canonical_json()
    {
        var files = SharedFiles.Files("vectors/jcs-rfc8785/input").Concat(SharedFiles.Files("vectors/jcs-rfc8785/must-reject")).ToList();

        var differing = files.Where(file => Run.Of("jcs", file) is var first && (SecondVerifier.Run("jcs", file) != first.ExitCode || first.ExitCode == 0 && SecondVerifier.Text("jcs", file) != first.Text)).ToList();

        output.WriteLine($"second verifier, jcs: {files.Count - differing.Count} of {files.Count} alike");
        differing.ShouldBeEmpty();
    }

    [Fact]
    public void Writes_the_numbers_of_the_published_sequence()
    {
        var lines = SharedFiles.Files("vectors/jcs-rfc8785/numbers", "*.txt").SelectMany(File.ReadAllLines).Select(line => line.Split(',')).ToList();
        var numbers = lines.Select(line => BitConverter.UInt64BitsToDouble(ulong.Parse(line[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString("G17", CultureInfo.InvariantCulture));

        var written = SecondVerifier.Text("jcs", _files.Write("numbers", $"[{string.Join(',', numbers)}]")).Trim('[', ']').Split(',');

        output.WriteLine($"second verifier, numbers: {lines.Zip(written).Count(each => each.First[1] == each.Second)} of {lines.Count}");
        lines.ShouldNotBeEmpty();
        written.ShouldBe(lines.Select(line => line[1]));
    }

    /// <summary>RFC 8785, 3.2.2.3 and appendix B; what Python writes in another way.</summary>
    [Theory]
    [InlineData("0.00001", "0.00001")]
    [InlineData("0.0000123", "0.0000123")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("-0.0000015", "-0.0000015")]
    [InlineData("0.0000001", "1e-7")]
    [InlineData("1.5e-7", "1.5e-7")]
    [InlineData("0.0001", "0.0001")]
    [InlineData("-0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("1.0", "1")]
    [InlineData("1e16", "10000000000000000")]
    [InlineData("1.5e20", "150000000000000000000")]
    [InlineData("1e21", "1e+21")]
    [InlineData("1000000000000000000000", "1e+21")]
    [InlineData("9007199254740993", "9007199254740992")]
    [InlineData("123456789012345678901", "123456789012345680000")]
    [InlineData("333333333.33333329", "333333333.3333333")]
    [InlineData("1.7976931348623157e308", "1.7976931348623157e+308")]
    [InlineData("5e-324", "5e-324")]
    public void Writes_numbers_as_ECMAScript_does(string number, string expected)
    {
        var file = _files.Write("number", number);

        SecondVerifier.Text("jcs", file).ShouldBe(expected);
        Run.Of("jcs", file).Text.ShouldBe(expected);
    }

    [Theory]
    [InlineData("1e400")]
    [InlineData("{\"a\":1,\"a\":1}")]
    public void Refuses_what_has_no_canonical_text(string json)
    {
        var file = _files.Write("none", json);

        (SecondVerifier.Run("jcs", file), Run.Of("jcs", file).ExitCode).ShouldBe((1, 1));
    }

    [Fact]
    public void Refuses_a_whole_number_beyond_all_doubles()
    {
        var file = _files.Write("none", "1" + new string('0', 400));

        (SecondVerifier.Run("jcs", file), Run.Of("jcs", file).ExitCode).ShouldBe((1, 1));
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
