using System.Text.RegularExpressions;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Graph;

/// <summary>The GraphQL door of the whole server: what it refuses, what it hides, and what its page begins with.</summary>
public sealed partial class ApiSchemaTests(GraphDemo.OnSqlite api) : ApiTests(api), IClassFixture<GraphDemo.OnSqlite>
{
    [Theory]
    [InlineData("{ observations(first: 5000) { nodes { id } } }", "/v1/observations?limit=5000")]
    [InlineData("{ observations(from: \"20x\") { nodes { id } } }", "/v1/observations?from=20x")]
    [InlineData("{ observations(series: \"EG_FEC_RNEV\") { nodes { id } } }", "/v1/observations?series=EG_FEC_RNEV")]
    [InlineData("{ observations(after: \"x\") { nodes { id } } }", "/v1/observations?cursor=x")]
    [InlineData("{ trend(series: \"SH_DYN_MORT\", area: \"KEN\") { slope } }", "/v1/trends?series=SH_DYN_MORT&area=KEN")]
    [InlineData("{ trend(series: \"EG_FEC_RNEW\", area: \"XXX\") { slope } }", "/v1/trends?series=EG_FEC_RNEW&area=XXX")]
    [InlineData("{ seriesList(dataset: \"nope\") { nodes { code } } }", "/v1/series?dataset=nope")]
    [InlineData("{ areas(group: \"NOPE\") { nodes { code } } }", "/v1/areas?group=NOPE")]
    [InlineData("{ indicators(goal: \"99\") { nodes { code } } }", "/v1/indicators?goal=99")]
    public async Task Refuses_with_the_code_and_the_status_of_the_rest_door(string query, string rest)
    {
        var refused = await Anonymous.QueryAsync(query);
        var problem = await (await Anonymous.GetAsync(rest, Stop)).ReadAsync<Refusal>();

        refused.Code.ShouldBe(problem.Type.Replace('-', '_').ToUpperInvariant());
        refused.Errors[0].GetProperty("extensions").GetProperty("status").GetInt32().ShouldBe(problem.Status);
        if (!query.Contains("first:", StringComparison.Ordinal))
            refused.Message.ShouldBe(problem.Detail);
    }

