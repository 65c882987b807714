using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Statements;
using DataDiplomacy.Core.Tests.Evidence;

namespace DataDiplomacy.Verifier.Tests.Verbs;

public sealed class DsseVerbTests(ITestOutputHelper output) : IDisposable
{
    // The key and the envelope of the test vector in secure-systems-lab/dsse, protocol.md.
    private const string Decimal = """{"x":"46950820868899156662930047687818585632848591499744589407958293238635476079160","y":5640078356564379163099075877009565129882514886557779369047442380624545832820}""";
    private const string Envelope = """{"payload":"aGVsbG8gd29ybGQ=","payloadType":"http://example.com/HelloWorld","signatures":[{"sig":"A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA=="}]}""";

    private static readonly SigningKey Signer = SigningKey.FromSeed([.. Enumerable.Repeat((byte)1, 32)]);

    private readonly Files _files = new();

    [Fact]
    public void Takes_a_key_in_each_of_its_forms()
    {
        var signed = _files.Write("signed", DsseEnvelope.Sign("text/plain", "hello"u8.ToArray(), Signer).ToJson());
        var vkey = NoteKey.Create("example.com/a", NoteKeyType.Ed25519, Signer.Public.Span) + "\n";

        Run.Of("dsse", "--key", _files.Write("pem", Signer.Verification.ToPem()), signed).Outcome.ShouldBe((0, "verified"));
        Run.Of("dsse", "--key", _files.Write("vkey", vkey), signed).Outcome.ShouldBe((0, "verified"));
        Run.Of("dsse", "--key", _files.Write("json", Decimal), _files.Write("envelope", Envelope)).Outcome.ShouldBe((0, "verified"));
        Run.Of("dsse", "--key", _files.Write("member", $"{{\"key\":{Decimal}}}"), _files.Write("wrapped", $"{{\"envelope\":{Envelope}}}")).Outcome.ShouldBe((0, "verified"));
    }

    /// <summary>SHA-256 of "hello world", as of any tool.</summary>
    [Fact]
    public void Tells_what_was_signed()
    {
        var run = Run.Of("dsse", "--key", _files.Write("json", Decimal), _files.Write("envelope", Envelope));

        run.Json.GetProperty("payloadType").GetString().ShouldBe("http://example.com/HelloWorld");
        run.Json.GetProperty("payloadSha256").GetString().ShouldBe("b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9");
    }

    [Fact]
    public void Refuses_other_keys_other_types_and_what_is_no_envelope()
    {
        var key = _files.Write("json", Decimal);
        var changed = Envelope.Replace("HelloWorld", "Other", StringComparison.Ordinal);

        Run.Of("dsse", "--key", _files.Write("pem", Signer.Verification.ToPem()), _files.Write("envelope", Envelope)).Outcome.ShouldBe((1, "signatureInvalid"));
        Run.Of("dsse", "--key", key, _files.Write("changed", changed)).Outcome.ShouldBe((1, "signatureInvalid"));
        Run.Of("dsse", "--key", key, _files.Write("unsigned", """{"payload":"","payloadType":"","signatures":[]}""")).Outcome.ShouldBe((1, "envelopeMalformed"));
    }

    [Theory]
    [InlineData("no key")]
    [InlineData("{\"x\":\"1\",\"y\":\"1\"}")]
    [InlineData("{\"x\":\"1\"}")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n")]
    public void Says_that_a_file_holds_no_key(string key) =>
        Run.Of("dsse", "--key", _files.Write("key", key), _files.Write("envelope", Envelope)).Outcome.ShouldBe((2, "unreadable"));

    [Fact]
    public void Agrees_with_the_vectors()
    {
        var official = Path.Combine(SharedFiles.Folder("vectors/dsse"), "official-vector.json");
        var vectors = SharedFiles.Files("vectors/dsse", "envelope-*.json");

        var right = vectors.Count(file => Run.Of("dsse", "--key", official, file).ExitCode == (SharedFiles.Json(file).GetProperty("want").GetString() == "ok" ? 0 : 1));
        var own = Run.Of("dsse", "--key", official, official);

        output.WriteLine($"verifier dsse: {right + (own.ExitCode == 0 ? 1 : 0)} of {vectors.Count + 1}");
        (own.ExitCode, right).ShouldBe((0, vectors.Count));
    }

    public void Dispose() => _files.Dispose();
}
