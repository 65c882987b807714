using System.Text.Json;
using DataDiplomacy.Core.Statistics;
using DataDiplomacy.Core.Statistics.Seasons;

namespace DataDiplomacy.Core.Tests.Statistics.Seasons;

public sealed class StlTests
{
    private static readonly double?[] Quarters =
        [.. RandomSeries.Autoregressive(new Random(1), 42, 0.3, 0.1).Select((v, i) => v + (i % 4) switch { 0 => 3, 1 => -1, 2 => 0.5, _ => -2.5 })];

    [Fact]
    public void Agrees_with_the_procedure_written_out()
    {
        var random = new Random(20260109);
        for (var draw = 0; draw < 120; draw++)
        {
            var period = random.Next(2, 7);
            var values = RandomSeries.Tied(random, random.Next(2 * period + 1, 8 * period), 30);
            // A trend over 3 values fits exactly, and robustness weights would be made of rounding: 5 at least.
            var naive = new NaiveStl(period, Odd(random, 3, 13), random.Next(2), Odd(random, 5, 25), Odd(random, 3, 15), random.Next(1, 3), random.Next(3));

            var result = Stl.Decompose(values, Settings(naive));

            var (seasonal, trend, weights) = naive.Decompose(RandomSeries.Present(values));
            result.Seasonal.ShouldNotBeNull().ShouldBe(seasonal, 1e-7);
            result.Trend.ShouldNotBeNull().ShouldBe(trend, 1e-7);
            result.RobustnessWeights.ShouldNotBeNull().ShouldBe(weights, 1e-6);
        }
    }

    [Fact]
    public void Repeats_one_season_where_it_is_periodic()
    {
        var result = Stl.Decompose(Quarters, new StlSettings { Period = 4 });

        var naive = new NaiveStl(4, 421, 0, 7, 5, 2, 0).Decompose(RandomSeries.Present(Quarters));
        double[] means = [.. Enumerable.Range(0, 4).Select(s => naive.Seasonal.Where((_, i) => i % 4 == s).Average())];
        result.Seasonal.ShouldNotBeNull().ShouldBe(Quarters.Select((_, i) => means[i % 4]), 1e-9);
        result.Trend.ShouldNotBeNull().ShouldBe(naive.Trend, 1e-9);
    }

    [Fact]
    public void Adds_up_to_the_values()
    {
        var result = Stl.Decompose(Quarters, new StlSettings { Period = 4, Periodic = false, Robust = true });

        for (var i = 0; i < Quarters.Length; i++)
        {
            var sum = result.Seasonal.ShouldNotBeNull()[i] + result.Trend.ShouldNotBeNull()[i] + result.Remainder.ShouldNotBeNull()[i];
            sum.ShouldBe(Quarters[i].GetValueOrDefault(), 1e-12);
        }
        result.StrengthSeason.ShouldNotBeNull().ShouldBeInRange(0.8, 1);
    }

    [Fact]
    public void Follows_scale_and_shift_of_the_values()
    {
        var settings = new StlSettings { Period = 4, Periodic = false, SWindow = 5 };
        var plain = Stl.Decompose(Quarters, settings);

        var moved = Stl.Decompose([.. Quarters.Select(v => 100 - 4 * v)], settings);

        moved.Seasonal.ShouldNotBeNull().ShouldBe(plain.Seasonal.ShouldNotBeNull().Select(s => -4 * s), 1e-10);
        moved.Trend.ShouldNotBeNull().ShouldBe(plain.Trend.ShouldNotBeNull().Select(t => 100 - 4 * t), 1e-10);
        moved.StrengthTrend.ShouldNotBeNull().ShouldBe(plain.StrengthTrend.ShouldNotBeNull(), 1e-10);
    }

    [Fact]
    public void Finds_a_line_and_a_season_that_are_nothing_else()
    {
        double[] season = [2, -1, -1];

        var result = Stl.Decompose([.. Enumerable.Range(0, 36).Select(i => (double?)(5 + 0.5 * i + season[i % 3]))], new StlSettings { Period = 3, SDegree = 1, Periodic = false });

        result.Trend.ShouldNotBeNull()[18].ShouldBe(14, 1e-6);
        result.Seasonal.ShouldNotBeNull()[18].ShouldBe(2, 1e-6);
        result.StrengthSeason.ShouldNotBeNull().ShouldBe(1, 1e-6);
    }

    [Fact]
    public void Leaves_outliers_out_where_it_is_robust()
    {
        double?[] values = [.. Quarters];
        values[20] = 500;

        var result = Stl.Decompose(values, new StlSettings { Period = 4, Robust = true });

        result.RobustnessWeights.ShouldNotBeNull()[20].ShouldBe(0);
        result.Remainder.ShouldNotBeNull()[20].ShouldBeGreaterThan(450);
    }

