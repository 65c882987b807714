using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Evidence.Packages;
using DataDiplomacy.Core.Evidence.Statements;
using Microsoft.Extensions.DependencyInjection;
using static DataDiplomacy.Api.Tests.Support.OpenedPackages;

namespace DataDiplomacy.Api.Tests.Evidence;

/// <summary>What was concluded about a record leaves with it: signed, in the log, and withheld from whom the doors withhold it.</summary>
public abstract class PackageStatementTests(ApiFixture api) : AssessingTests(api)
{
    private SigningKey Custodian => Api.Factory.Services.GetRequiredService<LedgerKeys>().Custodian;

    [Fact]
    public async Task Packs_report_assessment_and_review_which_both_verifiers_accept()
    {
        var (record, ids) = await JudgedAsync("Concluded <b>", new { claim = "Closed & <script>locked</script>." });

        var files = await Admin.PackageAsync($"/v1/evidence/{record}/package");

        var report = Verify(files, await PolicyAsync());
        report.Holds.ShouldBeTrue(Say(report));
        Check(report, "statements").Detail.ShouldStartWith("3 included, 0 withheld, 0 erased");
        Check(report, "export").Detail.ShouldContain($"packed {record} on 20");
        var (exit, answer) = await SecondOpinionAsync(files, await PolicyAsync());
        exit.ShouldBe(0, answer.GetRawText());
        answer.GetProperty("checks").EnumerateArray().Select(c => $"{c.GetProperty("code")} {c.GetProperty("outcome")}")
            .ShouldBe(["bag pass", "export pass", "record pass", "statements pass", "redaction notApplicable", "time notApplicable", "completeness pass"]);
        var opening = Json(files, PackagePaths.Statements(record));
        ids.Select(id => (opening[id]!["kind"]!.GetValue<string>(), opening[id]!["about"]?.GetValue<string>())).ShouldBe([("verification", null), ("assessment", null), ("review", ids[1])]);
        var html = Encoding.UTF8.GetString(files[PackagePaths.Report]);
        html.ShouldContain("<td>integrity</td><td>pass</td>");
        html.ShouldContain("<td>B: Usually reliable</td><td>2: Probably true</td><td>veryLikely</td><td>moderate</td>", Case.Insensitive);
        html.ShouldContain("Closed &amp; &lt;script&gt;locked&lt;/script&gt;.");
        html.ShouldNotContain("<script");
    }

