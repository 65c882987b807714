using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Api.Tests.Evidence;

/// <summary>Witnesses cosign checkpoints; proofs then satisfy readers who ask for a quorum.</summary>
public abstract class WitnessTests(ApiFixture api) : ApiTests(api)
{
    private static readonly SigningKey[] Keys = [.. Enumerable.Range(1, 3).Select(i => SigningKey.FromSeed([.. Enumerable.Repeat((byte)i, SigningKey.SeedLength)]))];

    [Fact]
    public async Task Gives_proofs_under_the_newest_checkpoint_that_meets_the_quorum()
    {
        var record = await Given.EvidenceAsync("Witnessed");
        var before = await ProofAsync(record.Id);
        var cosigned = Cosign(before.Checkpoint, 1, 2);

        var answer = await (await BringAsync(cosigned)).ReadAsync<JsonElement>();
        await Given.EvidenceAsync("Later, and not witnessed");
        var after = await ProofAsync(record.Id);

        answer.GetProperty("quorumMet").GetBoolean().ShouldBeTrue();
        var policy = WitnessPolicy.Parse(Encoding.UTF8.GetBytes((await Anonymous.GetJsonAsync("/log/witnesses")).GetProperty("policy").GetString() ?? ""));
        var entry = Encoding.UTF8.GetBytes(record.Custody[0].Entry);
        before.Verify(entry, policy).Refusal.ShouldNotBeNull().ShouldContain("quorum");
        after.Verify(entry, policy).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Says_who_is_missing()
    {
        var record = await Given.EvidenceAsync("Half witnessed");

        var answer = await (await BringAsync(Cosign((await ProofAsync(record.Id)).Checkpoint, 1))).ReadAsync<JsonElement>();

        answer.GetProperty("witnesses").EnumerateArray().Select(w => w.GetString()).ShouldBe(["w1"]);
        answer.GetProperty("quorumMet").GetBoolean().ShouldBeFalse();
        answer.GetProperty("refusal").GetString().ShouldNotBeNull().ShouldContain("1 of the policy's 2 witnesses");
    }

    [Fact]
    public async Task Keeps_nothing_of_strangers_of_wrong_signatures_and_of_other_histories()
    {
        var note = (await ProofAsync((await Given.EvidenceAsync("Not witnessed")).Id)).Checkpoint;
        var otherText = note.Text.Replace('\n' + note.Text.Split('\n')[2], '\n' + Convert.ToBase64String(new byte[32]), StringComparison.Ordinal);
        var wrong = new SignedNote(note.Text, [.. note.Signatures, SignedNote.Cosign(otherText, "w1.example", Keys[0], 1)]);

        (await (await BringAsync(Cosign(note, 3))).RefusedAsync(422)).Detail.ShouldContain("w1, w2");
        (await (await BringAsync(wrong)).RefusedAsync(422)).Detail.ShouldContain("No line is a valid cosignature");
        (await (await BringAsync(Cosign(new SignedNote(otherText, []), 1))).RefusedAsync(422)).Detail.ShouldContain("two histories");
        await (await Admin.PostAsJsonAsync("/log/cosignatures", new { checkpoint = "no note" }, Stop)).RefusedAsync(400);
        (await Anonymous.GetStringAsync("/log/checkpoint", Stop)).ShouldNotContain("w1.example");
    }

    [Fact]
    public async Task Takes_them_from_verifiers_and_above()
    {
        var note = Cosign((await ProofAsync((await Given.EvidenceAsync("By whom")).Id)).Checkpoint, 1).ToString();

        await (await (await Api.ClientAsync(Role.Editor)).PostAsJsonAsync("/log/cosignatures", new { checkpoint = note }, Stop)).RefusedAsync(403);
        (await (await Api.ClientAsync(Role.Verifier)).PostAsJsonAsync("/log/cosignatures", new { checkpoint = note }, Stop)).EnsureSuccessStatusCode();
    }

    private static SignedNote Cosign(SignedNote note, params int[] witnesses) =>
        new(note.Text, [.. note.Signatures, .. witnesses.Select(w => SignedNote.Cosign(note.Text, $"w{w}.example", Keys[w - 1], 1_760_000_000))]);

    private Task<HttpResponseMessage> BringAsync(SignedNote note) => Admin.PostAsJsonAsync("/log/cosignatures", new { checkpoint = note.ToString() }, Stop);

    private async Task<LogProof> ProofAsync(string id) => LogProof.Parse(await Admin.GetByteArrayAsync($"/v1/evidence/{id}/proof", Stop));

    private static Dictionary<string, string> Witnesses()
    {
        var lines = new[] { 1, 2 }.Select(w => $"witness w{w} {NoteKey.Create($"w{w}.example", NoteKeyType.Cosignature, Keys[w - 1].Public.Span)}");
        return new() { ["Log:Witnesses"] = string.Join("; ", [.. lines, "group both all w1 w2", "quorum both"]) };
    }

    public sealed class OnSqlite(SqliteWitnessed api) : WitnessTests(api), IClassFixture<SqliteWitnessed>;

    public sealed class OnPostgres(PostgresWitnessed api) : WitnessTests(api), IClassFixture<PostgresWitnessed>;

    public sealed class SqliteWitnessed(PostgresServer postgres) : ApiFixture(DatabaseProvider.Sqlite, postgres)
    {
        protected override IReadOnlyDictionary<string, string> Settings => Witnesses();
    }

    public sealed class PostgresWitnessed(PostgresServer postgres) : ApiFixture(DatabaseProvider.Postgres, postgres)
    {
        protected override IReadOnlyDictionary<string, string> Settings => Witnesses();
    }
}
