using System.Numerics;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Core.Tests.Evidence.Statements;

public sealed class DsseTests(ITestOutputHelper output)
{
    private const string Vectors = "vectors/dsse";

    private static readonly SigningKey Signer = SigningKey.FromSeed([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    [Fact]
    public void Knows_who_signed()
    {
        var other = SigningKey.FromSeed(new byte[32]).Verification;

        var envelope = DsseEnvelope.Parse(DsseEnvelope.Sign("text/plain", "hello"u8.ToArray(), Signer).ToJson());

        envelope.SignedBy([other, Signer.Verification]).ShouldBe([Signer.Verification]);
        envelope.Signatures.ShouldHaveSingleItem().KeyId.ShouldBe(Signer.Verification.KeyId);
        (envelope with { Payload = "hullo"u8.ToArray() }).SignedBy([Signer.Verification]).ShouldBeEmpty();
        (envelope with { PayloadType = "text/html" }).SignedBy([Signer.Verification]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[]", "an object")]
    [InlineData("{}", "list of signatures")]
    [InlineData("""{"payload":"","payloadType":"a","signatures":[]}""", "1 to 64 signatures")]
    [InlineData("""{"payload":"","signatures":[{"sig":""}]}""", "payloadType")]
    [InlineData("""{"payload":"a b","payloadType":"a","signatures":[{"sig":""}]}""", "white space")]
    [InlineData("""{"payload":"*","payloadType":"a","signatures":[{"sig":""}]}""", "no base64")]
    [InlineData("""{"payload":"","payloadType":"a","signatures":[{"sig":""}]}x""", "follows")]
    [InlineData("{", "no JSON")]
    [InlineData("""{"payload":"","payloadType":"a","signatures":[1]}""", "no JSON")]
    [InlineData("""{"payload":"","payloadType":"\ud800","signatures":[{"sig":""}]}""", "no JSON")]
    [InlineData("""{"payload":"","payloadType":"a","signatures":[{"sig":"","keyid":"\ud800"}]}""", "no JSON")]
    public void Says_why_something_is_no_envelope(string json, string why) =>
        Should.Throw<FormatException>(() => DsseEnvelope.Parse(Encoding.UTF8.GetBytes(json))).Message.ShouldContain(why);

    [Fact]
    public void Reads_keys_back_from_PEM()
    {
        var key = VerificationKey.FromPem(Signer.Verification.ToPem());

        key.KeyId.ShouldBe(Signer.Verification.KeyId);
        key.Algorithm.ShouldBe("Ed25519");
        Should.Throw<FormatException>(() => VerificationKey.FromPem("none")).Message.ShouldContain("BEGIN PUBLIC KEY");
    }

    [Fact]
    public void Agrees_with_the_vectors()
    {
        var official = SharedFiles.Json(Path.Combine(SharedFiles.Folder(Vectors), "official-vector.json"));
        var key = official.GetProperty("key");
        var trusted = VerificationKey.FromP256(Coordinate(key, "x"), Coordinate(key, "y"));
        var encodings = SharedFiles.Files(Vectors, "pae-*.json");
        var envelopes = SharedFiles.Files(Vectors, "envelope-*.json");

        var encoded = encodings.Count(file => IsEncodedAsSaid(SharedFiles.Json(file)));
        var judged = envelopes.Count(file => IsSigned(SharedFiles.Json(file), trusted) == (SharedFiles.Json(file).GetProperty("want").GetString() == "ok"));

        output.WriteLine($"dsse: official vector, {encoded} of {encodings.Count} encodings, {judged} of {envelopes.Count} envelopes");
        IsSigned(official, trusted).ShouldBeTrue();
        Encoding.UTF8.GetString(DsseEnvelope.PreAuthenticationEncoding("http://example.com/HelloWorld", "hello world"u8)).ShouldBe(official.GetProperty("pae").GetString());
        (encoded, judged).ShouldBe((encodings.Count, envelopes.Count));
    }

    private static bool IsEncodedAsSaid(JsonElement vector) =>
        DsseEnvelope.PreAuthenticationEncoding(vector.GetProperty("payloadType").GetString() ?? "", Convert.FromHexString(vector.GetProperty("bodyHex").GetString() ?? ""))
            .AsSpan().SequenceEqual(Convert.FromHexString(vector.GetProperty("paeHex").GetString() ?? ""));

    private static bool IsSigned(JsonElement vector, VerificationKey key)
    {
        try
        {
            return DsseEnvelope.Parse(Encoding.UTF8.GetBytes(vector.GetProperty("envelope").GetRawText())).SignedBy([key]).Count == 1;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static byte[] Coordinate(JsonElement key, string name) =>
        BigInteger.Parse(key.GetProperty(name).GetString() ?? "", System.Globalization.CultureInfo.InvariantCulture).ToByteArray(isUnsigned: true, isBigEndian: true);
}
