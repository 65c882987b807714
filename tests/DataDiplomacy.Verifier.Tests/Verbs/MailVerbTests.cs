using DataDiplomacy.Core.Tests.Evidence;

namespace DataDiplomacy.Verifier.Tests.Verbs;

public sealed class MailVerbTests(ITestOutputHelper output) : IDisposable
{
    private const string Mimekit = "vectors/dkim-mimekit";
    private const string Gmail = "20120113._domainkey.gmail.com=";

    /// <summary>Vectors that are held to the standard instead, which says Fail of both: RFC 6376, 3.5 (c= is absent); RFC 8617, 5.2, step 2 (cv=fail).</summary>
    private static readonly string[] Deviating = ["ams_fields_c_na", "cv_fail_i1_as_cv_fail"];

    private readonly Files _files = new();

    [Fact]
    public void Says_that_a_message_has_neither_signature_nor_chain()
    {
        var message = _files.Write("message", "From: a@example.org\r\nSubject: x\r\n\r\nHello\r\n");
        var keys = _files.Write("keys.json", """{ "s._domainkey.example.org": "v=DKIM1; p=" }""");

        Run.Of("dkim", "--keys", keys, message).Outcome.ShouldBe((1, "noSignature"));
        Run.Of("arc", "--keys", keys, message).Outcome.ShouldBe((1, "noChain"));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{ "s._domainkey.example.org": 7 }""")]
    [InlineData("""{ "txt-records": "none" }""")]
    public void Says_that_a_file_holds_no_keys(string json)
    {
        var keys = _files.Write("keys.json", json);

        Run.Of("dkim", "--keys", keys, keys).Outcome.ShouldBe((2, "unreadable"));
        Run.Of("arc", "--keys", keys, keys).Outcome.ShouldBe((2, "unreadable"));
        Run.Of("dkim", "--keys", "s._domainkey.example.org=" + keys, keys).Outcome.ShouldBe((2, "unreadable"));
    }

    [Fact]
    public void Agrees_with_the_signed_messages()
    {
        var folder = SharedFiles.Folder(Mimekit);
        string[] keys = ["--keys", Path.Combine(folder, "txt-records.json"), "--keys", Gmail + Path.Combine(folder, "gmail.pub")];
        var messages = SharedFiles.Files(Mimekit, "*.msg");

        var runs = messages.Select(file => Run.Of(["dkim", .. keys, file])).ToList();
        var keyless = Run.Of("dkim", "--keys", Path.Combine(folder, "txt-records.json"), Path.Combine(folder, "gmail.msg"));

        output.WriteLine($"verifier dkim: {runs.Count(each => each.ExitCode == 0)} of {runs.Count}");
        runs.ShouldAllBe(each => each.ExitCode == 0);
        keyless.Outcome.ShouldBe((1, "signatureNotPassed"));
        keyless.Json.GetProperty("reports")[0].GetProperty("bodyHashValid").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public void Agrees_with_the_chains()
    {
        var vectors = SharedFiles.Files("vectors/arc-dkim/validate");

        var wrong = vectors.Where(file => ArcOf(file).ExitCode != (Passes(file) ? 0 : 1)).Select(Path.GetFileNameWithoutExtension).ToList();

        output.WriteLine($"verifier arc: {vectors.Count - wrong.Count} of {vectors.Count}; held to the standard instead: {string.Join(", ", Deviating)}");
        wrong.ShouldBeSubsetOf(Deviating);
        vectors.Where(file => Deviating.Contains(Path.GetFileNameWithoutExtension(file))).ShouldAllBe(file => ArcOf(file).Code == "chainFailed");
    }

    private static bool Passes(string vector) => SharedFiles.Json(vector).GetProperty("cv").GetString() == "Pass";

    private Run ArcOf(string vector) =>
        Run.Of("arc", "--keys", vector, _files.Write("message", SharedFiles.Json(vector).GetProperty("message").GetString() ?? ""));

    public void Dispose() => _files.Dispose();
}
