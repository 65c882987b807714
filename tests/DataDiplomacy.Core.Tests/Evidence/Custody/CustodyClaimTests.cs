using System.Text;
using System.Text.Json.Nodes;
using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Core.Tests.Evidence.Custody;

public class CustodyClaimTests
{
    private const string Claim = """{"at":"2026-11-20T09:30:00Z","corrects":2,"reason":"r","record":"ev-1","type":"copied"}""";

    [Fact]
    public void Names_the_first_member_that_differs_and_leaves_out_what_the_claim_does_not_say()
    {
        var claim = CustodyClaim.Parse(Encoding.UTF8.GetBytes(Claim));

        claim.At.ShouldBe("2026-11-20T09:30:00Z");
        claim.DiffersIn(new Dictionary<string, JsonNode?> { ["record"] = "ev-1", ["corrects"] = 2, ["authority"] = "Court 1" }).ShouldBeNull();
        claim.DiffersIn(new Dictionary<string, JsonNode?> { ["record"] = "ev-1", ["corrects"] = null }).ShouldBe("corrects");
        claim.DiffersIn(new Dictionary<string, JsonNode?> { ["record"] = "ev-2", ["type"] = "held" }).ShouldBe("record");
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"at":"\ud800","reason":"r","record":"ev-1","type":"copied"}""")]
    [InlineData("""{"at":"a","n":1234567890123456789,"reason":"r","record":"ev-1","type":"copied"}""")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData(Claim + " ")]
    [InlineData("""{"at":1,"reason":"r","record":"ev-1","type":"copied"}""")]
    [InlineData("""{"reason":"r","record":"ev-1","type":"copied"}""")]
    [InlineData("""{"at":"a","at":"b","reason":"r","record":"ev-1","type":"copied"}""")]
    public void Refuses_what_is_no_claim(string payload) => Should.Throw<FormatException>(() => CustodyClaim.Parse(Encoding.UTF8.GetBytes(payload)));

    [Fact]
    public void Takes_members_of_the_signers_own_as_deep_as_canonical_JSON_goes()
    {
        var json = $$"""{"at":"a","deep":{{new string('[', 100)}}{{new string(']', 100)}},"reason":"r","record":"ev-1","type":"copied"}""";

        CustodyClaim.Parse(System.Text.Encoding.UTF8.GetBytes(json)).At.ShouldBe("a");
    }

    [Fact]
    public void Reads_a_key_of_Ed25519_and_no_other()
    {
        using var key = SigningKey.FromSeed(new byte[SigningKey.SeedLength]);

        VerificationKey.FromEd25519Pem(key.Verification.ToPem()).KeyId.ShouldBe(key.Verification.KeyId);
        Should.Throw<FormatException>(() => VerificationKey.FromEd25519Pem("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"));
        Should.Throw<FormatException>(() => VerificationKey.FromEd25519Pem("key"));
    }
}
