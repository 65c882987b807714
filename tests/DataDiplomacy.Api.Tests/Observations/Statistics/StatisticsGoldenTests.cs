using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Observations.Statistics;

/// <summary>The reference cases through the HTTP route: names, numbers and nulls as they leave the server.</summary>
public sealed class StatisticsGoldenTests(RunningApi api) : IClassFixture<RunningApi>
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var method in new[] { "mann_kendall", "multiple_testing", "theil_sen" })
            {
                foreach (var id in GoldenCases.Ids(method))
                {
                    data.Add(method, id);
                }
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task Agrees_with_R_and_scipy_over_the_wire(string method, string id)
    {
        var golden = GoldenCases.Case(method, id);
        var body = new { inputs = golden.GetProperty("inputs"), parameters = golden.GetProperty("parameters") };

        var response = await api.Client.PostAsJsonAsync($"/v1/statistics/{method}", body, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        var expected = golden.GetProperty("expected");
        answer.EnumerateObject().Select(p => p.Name).ShouldBe(expected.EnumerateObject().Select(p => p.Name).Append("meta"), ignoreOrder: true);
        answer.GetProperty("meta").GetProperty("method").GetString().ShouldBe(method);
        foreach (var field in expected.EnumerateObject())
        {
            Compare(field.Name, field.Value, answer.GetProperty(field.Name), golden.GetProperty("tolerance"));
        }
    }

    private static void Compare(string field, JsonElement expected, JsonElement got, JsonElement tolerance)
    {
        got.ValueKind.ShouldBe(expected.ValueKind, field);
        if (expected.ValueKind == JsonValueKind.Array)
        {
            got.GetArrayLength().ShouldBe(expected.GetArrayLength(), field);
            foreach (var (e, g) in expected.EnumerateArray().Zip(got.EnumerateArray()))
            {
                Compare(field, e, g, tolerance);
            }

            return;
        }

        if (expected.ValueKind != JsonValueKind.Number)
        {
            got.ToString().ShouldBe(expected.ToString(), field);
            return;
        }

        var allowed = tolerance.GetProperty("abs").GetDouble() + tolerance.GetProperty("rel").GetDouble() * Math.Abs(expected.GetDouble());
        Math.Abs(got.GetDouble() - expected.GetDouble()).ShouldBeLessThanOrEqualTo(allowed, $"{field}: {got} instead of {expected}");
    }
}
