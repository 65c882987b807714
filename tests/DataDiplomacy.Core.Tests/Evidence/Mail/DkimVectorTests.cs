using System.Text;
using System.Text.Json;
using DataDiplomacy.Core.Evidence.Mail;

namespace DataDiplomacy.Core.Tests.Evidence.Mail;

public sealed class DkimVectorTests(ITestOutputHelper output)
{
    private const string Mimekit = "vectors/dkim-mimekit";

    /// <summary>Vectors that expect what the standard does not say, each with the state it says and the paragraph.</summary>
    private static readonly Dictionary<string, string> Deviating = new()
    {
        ["ams_fields_c_na"] = "Fail: without c= both canonicalizations are simple (RFC 6376, 3.5); the vector is signed as relaxed",
        ["cv_fail_i1_as_cv_fail"] = "Fail: a newest seal with cv=fail fails the chain (RFC 8617, 5.2, step 2); the vector leaves its state empty"
    };

    [Fact]
    public void Accepts_the_signed_messages_of_MimeKit_and_RFC_8463()
    {
        var records = JsonDocument.Parse(MailVectors.Bytes(Mimekit, "txt-records.json")).RootElement;
        IReadOnlyList<ArchivedKey> keys = [.. MailVectors.Keys(records), MailVectors.GmailKey()];

        var reports = new[] { "gmail.msg", "related.msg", "rfc8463-example.msg" }
            .SelectMany(name => DkimVerification.Verify(MailVectors.Bytes(Mimekit, name), keys).ShouldNotBeNull()).ToList();

        output.WriteLine($"dkim-mimekit: {reports.Count(each => each.Passed)} of {reports.Count} signatures in 3 messages");
        reports.Count.ShouldBe(4);
        reports.ShouldAllBe(each => each.Passed && each.Alignment == FromAlignment.Exact);
        reports.Select(each => each.Strength).ShouldBe([KeyStrength.Strong, KeyStrength.Strong, KeyStrength.Strong, KeyStrength.Weak]);
    }

    [Fact]
    public void Finds_a_changed_body_by_its_hash_alone()
    {
        var intact = DkimVerification.Verify(MailVectors.Bytes("data/evidence/email", "gmail_dkim_pass.eml"), [MailVectors.GmailKey()]).ShouldNotBeNull();
        var tampered = DkimVerification.Verify(MailVectors.Bytes("data/evidence/email", "gmail_dkim_body_tampered.eml"), [MailVectors.GmailKey()]).ShouldNotBeNull();

        var before = intact.ShouldHaveSingleItem();
        var after = tampered.ShouldHaveSingleItem();

        (before.BodyHashValid, before.SignatureValid, before.Passed).ShouldBe((true, true, true));
        (after.BodyHashValid, after.SignatureValid, after.Passed).ShouldBe((false, true, false));
        before.KeyBits.ShouldBe(2048);
    }

    [Fact]
    public void Gives_each_ARC_chain_its_expected_state()
    {
        var files = Directory.GetFiles(MailVectors.Folder("vectors/arc-dkim/validate"), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();

        var wrong = files.Where(file => State(file) != Expected(file)).Select(file => Path.GetFileNameWithoutExtension(file)).ToList();

        output.WriteLine($"arc-dkim/validate: {files.Count - wrong.Count} of {files.Count}; held to the standard instead: {string.Join("; ", Deviating)}");
        wrong.ShouldBe(Deviating.Keys, ignoreOrder: true);
        files.Where(file => Deviating.ContainsKey(Path.GetFileNameWithoutExtension(file))).ShouldAllBe(file => State(file) == "Fail");
    }

    private static string? Expected(string file) => Vector(file).GetProperty("cv").GetString();

    private static string? State(string file)
    {
        var vector = Vector(file);
        var keys = vector.TryGetProperty("txt-records", out var records) && records.ValueKind == JsonValueKind.Object ? MailVectors.Keys(records) : [];
        return ArcVerification.Verify(Encoding.UTF8.GetBytes(vector.GetProperty("message").GetString() ?? ""), keys)?.Chain.ToString();
    }

    private static JsonElement Vector(string file) => JsonDocument.Parse(File.ReadAllBytes(file)).RootElement;
}
