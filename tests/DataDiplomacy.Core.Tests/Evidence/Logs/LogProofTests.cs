using System.Text;
using System.Text.Json;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Core.Tests.Evidence.Logs;

public sealed class LogProofTests(ITestOutputHelper output)
{
    private static readonly SigningKey Log = SigningKey.FromSeed([.. Enumerable.Repeat((byte)1, 32)]);
    private static readonly string Key = NoteKey.Create("example.com/log", NoteKeyType.Ed25519, Log.Public.Span).ToString();

    [Fact]
    public void Holds_for_its_own_entry_alone()
    {
        var proof = Proof(300, 17);

        var read = LogProof.Parse(Encoding.UTF8.GetBytes(proof.ToString()));

        read.ToString().ShouldBe(proof.ToString());
        read.Verify("17"u8, Policy($"log {Key}\nquorum none\n")).Refusal.ShouldBeNull();
        read.Verify("18"u8, Policy($"log {Key}\nquorum none\n")).Refusal.ShouldNotBeNull().ShouldContain("does not lead");
        (read with { Index = 300 }).Verify("17"u8, Policy($"log {Key}\nquorum none\n")).Refusal.ShouldNotBeNull().ShouldContain("beyond");
        read.Verify("17"u8, Policy("quorum none\n")).Refusal.ShouldNotBeNull().ShouldContain("knows no log");
    }

    [Theory]
    [InlineData("", "no quorum line")]
    [InlineData("quorum none\nquorum none\n", "Line 2")]
    [InlineData("quorum W\n", "no line above defines W")]
    [InlineData("group G any\nquorum G\n", "expected: group")]
    [InlineData("witness none KEY\nquorum none\n", "expected 4")]
    [InlineData("log KEY\nlog KEY\nquorum none\n", "two log lines")]
    [InlineData("colour red\nquorum none\n", "none of log, witness, group, quorum")]
    [InlineData("log KEY\r\nquorum none\n", "tab and line feed")]
    public void Says_which_line_of_a_policy_is_wrong(string policy, string why) =>
        Should.Throw<FormatException>(() => Policy(policy.Replace("KEY", Key, StringComparison.Ordinal))).Message.ShouldContain(why);

    [Fact]
    public void Takes_comments_and_tabs_in_a_policy() =>
        Policy($"# our log\n\t log\t{Key} https://log.example\n\n quorum none").Logs.Count.ShouldBe(1);

    [Fact]
    public void Judges_the_vectors_as_they_say()
    {
        var files = SharedFiles.Files("vectors/tlog-proof").Where(file => !file.EndsWith("keys.json", StringComparison.Ordinal)).ToList();

        var wrong = files.Where(file => Outcome(SharedFiles.Json(file)) != SharedFiles.Json(file).GetProperty("want").GetString()).ToList();

        output.WriteLine($"tlog-proof: {files.Count - wrong.Count} of {files.Count}");
        wrong.ShouldBeEmpty();
    }

    private static string Outcome(JsonElement vector)
    {
        WitnessPolicy policy;
        try
        {
            policy = Policy(vector.GetProperty("policy").GetString() ?? "");
        }
        catch (FormatException)
        {
            return "reject-policy";
        }

        try
        {
            var proof = LogProof.Parse(Encoding.UTF8.GetBytes(vector.GetProperty("proof").GetString() ?? ""));
            var leaf = Encoding.UTF8.GetBytes(vector.GetProperty("leafData").GetString() ?? "");
            return proof.Verify(leaf, policy).Refusal is null ? "ok" : "reject";
        }
        catch (FormatException)
        {
            return "reject";
        }
    }

    private static LogProof Proof(ulong size, ulong index)
    {
        var tree = new LogInMemory(size).Tree(size);
        var checkpoint = new Checkpoint("example.com/log", size, tree.Root(), []);
        return new(index, tree.Inclusion(index), SignedNote.Sign(checkpoint.ToString(), "example.com/log", Log));
    }

    private static WitnessPolicy Policy(string text) => WitnessPolicy.Parse(Encoding.UTF8.GetBytes(text));
}
