using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Catalogue.Agreements;

/// <summary>
/// From end to end: a ministry offers a data set, an NGO counter-offers, they agree, it is transferred, a series is derived and published, and when the
/// agreement is suspended the series is not read any more.
/// </summary>
public abstract class SharedDataTests(ApiFixture api) : SharedDataDoorTests(api)
{
    [Fact]
    public async Task Walks_from_an_offer_to_a_derived_series_that_is_refused_while_its_agreement_rests()
    {
        var parties = await PartiesAsync();
        var (levels, derived) = (await Given.DatasetAsync(title: "River levels", redistribution: "internal"), await Given.DatasetAsync(title: "Flood index"));
        await Given.ImportAsync(levels, Gauges);

        // The ministry offers; the NGO wants another purpose and a longer term.
        await DoneAsync(parties.Editor.PostAsJsonAsync($"/v1/datasets/{levels}/offers", new { policy = Policy("research", "2027-06-30") }, Stop), HttpStatusCode.Created);
        var offered = (await parties.Consumer.GetJsonAsync($"/v1/datasets/{levels}/offers")).GetProperty("items")[0];
        var begun = await StartAsync(parties, levels, JsonSerializer.Deserialize<System.Text.Json.Nodes.JsonObject>(offered.GetProperty("policy")));
        var negotiation = Id(begun);
        await ApprovedAsync(parties.Editor, parties.Other, negotiation, new { move = "offer", by = "provider", policy = Policy("research", "2027-06-30", "attribute"), motivation = "With our name on it." });
        var countered = await DoneAsync(MoveAsync(parties.Consumer, negotiation,
            new { move = "request", by = "consumer", policy = Policy("flood-warning", "2027-12-31", "attribute"), motivation = "Warnings are the purpose.", valuesCited = new[] { $"{levels}@1" } }));
        var difference = await parties.Consumer.GetJsonAsync($"/v1/data-negotiations/{negotiation}/diff?from=2&to=3");
        await ApprovedAsync(parties.Editor, parties.Other, negotiation, new { move = "agree", by = "provider" });
        await DoneAsync(MoveAsync(parties.Consumer, negotiation, new { move = "verify", by = "consumer" }));
        var agreement = Text(await DoneAsync(MoveAsync(parties.Editor, negotiation, new { move = "finalize", by = "provider" })), "agreement").ShouldNotBeNull();

        (Text(countered, "state"), countered.GetProperty("round").GetInt32()).ShouldBe(("requested", 2));
        difference.GetProperty("differences").EnumerateArray().Select(d => Text(d, "new")).ShouldContain(n => n != null && n.Contains("flood-warning"));

        // The data are transferred, and a series that was made of them is published.
        await TransferAsync(parties, agreement);
        var source = $"{Base}v1/agreements/{agreement}/transfers/1/data";
        await Given.ImportAsync(derived, Index, "format=unsd-csv&madeFrom=" + Uri.EscapeDataString(source));
        await Given.ImportAsync(derived, Index.Replace("0.7", "0.6", StringComparison.Ordinal));
        var states = await Anonymous.GetJsonAsync($"/v1/datasets/{levels}/states");
        var lineage = await parties.Editor.GetJsonAsync($"/v1/provenance/{await ObservationAsync(parties.Editor, derived)}?depth=10");

        Text(states.GetProperty("shared"), "state").ShouldBe("shared");
        var reached = lineage.GetProperty("nodes").EnumerateArray().Select(n => Text(n, "id")).ToList();
        foreach (var iri in new[] { $"v1/datasets/{derived}/versions/2", $"v1/datasets/{derived}/versions/1", $"v1/agreements/{agreement}/transfers/1/data", $"v1/agreements/{agreement}/transfers/1", $"v1/agreements/{agreement}", $"v1/datasets/{levels}/versions/1", $"v1/datasets/{levels}/versions/1/source" })
            reached.ShouldContain(Base + iri);

        // While it is in force: its parties read it, others for the purpose that was agreed.
        var stranger = await Api.ClientAsync(Role.Reader);
        await (await parties.Consumer.GetAsync(Observations(derived), Stop)).ReadAsync<JsonElement>();
        var unsaid = await (await stranger.GetAsync(Observations(derived), Stop)).RefusedAsync(403);
        var other = await (await ForAsync(stranger, Observations(derived), "marketing")).RefusedAsync(403);
        var read = await ForAsync(stranger, Observations(derived), "flood-warning");
        var open = await stranger.GetJsonAsync($"/v1/datasets/{derived}/terms");

        (unsaid.Type, unsaid.Detail.Contains("Data-Purpose", StringComparison.Ordinal), other.Type).ShouldBe(("terms-not-met", true, "terms-not-met"));
        read.StatusCode.ShouldBe(HttpStatusCode.OK);
        (open.GetProperty("readable").GetBoolean(), open.GetProperty("obligations").GetArrayLength(), open.GetProperty("constraints").GetArrayLength()).ShouldBe((false, 1, 2));
        open.ToString().ShouldNotContain("flood-centre");

        // The ministry suspends it, and nobody reads the series: not by any door, and not from a cache.
        await DoneAsync(ActAsync(parties.Editor, agreement, new { action = "suspend", by = "provider", reason = "The stations are being recalibrated." }));
        foreach (var path in Reads(derived))
        {
            foreach (var client in new[] { stranger, parties.Consumer, parties.Editor, Admin, Anonymous })
                (await (await ForAsync(client, path, "flood-warning")).RefusedAsync(403)).Type.ShouldBe("terms-not-in-force", path);
        }

        var again = await ForAsync(stranger, Observations(derived), "flood-warning", read.Headers.ETag);
        again.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var refusal = await (await parties.Consumer.GetAsync(Observations(derived), Stop)).RefusedAsync(403);
        var graph = await (await Anonymous.PostAsJsonAsync("/graphql", new { query = $$"""{ observations(dataset: "{{derived}}") { nodes { value } } }""" }, Stop)).Content.ReadAsStringAsync(Stop);
        var (closed, public_) = (await parties.Consumer.GetJsonAsync($"/v1/datasets/{derived}/terms"), await Anonymous.GetJsonAsync($"/v1/datasets/{derived}/terms"));

        graph.ShouldContain("TERMS_NOT_IN_FORCE");
        (refusal.Detail.Contains("is suspended since", StringComparison.Ordinal), refusal.Detail.Contains("resumes it", StringComparison.Ordinal)).ShouldBe((true, true), refusal.Detail);
        (Text(refusal.Candidates[0], "reason"), Text(refusal.Candidates[0], "agreement"), Text(refusal.Candidates[0], "terms"))
            .ShouldBe(("The stations are being recalibrated.", agreement, $"/v1/datasets/{derived}/terms"));
        (Text(closed.GetProperty("agreements")[0], "state"), Text(closed.GetProperty("agreements")[0], "reason"), Text(closed.GetProperty("agreements")[0], "source"))
            .ShouldBe(("suspended", "The stations are being recalibrated.", levels));
        // Who is no party learns what binds them, and neither who agreed nor why they fell out.
        (public_.ToString().Contains("recalibrated", StringComparison.Ordinal), public_.ToString().Contains(agreement, StringComparison.Ordinal), Text(public_.GetProperty("agreements")[0], "suspendedBy")).ShouldBe((false, false, "provider"));

        // The shared data themselves and the description of the series are still there, and the way back leads back.
        await parties.Editor.GetJsonAsync(Observations(levels));
        await Anonymous.GetJsonAsync($"/v1/datasets/{derived}");
        await DoneAsync(ActAsync(parties.Editor, agreement, new { action = "resume", by = "provider" }));
        (await ForAsync(stranger, Observations(derived), "flood-warning", read.Headers.ETag)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Holds_what_is_made_of_the_derived_data_too_until_it_is_released_or_not_made_of_them()
    {
        var parties = await PartiesAsync();
        var (levels, first, second, third) = (await Given.DatasetAsync(), await Given.DatasetAsync(), await Given.DatasetAsync(), await Given.DatasetAsync());
        await Given.ImportAsync(levels, Gauges);
        var agreement = await AgreedAsync(parties, levels, Policy());
        await TransferAsync(parties, agreement);
        await Given.ImportAsync(first, Index, MadeFrom($"v1/agreements/{agreement}/transfers/1/data"));
        await Given.ImportAsync(second, Index, MadeFrom($"v1/datasets/{first}/versions/1"));
        await Given.ImportAsync(third, Index);
        // That the third was made of the second is said later, by somebody else.
        var stated = await DoneAsync(Admin.PostAsync("/v1/provenance", Json("""{"wasDerivedFrom":{"_:d":{"prov:generatedEntity":"RESULT","prov:usedEntity":"SOURCE"}}}""".Replace("RESULT", $"{Base}v1/datasets/{third}/versions/1").Replace("SOURCE", $"{Base}v1/datasets/{second}/versions/1")), Stop), HttpStatusCode.Created);
        await DoneAsync(ActAsync(parties.Editor, agreement, new { action = "revoke", by = "provider", reason = "Given on." }));

        foreach (var set in new[] { first, second, third }) (await (await Admin.GetAsync(Observations(set), Stop)).RefusedAsync(403)).Detail.ShouldContain("is revoked since");
        var unnamed = await (await Admin.GetAsync("/v1/observations?series=FLOOD_INDEX&area=404", Stop)).RefusedAsync(409);
        unnamed.Type.ShouldBe("ambiguous");

        // What is withdrawn no longer binds.
        var number = (await Admin.GetJsonAsync($"/v1/provenance/{third}@1?depth=1")).GetProperty("edges").EnumerateArray().First(e => Text(e, "relation") == "wasDerivedFrom" && Text(e, "to") == $"{Base}v1/datasets/{second}/versions/1").GetProperty("statement").GetInt64();
        (await Admin.DeleteAsync($"/v1/provenance/statements/{number}", Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await Admin.GetJsonAsync(Observations(third));
        stated.GetProperty("added").GetBoolean().ShouldBeTrue();

        // What is released is free, and the next version of it too; what was made of it before is not.
        await (await parties.Consumer.PostAsJsonAsync($"/v1/agreements/{agreement}/releases", new { dataset = first, reason = "Ours." }, Stop)).RefusedAsync(403);
        (await (await parties.Editor.PostAsJsonAsync($"/v1/agreements/{agreement}/releases", new { dataset = third, reason = "Made anew." }, Stop)).RefusedAsync(422)).Detail.ShouldContain("is not held under the agreement");
        (await (await parties.Editor.PostAsJsonAsync($"/v1/agreements/{agreement}/releases", new { dataset = "", reason = "" }, Stop)).RefusedAsync(400)).Errors.Keys.ShouldBe(["dataset", "reason"], ignoreOrder: true);
        await (await parties.Editor.PostAsJsonAsync("/v1/agreements/agr-none/releases", new { dataset = first, reason = "Made anew." }, Stop)).RefusedAsync(404);
        await DoneAsync(parties.Editor.PostAsJsonAsync($"/v1/agreements/{agreement}/releases", new { dataset = first, reason = "Made anew of open data." }, Stop));
        await Given.ImportAsync(first, Index.Replace("0.7", "0.8", StringComparison.Ordinal));
        (await Anonymous.GetJsonAsync(Observations(first))).GetProperty("items").GetArrayLength().ShouldBe(2);
        await (await Admin.GetAsync(Observations(second), Stop)).RefusedAsync(403);
    }

    [Fact]
    public async Task Goes_by_the_time_of_an_agreement_and_by_what_replaced_it()
    {
        var parties = await PartiesAsync();
        var (levels, derived) = (await Given.DatasetAsync(), await Given.DatasetAsync());
        await Given.ImportAsync(levels, Gauges);
        var end = Api.Time.UtcNow.AddDays(10);
        var older = await AgreedAsync(parties, levels, Policy(until: end.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)));
        await TransferAsync(parties, older);
        await Given.ImportAsync(derived, Index, MadeFrom($"v1/agreements/{older}/transfers/1/data"));
        var newer = await AgreedAsync(parties, levels, Policy("research"));
        var known = (await ForAsync(Anonymous, Observations(derived), "flood-warning")).Headers.ETag;

        Api.Time.UtcNow = end.AddHours(1);
        var expired = await (await ForAsync(Anonymous, Observations(derived), "flood-warning", known)).RefusedAsync(403);
        Api.Time.UtcNow = end.AddHours(-1);
        (await ForAsync(Anonymous, Observations(derived), "flood-warning", known)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        await DoneAsync(ActAsync(parties.Editor, older, new { action = "amend", by = "provider", successor = newer }));

        expired.Detail.ShouldContain("is expired since");
        // The terms are those of the agreement that replaced it.
        await (await ForAsync(Anonymous, Observations(derived), "flood-warning", known)).RefusedAsync(403);
        (await ForAsync(Anonymous, Observations(derived), "research")).StatusCode.ShouldBe(HttpStatusCode.OK);
        Text((await parties.Consumer.GetJsonAsync($"/v1/datasets/{derived}/terms")).GetProperty("agreements")[0], "agreement").ShouldBe(newer);
    }

    [Fact]
    public async Task Refuses_sources_and_purposes_that_are_none()
    {
        var dataset = await Given.DatasetAsync();
        var unknown = await (await Given.StartAsync(dataset, Index, MadeFrom("v1/datasets/nowhere/versions/1"))).RefusedAsync(400);
        var relative = await (await Given.StartAsync(dataset, Index, "format=unsd-csv&madeFrom=gauges")).RefusedAsync(400);
        await Given.ImportAsync(dataset, Index, "format=unsd-csv&madeFrom=https://example.org/gauges");
        var activity = (await Admin.GetJsonAsync($"/v1/datasets/{dataset}/versions")).GetProperty("items")[0].GetProperty("activity").GetString();
        var notData = await (await Given.StartAsync(dataset, Index, MadeFrom($"v1/activities/{activity}"))).RefusedAsync(400);
        var purpose = await (await ForAsync(Anonymous, Observations(dataset), "two words")).RefusedAsync(400);

        unknown.Errors["madeFrom"][0].ShouldContain("v1/datasets/nowhere/versions/1");
        relative.Errors.Keys.ShouldHaveSingleItem().ShouldStartWith("madeFrom");
        notData.Errors["madeFrom"][0].ShouldContain("is no data");
        purpose.Errors.Keys.ShouldBe(["Data-Purpose"]);
        (await Admin.GetJsonAsync($"/v1/provenance/{dataset}@1?depth=1")).GetProperty("edges").EnumerateArray().Select(e => Text(e, "to")).ShouldContain("https://example.org/gauges");
        (await Anonymous.GetJsonAsync($"/v1/datasets/{dataset}/terms")).GetProperty("readable").GetBoolean().ShouldBeTrue();
        await (await Anonymous.GetAsync($"/v1/datasets/{await Given.DatasetAsync("confidential")}/terms", Stop)).RefusedAsync(404);
    }

    /// <summary>Each way to the values of a data set.</summary>
    private static string[] Reads(string dataset) =>
    [
        Observations(dataset), $"{Observations(dataset)}&format=csv", $"{Observations(dataset)}&format=ndjson", $"/v1/observations/history?dataset={dataset}&series=FLOOD_INDEX&area=404&period=2010",
        $"/v1/trends?dataset={dataset}&series=FLOOD_INDEX&area=404", $"/v1/trends/scan?dataset={dataset}", $"/v1/forecasts?dataset={dataset}&series=FLOOD_INDEX&area=404",
        $"/v1/anomalies?dataset={dataset}&series=FLOOD_INDEX&area=404", $"/v1/datasets/{dataset}/versions/1/diff/2", $"/v1/datasets/{dataset}/profile",
    ];

    private static async Task<string> ObservationAsync(HttpClient by, string dataset) => Id((await by.GetJsonAsync(Observations(dataset))).GetProperty("items")[1]);

    public sealed class OnSqlite(UnsweptSqliteApi api) : SharedDataTests(api), IClassFixture<UnsweptSqliteApi>;

    public sealed class OnPostgres(UnsweptPostgresApi api) : SharedDataTests(api), IClassFixture<UnsweptPostgresApi>;
}
