using DataDiplomacy.Core.Tests.Evidence;

namespace DataDiplomacy.Verifier.Tests.Verbs;

public sealed class TimestampVerbTests(ITestOutputHelper output) : IDisposable
{
    private const string Vectors = "vectors/rfc3161/local";

    private readonly Files _files = new();

    [Fact]
    public void Says_that_a_file_holds_no_certificate()
    {
        var file = _files.Write("text", "no certificate");

        Run.Of("timestamp", "--roots", file, "--data", file, file).Outcome.ShouldBe((2, "unreadable"));
    }

    [Fact]
    public void Refuses_what_is_no_token()
    {
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        var request = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=Root", key, System.Security.Cryptography.HashAlgorithmName.SHA256);
        using var root = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var file = _files.Write("text", "no token");

        var run = Run.Of("timestamp", "--roots", _files.Write("root.pem", root.ExportCertificatePem()), "--data", file, file);

        run.Outcome.ShouldBe((1, "malformed"));
        run.Json.GetProperty("accepted").GetBoolean().ShouldBeFalse();
        run.Json.GetProperty("roots")[0].GetProperty("used").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public void Agrees_with_the_vectors()
    {
        var expected = SharedFiles.Json(Path.Combine(SharedFiles.Folder(Vectors), "expected.json")).GetProperty("expected").EnumerateObject()
            .Select(each => (File: Token(each.Name), IsOk: each.Value.GetString()?.StartsWith("ok", StringComparison.Ordinal) == true)).Where(each => File.Exists(each.File)).ToList();

        var wrong = expected.Where(each => Check(each.File, "data.bin", "ca.crt").ExitCode != (each.IsOk ? 0 : 1)).ToList();

        output.WriteLine($"verifier timestamp: {expected.Count - wrong.Count} of {expected.Count}");
        wrong.ShouldBeEmpty();
        Check(Token("missing-intermediate"), "data.bin", "ca.crt", "--certs", PathOf("intermediate.crt")).Outcome.ShouldBe((0, "verified"));
        Check(Token("ok-sha256"), "data.bin", "ca.crt", "--query", PathOf("ok-sha256.tsq")).Json.GetProperty("boundToQuery").GetBoolean().ShouldBeTrue();
        Check(Token("ok-sha256"), "data.bin", "ca.crt", "--query", PathOf("other-nonce.tsq")).Outcome.ShouldBe((1, "nonceMismatch"));
        Check(Token("ok-sha256"), "tampered.bin", "ca.crt").Outcome.ShouldBe((1, "imprintMismatch"));
        Check(Token("ok-sha256"), "data.bin", "other-ca.crt").ExitCode.ShouldBe(1);
    }

    private static Run Check(string token, string data, string roots, params string[] more) =>
        Run.Of(["timestamp", "--roots", PathOf(roots), "--data", PathOf(data), .. more, token]);

    private static string Token(string name) => File.Exists(PathOf($"{name}.tsr")) ? PathOf($"{name}.tsr") : PathOf($"{name}.p7s");

    private static string PathOf(string name) => Path.Combine(SharedFiles.Folder(Vectors), name);

    public void Dispose() => _files.Dispose();
}
