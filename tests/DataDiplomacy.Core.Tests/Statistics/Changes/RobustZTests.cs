using System.Text.Json;
using DataDiplomacy.Core.Statistics;
using DataDiplomacy.Core.Statistics.Changes;

namespace DataDiplomacy.Core.Tests.Statistics.Changes;

public sealed class RobustZTests
{
    [Fact]
    public void Agrees_with_the_formulas_written_out()
    {
        var random = new Random(20260108);
        var means = 0;
        for (var draw = 0; draw < 200; draw++)
        {
            var values = RandomSeries.Tied(random, random.Next(1, 20), random.Next(1, 20), 0.1);
            var x = RandomSeries.Present(values);
            if (x.Distinct().Count() < 2) continue;

            var result = RobustZ.Score(values, 1.5);

            var median = RandomSeries.Median(x);
            var mad = RandomSeries.Median(x.Select(v => Math.Abs(v - median)));
            var sigma = mad > 0 ? mad * 1.4826022185056018 : Math.Sqrt(Math.PI / 2) * x.Average(v => Math.Abs(v - median));
            means += mad > 0 ? 0 : 1;
            result.Method.ShouldBe(mad > 0 ? "mad" : "mean_ad");
            result.Median.ShouldBe(median);
            result.Sigma.ShouldNotBeNull().ShouldBe(sigma, 1e-12);
            for (var i = 0; i < values.Length; i++)
            {
                var z = (values[i] - median) / sigma;
                if (z is { } expected) result.Z.ShouldNotBeNull()[i].ShouldNotBeNull().ShouldBe(expected, 1e-12);
                else result.Z.ShouldNotBeNull()[i].ShouldBeNull();
                result.Outlier.ShouldNotBeNull()[i].ShouldBe(z is { } distance ? Math.Abs(distance) > 1.5 : null);
            }
        }
        means.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Does_not_depend_on_shift_and_scale()
    {
        double?[] values = [3, 1, 4, 1, 5, 9, 2, 6];

        RobustZ.Score([.. values.Select(v => 4 * v + 1024)]).Z.ShouldBe(RobustZ.Score(values).Z);
        RobustZ.Score([.. values.Select(v => -v)]).Z.ShouldBe(RobustZ.Score(values).Z.ShouldNotBeNull().Select(z => -z));
    }

    [Theory]
    [InlineData("[]", "insufficient_data")]
    [InlineData("[null,null]", "insufficient_data")]
    [InlineData("[5]", "constant")]
    [InlineData("[0.1,0.1,0.1,null]", "constant")]
    public void Says_why_it_is_undefined(string values, string reason) =>
        Run(values).Result.ShouldNotBeNull().ToJsonString().ShouldBe($$"""{"defined":false,"reason":"{{reason}}"}""");

    [Fact]
    public void Refuses_what_it_cannot_read()
    {
        Run("[1,2]", """{"cutoff":-1}""").Error.ShouldNotBeNull().Field.ShouldBe("parameters.cutoff");
        Should.Throw<ArgumentOutOfRangeException>(() => RobustZ.Score([1, 2], double.NaN));
        Should.Throw<ArgumentException>(() => RobustZ.Score([1, double.PositiveInfinity]));
    }

    [Fact]
    public void Warns_of_equal_values_missing_ones_and_trends()
    {
        Run("[5,5,5,null,9]").Warnings.ShouldBe(
        [
            "1 missing values have no score.", "Short series: n=4, fewer than the 8 that a published trend should rest on.",
            "Half of the values or more are equal: sigma comes from the mean deviation, which wild values can stretch."
        ]);
        Run(JsonSerializer.Serialize(Enumerable.Range(0, 30))).Warnings.ShouldHaveSingleItem().ShouldStartWith("Neighbouring values are correlated");
    }

    [Fact]
    public void Takes_as_many_values_as_it_promises() =>
        RobustZ.Score([.. Enumerable.Range(0, RobustZ.MaxPoints).Select(i => (double?)i)]).Mad.ShouldBe(25_000);

    [Fact]
    public void Gives_no_NaN_at_the_ends_of_the_range()
    {
        foreach (var values in RandomSeries.Extremes)
            Run(JsonSerializer.Serialize(values)).Result.ShouldNotBeNull().ToJsonString().ShouldStartWith("{\"defined\":");

        RobustZ.Score([1e308, -1e308, 1e308, -1e308]).Sigma.ShouldNotBeNull().ShouldBe(1.4826e308, 1e304);
        var far = RobustZ.Score([0, 5e-324, 0, 1e-323, 1e308]);
        far.Z.ShouldNotBeNull()[4].ShouldNotBeNull();
        far.Outlier.ShouldNotBeNull()[4].ShouldBe(true);
    }

    private static StatisticalRun Run(string values, string parameters = "{}") => StatisticalMethods
        .Run("robust_z", JsonElement.Parse($$"""{"values":{{values}}}"""), JsonElement.Parse(parameters)).ShouldNotBeNull();
}
