using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Statements;
using DataDiplomacy.Core.Tests.Evidence;

namespace DataDiplomacy.Verifier.Tests.Verbs;

public sealed class ProofVerbTests(ITestOutputHelper output) : IDisposable
{
    private static readonly SigningKey Signer = SigningKey.FromSeed([.. Enumerable.Repeat((byte)1, 32)]);

    private readonly Files _files = new();

    [Fact]
    public void Tells_the_leaf_and_the_checkpoint()
    {
        var run = Check("quorum none\n", "one", Proof());

        run.Outcome.ShouldBe((0, "verified"));
        run.Json.GetProperty("index").GetInt32().ShouldBe(0);
        run.Json.GetProperty("checkpoint").GetProperty("origin").GetString().ShouldBe("example.com/a");
    }

    [Theory]
    [InlineData("quorum none\n", "two", null, "pathMismatch")]
    [InlineData("quorum none\n", "one", "no proof\n\n", "proofMalformed")]
    [InlineData("quorum nobody\n", "one", null, "policyInvalid")]
    public void Refuses_other_entries_and_what_is_malformed(string quorum, string leaf, string? proof, string code) =>
        Check(quorum, leaf, proof ?? Proof()).Outcome.ShouldBe((1, code));

    [Fact]
    public void Refuses_a_log_that_the_policy_does_not_know()
    {
        var run = Run.Of("proof", "--policy", _files.Write("policy", "quorum none\n"), "--leaf", _files.Write("leaf", "one"), _files.Write("proof", Proof()));

        run.Outcome.ShouldBe((1, "checkpointRefused"));
    }

    [Fact]
    public void Agrees_with_the_vectors()
    {
        var vectors = SharedFiles.Files("vectors/tlog-proof").Where(file => !file.EndsWith("keys.json", StringComparison.Ordinal)).ToList();

        var wrong = vectors.Where(file => !IsAsSaid(file)).ToList();

        output.WriteLine($"verifier proof: {vectors.Count - wrong.Count} of {vectors.Count}");
        wrong.ShouldBeEmpty();
    }

    private bool IsAsSaid(string file)
    {
        var vector = SharedFiles.Json(file);
        string Text(string name) => vector.GetProperty(name).GetString() ?? "";
        var run = Run.Of("proof", "--policy", _files.Write("policy", Text("policy")), "--leaf", _files.Write("leaf", Text("leafData")), _files.Write("proof", Text("proof")));
        return Text("want") switch
        {
            "ok" => run.ExitCode == 0,
            "reject-policy" => run.Outcome == (1, "policyInvalid"),
            _ => run.ExitCode == 1 && run.Code != "policyInvalid"
        };
    }

    private Run Check(string quorum, string leaf, string proof)
    {
        var policy = $"log {NoteKey.Create("example.com/a", NoteKeyType.Ed25519, Signer.Public.Span)}\n{quorum}";
        return Run.Of("proof", "--policy", _files.Write("policy", policy), "--leaf", _files.Write("leaf", leaf), _files.Write("proof", proof));
    }

    private static string Proof()
    {
        var checkpoint = new Checkpoint("example.com/a", 1, Merkle.LeafHash("one"u8), []);
        return new LogProof(0, [], SignedNote.Sign(checkpoint.ToString(), "example.com/a", Signer)).ToString();
    }

    public void Dispose() => _files.Dispose();
}
