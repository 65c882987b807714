using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DataDiplomacy.Api.Catalogue.Agreements;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Catalogue.Agreements;

/// <summary>What follows for the values of data sets from the terms under which they are held, wherever these values are shown.</summary>
public abstract class HeldTermsTests(ApiFixture api) : SharedDataDoorTests(api)
{
    [Fact]
    public async Task Releases_a_data_set_by_the_agreement_that_replaced_the_one_it_was_received_under()
    {
        var parties = await PartiesAsync();
        var (levels, first, delivery) = await SharedAsync(parties);
        var derived = await Given.DatasetAsync();
        await Given.ImportAsync(derived, Index, MadeFrom(delivery));
        var (second, third) = (await AgreedAsync(parties, levels, Policy("research")), await AgreedAsync(parties, levels, Policy("teaching")));
        await DoneAsync(ActAsync(parties.Editor, first, new { action = "amend", by = "provider", successor = second }));
        await DoneAsync(ActAsync(parties.Editor, second, new { action = "amend", by = "provider", successor = third }));
        var shown = Text((await parties.Consumer.GetJsonAsync($"/v1/datasets/{derived}/terms")).GetProperty("agreements")[0], "agreement").ShouldNotBeNull();

        await (await ReleaseAsync(parties.Editor, second, derived)).RefusedAsync(422);
        await DoneAsync(ReleaseAsync(parties.Editor, shown, derived));

        shown.ShouldBe(third);
        await Anonymous.GetJsonAsync(Observations(derived));
    }

    [Fact]
    public async Task Shows_no_values_in_what_agents_say_of_data_to_those_who_may_not_read_them()
    {
        var parties = await PartiesAsync();
        var (levels, agreement, delivery) = await SharedAsync(parties);
        var (derived, agent) = (await Given.DatasetAsync(), await Admin.AgentAsync());
        await Given.ImportAsync(derived, Index, MadeFrom(delivery));
        string[] values = [Id((await Admin.GetJsonAsync(Observations(derived))).GetProperty("items")[1])];
        var citing = new { agent, target = new { kind = "dataset", dataset = levels }, stance = "explains", text = "t", language = "en", values };
        var cited = $"/v1/interpretations/{(await Admin.CreatedAsync("/v1/interpretations", citing)).Number("id")}";
        var request = $"/v1/trends?dataset={derived}&series=FLOOD_INDEX&area=404";
        await Admin.CreatedAsync("/v1/interpretations", new { agent, target = new { kind = "trend", request }, stance = "explains", text = "t", language = "en" });
        var list = $"/v1/interpretations?dataset={derived}";

        // For the purpose that was agreed they are shown, for no purpose they are not.
        var open = await ForAsync(Anonymous, list, "flood-warning");
        var (shown, read) = ((await open.ReadAsync<JsonElement>()).GetProperty("items")[0], await (await ForAsync(Anonymous, cited, "flood-warning")).ReadAsync<JsonElement>());
        var unsaid = await Anonymous.GetJsonAsync(cited);
        (shown.GetProperty("target").Text("output").Length > 0, shown.GetProperty("withheld").GetArrayLength(), read.GetProperty("values")[0].Text("value")).ShouldBe((true, 0, "0.7"));
        unsaid.GetProperty("values")[0].GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);

