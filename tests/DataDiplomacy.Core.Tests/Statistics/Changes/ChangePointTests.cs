using System.Text.Json;
using DataDiplomacy.Core.Statistics;
using DataDiplomacy.Core.Statistics.Changes;

namespace DataDiplomacy.Core.Tests.Statistics.Changes;

public sealed class ChangePointTests
{
    [Fact]
    public void Agrees_with_a_search_of_all_partitions()
    {
        var random = new Random(20260106);
        var defined = 0;
        for (var draw = 0; draw < 150; draw++)
        {
            var minSize = random.Next(1, 4);
            var values = RandomSeries.Tied(random, random.Next(4, 13), random.Next(2, 40), 0.05);
            var x = RandomSeries.Present(values);
            var penalty = random.NextDouble() * 20;

            var result = ChangePoint.Find(values, new ChangePointSettings { MinSize = minSize, Penalty = penalty });

            if (!result.Defined) continue;
            defined++;
            var all = Partitions(x.Length, minSize).ToList();
            foreach (var partition in result.OptimalByM.ShouldNotBeNull())
            {
                partition.Rss.ShouldNotBeNull().ShouldBe(all.Where(p => p.Length == partition.M).Min(p => Squares(x, p)), 1e-9);
                Squares(x, [.. partition.Changes]).ShouldBe(partition.Rss.GetValueOrDefault(), 1e-9);
                partition.Changes.Count.ShouldBe(partition.M);
            }
            var pelt = result.PeltChanges.ShouldNotBeNull();
            result.PeltObjective.ShouldNotBeNull().ShouldBe(all.Min(p => Squares(x, p) + penalty * p.Length), 1e-9);
            (Squares(x, [.. pelt]) + penalty * pelt.Count).ShouldBe(result.PeltObjective.GetValueOrDefault(), 1e-9);
            all.ShouldContain(p => p.SequenceEqual(pelt));
        }
        defined.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Prunes_without_losing_the_optimum()
    {
        var random = new Random(20260107);
        for (var draw = 0; draw < 100; draw++)
        {
            var (n, minSize, penalty) = (random.Next(20, 80), random.Next(1, 8), random.NextDouble() * 10);
            double?[] values = [.. RandomSeries.Tied(random, n, 8).Select((v, i) => v + i / 15 % 3 * 2)];

            var result = ChangePoint.Find(values, new ChangePointSettings { MinSize = minSize, Penalty = penalty });

            result.PeltObjective.ShouldNotBeNull().ShouldBe(Unpruned(RandomSeries.Present(values), minSize, penalty), 1e-8);
        }
    }

    [Fact]
    public void Works_out_criterion_and_penalty_from_their_formulas()
    {
        double?[] values = [1, 3, 2, 4, 9, 8, 9, 7, 8, 12];

        var result = ChangePoint.Find(values, new ChangePointSettings { MinSize = 2, PenaltyFactor = 2 });

        // Differences 2, -1, 2, 5, -1, 1, -2, 1, 4: median 1, distances from it 1, 2, 1, 4, 2, 0, 3, 0, 3: median 2.
        result.Sigma2.ShouldNotBeNull().ShouldBe(Math.Pow(1.4826 * 2, 2) / 2, 1e-12);
        result.PenaltyUsed.ShouldNotBeNull().ShouldBe(Math.Pow(1.4826 * 2, 2) * Math.Log(10), 1e-12);
        result.Rss0.ShouldNotBeNull().ShouldBe(116.1, 1e-12);
        result.Bic.ShouldNotBeNull()[0].ShouldNotBeNull().ShouldBe(10 * (Math.Log(116.1) + 1 - Math.Log(10) + Math.Log(2 * Math.PI)) + 2 * Math.Log(10), 1e-12);
        result.OptimalByM.ShouldNotBeNull().Count.ShouldBe(3);
        result.OptimalByM[0].Changes.ShouldBe([4]);
    }

    [Fact]
    public void Does_not_depend_on_shift_scale_and_direction()
    {
        double?[] values = [.. RandomSeries.Autoregressive(new Random(3), 60, 0.1).Select((v, i) => v + (i < 25 ? 0 : 3))];

        var plain = ChangePoint.Find(values);
        var moved = ChangePoint.Find([.. values.Select(v => 1e6 - 4 * v)]);
        var reversed = ChangePoint.Find([.. values.AsEnumerable().Reverse()]);

        plain.PeltChanges.ShouldBe([25]);
        moved.PeltChanges.ShouldBe([25]);
        moved.PeltObjective.ShouldNotBeNull().ShouldBe(16 * plain.PeltObjective.ShouldNotBeNull(), 1e-6);
        reversed.PeltChanges.ShouldBe([35]);
        reversed.BicChanges.ShouldBe([35]);
    }

    [Fact]
    public void Asks_for_a_penalty_where_differences_have_no_spread()
    {
        var run = Run("""[0.1,0.1,0.1,0.1,0.1,0.3,0.3,0.3,0.3,0.3]""");

        run.Result.ShouldNotBeNull()["pelt_changes"].ShouldBeNull();
        run.Result["sigma2"].ShouldNotBeNull().GetValue<double>().ShouldBe(0);
        run.Result["bic_changes"].ShouldNotBeNull().ToJsonString().ShouldBe("[5]");
        run.Result["bic"].ShouldNotBeNull()[1].ShouldBeNull();
        run.Warnings.Count.ShouldBe(2);
        Run("[0.1,0.1,0.1,0.1,0.1,0.3,0.3,0.3,0.3,0.3]", """{"penalty":0.01}""").Result.ShouldNotBeNull()["pelt_changes"].ShouldNotBeNull().ToJsonString().ShouldBe("[5]");
    }

    [Fact]
    public void Shows_one_change_where_two_segments_just_fit() =>
        ChangePoint.Find([1, 2, 1, 5, 6, 5], new ChangePointSettings { MinSize = 3 }).OptimalByM.ShouldNotBeNull().ShouldHaveSingleItem().Changes.ShouldBe([3]);

    [Fact]
    public void Takes_as_many_values_as_it_promises()
    {
        var random = new Random(11);
        double?[] noise = [.. Enumerable.Range(0, ChangePoint.MaxPoints).Select(i => (double?)random.NextDouble() + (i < 4_000 ? 0 : 5))];

        var result = ChangePoint.Find(noise);

        result.OptimalByM.ShouldNotBeNull()[0].Changes.ShouldBe([4_000]);
        result.PeltChanges.ShouldBe([4_000]);
    }

    [Theory]
    [InlineData("[]", "insufficient_data")]
    [InlineData("[1,2,3,4,5,6,7,8,9,null]", "insufficient_data")]
    [InlineData("[2,2,2,2,2,2,2,2,2,2]", "constant")]
    public void Says_why_it_is_undefined(string values, string reason) =>
        Run(values).Result.ShouldNotBeNull().ToJsonString().ShouldBe($$"""{"defined":false,"reason":"{{reason}}"}""");

    [Theory]
    [InlineData("""{"min_size":0}""", "parameters.min_size")]
    [InlineData("""{"penalty":-1}""", "parameters.penalty")]
    [InlineData("""{"penalty_factor":-1}""", "parameters.penalty_factor")]
    public void Refuses_settings_out_of_range(string parameters, string field) =>
        Run("[1,2]", parameters).Error.ShouldNotBeNull().Field.ShouldBe(field);

    [Fact]
    public void Refuses_arguments_out_of_range()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => ChangePoint.Find([1, 2], new ChangePointSettings { MinSize = 0 }));
        Should.Throw<ArgumentException>(() => ChangePoint.Find([1, 2], new ChangePointSettings { Penalty = double.NaN }));
        Should.Throw<ArgumentException>(() => ChangePoint.Find([1, 2], new ChangePointSettings { PenaltyFactor = -1 }));
        Should.Throw<ArgumentException>(() => ChangePoint.Find(new double?[5_001]));
    }

    [Fact]
    public void Warns_of_correlation() =>
        Run(JsonSerializer.Serialize(RandomSeries.Autoregressive(new Random(2), 60, 0.9)), """{"penalty":1000}""").Warnings
            .ShouldContain(w => w.StartsWith("Neighbouring values are correlated"));

    [Fact]
    public void Gives_null_and_not_zero_where_a_square_is_too_small()
    {
        double?[] values = [.. new[] { 0.0, 1, 0, 2, 1, 9, 8, 9, 10, 9 }.Select(value => (double?)(value * 1e-170))];

        var result = ChangePoint.Find(values);

        result.PeltChanges.ShouldNotBeNull().ShouldBe([5]);
        (result.Rss0, result.Sigma2, result.PenaltyUsed, result.PeltObjective).ShouldBe((null, null, null, null));
    }

    [Fact]
    public void Gives_no_NaN_at_the_ends_of_the_range()
    {
        foreach (var values in RandomSeries.Extremes)
        {
            foreach (var parameters in new[] { "{}", """{"penalty":1e308,"min_size":1}""", """{"penalty":0,"min_size":1}""", """{"penalty":5e-324}""" })
                Run(JsonSerializer.Serialize(values), parameters).Result.ShouldNotBeNull().ToJsonString().ShouldStartWith("{\"defined\":");
        }
    }

    private static StatisticalRun Run(string values, string parameters = "{}") => StatisticalMethods
        .Run("changepoint", JsonElement.Parse($$"""{"values":{{values}}}"""), JsonElement.Parse(parameters)).ShouldNotBeNull();

    private static IEnumerable<int[]> Partitions(int n, int minSize, int from = 0)
    {
        if (n - from >= minSize) yield return [];
        for (var end = from + minSize; end <= n - minSize; end++)
            foreach (var rest in Partitions(n, minSize, end)) yield return [end, .. rest];
    }

    private static double Squares(double[] x, int[] changes) => changes.Append(x.Length).Zip(changes.Prepend(0), (end, start) =>
    {
        var mean = x[start..end].Average();
        return x[start..end].Sum(v => (v - mean) * (v - mean));
    }).Sum();

    private static double Unpruned(double[] x, int minSize, double penalty)
    {
        var best = new double[x.Length + 1];
        for (var end = 1; end <= x.Length; end++)
        {
            best[end] = double.PositiveInfinity;
            for (var start = 0; start <= end - minSize; start++)
                best[end] = Math.Min(best[end], (start == 0 ? 0 : best[start] + penalty) + Squares(x[start..end], []));
        }
        return best[^1];
    }
}
