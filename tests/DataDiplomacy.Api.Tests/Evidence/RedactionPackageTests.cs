using System.Text;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Evidence.Packages;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Evidence;

/// <summary>Redactions in packages: what is withheld is named and nothing else, and two verifiers that share no code say so.</summary>
public abstract class RedactionPackageTests(ApiFixture api) : RedactingTests(api)
{
    private const string Ended = """[{"name":"parentSha256","withheld":"erasedRecord"}]""";

    private static int _count;

    [Fact]
    public async Task Holds_with_its_original_withheld()
    {
        var original = await Given.EvidenceAsync("Kept at home", "restricted");
        var added = await RedactAsync(Admin, original.Id, "Given away");

        var files = await Anonymous.PackageAsync($"/v1/evidence/{added.Id}/package");

        Slots(files, added.Id).ShouldBe("""[{"name":"parent","withheld":"hiddenRecord"},{"name":"parentSha256","withheld":"hiddenRecord"}]""");
        await HoldsAsync(files, $"redaction {added.Id} pass");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("original")]
    [InlineData("redaction")]
    public async Task Holds_beside_its_original_and_after_the_erasure_of_either(string? erased)
    {
        var only = NewCase();
        var original = await Given.EvidenceAsync("Original of " + only, "restricted", only);
        var added = await RedactAsync(Admin, original.Id, "Redaction of " + only, new { @case = only });
        var second = await RedactAsync(Admin, added.Id, "Redaction of a redaction of " + only, new { @case = only });
        if (erased is not null)
            await EraseAsync(erased == "original" ? original.Id : added.Id);

        var files = await Admin.PackageAsync($"/v1/cases/{only}/package");

        Slots(files, added.Id).ShouldBe(erased == "original" ? Ended : "[]");
        Slots(files, second.Id).ShouldBe(erased == "redaction" ? Ended : "[]");
        await HoldsAsync(files, $"redaction {original.Id} notApplicable", $"redaction {added.Id} {(erased == "redaction" ? "notApplicable" : "pass")}", $"redaction {second.Id} pass");
    }

    [Theory]
    [InlineData("member", "something else")]
    [InlineData("reason", "something else")]
    [InlineData("object", "something else")]
    [InlineData("unknown", "cannot be withheld")]
    [InlineData("needed", "cannot be withheld")]
    [InlineData("otherEvent", "cannot be withheld")]
    [InlineData("twice", "twice")]
    [InlineData("duplicate", "twice")]
    [InlineData("missing", "neither discloses nor withholds")]
    [InlineData("noEvent", "no list of an event")]
    public async Task Finds_what_is_planted_where_something_is_withheld(string how, string says)
    {
        var original = await Given.EvidenceAsync("Anna, " + how, "restricted");
        var added = await RedactAsync(Admin, original.Id, "Somebody, " + how);
        var files = await Anonymous.PackageAsync($"/v1/evidence/{added.Id}/package");
        var path = PackagePaths.Disclosures(added.Id);
        var disclosures = JsonNode.Parse(files[path])!.AsObject(); // The server wrote an object.

        Plant(disclosures, how);

        var text = disclosures.ToJsonString();
        if (how == "duplicate")
            text = text.Replace("\"withheld\":", "\"withheld\":\"Anna\",\"withheld\":", StringComparison.Ordinal);
        await FailsAsync(OpenedPackages.With(files, path, Encoding.UTF8.GetBytes(text)), added.Id, says);
    }

