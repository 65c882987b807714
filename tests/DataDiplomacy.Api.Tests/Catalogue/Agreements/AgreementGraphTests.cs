using System.Net.Http.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Tests.Graph;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Catalogue.Agreements;

/// <summary>Negotiations, agreements, offers and transfers at the GraphQL door: the same as at the REST door, for the same callers.</summary>
public abstract class AgreementGraphTests(ApiFixture api) : SharedDataDoorTests(api)
{
    [Fact]
    public async Task Gives_the_same_as_the_REST_door()
    {
        var parties = await PartiesAsync();
        var (dataset, agreement, _) = await SharedAsync(parties);
        await DoneAsync(parties.Editor.PostAsJsonAsync($"/v1/datasets/{dataset}/offers", new { policy = Policy() }, Stop), System.Net.HttpStatusCode.Created);
        var negotiation = Id((await parties.Editor.GetJsonAsync($"/v1/data-negotiations?dataset={dataset}")).GetProperty("items")[0]);
        var shape = await SchemaShape.ReadAsync(Anonymous);
        (string Path, string Field, string Type)[] things =
        [
            ($"data-negotiations/{negotiation}", $"dataNegotiation(id: \"{negotiation}\")", "DataNegotiation"),
            ($"data-negotiations/{negotiation}/diff?from=1&to=1", $"termsDiff(negotiation: \"{negotiation}\", from: 1, to: 1)", "TermsDiff"),
            ($"data-negotiations/{negotiation}/verification", $"moveChain(negotiation: \"{negotiation}\")", "MoveChain"),
            ($"data-negotiations/statistics?dataset={dataset}", $"negotiationStatistics(dataset: \"{dataset}\")", "NegotiationStatistics"),
            ($"agreements/{agreement}/transfers/1", $"transfer(agreement: \"{agreement}\", number: 1)", "Transfer"),
        ];

        foreach (var (rest, field, type) in things)
        {
            var parity = new Parity(shape);
            parity.Compare(await parties.Editor.GetJsonAsync("/v1/" + rest), (await AskAsync(parties.Editor, $"{{ it: {field} {{ {shape.Select(type)} }} }}")).GetProperty("it"), type, type);
            parity.Compared.ShouldBePositive(type);
        }

        var lists = await AskAsync(parties.Editor, $$"""
            { transfers(agreement: "{{agreement}}") { {{shape.Select("Transfer")}} } offers(dataset: "{{dataset}}") { totalCount nodes { {{shape.Select("Offer")}} } } }
            """);
        var offers = await parties.Editor.GetJsonAsync($"/v1/datasets/{dataset}/offers?count=exact");
        lists.GetProperty("offers").GetProperty("totalCount").GetInt64().ShouldBe(offers.GetProperty("total").GetInt64());
        new Parity(shape).Compare(offers.GetProperty("items")[0], lists.GetProperty("offers").GetProperty("nodes")[0], "Offer", "Offer");
        new Parity(shape).Compare((await parties.Editor.GetJsonAsync($"/v1/agreements/{agreement}/transfers")).GetProperty("items")[0], lists.GetProperty("transfers")[0], "Transfer", "Transfer");
    }

    [Fact]
    public async Task Gives_nothing_of_them_to_strangers()
    {
        var (parties, stranger) = (await PartiesAsync(), await Api.ClientAsync(Role.Reader));
        var (dataset, agreement, _) = await SharedAsync(parties);
        var negotiation = Id((await parties.Editor.GetJsonAsync($"/v1/data-negotiations?dataset={dataset}")).GetProperty("items")[0]);

        var data = await AskAsync(stranger, $$"""
            { dataNegotiation(id: "{{negotiation}}") { id } termsDiff(negotiation: "{{negotiation}}") { same } moveChain(negotiation: "{{negotiation}}") { valid }
              transfers(agreement: "{{agreement}}") { number } transfer(agreement: "{{agreement}}", number: 1) { number } offers(dataset: "no-such-set") { totalCount } }
            """);

        data.EnumerateObject().ShouldAllBe(field => field.Value.ValueKind == System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task Is_read_by_GraphQL_with_its_negotiation_by_those_who_may_see_it()
    {
        var (dataset, parties, stranger) = (await Given.DatasetAsync(), await PartiesAsync(), await Api.ClientAsync(Role.Reader));
        var id = await AgreedAsync(parties, dataset, Policy(duty: "attribute"));
        var query = $$"""
            { agreement(id: "{{id}}") { id state inForce policy duties { key actions fulfilled } history { action } }
              agreements(dataset: "{{dataset}}", state: ACTIVE) { totalCount nodes { id } }
              dataNegotiations(dataset: "{{dataset}}", state: FINALIZED, track: "II") { totalCount nodes { state track consumer { name kind } moves { move by policy } approvals { state } } } }
            """;

        foreach (var knowing in new[] { parties.Consumer, parties.Second, parties.Editor })
        {
            var data = await AskAsync(knowing, query);
            (Id(data.GetProperty("agreement")), Text(data.GetProperty("agreement"), "state"), data.GetProperty("agreements").GetProperty("totalCount").GetInt64()).ShouldBe((id, "ACTIVE", 1));
            var negotiation = data.GetProperty("dataNegotiations").GetProperty("nodes")[0];
            (Text(negotiation, "state"), Text(negotiation, "track"), Text(negotiation.GetProperty("moves")[0], "move")).ShouldBe(("FINALIZED", "II", "REQUEST"));
            Text(negotiation.GetProperty("moves")[0], "policy").ShouldNotBeNull().ShouldContain("flood-warning");
        }

        foreach (var unknowing in new[] { stranger, Anonymous })
        {
            var data = await AskAsync(unknowing, query);
            (data.GetProperty("agreement").ValueKind, data.GetProperty("agreements").GetProperty("totalCount").GetInt64(), data.GetProperty("dataNegotiations").GetProperty("totalCount").GetInt64()).ShouldBe((System.Text.Json.JsonValueKind.Null, 0, 0));
        }
    }

    private static async Task<System.Text.Json.JsonElement> AskAsync(HttpClient by, string query)
    {
        var answer = await (await by.PostAsJsonAsync("/graphql", new { query }, Stop)).ReadAsync<System.Text.Json.JsonElement>();
        answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
        return answer.GetProperty("data");
    }

    public sealed class OnSqlite(SqliteApi api) : AgreementGraphTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : AgreementGraphTests(api), IClassFixture<PostgresApi>;
}
