using DataDiplomacy.Api.Graph;
using DataDiplomacy.Api.Http;
using GraphQL;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Graph;

public sealed class QueryCostTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1_999, 0)]
    [InlineData(2_000, 1)]
    [InlineData(100_000, 99)]
    public void Adds_to_the_request_one_for_each_further_thousand_points(double complexity, int more)
    {
        var window = new RateWindow(new RateWindows(), "someone", 1_000, DateTimeOffset.UnixEpoch);

        new QueryCost { Window = window }.TryCharge(complexity).ShouldBeTrue();

        window.Left.ShouldBe(1_000 - more);
    }

    [Fact]
    public async Task A_query_beyond_the_quota_reads_nothing()
    {
        await using var host = await GraphHost.StartAsync();
        var window = new RateWindow(new RateWindows(), "someone", 1, DateTimeOffset.UnixEpoch);
        window.TryAdd(5);
        await using var request = host.Services.CreateAsyncScope();
        var cost = request.ServiceProvider.GetRequiredService<QueryCost>();
        cost.Window = window;

        var result = await host.ExecuteAsync(new ExecutionOptions { Query = "{ countries(first: 1000) { nodes { id name } } }", RequestServices = request.ServiceProvider });

        result.Executed.ShouldBeFalse();
        cost.Refusal.ShouldNotBeNull().Problem.ShouldBe(Problems.TooManyRequests);
    }

    [Fact]
    public void Counts_nothing_where_requests_are_not_counted()
    {
        new QueryCost().TryCharge(100_000).ShouldBeTrue();
    }
}