    [Theory]
    [InlineData("hiddenRecord")]
    [InlineData("erasedRecord")]
    public async Task Takes_two_reasons_and_no_other(string reason)
    {
        var original = await Given.EvidenceAsync("Withheld for " + reason, "restricted");
        var added = await RedactAsync(Admin, original.Id, "Given away for " + reason);
        var files = await Anonymous.PackageAsync($"/v1/evidence/{added.Id}/package");
        var (path, policy) = (PackagePaths.Disclosures(added.Id), await Anonymous.PolicyTextAsync());

        var changed = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files[path]).Replace("\"withheld\":\"hiddenRecord\"", $"\"withheld\":\"{reason}\"", StringComparison.Ordinal));
        var remade = OpenedPackages.Remade(OpenedPackages.With(files, path, changed));

        OpenedPackages.Failed(OpenedPackages.Verify(remade, policy)).ShouldBe(["export"]);
        OpenedPackages.Failed((await OpenedPackages.SecondOpinionAsync(remade, policy)).Answer).ShouldBe(["export"]);
    }

    [Fact]
    public async Task Finds_that_nothing_may_be_withheld_of_other_records()
    {
        var record = await Given.EvidenceAsync("No redaction");
        var files = await Anonymous.PackageAsync($"/v1/evidence/{record.Id}/package");
        var path = PackagePaths.Disclosures(record.Id);
        var disclosures = JsonNode.Parse(files[path])!.AsObject(); // The server wrote an object.

        disclosures["2"]!.AsArray().Add(Slot("bytes")); // It is the list of the second event.

        await FailsAsync(OpenedPackages.With(files, path, Encoding.UTF8.GetBytes(disclosures.ToJsonString())), record.Id, "cannot be withheld");
    }

    [Fact]
    public async Task Finds_a_redaction_without_its_event()
    {
        var original = await Given.EvidenceAsync("With all events", "restricted");
        var added = await RedactAsync(Admin, original.Id, "Without its event");
        var files = await Anonymous.PackageAsync($"/v1/evidence/{added.Id}/package");

        foreach (var file in new[] { PackagePaths.Event(added.Id, 3), PackagePaths.Entry(added.Id, 3), PackagePaths.Proof(added.Id, 3) })
            files.Remove(file);
        files[PackagePaths.Disclosures(added.Id)] = Changed(files, PackagePaths.Disclosures(added.Id), all => all.Remove("3"));
        files[PackagePaths.Completeness] = Changed(files, PackagePaths.Completeness, all => all["events"]![added.Id] = 2); // The server wrote it.

        await FailsAsync(files, added.Id, "not one event of it says so");
    }

    [Fact]
    public async Task Finds_a_record_that_says_that_it_is_a_redaction_and_is_none()
    {
        var record = await Given.EvidenceAsync("Pretends");
        var files = await Anonymous.PackageAsync($"/v1/evidence/{record.Id}/package");

        await FailsAsync(Saying(files, record.Id, record.Id), record.Id, "not one event of it says so");
    }

    [Fact]
    public async Task Finds_an_original_that_is_named_beside_the_event()
    {
        var original = await Given.EvidenceAsync("Not this one", "restricted");
        var added = await RedactAsync(Admin, original.Id, "Of another");
        var files = await Anonymous.PackageAsync($"/v1/evidence/{added.Id}/package");

        await FailsAsync(Saying(files, added.Id, original.Id), added.Id, "names another original");
    }

    [Theory]
    [InlineData("output", "another SHA-256 than the content")]
    [InlineData("parentSha256", "do not agree")]
    [InlineData("unnamed", "do not agree")]
    [InlineData("second", "not one event")]
    [InlineData("exported", "after an export")]
    public async Task Finds_signed_events_that_do_not_fit(string how, string says)
    {
        var only = NewCase();
        var original = await Given.EvidenceAsync("Original that does not fit " + only, "restricted", only);
        var record = how == "second" ? await RedactAsync(Admin, original.Id, "Redacted, " + only, new { @case = only }) : await Given.EvidenceAsync("Content, " + only, how == "exported" ? "restricted" : "public", only);
        if (how == "exported")
            await Admin.PackageAsync($"/v1/evidence/{record.Id}/package");
        var output = how == "output" ? original.Sha256 : record.Sha256;
        await WriteAsync(record.Id, new() { ["parent"] = original.Id, ["parentSha256"] = how == "parentSha256" ? record.Sha256 : original.Sha256, ["outputSha256"] = output });
        if (how != "unnamed")
            await WriteAsync(original.Id, new() { ["child"] = record.Id, ["outputSha256"] = output });

        var files = await Admin.PackageAsync($"/v1/cases/{only}/package");

        await FailsAsync(files, record.Id, says);
    }

    private static string NewCase() => $"redaction-package-{Interlocked.Increment(ref _count)}";

    private static JsonObject Slot(string name) => new() { ["name"] = name, ["withheld"] = "hiddenRecord" };

    private static void Plant(JsonObject disclosures, string how)
    {
        var list = disclosures["3"]!.AsArray(); // It is the list of the event of redaction.
        var slot = list[^1]!.AsObject(); // It is a slot.
        switch (how)
        {
            case "member":
                slot["v"] = "Anna";
                break;
            case "reason":
                slot["withheld"] = "Anna";
                break;
            case "object":
                slot["withheld"] = new JsonObject { ["hiddenRecord"] = "Anna" };
                break;
            case "unknown":
                list.Add(Slot("Anna"));
                break;
            case "needed":
                list[list.IndexOf(list.Single(d => d!["n"]?.GetValue<string>() == "reason"))] = Slot("reason"); // No entry is null.
                break;
            case "otherEvent":
                disclosures["1"]!.AsArray().Add(Slot("parent")); // It is the list of the first event.
                break;
            case "twice":
                list.Add(Slot("parent"));
                break;
            case "missing":
                list.Remove(slot);
                break;
            case "noEvent":
                disclosures["9"] = new JsonArray("Anna");
                break;
        }
    }

    private static string Slots(Dictionary<string, byte[]> files, string id)
    {
        var list = JsonNode.Parse(files[PackagePaths.Disclosures(id)])!["3"]!.AsArray(); // The server wrote both.
        return new JsonArray([.. list.Where(d => d!["withheld"] is not null).Select(d => d!.DeepClone())]).ToJsonString(); // No entry is null.
    }

    private static byte[] Changed(Dictionary<string, byte[]> files, string path, Action<JsonObject> change)
    {
        var all = JsonNode.Parse(files[path])!.AsObject(); // The server wrote an object.
        change(all);
        return Encoding.UTF8.GetBytes(all.ToJsonString());
    }

    private static Dictionary<string, byte[]> Saying(Dictionary<string, byte[]> files, string id, string original) =>
        OpenedPackages.With(files, PackagePaths.Record(id), Changed(files, PackagePaths.Record(id), all => all["redactionOf"] = original));

    /// <summary>What the server would never write, signed and in the log like all else.</summary>
    private Task WriteAsync(string id, Dictionary<string, JsonNode?> values)
    {
        var key = Api.Factory.Services.GetRequiredService<RecordKeys>().Find(id).ShouldNotBeNull();
        return Api.Factory.Services.GetRequiredService<LedgerCommands>().AppendAsync(new LedgerAppend { RecordId = id, RecordKey = key, Actor = "actor-1", Events = [new(CustodyEventType.Redacted, values)] });
    }

    private async Task HoldsAsync(Dictionary<string, byte[]> files, params string[] expected)
    {
        var policy = await Anonymous.PolicyTextAsync();
        var report = OpenedPackages.Verify(files, policy);
        report.Holds.ShouldBeTrue(OpenedPackages.Say(report));
        report.Checks.Where(c => c.Code == "redaction").Select(c => $"{c.Code} {c.Record} {c.Outcome}").ShouldBe(expected, ignoreOrder: true);
        var (exit, answer) = await OpenedPackages.SecondOpinionAsync(files, policy);
        exit.ShouldBe(0, answer.GetRawText());
    }

    /// <summary>Found by both, also when the manifests are made anew.</summary>
    private async Task FailsAsync(Dictionary<string, byte[]> files, string record, string says)
    {
        var (policy, remade) = (await Anonymous.PolicyTextAsync(), OpenedPackages.Remade(files));
        var report = OpenedPackages.Verify(remade, policy);
        report.Bag.Valid.ShouldBeTrue();
        report.Checks.Where(c => c is { Code: "redaction", Outcome: PackageVerification.Fail }).Select(c => c.Record).ShouldBe([record], OpenedPackages.Say(report));
        var (exit, answer) = await OpenedPackages.SecondOpinionAsync(remade, policy);
        exit.ShouldBe(1);
        answer.GetProperty("explanation").GetString().ShouldNotBeNull().ShouldContain(says);
    }

    public sealed class OnSqlite(SqliteApi api) : RedactionPackageTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : RedactionPackageTests(api), IClassFixture<PostgresApi>;
}