    public static TheoryData<string, string[]> Changes => new()
    {
        { "envelope changed", ["statements"] },
        { "envelope dropped", ["statements", "completeness"] },
        { "leaf swapped", ["statements"] },
        { "leaf and proof dropped", ["statements"] },
        { "proof changed", ["statements"] },
        { "disclosure dropped", ["statements"] },
        { "kind changed", ["statements"] },
        { "another under its name", ["statements"] },
        { "one too many", ["statements", "completeness"] },
        { "report dropped and not counted", ["statements"] },
        { "assessment dropped and not counted", ["statements"] },
        { "count changed", ["statements", "completeness"] },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Both_verifiers_find_what_was_changed_even_by_who_signs_packages(string change, string[] codes)
    {
        var (record, ids) = await JudgedAsync("Changed: " + change);
        var files = await Admin.PackageAsync($"/v1/evidence/{record}/package");

        Change(files, record, ids, change);

        await ShouldFailAsync(Resigned(files, Custodian), codes);
    }

    [Theory]
    [InlineData("dropped")]
    [InlineData("changed")]
    [InlineData("of another package")]
    [InlineData("by another")]
    [InlineData("manifests made anew")]
    [InlineData("a file beside the list")]
    public async Task Both_verifiers_find_what_nobody_signed_as_a_whole(string change)
    {
        var record = (await Given.EvidenceAsync("Signed as a whole")).Id;
        var files = await Admin.PackageAsync($"/v1/evidence/{record}/package");
        using var other = SigningKey.FromSeed([.. Enumerable.Repeat((byte)9, SigningKey.SeedLength)]);
        var same = DsseEnvelope.Parse(files[PackagePaths.Export]);

        files = change switch
        {
            "dropped" => With(files, PackagePaths.Export, null),
            "changed" => With(files, PackagePaths.Export, Flipped(files[PackagePaths.Export])),
            "of another package" => With(files, PackagePaths.Export, (await Admin.PackageAsync($"/v1/evidence/{(await Given.EvidenceAsync("Another")).Id}/package"))[PackagePaths.Export]),
            "by another" => With(files, PackagePaths.Export, DsseEnvelope.Sign(same.PayloadType, same.Payload.ToArray(), other).ToJson()),
            "manifests made anew" => With(Remade(With(files, PackagePaths.Readme, "Trust us."u8.ToArray())), PackagePaths.Export, files[PackagePaths.Export]),
            _ => With(files, "proofs/more.txt", "Trust us."u8.ToArray()),
        };

        await ShouldFailAsync(files, ["export"]);
    }

    [Fact]
    public async Task Finds_a_statement_that_was_put_to_another_record()
    {
        var (one, ids) = await JudgedAsync("One of two", null, "swap-case");
        var (two, others) = await JudgedAsync("Two of two", null, "swap-case");
        var files = await Admin.PackageAsync("/v1/cases/swap-case/package");
        Verify(files, await PolicyAsync()).Holds.ShouldBeTrue();
        var (first, second) = (Json(files, PackagePaths.Statements(one)), Json(files, PackagePaths.Statements(two)));

        Move(files, PackagePaths.Statement(two, others[0]), PackagePaths.Statement(one, others[0]));
        Move(files, PackagePaths.StatementEntry(two, others[0]), PackagePaths.StatementEntry(one, others[0]));
        Move(files, PackagePaths.StatementProof(two, others[0]), PackagePaths.StatementProof(one, others[0]));
        (first[others[0]], _) = (second[others[0]]?.DeepClone(), second.Remove(others[0]));
        Put(files, PackagePaths.Statements(one), first);
        Put(files, PackagePaths.Statements(two), second);
        Recount(files, one, 4);
        Recount(files, two, 2);

        ids.ShouldNotContain(others[0]);
        await ShouldFailAsync(Resigned(files, Custodian), ["statements", "statements"]);
    }

    [Fact]
    public async Task Withholds_a_first_judgement_until_the_second_is_written_as_the_doors_do()
    {
        var (author, reviewer, reader) = (await Api.ClientAsync(Role.Editor), await Api.ClientAsync(Role.Editor), await Api.ClientAsync(Role.Reader));
        var record = (await Given.EvidenceAsync("Blind in packages")).Id;
        var id = (await AssessAsync(author, record)).GetProperty("id").GetString() ?? "";
        string address = $"/v1/evidence/{record}/package", envelope = PackagePaths.Statement(record, id);

        var before = new[] { reviewer, reader, Admin, Anonymous }.Select(async caller => await caller.PackageAsync(address));
        foreach (var files in await Task.WhenAll(before))
        {
            files.Keys.ShouldNotContain(envelope);
            files.Keys.ShouldContain(PackagePaths.StatementEntry(record, id));
            Encoding.UTF8.GetString(files[PackagePaths.Report]).ShouldNotContain("B: ");
            Json(files, PackagePaths.Completeness)["statements"]![record]!["withheld"]!.GetValue<int>().ShouldBe(1);
            var report = Verify(files, await PolicyAsync());
            (report.Holds, Check(report, "statements").Outcome).ShouldBe((true, PackageVerification.Pass), Say(report));
        }

        (await author.PackageAsync(address)).Keys.ShouldContain(envelope);
        (await ReviewAsync(reviewer, record, id)).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await Admin.PackageAsync(address)).Keys.ShouldContain(envelope);
        var seen = await reader.PackageAsync(address);
        // The signed statement may name records that a reader must not know of; the grades are shown.
        seen.Keys.ShouldNotContain(envelope);
        Encoding.UTF8.GetString(seen[PackagePaths.Report]).ShouldContain("B: ");
        (await SecondOpinionAsync(seen, await PolicyAsync())).Exit.ShouldBe(0);
    }

