using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Core.Tests.Evidence.Statements;

public sealed class CommitmentTests
{
    private static readonly byte[] Salt = [.. Enumerable.Range(0, 16).Select(i => (byte)i)];

    [Fact]
    public void Is_the_hash_of_the_canonical_disclosure()
    {
        var disclosure = new Disclosure("title", "/record", Salt, JsonValue.Create("A protest"));

        var commitment = Commitment.Of(disclosure);

        commitment.ShouldBe(SHA256.HashData(Encoding.UTF8.GetBytes("""{"n":"title","p":"/record","s":"AAECAwQFBgcICQoLDA0ODw","v":"A protest"}""")));
    }

    [Fact]
    public void Opens_with_its_own_disclosure_alone()
    {
        var disclosure = new Disclosure("title", "/record", Salt, JsonNode.Parse("""{"b":1,"a":[null]}"""));
        var commitment = Commitment.Of(disclosure);

        var read = Disclosure.FromJson(JsonDocument.Parse(disclosure.ToJson()).RootElement);

        Commitment.Opens(commitment, read).ShouldBeTrue();
        Commitment.Opens(commitment, read with { Value = null }).ShouldBeFalse();
        Commitment.Opens(commitment, read with { Path = "/other" }).ShouldBeFalse();
        Commitment.Opens(commitment, read with { Salt = new byte[16] }).ShouldBeFalse();
    }

    [Fact]
    public void Refuses_a_salt_below_128_bits()
    {
        var guessable = new Disclosure("title", "/record", Salt.AsMemory(1), null);

        Should.Throw<ArgumentException>(() => Commitment.Of(guessable));
        Commitment.Opens(new byte[32], guessable).ShouldBeFalse();
    }

    [Fact]
    public void Gives_each_value_a_salt_of_its_own()
    {
        var key = new byte[32];

        string[] salts = [.. new[] { ("/a", "b"), ("/a", "c"), ("/ab", ""), ("", "/ab") }.Select(each => Convert.ToHexString(Commitment.Salt(key, each.Item1, each.Item2)))];

        salts.Distinct().Count().ShouldBe(4);
        salts.ShouldAllBe(each => each.Length == 64);
    }
}
