using System.Text.Json;
using DataDiplomacy.Core.Statistics;
using DataDiplomacy.Core.Statistics.Discourse;

namespace DataDiplomacy.Core.Tests.Statistics.Discourse;

public sealed class BurstsTests
{
    private static readonly long[] Relevant = [1, 8, 9, 1, 0, 1, 14, 20, 2, 1];
    private static readonly long[] Total = [40, 50, 45, 60, 30, 40, 70, 80, 50, 55];

    [Fact]
    public void Finds_the_batches_that_stand_out()
    {
        var result = Bursts.Find([0, 4, 0, 0], [4, 4, 4, 4], 2, 0.5);

        // By hand: p0 = 1/4, p1 = 1/2; the second batch is cheaper by 4 ln 2, entering costs ln 2, each other batch dearer by 4 ln 1.5.
        result.P0.ShouldBe(0.25);
        result.P1.ShouldBe(0.5);
        result.States.ShouldBe([0, 1, 0, 0]);
        result.Runs.ShouldNotBeNull().Single().Weight.ShouldBe(4 * Math.Log(2), 1e-14);
        result.TotalCost.ShouldNotBeNull().ShouldBe(-12 * Math.Log(0.75) - 4 * Math.Log(0.5) + 0.5 * Math.Log(4), 1e-12);
    }

    [Fact]
    public void Agrees_with_the_cheapest_of_all_sequences_of_states()
    {
        var random = new Random(2_002);
        for (var draw = 0; draw < 150; draw++)
        {
            var n = random.Next(1, 10);
            long[] total = [.. Enumerable.Range(0, n).Select(_ => (long)random.Next(1, 20))];
            long[] relevant = [.. total.Select(d => random.NextInt64(d / 2 + 1))];
            var (ratio, gamma) = (1.2 + 2 * random.NextDouble(), 1.5 * random.NextDouble());

            var result = Bursts.Find(relevant, total, ratio, gamma);

            if (!result.Defined) continue;
            var cost = Enumerable.Range(0, 1 << n).Min(path => Cost(relevant, total, ratio, gamma, [.. Enumerable.Range(0, n).Select(t => path >> t & 1)]));
            result.TotalCost.ShouldNotBeNull().ShouldBe(cost, 1e-9);
            Cost(relevant, total, ratio, gamma, [.. result.States.ShouldNotBeNull()]).ShouldBe(cost, 1e-9);
        }
    }

    [Fact]
    public void Lists_each_run_of_raised_batches_with_its_weight()
    {
        var result = Bursts.Find(Relevant, Total, 2, 0.5);

        foreach (var run in result.Runs.ShouldNotBeNull())
        {
            var batches = Enumerable.Range(run.Start - 1, run.End - run.Start + 1).ToList();
            batches.ShouldAllBe(t => result.States.ShouldNotBeNull()[t] == 1);
            run.Weight.ShouldBe(batches.Sum(t => StateCost(Relevant[t], Total[t], result.P0.ShouldNotBeNull()) - StateCost(Relevant[t], Total[t], result.P1.ShouldNotBeNull())), 1e-10);
        }
        result.Runs.Sum(run => run.End - run.Start + 1).ShouldBe(result.States.ShouldNotBeNull().Sum());
        result.Runs.Count.ShouldBe(2);
    }

    [Fact]
    public void Takes_the_lower_state_of_equally_cheap_ones() =>
        // p0 = 1/4, p1 = 1/2: entering costs exactly what the second batch saves.
        Bursts.Find([0, 1, 0, 0], [1, 1, 1, 1], 2, 0.5).States.ShouldBe([0, 0, 0, 0]);

    [Fact]
    public void Finds_no_more_bursts_when_entering_costs_more()
    {
        var raised = new[] { 0, 0.5, 1, 2, 5, 1_000 }.Select(gamma => Bursts.Find(Relevant, Total, 2, gamma).States.ShouldNotBeNull().Sum()).ToList();

        raised.ShouldBe(raised.OrderDescending());
        raised[^1].ShouldBe(0);
    }

    [Fact]
    public void Takes_as_many_batches_as_it_promises()
    {
        long[] relevant = [.. Enumerable.Range(0, Bursts.MaxPoints).Select(t => t is >= 500 and < 600 ? 9L : t is > 400 and < 700 ? 0 : t % 2)];

        var result = Bursts.Find(relevant, [.. relevant.Select(_ => 10L)]);

        result.Runs.ShouldNotBeNull().Select(run => (run.Start, run.End)).ShouldBe([(501, 600)]);
    }