    [Fact]
    public void Has_no_strength_where_nothing_varies()
    {
        var result = Stl.Decompose([.. Enumerable.Repeat((double?)0.1, 30)], new StlSettings { Period = 4 });

        result.StrengthTrend.ShouldBeNull();
        result.StrengthSeason.ShouldBeNull();
        result.Trend.ShouldNotBeNull()[7].ShouldBe(0.1, 1e-15);
    }

    [Fact]
    public void Takes_as_many_values_and_rounds_as_it_promises()
    {
        var values = RandomSeries.Autoregressive(new Random(2), Stl.MaxPoints, 0.5);

        var result = Stl.Decompose(values, new StlSettings
        {
            Period = 2,
            Periodic = false,
            SWindow = 20_001,
            SDegree = 1,
            TWindow = 1_999,
            LWindow = 1_999,
            Inner = Stl.MaxInner,
            Outer = Stl.MaxOuter
        });

        result.N.ShouldBe(2_000);
        result.Trend.ShouldNotBeNull().ShouldAllBe(t => Math.Abs(t) < 1);
    }

    [Theory]
    [InlineData("[]", "insufficient_data")]
    [InlineData("[1,2,3,4,5,6,7,8]", "insufficient_data")]
    [InlineData("[1,2,3,4,5,6,7,8,null]", "gaps")]
    public void Says_why_it_is_undefined(string values, string reason) =>
        Run(values, """{"period":4}""").Result.ShouldNotBeNull().ToJsonString().ShouldBe($$"""{"defined":false,"reason":"{{reason}}"}""");

    [Theory]
    [InlineData("{}", "parameters.period")]
    [InlineData("""{"period":1}""", "parameters.period")]
    [InlineData("""{"period":4,"s_window":8}""", "parameters.s_window")]
    [InlineData("""{"period":4,"t_window":1}""", "parameters.t_window")]
    [InlineData("""{"period":4,"l_window":4}""", "parameters.l_window")]
    [InlineData("""{"period":4,"s_degree":2}""", "parameters.s_degree")]
    [InlineData("""{"period":4,"inner":4}""", "parameters.inner")]
    [InlineData("""{"period":4,"outer":16}""", "parameters.outer")]
    [InlineData("""{"period":4,"periodic":1}""", "parameters.periodic")]
    public void Refuses_settings_out_of_range(string parameters, string field) =>
        Run("[1,2]", parameters).Error.ShouldNotBeNull().Field.ShouldBe(field);

    [Fact]
    public void Refuses_arguments_out_of_range()
    {
        Should.Throw<ArgumentException>(() => Stl.Decompose([1, 2], new StlSettings { Period = 1 }));
        Should.Throw<ArgumentException>(() => Stl.Decompose([1, 2], new StlSettings { Period = 2, SWindow = 4 }));
        Should.Throw<ArgumentException>(() => Stl.Decompose([1, 2], new StlSettings { Period = 2, SDegree = 2 }));
        Should.Throw<ArgumentException>(() => Stl.Decompose([1, 2], new StlSettings { Period = 2, Outer = 16 }));
        Should.Throw<ArgumentException>(() => Stl.Decompose(new double?[2_001], new StlSettings { Period = 2 }));
    }

    [Fact]
    public void Warns_of_few_cycles_and_of_values_left_out()
    {
        Run("[1,2,3,1,2,4,1,2,5,1]", """{"period":3}""").Warnings.ShouldContain("Fewer than 5 cycles (3.33): season and remainder cannot be told apart.");
        Run(JsonSerializer.Serialize(Quarters.Select((v, i) => i == 20 ? 500 : v)), """{"period":4,"robust":true}""").Warnings
            .ShouldContain(w => w.EndsWith("values were left out as outliers (weight 0)."));
    }

    [Fact]
    public void Gives_no_NaN_at_the_ends_of_the_range()
    {
        foreach (var values in RandomSeries.Extremes)
        {
            foreach (var parameters in new[] { """{"period":3}""", """{"period":2,"robust":true}""", """{"period":12,"periodic":false,"s_degree":1}""" })
                Run(JsonSerializer.Serialize(values), parameters).Result.ShouldNotBeNull().ToJsonString().ShouldStartWith("{\"defined\":");
        }
    }

    private static StatisticalRun Run(string values, string parameters = "{}") => StatisticalMethods
        .Run("stl", JsonElement.Parse($$"""{"values":{{values}}}"""), JsonElement.Parse(parameters)).ShouldNotBeNull();

    private static int Odd(Random random, int least, int most) => 2 * random.Next(least / 2, most / 2 + 1) + 1;

    private static StlSettings Settings(NaiveStl naive) => new()
    {
        Period = naive.Period,
        Periodic = false,
        SWindow = naive.SWindow,
        SDegree = naive.SDegree,
        TWindow = naive.TWindow,
        LWindow = naive.LWindow,
        Inner = naive.Inner,
        Outer = naive.Outer
    };
}
