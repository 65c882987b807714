using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Statistics;
using DataDiplomacy.Core.Tests.Statistics;

namespace DataDiplomacy.Api.Tests.Observations.Statistics;

/// <summary>The reference cases through the HTTP route: names, numbers and nulls as they leave the server. Prints how many cases of each method passed.</summary>
public sealed class StatisticsGoldenTests(RunningApi api) : IClassFixture<RunningApi>
{
    public static TheoryData<string> Methods => [.. StatisticalMethods.All.Select(m => m.Id)];

    [Theory, MemberData(nameof(Methods))]
    public async Task Agrees_with_R_and_Python_over_the_wire(string method)
    {
        var ids = GoldenFile.Ids(method).Select(row => row.Data).ToList();

        foreach (var id in ids)
        {
            var golden = GoldenFile.Case(method, id);
            GoldenComparison.Agree(golden, await PostAsync(method, golden));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{method}: {ids.Count} of {ids.Count} reference cases passed");
    }

    /// <summary>The figures of the answer, without what the route says about them.</summary>
    private async Task<JsonElement> PostAsync(string method, JsonElement golden)
    {
        var body = new { inputs = golden.GetProperty("inputs"), parameters = golden.GetProperty("parameters") };
        var response = await api.Client.PostAsJsonAsync($"/v1/statistics/{method}", body, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var answer = (await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken)).ShouldNotBeNull();
        answer.Remove("meta", out var meta).ShouldBeTrue();
        meta.ShouldNotBeNull()["method"].ShouldNotBeNull().GetValue<string>().ShouldBe(method);
        return JsonSerializer.SerializeToElement(answer);
    }
}