    [Fact]
    public async Task Packs_leaves_and_proofs_alone_of_what_was_erased()
    {
        var (record, ids) = await JudgedAsync("Erased with what was concluded");
        var whole = await Admin.PackageAsync($"/v1/evidence/{record}/package");
        var (one, two) = (await Api.ClientAsync(Role.Verifier), await Api.ClientAsync(Role.Verifier));
        (await one.PostAsJsonAsync($"/v1/evidence/{record}/erasure", new { reason = "r", legalBasis = "l" }, Stop)).EnsureSuccessStatusCode();
        (await two.PostAsJsonAsync($"/v1/evidence/{record}/erasure/agreement", new { reason = "r" }, Stop)).EnsureSuccessStatusCode();

        var files = await Admin.PackageAsync($"/v1/evidence/{record}/package");

        var report = Verify(files, await PolicyAsync());
        report.Holds.ShouldBeTrue(Say(report));
        Check(report, "statements").Detail.ShouldStartWith("0 included, 0 withheld, 3 erased");
        (await SecondOpinionAsync(files, await PolicyAsync())).Exit.ShouldBe(0);
        files.Keys.Where(p => p.StartsWith(PackagePaths.Item(record) + "statements", StringComparison.Ordinal)).ShouldBeEmpty();
        // What was kept from before the erasure does not come back.
        files[PackagePaths.Statement(record, ids[0])] = whole[PackagePaths.Statement(record, ids[0])];
        await ShouldFailAsync(Resigned(files, Custodian), ["statements", "completeness"]);
    }

