using System.Net;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Statistics;

namespace DataDiplomacy.Api.Tests.Observations.Statistics;

public sealed class StatisticsTests(RunningApi api) : IClassFixture<RunningApi>
{
    [Fact]
    public async Task Gives_the_figures_at_the_top_level_beside_meta()
    {
        // Ten pairs, nine rising and one falling: S = 8, tau = 8/10; exact p = 2 (1 + 4)/120 (Kendall, Rank Correlation Methods, 1975: P(S >= 8 | n = 5) = 0.042).
        var (status, answer) = await PostAsync("mann_kendall", """{ "inputs": { "values": [1, 2, 3, null, 5, 4] } }""");

        status.ShouldBe(HttpStatusCode.OK);
        answer.GetProperty("defined").GetBoolean().ShouldBeTrue();
        answer.GetProperty("n").GetInt32().ShouldBe(5);
        answer.GetProperty("s").GetInt32().ShouldBe(8);
        answer.GetProperty("tau_b").GetDouble().ShouldBe(0.8, 1e-12);
        answer.GetProperty("p_exact").GetDouble().ShouldBe(10.0 / 120, 1e-12);
        answer.GetProperty("meta").GetProperty("version").GetString().ShouldBe("1.0");
        answer.GetProperty("meta").GetProperty("warnings").EnumerateArray().Select(w => w.GetString()).ShouldContain("1 missing values were dropped.");
    }

    [Fact]
    public async Task Says_undefined_with_the_reason_and_no_figures()
    {
        var (status, answer) = await PostAsync("theil_sen", """{ "inputs": { "times": [2020], "values": [1] }, "parameters": null }""");

        status.ShouldBe(HttpStatusCode.OK);
        answer.EnumerateObject().Select(p => p.Name).ShouldBe(["defined", "reason", "meta"]);
        answer.GetProperty("defined").GetBoolean().ShouldBeFalse();
        answer.GetProperty("reason").GetString().ShouldBe("insufficient_data");
    }

    [Theory]
    [InlineData("""{ "inputs": { "values": [1, "2"] } }""", "inputs.values[1]")]
    [InlineData("""{ "inputs": { "values": [1], "value": [2] } }""", "inputs.value")]
    [InlineData("""{ "inputs": { "values": [1] }, "parameters": { "alpha": 0.1 } }""", "parameters.alpha")]
    [InlineData("""{ "inputs": { "values": 1 } }""", "inputs.values")]
    [InlineData("""{ "inputs": [1, 2] }""", "inputs")]
    [InlineData("""{ "inputs": { "values": [1] }, "parameters": [] }""", "parameters")]
    [InlineData("""{ "inputs": { "values": [1] }, "params": {} }""", "params")]
    [InlineData("""{ "parameters": {} }""", "body")]
    [InlineData("""{ "inputs": { "values": [1, """, "inputs")]
    [InlineData("", "body")]
    public async Task Refuses_a_wrong_body_and_names_the_field(string body, string field)
    {
        var (status, problem) = await PostAsync("mann_kendall", body);

        status.ShouldBe(HttpStatusCode.BadRequest);
        problem.GetProperty("type").GetString().ShouldBe("invalid-request");
        problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe([field]);
    }

    [Fact]
    public async Task Refuses_more_points_than_the_method_takes()
    {
        var numbers = string.Join(',', Enumerable.Repeat("1", 5_001));

        var (status, problem) = await PostAsync("theil_sen", $$"""{ "inputs": { "times": [{{numbers}}], "values": [1] } }""");

        status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        problem.GetProperty("detail").GetString().ShouldBe("inputs.times has 5001 elements; at most 5000 are accepted.");
    }

    [Fact]
    public async Task Refuses_a_body_of_more_than_8_MiB()
    {
        var (status, problem) = await PostAsync("mann_kendall", $$"""{ "inputs": { "values": [1{{new string(' ', 8 * 1024 * 1024)}}] } }""");

        status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        problem.GetProperty("type").GetString().ShouldBe("too-large");
    }

    [Fact]
    public async Task Refuses_a_body_that_is_not_JSON()
    {
        var (status, problem) = await PostAsync("mann_kendall", "values\n1\n2\n", "text/csv");

        status.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        problem.GetProperty("type").GetString().ShouldBe("unsupported-media-type");
    }

    [Fact]
    public async Task Suggests_the_method_that_was_meant()
    {
        var (status, problem) = await PostAsync("mann-kendal", """{ "inputs": { "values": [1, 2, 3] } }""");

        status.ShouldBe(HttpStatusCode.NotFound);
        problem.GetProperty("suggestions").EnumerateArray().Select(s => s.GetString()).ShouldBe(["mann_kendall"]);
    }

    [Fact]
    public async Task Lists_the_methods_page_by_page_with_formula_source_and_limits()
    {
        var all = StatisticalMethods.All.Select(m => m.Id).ToList();

        var first = await GetAsync("/v1/statistics?limit=2&count=exact");
        var second = await GetAsync($"/v1/statistics?count=exact&cursor={first.GetProperty("next").GetString()}");

        var methods = first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray()).ToList();
        methods.Select(m => m.GetProperty("id").GetString()).ShouldBe(all);
        methods.ShouldAllBe(m => new[] { "formula", "source", "limits", "version" }.All(f => m.GetProperty(f).GetString() != ""));
        first.GetProperty("total").GetInt32().ShouldBe(all.Count);
        second.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Describes_one_method_with_its_inputs_and_parameters()
    {
        var method = await GetAsync("/v1/statistics/theil_sen");

        method.GetProperty("inputs").EnumerateArray().Select(i => i.GetProperty("name").GetString()).ShouldBe(["times", "values"]);
        method.GetProperty("parameters")[0].GetProperty("default").GetDouble().ShouldBe(0.95);
    }

    private async Task<JsonElement> GetAsync(string path)
    {
        var text = await api.Client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(string method, string body, string mediaType = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/v1/statistics/{method}", UriKind.Relative));
        request.Content = new StringContent(body, Encoding.UTF8, mediaType);
        // The client waits for leave before it sends the body, so that a refusal does not meet a half-sent one.
        request.Headers.ExpectContinue = true;
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }
}