    [Fact]
    public void Stays_finite_with_the_largest_batches()
    {
        var result = Bursts.Find([1, 0, Bursts.LargestTotal / 2, 1], [.. Enumerable.Repeat(Bursts.LargestTotal, 4)], 1_000_000, 1_000_000);

        result.P1.ShouldBe(0.9999);
        double.IsFinite(result.TotalCost.ShouldNotBeNull()).ShouldBeTrue();
    }

    [Theory]
    [InlineData("[]", "[]", "insufficient_data")]
    [InlineData("[0,0]", "[5,1]", "no_relevant")]
    [InlineData("[5,1]", "[5,1]", "no_room_above")]
    public void Is_undefined_where_no_burst_can_be(string relevant, string total, string reason) =>
        Run(relevant, total).Result.ShouldNotBeNull().ToJsonString().ShouldBe($$"""{"defined":false,"reason":"{{reason}}"}""");

    [Fact]
    public void Refuses_what_is_no_series_of_batches()
    {
        Should.Throw<ArgumentException>(() => Bursts.Find([1], [1, 2]));
        Should.Throw<ArgumentException>(() => Bursts.Find([2], [1]));
        Should.Throw<ArgumentException>(() => Bursts.Find([0], [0]));
        Should.Throw<ArgumentOutOfRangeException>(() => Bursts.Find([1], [2], 1));
        Should.Throw<ArgumentOutOfRangeException>(() => Bursts.Find([1], [2], 2, double.NaN));
    }

    [Theory]
    [InlineData("[1,3]", "[2,2]", "{}", "inputs.relevant[1]")]
    [InlineData("[1,-1]", "[2,2]", "{}", "inputs.relevant[1]")]
    [InlineData("[1,0]", "[2,0]", "{}", "inputs.total[1]")]
    [InlineData("[1,null]", "[2,2]", "{}", "inputs.relevant[1]")]
    [InlineData("[1]", "[2,2]", "{}", "inputs.total")]
    [InlineData("[1]", "[2]", """{"s":1}""", "parameters.s")]
    [InlineData("[1]", "[2]", """{"s":0.5}""", "parameters.s")]
    [InlineData("[1]", "[2]", """{"gamma":-1}""", "parameters.gamma")]
    public void Names_the_field_at_fault(string relevant, string total, string parameters, string field) =>
        Run(relevant, total, parameters).Error.ShouldNotBeNull().Field.ShouldBe(field);

    [Fact]
    public void Writes_an_empty_list_where_there_is_no_burst() =>
        Run("[1,1,1,1]", "[9,9,9,9]").Result.ShouldNotBeNull().ToJsonString().ShouldEndWith("\"states\":[0,0,0,0],\"bursts\":[]}");

    [Fact]
    public void Warns_about_a_common_topic_and_a_lasting_burst()
    {
        var run = Run("[0,90,90,90]", "[99,99,99,99]", """{"s":2,"gamma":0}""");

        run.Warnings.Count.ShouldBe(2);
        run.Warnings[^1].ShouldBe("The raised share was cut to 0.9999: the topic is too common for this s.");
    }

    private static StatisticalRun Run(string relevant, string total, string parameters = "{}") => StatisticalMethods
        .Run("bursts", JsonElement.Parse($$"""{"relevant":{{relevant}},"total":{{total}}}"""), JsonElement.Parse(parameters)).ShouldNotBeNull();

    private static double Cost(long[] relevant, long[] total, double ratio, double gamma, int[] states)
    {
        var usual = relevant.Sum() / (double)total.Sum();
        var (cost, before) = (0.0, 0);
        for (var t = 0; t < states.Length; t++)
        {
            cost += StateCost(relevant[t], total[t], states[t] == 0 ? usual : Math.Min(ratio * usual, 0.9999));
            if (states[t] > before) cost += gamma * Math.Log(states.Length);
            before = states[t];
        }
        return cost;
    }

    private static double StateCost(long relevant, long total, double share)
    {
        var ways = 0.0;
        for (var i = 1; i <= relevant; i++) ways += Math.Log((total - relevant + i) / (double)i);
        return -(ways + relevant * Math.Log(share) + (total - relevant) * Math.Log(1 - share));
    }
}