    [Fact]
    public async Task Has_the_log_commit_to_what_left_and_leaves_no_trace_of_who_takes_what_is_public()
    {
        var restricted = (await Given.EvidenceAsync("Leaves the building", "restricted", "leave-case")).Id;
        var open = (await Given.EvidenceAsync("For all", "public", "leave-case")).Id;

        var files = await Admin.PackageAsync("/v1/cases/leave-case/package");

        var said = ExportStatement.Parse(DsseEnvelope.Parse(files[PackagePaths.Export]).Payload);
        said.TagManifestSha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(files[PackagePaths.TagManifest])));
        (said.Package, said.Records).ShouldBe(("leave-case", 2));
        var events = (await Admin.GetJsonAsync($"/v1/evidence/{restricted}/custody")).GetProperty("items").EnumerateArray().ToList();
        var written = events.Single(e => e.GetProperty("type").GetString() == "disclosed");
        written.GetProperty("actor").GetString().ShouldBe(said.Actor);
        var values = written.GetProperty("disclosures").EnumerateArray().ToDictionary(d => d.GetProperty("n").GetString() ?? "", d => d.GetProperty("v").GetString());
        (values["packageSha256"], values["statement"]).ShouldBe((said.TagManifestSha256, Convert.ToHexStringLower(SHA256.HashData(files[PackagePaths.Export]))));
        files.Keys.ShouldNotContain(PackagePaths.Event(restricted, written.GetProperty("seq").GetInt32()));
        (await Admin.GetJsonAsync($"/v1/evidence/{open}/custody")).GetProperty("items").EnumerateArray().Select(e => e.GetProperty("type").GetString()).ShouldNotContain("disclosed");
        var anonymous = ExportStatement.Parse(DsseEnvelope.Parse((await Anonymous.PackageAsync($"/v1/evidence/{open}/package"))[PackagePaths.Export]).Payload);
        anonymous.Actor.ShouldBeNull();
    }

    /// <summary>A record with a report of checks, an assessment and its review; their ids in this order.</summary>
    private async Task<(string Record, IReadOnlyList<string> Ids)> JudgedAsync(string content, object? changes = null, string? onlyCase = null)
    {
        var (author, reviewer) = (await Api.ClientAsync(Role.Editor), await Api.ClientAsync(Role.Editor));
        var record = (await Given.EvidenceAsync(content, "restricted", onlyCase)).Id;
        var report = await (await Admin.PostAsJsonAsync($"/v1/evidence/{record}/verifications", new { checks = new[] { "integrity" } }, Stop)).ReadAsync<JsonElement>();
        var assessment = (await AssessAsync(author, record, changes)).GetProperty("id").GetString() ?? "";
        var review = (await (await ReviewAsync(reviewer, record, assessment)).ReadAsync<JsonElement>()).GetProperty("reviews")[0];
        return (record, [report.GetProperty("id").GetString() ?? "", assessment, review.GetProperty("id").GetString() ?? ""]);
    }

    private static void Change(Dictionary<string, byte[]> files, string record, IReadOnlyList<string> ids, string change)
    {
        var (envelope, entry, proof) = (PackagePaths.Statement(record, ids[2]), PackagePaths.StatementEntry(record, ids[2]), PackagePaths.StatementProof(record, ids[2]));
        var opening = Json(files, PackagePaths.Statements(record));
        switch (change)
        {
            case "envelope changed":
                files[envelope] = Flipped(files[envelope]);
                break;
            case "envelope dropped":
                files.Remove(envelope);
                break;
            case "leaf swapped":
                var other = PackagePaths.StatementEntry(record, ids[0]);
                (files[entry], files[other]) = (files[other], files[entry]);
                break;
            case "leaf and proof dropped":
                files.Remove(entry);
                files.Remove(proof);
                break;
            case "proof changed":
                files[proof] = Flipped(files[proof]);
                break;
            case "disclosure dropped":
                opening.Remove(ids[2]);
                break;
            case "kind changed":
                opening[ids[2]]!["kind"] = "assessment";
                break;
            case "another under its name":
                files[envelope] = files[PackagePaths.Statement(record, ids[1])];
                break;
            case "one too many":
                files[PackagePaths.Statement(record, "rv-more")] = files[envelope];
                break;
            case "report dropped and not counted":
                Drop(files, opening, record, ids[0]);
                break;
            case "assessment dropped and not counted":
                Drop(files, opening, record, ids[1]);
                break;
            default:
                Recount(files, record, 2);
                break;
        }

        Put(files, PackagePaths.Statements(record), opening);
    }

    private static void Drop(Dictionary<string, byte[]> files, JsonObject opening, string record, string id)
    {
        files.Remove(PackagePaths.Statement(record, id));
        files.Remove(PackagePaths.StatementEntry(record, id));
        files.Remove(PackagePaths.StatementProof(record, id));
        opening.Remove(id);
        Recount(files, record, 2);
    }

    private static void Recount(Dictionary<string, byte[]> files, string record, int included)
    {
        var completeness = Json(files, PackagePaths.Completeness);
        completeness["statements"]![record]!["included"] = included;
        Put(files, PackagePaths.Completeness, completeness);
    }

    private static void Move(Dictionary<string, byte[]> files, string from, string to)
    {
        files[to] = files[from];
        files.Remove(from);
    }

    private static JsonObject Json(Dictionary<string, byte[]> files, string path) => JsonNode.Parse(files[path])!.AsObject();

    private static void Put(Dictionary<string, byte[]> files, string path, JsonObject json) => files[path] = Encoding.UTF8.GetBytes(json.ToJsonString());

    private async Task ShouldFailAsync(Dictionary<string, byte[]> files, string[] codes)
    {
        var report = Verify(files, await PolicyAsync());
        Failed(report).ShouldBe(codes, Say(report));
        var (exit, answer) = await SecondOpinionAsync(files, await PolicyAsync());
        (exit, string.Join(' ', Failed(answer))).ShouldBe((1, string.Join(' ', codes)), answer.GetRawText());
    }

    private static PackageCheck Check(PackageReport report, string code) => report.Checks.Single(c => c.Code == code);

    private Task<string> PolicyAsync() => Anonymous.PolicyTextAsync();

    public sealed class OnSqlite(SqliteApi api) : PackageStatementTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : PackageStatementTests(api), IClassFixture<PostgresApi>;
}