        // While the agreement rests nobody is shown them, and nobody states more of them.
        await DoneAsync(ActAsync(parties.Editor, agreement, new { action = "suspend", by = "provider", reason = "The stations are being recalibrated." }));
        var closed = (await (await ForAsync(Anonymous, list, "flood-warning", open.Headers.ETag)).ReadAsync<JsonElement>()).GetProperty("items")[0];
        var kept = await Admin.GetJsonAsync(cited);
        (closed.GetProperty("target").GetProperty("output").ValueKind, closed.GetProperty("target").GetProperty("verdict").ValueKind).ShouldBe((JsonValueKind.Null, JsonValueKind.Null));
        var withheld = closed.GetProperty("withheld")[0];
        (withheld.Text("dataset"), withheld.Text("terms"), withheld.Text("reason").Contains("is suspended since", StringComparison.Ordinal)).ShouldBe((derived, $"/v1/datasets/{derived}/terms", true));
        (kept.GetProperty("values")[0].GetProperty("value").ValueKind, kept.GetProperty("values")[0].Text("period"), kept.GetProperty("withheld")[0].Text("dataset")).ShouldBe((JsonValueKind.Null, "2011", derived));
        var query = $$"""{ interpretations(dataset: "{{levels}}") { nodes { values { value } withheld { dataset } } } }""";
        var graph = await (await Anonymous.PostAsJsonAsync("/graphql", new { query }, Stop)).Content.ReadAsStringAsync(Stop);
        (graph.Contains("0.7", StringComparison.Ordinal), graph.Contains(derived, StringComparison.Ordinal)).ShouldBe((false, true), graph);
        (await (await Admin.PostAsJsonAsync("/v1/interpretations", citing, Stop)).RefusedAsync(403)).Type.ShouldBe("terms-not-in-force");
        (await Admin.CreatedAsync($"{cited}/withdrawal", new { reason = "r" })).GetProperty("values")[0].GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Publishes_no_measurements_of_data_in_the_catalogue_to_those_who_may_not_read_them()
    {
        var parties = await PartiesAsync();
        var (_, agreement, delivery) = await SharedAsync(parties);
        var derived = await Given.DatasetAsync();
        await Given.ImportAsync(derived, Index, MadeFrom(delivery));
        (await ForAsync(Anonymous, $"/v1/datasets/{derived}/profile", "flood-warning")).StatusCode.ShouldBe(HttpStatusCode.OK);
        string[] paths = [$"/v1/datasets/{derived}/catalog", "/catalog"];
        var open = await Task.WhenAll(paths.Select(p => ForAsync(Anonymous, p, "flood-warning")));
        foreach (var answer in open) (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("ns#missingShare");

        await DoneAsync(ActAsync(parties.Editor, agreement, new { action = "suspend", by = "provider", reason = "The stations are being recalibrated." }));

        foreach (var (path, before) in paths.Zip(open))
        {
            var closed = await ForAsync(Anonymous, path, "flood-warning", before.Headers.ETag);
            closed.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            (await closed.Content.ReadAsStringAsync(Stop)).ShouldNotContain("ns#missingShare");
        }
    }

    [Fact]
    public async Task Reads_what_is_held_once_for_all_who_ask_and_again_only_when_that_changed()
    {
        var parties = await PartiesAsync();
        var (levels, agreement, delivery) = await SharedAsync(parties);
        var (derived, other, agent) = (await Given.DatasetAsync(), await Given.DatasetAsync(), await Admin.AgentAsync());
        await Given.ImportAsync(derived, Index, MadeFrom(delivery));
        using var memory = new HeldTermsQueries(Api.Factory.Services.GetRequiredService<IDbContextFactory<DataContext>>());
        var states = Api.Factory.Services.GetRequiredService<DataStateQueries>();

        var first = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ReadAsync()));
        first.ShouldAllBe(terms => ReferenceEquals(terms, first[0]));
        await Given.ImportAsync(other, Index);
        await Admin.CreatedAsync("/v1/interpretations", new { agent, target = new { kind = "dataset", dataset = levels }, stance = "explains", text = "t", language = "en" });
        await DerivedAsync(Version(other), Version(levels));
        await NotDerivedAsync(Version(other), Version(levels));
        (await ReadAsync()).ShouldBeSameAs(first[0]);

        // Bound, loosened, suspended, resumed, released: each is seen at once.
        var known = first[0];
        await ChangedAsync(() => DerivedAsync(Version(other), Version(derived)), [derived, other]);
        await ChangedAsync(() => NotDerivedAsync(Version(other), Version(derived)), [derived]);
        await ChangedAsync(() => DoneAsync(ActAsync(parties.Editor, agreement, new { action = "suspend", by = "provider", reason = "r" })), [derived]);
        await ChangedAsync(() => DoneAsync(ActAsync(parties.Editor, agreement, new { action = "resume", by = "provider" })), [derived]);
        await ChangedAsync(() => DoneAsync(ReleaseAsync(parties.Editor, agreement, derived)), []);

        async Task<IReadOnlyDictionary<string, IReadOnlyList<HeldTerms>>> ReadAsync() => (await memory.ReadAsync(await states.ReadAsync(Stop), Stop)).Terms;

        async Task ChangedAsync(Func<Task> change, string[] held)
        {
            await change();
            var terms = await ReadAsync();
            terms.ShouldNotBeSameAs(known);
            new[] { derived, other }.Where(terms.ContainsKey).ShouldBe(held, ignoreOrder: true);
            known = terms;
        }
    }

    public sealed class OnSqlite(UnsweptSqliteApi api) : HeldTermsTests(api), IClassFixture<UnsweptSqliteApi>;

    public sealed class OnPostgres(UnsweptPostgresApi api) : HeldTermsTests(api), IClassFixture<UnsweptPostgresApi>;
}
