using System.Globalization;
using DataDiplomacy.Api.Graph;

namespace DataDiplomacy.Api.Tests.Graph;

public sealed class BatchLoaderTests
{
    private readonly List<int[]> fetches = [];

    [Fact]
    public async Task Fetches_all_keys_of_a_level_at_once_and_each_key_once()
    {
        var loader = new BatchLoader<int, string>(FetchAsync);
        var results = new[] { 1, 2, 1, 3 }.Select(loader.Load).ToList();

        var values = new List<string?>();
        foreach (var result in results) values.Add(await result.GetResultAsync(TestContext.Current.CancellationToken));

        values.ShouldBe(["1", "2", "1", "3"]);
        fetches.ShouldHaveSingleItem().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Does_not_fetch_a_key_again_at_a_deeper_level()
    {
        var loader = new BatchLoader<int, string>(FetchAsync);
        await loader.Load(1).GetResultAsync(TestContext.Current.CancellationToken);

        var again = loader.Load(1);
        var other = loader.Load(2);

        (await again.GetResultAsync(TestContext.Current.CancellationToken)).ShouldBe("1");
        (await other.GetResultAsync(TestContext.Current.CancellationToken)).ShouldBe("2");
        fetches.ShouldBe([[1], [2]]);
    }

    [Fact]
    public async Task Splits_above_the_cap()
    {
        var loader = new BatchLoader<int, string>(FetchAsync, maxBatch: 2);
        var results = Enumerable.Range(1, 5).Select(loader.Load).ToList();

        foreach (var result in results) await result.GetResultAsync(TestContext.Current.CancellationToken);

        fetches.ShouldBe([[1, 2], [3, 4], [5]]);
    }

    [Fact]
    public async Task Takes_at_most_500_keys_in_one_fetch()
    {
        var loader = new BatchLoader<int, string>(FetchAsync);
        var results = Enumerable.Range(1, 501).Select(loader.Load).ToList();

        foreach (var result in results) await result.GetResultAsync(TestContext.Current.CancellationToken);

        fetches.Select(keys => keys.Length).ShouldBe([500, 1]);
    }

    [Fact]
    public async Task A_key_without_a_value_is_null()
    {
        var loader = new BatchLoader<int, string>(FetchAsync);

        var value = await loader.Load(-1).GetResultAsync(TestContext.Current.CancellationToken);

        value.ShouldBeNull();
    }

    [Fact]
    public async Task A_failure_reaches_each_key_and_is_not_tried_again()
    {
        var tries = 0;
        var loader = new BatchLoader<int, string>((_, _) => throw new InvalidOperationException($"try {++tries}"));
        var (first, second) = (loader.Load(1), loader.Load(2));

        var one = await Should.ThrowAsync<InvalidOperationException>(first.GetResultAsync(TestContext.Current.CancellationToken));
        var two = await Should.ThrowAsync<InvalidOperationException>(second.GetResultAsync(TestContext.Current.CancellationToken));

        one.Message.ShouldBe("try 1");
        two.ShouldBeSameAs(one);
        tries.ShouldBe(1);
    }

    [Fact]
    public async Task Passes_the_cancellation_on()
    {
        using var source = new CancellationTokenSource();
        CancellationToken passed = default;
        var loader = new BatchLoader<int, string>((keys, token) =>
        {
            passed = token;
            return FetchAsync(keys, token);
        });

        await loader.Load(1).GetResultAsync(source.Token);

        passed.ShouldBe(source.Token);
    }

    [Fact]
    public async Task A_query_fetches_once_per_level_however_many_parents_there_are()
    {
        await using var host = await GraphHost.StartAsync();

        var answer = await host.PostAsync("{ all { id cities { name country { id cities { name } } } } }");

        answer.Errors.ShouldBeEmpty();
        host.Atlas.Fetches.ShouldBe(["cities:IT,CI,JP", "countries:IT,CI"]);
    }

    [Fact]
    public async Task A_parent_without_children_has_null()
    {
        await using var host = await GraphHost.StartAsync();

        var answer = await host.PostAsync("{ country(code: \"JP\") { cities { name } } }");

        answer.Data.ShouldBe("{\"country\":{\"cities\":null}}");
    }

    [Fact]
    public async Task One_failed_fetch_is_logged_once_and_shown_for_each_field()
    {
        await using var host = await GraphHost.StartAsync();

        var answer = await host.PostAsync("{ all { twin { id } } }");

        answer.Data.ShouldBe("{\"all\":[{\"twin\":null},{\"twin\":null},{\"twin\":null}]}");
        answer.Errors.Count.ShouldBe(3);
        host.Atlas.Fetches.ShouldBe(["failing:IT,CI,JP"]);
        host.Log.Errors.ShouldHaveSingleItem().ShouldStartWith("GraphQL field Country.twin failed: System.InvalidOperationException");
    }

    private Task<IReadOnlyDictionary<int, string>> FetchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        fetches.Add([.. keys]);
        return Task.FromResult<IReadOnlyDictionary<int, string>>(
            keys.Where(key => key > 0).ToDictionary(key => key, key => key.ToString(CultureInfo.InvariantCulture)));
    }
}