    [Theory]
    [InlineData("dataset(id: \"nope\") { id }")]
    [InlineData("area(code: \"nope\") { code }")]
    [InlineData("indicator(code: \"99.9.9\") { code }")]
    [InlineData("series(code: \"NOPE\") { code }")]
    [InlineData("trend(series: \"NOPE\", area: \"KEN\") { slope }")]
    public async Task Gives_null_for_what_is_not_there(string field) =>
        (await Anonymous.DataAsync($"{{ it: {field} }}", "it")).ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);

    [Fact]
    public async Task Tells_where_an_ambiguous_code_lives()
    {
        var (one, other) = (await Given.DatasetAsync(), await Given.DatasetAsync());
        foreach (var dataset in new[] { one, other })
            await Given.ImportAsync(dataset, "SeriesCode,GeoAreaCode,TimePeriod,Value\nTWICE,404,2010,1\n");

        var answer = await Anonymous.QueryAsync("{ series(code: \"TWICE\") { title } }");

        answer.Code.ShouldBe("AMBIGUOUS");
        answer.Errors[0].GetProperty("extensions").GetProperty("candidates").EnumerateArray().Select(c => c.GetProperty("dataset").GetString()).ShouldBe([one, other], ignoreOrder: true);
    }

    [Fact]
    public async Task Hides_what_the_caller_may_not_see()
    {
        var dataset = await Given.DatasetAsync(handling: "confidential");
        await Given.ImportAsync(dataset, "Indicator,SeriesCode,GeoAreaCode,TimePeriod,Value\n17.1.1,SECRET,404,2010,1\n");
        var query = $"{{ dataset(id: \"{dataset}\") {{ id }} series(code: \"SECRET\") {{ code }} indicator(code: \"17.1.1\") {{ series {{ nodes {{ code }} }} }} }}";
        var editor = await Api.ClientAsync(Role.Editor);

        var anonymous = await Anonymous.DataAsync(query);
        var allowed = await editor.DataAsync(query);

        anonymous.GetRawText().ShouldBe("{\"dataset\":null,\"series\":null,\"indicator\":{\"series\":{\"nodes\":[]}}}");
        allowed.GetRawText().ShouldBe($"{{\"dataset\":{{\"id\":\"{dataset}\"}},\"series\":{{\"code\":\"SECRET\"}},\"indicator\":{{\"series\":{{\"nodes\":[{{\"code\":\"SECRET\"}}]}}}}}}");
    }

    [Fact]
    public async Task A_root_instant_holds_for_everything_below_it()
    {
        const string Query = "{ indicator(code: \"7.2.1\", asOf: \"2019-06-01\") { series { nodes { datasetVersion facets { observations } areas { totalCount nodes { area { code } latest { value datasetVersion } "
            + "observations(from: \"2000\", to: \"2000\") { nodes { value history { datasetVersion } } } } } } } } }";

        var series = await Anonymous.DataAsync(Query, "indicator", "series", "nodes", "0");

        var world = series.GetProperty("areas").GetProperty("nodes")[0];
        series.GetProperty("datasetVersion").GetInt32().ShouldBe(1);
        world.GetProperty("area").GetProperty("code").GetString().ShouldBe("1");
        // UNSD published 17.39 in 2019 and 17.21 in 2020 (the two files of the demo).
        world.GetProperty("observations").GetRawText().ShouldBe("{\"nodes\":[{\"value\":17.39,\"history\":[{\"datasetVersion\":1}]}]}");
        world.GetProperty("latest").GetProperty("datasetVersion").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Pages_through_the_areas_of_a_series_in_the_state_of_the_first_page()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, "SeriesCode,GeoAreaCode,TimePeriod,Value\nPAGED,404,2010,1\nPAGED,800,2010,2\nPAGED,834,2010,3\n");
        var query = $"{{ series(code: \"PAGED\", dataset: \"{dataset}\") {{ areas(first: 2%) {{ totalCount nodes {{ area {{ code }} observations {{ nodes {{ value }} }} }} pageInfo {{ hasNextPage endCursor }} }} }} }}";
        var first = await Anonymous.DataAsync(query.Replace("%", "", StringComparison.Ordinal), "series", "areas");
        await Given.ImportAsync(dataset, "SeriesCode,GeoAreaCode,TimePeriod,Value\nPAGED,404,2010,1\nPAGED,834,2010,30\n");

        var after = first.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        var second = await Anonymous.DataAsync(query.Replace("%", $", after: \"{after}\"", StringComparison.Ordinal), "series", "areas");

        first.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("area").GetProperty("code").GetString()).ShouldBe(["404", "800"]);
        (first.GetProperty("totalCount").GetInt64(), first.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()).ShouldBe((3, true));
        second.GetProperty("nodes").GetRawText().ShouldBe("[{\"area\":{\"code\":\"834\"},\"observations\":{\"nodes\":[{\"value\":3}]}}]");
        (second.GetProperty("totalCount").GetInt64(), second.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()).ShouldBe((3, false));
    }

    [Fact]
    public async Task Goes_on_below_an_area_where_the_page_before_ended()
    {
        const string Query = "{ series(code: \"EG_FEC_RNEW\") { areas(first: 1) { nodes { observations(first: 10%) { nodes { period } pageInfo { endCursor } } } } } }";
        var first = await Anonymous.DataAsync(Query.Replace("%", "", StringComparison.Ordinal), "series", "areas", "nodes", "0", "observations");

        var after = first.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        var second = await Anonymous.DataAsync(Query.Replace("%", $", after: \"{after}\"", StringComparison.Ordinal), "series", "areas", "nodes", "0", "observations");

        first.GetProperty("nodes").GetArrayLength().ShouldBe(10);
        second.GetProperty("nodes").EnumerateArray().Select(o => o.GetProperty("period").GetString()).ShouldBe(["2010", "2011", "2012", "2013", "2014", "2015", "2016", "2017"]);
    }

    [Fact]
    public async Task An_area_that_needs_a_choice_leaves_the_others_alone()
    {
        var answer = await Anonymous.QueryAsync("{ series(code: \"SH_DYN_MORT\") { areas(first: 1) { nodes { trend { n } total: trend(headline: true) { n } latest { value } } } } }");

        answer.Code.ShouldBe("DIMENSIONS_NEEDED");
        // Nine five-yearly and yearly periods of both sexes for the world (the demo's file of 2020).
        answer.Data.ShouldBe("{\"series\":{\"areas\":{\"nodes\":[{\"trend\":null,\"total\":{\"n\":9},\"latest\":{\"value\":37.7}}]}}}");
    }

    [Fact]
    public async Task Lets_the_standard_introspection_query_pass()
    {
        var answer = await Anonymous.QueryAsync(QueryLimitsTests.Introspection);

        (answer.Status, answer.Errors.Count).ShouldBe((200, 0));
        answer.Body.ShouldContain("\"ObservationConnection\"");
    }

    [Theory]
    // A page of 1,000 indicators, the areas of their series and the observations of those.
    [InlineData("{ indicators(first: 1000) { nodes { series { nodes { areas { nodes { observations { nodes { value } } } } } } } } }")]
    [InlineData("{ seriesList(first: 1000) { nodes { facets { from } } } }")]
    [InlineData("{ seriesList(first: 1000) { nodes { areas(first: 1000) { nodes { observations(first: 1000) { nodes { value } } } } } } }")]
    [InlineData("{ __schema { types { fields { type { fields { type { fields { type { fields { type { fields { name } } } } } } } } } } } }")]
    public async Task Refuses_a_query_that_would_read_too_much(string query)
    {
        var answer = await Anonymous.QueryAsync(query);

        (answer.Status, answer.Code).ShouldBe((400, "COMPLEXITY"));
    }

    [Theory]
    [InlineData("{ indicator(code: \"7.2.1\") { series { nodes { areas(first: 1000) { nodes { area { code name } observations(first: 1000) { nodes { period value unit status dimensions { dimension code label } } } latest { period value } trend { slope } } } } } } }")]
    [InlineData("{ observations(first: 1000) { edges { cursor node { id dataset series area areaName period value valueText unit dimensions { dimension code label } recordedAt } } } }")]
    [InlineData("{ seriesList { nodes { code title facets { dimensions { id values { code observations } } } } } }")]
    public async Task Lets_a_usual_query_pass(string query) => await Anonymous.DataAsync(query);

    [Fact]
    public async Task Opens_GraphiQL_with_a_query_that_the_demo_answers()
    {
        var start = await Anonymous.GetStringAsync("/graphiql/start.js", Stop);
        var example = Example().Match(start).Groups[1].Value;

        var areas = await Anonymous.DataAsync(example, "series", "areas", "nodes");

        areas.GetArrayLength().ShouldBe(5);
        areas[0].GetProperty("latest").GetProperty("value").GetDouble().ShouldBe(17.32);
    }

    [Theory]
    [InlineData("/graphiql", "text/html")]
    [InlineData("/graphiql/graphiql.min.css", "text/css")]
    [InlineData("/graphiql/start.css", "text/css")]
    [InlineData("/graphiql/react.production.min.js", "text/javascript")]
    [InlineData("/graphiql/react-dom.production.min.js", "text/javascript")]
    [InlineData("/graphiql/graphiql.min.js", "text/javascript")]
    [InlineData("/graphiql/start.js", "text/javascript")]
    public async Task Serves_GraphiQL_to_anyone(string path, string type)
    {
        using var response = await Anonymous.GetAsync(path, Stop);

        ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType).ShouldBe((200, type));
    }

    [GeneratedRegex("const example = `([^`]*)`", RegexOptions.Singleline)]
    private static partial Regex Example();
}
