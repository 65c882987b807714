using System.Text.Json;
using DataDiplomacy.Core.Statistics;
using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Core.Tests.Statistics.Trends;

public sealed class GrowthTests
{
    [Fact]
    public void Agrees_with_the_formulas_written_out()
    {
        var random = new Random(20260104);
        for (var draw = 0; draw < 200; draw++)
        {
            var n = random.Next(2, 15);
            double?[] times = [.. Enumerable.Range(0, n).Select(i => (double?)(2000 + 2 * i + random.Next(2)))];
            double?[] values = [.. RandomSeries.Tied(random, n, 20, 0.1).Select(v => v + 1)];
            var target = new GrowthTarget(2040, 1 + random.Next(20), random.Next(2) == 0);

            var result = Growth.Measure(times, values, target);

            var points = times.Zip(values).Where(p => p.Second is not null).Select(p => (T: p.First.GetValueOrDefault(), Y: p.Second.GetValueOrDefault())).ToList();
            result.Defined.ShouldBe(points.Count >= 2);
            if (result.Defined) Agree(result, points, target);
        }
    }

    [Fact]
    public void Takes_the_points_in_any_order()
    {
        var plain = Growth.Measure([2015, 2016, 2018, 2020], [10, 11, 12, 15], new GrowthTarget(2030, 20, true));

        Growth.Measure([2020, 2015, 2018, 2016], [15, 10, 12, 11], new GrowthTarget(2030, 20, true)).ShouldBe(plain);
    }

    [Fact]
    public void Does_not_depend_on_the_unit_of_the_values()
    {
        var plain = Growth.Measure([2015, 2016, 2018, 2020], [10, 11, 12, 15], new GrowthTarget(2030, 20, true));

        var other = Growth.Measure([2015, 2016, 2018, 2020], [80, 88, 96, 120], new GrowthTarget(2030, 160, true));

        other.Cagr.ShouldBe(plain.Cagr);
        other.Ratio.ShouldBe(plain.Ratio);
        other.OlsLogGrowth.ShouldNotBeNull().ShouldBe(plain.OlsLogGrowth.ShouldNotBeNull(), 1e-12);
    }

    [Fact]
    public void Leaves_progress_out_without_a_target()
    {
        var run = Run("[0,1]", "[100,200]");

        run.Result.ShouldNotBeNull().ToJsonString().ShouldEndWith("\"required_cagr\":null,\"ratio\":null,\"category\":null}");
        Growth.Measure([0, 1], [100, 200]).Cagr.ShouldNotBeNull().ShouldBe(1, 1e-15);
    }

    [Theory]
    [InlineData(0, true, null)]
    [InlineData(0, false, null)]
    [InlineData(-5, true, "TargetAchieved")]
    [InlineData(10, true, "TargetAchieved")]
    [InlineData(10, false, "Deterioration")]
    public void Has_no_ratio_for_a_target_that_is_not_positive_or_equals_the_first_value(double target, bool higher, string? category)
    {
        var result = Growth.Measure([2015, 2020], [10, 12], new GrowthTarget(2030, target, higher));

        result.Ratio.ShouldBeNull();
        if (target != 0) result.Category?.ToString().ShouldBe(category);
        if (target == 0) result.Category.ShouldBe(higher ? GrowthCategory.TargetAchieved : null);
    }

    [Fact]
    public void Has_no_slope_of_logarithms_where_a_value_inside_is_not_positive()
    {
        var run = Run("[2015,2016,2017]", "[1,0,4]");

        run.Result.ShouldNotBeNull()["ols_log_growth"].ShouldBeNull();
        run.Result["cagr"].ShouldNotBeNull().GetValue<double>().ShouldBe(1, 1e-15);
        run.Warnings.ShouldBe(["Some values are not positive or out of range: ols_log_growth is missing."]);
    }

    [Theory]
    [InlineData("[]", "[]", "insufficient_data")]
    [InlineData("[1,2]", "[5,null]", "insufficient_data")]
    [InlineData("[1,1]", "[5,6]", "insufficient_data")]
    [InlineData("[1,2,2]", "[5,6,7]", "duplicate_times")]
    [InlineData("[1,1,2]", "[5,6,7]", "duplicate_times")]
    [InlineData("[1,2]", "[5,-6]", "nonpositive_value")]
    [InlineData("[-1e308,1e308]", "[5,6]", "out_of_range")]
    [InlineData("[0,5e-324]", "[5,6]", "out_of_range")]
    public void Says_why_it_is_undefined(string times, string values, string reason) =>
        Run(times, values).Result.ShouldNotBeNull().ToJsonString().ShouldBe($$"""{"defined":false,"reason":"{{reason}}"}""");

