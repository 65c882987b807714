using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Catalogue.Agreements;

/// <summary>The time of terms counts from their first word: what is over is not offered, agreed or transferred.</summary>
public abstract class TermsTimeTests(ApiFixture api) : AgreementDoorTests(api)
{
    [Fact]
    public async Task Refuses_to_offer_or_ask_for_terms_whose_time_is_over()
    {
        var (dataset, parties) = (await Given.DatasetAsync(), await PartiesAsync());
        var over = Policy(until: In(days: -1));

        var offered = await (await parties.Editor.PostAsJsonAsync($"/v1/datasets/{dataset}/offers", new { policy = over }, Stop)).RefusedAsync(422);
        var asked = await (await parties.Consumer.PostAsJsonAsync("/v1/data-negotiations", Asking(dataset, over.DeepClone().AsObject()), Stop)).RefusedAsync(422);

        foreach (var refusal in new[] { offered, asked }) (refusal.Type, refusal.Detail.Contains("is over", StringComparison.Ordinal)).ShouldBe(("rule-broken", true), refusal.Detail);
        (await Admin.GetJsonAsync($"/v1/data-negotiations?dataset={dataset}")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Makes_no_agreement_of_terms_whose_time_ended_while_they_were_on_the_table()
    {
        var (dataset, parties) = (await Given.DatasetAsync(), await PartiesAsync());
        var id = Id(await StartAsync(parties, dataset, Policy(until: In(days: 1))));
        await ApprovedAsync(parties.Editor, parties.Other, id, new { move = "agree", by = "provider" });
        Api.Time.UtcNow += TimeSpan.FromDays(2);

        (await (await MoveAsync(parties.Consumer, id, new { move = "verify", by = "consumer" })).RefusedAsync(422)).Detail.ShouldContain("is over");

        await DoneAsync(MoveAsync(parties.Consumer, id, new { move = "terminate", by = "consumer", reason = "too late" }));
    }

    [Fact]
    public async Task Transfers_within_the_time_that_terms_give_from_the_first_transfer_on()
    {
        var (dataset, parties) = (await Given.DatasetAsync(), await PartiesAsync());
        await Given.ImportAsync(dataset, "SeriesCode,GeoAreaCode,TimePeriod,Value\nSI_POV,404,2010,1\n");
        var policy = Policy();
        var constraints = policy["permission"].ShouldNotBeNull()[0].ShouldNotBeNull()["constraint"].ShouldNotBeNull().AsArray();
        constraints.Add((JsonNode)new JsonObject { ["leftOperand"] = "elapsedTime", ["operator"] = "lteq", ["rightOperand"] = new JsonObject { ["@value"] = "P30D", ["@type"] = "xsd:duration" } });
        var transfers = $"/v1/agreements/{await AgreedAsync(parties, dataset, policy)}/transfers";

        Api.Time.UtcNow += TimeSpan.FromDays(40);
        await DoneAsync(parties.Consumer.PostAsJsonAsync(transfers, new { purpose = "flood-warning" }, Stop), HttpStatusCode.Created);
        await DoneAsync(parties.Editor.PostAsJsonAsync($"{transfers}/1/moves", new { move = "start", by = "provider" }, Stop));
        Api.Time.UtcNow += TimeSpan.FromDays(31);

        (await (await parties.Consumer.PostAsJsonAsync(transfers, new { purpose = "flood-warning" }, Stop)).RefusedAsync(422)).Detail.ShouldContain("elapsedTime");
    }

    private string In(int days) => Api.Time.UtcNow.AddDays(days).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public sealed class OnSqlite(SqliteApi api) : TermsTimeTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : TermsTimeTests(api), IClassFixture<PostgresApi>;
}