    [Theory]
    [InlineData("""{"direction":0}""", "parameters.direction")]
    [InlineData("""{"direction":2}""", "parameters.direction")]
    [InlineData("""{"target_time":2030}""", "parameters.target_value")]
    [InlineData("""{"target_value":3}""", "parameters.target_time")]
    public void Refuses_settings_that_do_not_fit(string parameters, string field) =>
        Run("[1,2]", "[3,4]", parameters).Error.ShouldNotBeNull().Field.ShouldBe(field);

    [Fact]
    public void Refuses_arrays_of_different_length_and_numbers_that_are_none()
    {
        Run("[1,2]", "[3]").Error.ShouldNotBeNull().Field.ShouldBe("inputs.values");
        Should.Throw<ArgumentException>(() => Growth.Measure([1, 2], [3]));
        Should.Throw<ArgumentException>(() => Growth.Measure([1, 2], [3, double.NaN]));
        Should.Throw<ArgumentException>(() => Growth.Measure([1, 2], [3, 4], new GrowthTarget(double.NaN, 1, true)));
    }

    [Fact]
    public void Warns_of_unusual_ends_and_of_targets_that_are_past()
    {
        var run = Run("[2015,2016,2017,2018,2019]", "[10,8,6,5,12]", """{"target_time":2018,"target_value":9}""");

        run.Warnings.ShouldContain(w => w.StartsWith("Growth between the end points"));
        run.Warnings.ShouldContain(w => w.StartsWith("The last value is not before"));
        run.Warnings.ShouldContain(w => w.StartsWith("The first value satisfied"));
    }

    [Fact]
    public void Gives_no_NaN_at_the_ends_of_the_range()
    {
        foreach (var values in RandomSeries.Extremes)
        {
            double?[] positive = [.. values.Select(v => v is { } value ? Math.Abs(value) : v)];
            foreach (var target in new[] { 1e308, 5e-324, 1, -1e308 })
            {
                var times = JsonSerializer.Serialize(Enumerable.Range(0, values.Length));
                Run(times, JsonSerializer.Serialize(positive), JsonSerializer.Serialize(new { target_time = 1e300, target_value = target, direction = -1 }))
                    .Result.ShouldNotBeNull().ToJsonString().ShouldStartWith("{\"defined\":");
            }
        }
        var span = Growth.Measure([0, 1], [5e-324, 1e308]);
        span.Cagr.ShouldBeNull();
        span.LogGrowth.ShouldNotBeNull().ShouldBe(1453.6, 0.1);
    }

    [Fact]
    public void Takes_as_many_points_as_it_promises()
    {
        double?[] times = [.. Enumerable.Range(0, Growth.MaxPoints).Select(i => (double?)i)];

        Growth.Measure(times, [.. times.Select(t => Math.Exp(t.GetValueOrDefault() / 1e4))]).OlsLogGrowth.ShouldNotBeNull().ShouldBe(1e-4, 1e-12);
    }

    private static StatisticalRun Run(string times, string values, string parameters = "{}") => StatisticalMethods
        .Run("growth", JsonElement.Parse($$"""{"times":{{times}},"values":{{values}}}"""), JsonElement.Parse(parameters)).ShouldNotBeNull();

    private static void Agree(GrowthResult result, List<(double T, double Y)> points, GrowthTarget target)
    {
        var ((t0, y0), (t1, y1)) = (points[0], points[^1]);
        var cagr = Math.Pow(y1 / y0, 1 / (t1 - t0)) - 1;
        var required = Math.Pow(target.Value / y0, 1 / (target.Time - t0)) - 1;
        result.Cagr.ShouldNotBeNull().ShouldBe(cagr, 1e-12);
        result.LogGrowth.ShouldNotBeNull().ShouldBe(Math.Log(1 + cagr), 1e-12);
        result.RequiredCagr.ShouldNotBeNull().ShouldBe(required, 1e-12);

        double n = points.Count;
        var slope = (n * points.Sum(p => (p.T - 2000) * Math.Log(p.Y)) - points.Sum(p => p.T - 2000) * points.Sum(p => Math.Log(p.Y)))
            / (n * points.Sum(p => (p.T - 2000) * (p.T - 2000)) - Math.Pow(points.Sum(p => p.T - 2000), 2));
        result.OlsLogGrowth.ShouldNotBeNull().ShouldBe(slope, 1e-10);

        var achieved = target.HigherIsBetter ? y1 >= target.Value : y1 <= target.Value;
        if (target.Value == y0 || achieved)
        {
            if (achieved) result.Category.ShouldBe(GrowthCategory.TargetAchieved);
            return;
        }
        var ratio = (target.HigherIsBetter ? 1 : -1) * cagr / Math.Abs(required);
        result.Ratio.ShouldNotBeNull().ShouldBe(ratio, 1e-9);
        result.Category.ShouldBe(ratio >= 0.95 ? GrowthCategory.OnTrack : ratio >= 0.6 ? GrowthCategory.AccelerationNeeded
            : ratio >= 0 ? GrowthCategory.Limited : GrowthCategory.Deterioration);
    }
}
