using DataDiplomacy.Core.Statistics.Forecasts;

namespace DataDiplomacy.Core.Tests.Statistics.Forecasts;

public sealed class ForecastAccuracyTests
{
    private const string OneStep = """{"training":[1,2],"actual":[1],"mean":[1],"sd":[1],"lower95":[0],"upper95":[2]}""";

    [Fact]
    public void Scores_errors_against_the_naive_forecast()
    {
        var result = ForecastAccuracy.Score([1, 3, 2, 5], [Step(10, 8), Step(6, 7)]);

        // By hand: errors 2 and -1; naive changes 2, 1, 3.
        result.MeanError.ShouldBe(0.5);
        result.MeanAbsoluteError.ShouldBe(1.5);
        result.RootMeanSquaredError.ShouldNotBeNull().ShouldBe(Math.Sqrt(2.5), 1e-15);
        result.ScaledError.ShouldBe(0.75);
    }

    [Fact]
    public void Punishes_values_outside_the_interval_forty_times()
    {
        var steps = new[] { Step(10, 8, 1, 7, 9), Step(8, 8, 1, 7, 9), Step(7, 8, 1, 7, 9) };

        var result = ForecastAccuracy.Score([], steps);

        // By hand: widths 2, and one value 1 above; the end itself is inside.
        result.IntervalScore95.ShouldNotBeNull().ShouldBe(2 + 40.0 / 3, 1e-12);
        result.Coverage95.ShouldNotBeNull().ShouldBe(2.0 / 3, 1e-15);
        result.ScaledError.ShouldBeNull();
    }

    [Fact]
    public void Agrees_with_integrals_on_random_forecasts()
    {
        var random = new Random(2007);
        for (var draw = 0; draw < 100; draw++)
        {
            var (actual, mean, sd) = (random.Next(6), random.Next(6), random.Next(1, 4));

            var result = ForecastAccuracy.Score([], [Step(actual, mean, sd)]);

            // The CRPS is the mean pinball loss over all quantiles, doubled: here by the middles of 4,000 slices.
            var sum = 0.0;
            for (var i = 0; i < 4_000; i++)
            {
                var tau = (i + 0.5) / 4_000;
                var miss = actual - (mean + sd * MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, tau));
                sum += 2 * Math.Max(tau * miss, (tau - 1) * miss) / 4_000;
            }
            result.CrpsNormal.ShouldNotBeNull().ShouldBe(sum, 1e-3);
            var low = actual - (mean - 1.2815515655446004 * sd);
            result.Pinball10.ShouldNotBeNull().ShouldBe(low >= 0 ? 0.1 * low : -0.9 * low, 1e-12);
        }
    }

    [Fact]
    public void Compares_with_the_same_season_in_training_and_leaves_out_gaps()
    {
        var result = ForecastAccuracy.Score([1, 10, 2, null, 5, 14], [Step(3, 0)], 2);

        // By hand: changes over two steps 1 and 3; those with the gap do not count.
        result.ScaledError.ShouldBe(1.5);
    }

    [Fact]
    public void Does_not_depend_on_the_order_of_the_steps()
    {
        ForecastStep[] steps = [Step(10, 8), Step(6, 7, 2), Step(3, 3, 4)];

        var turned = ForecastAccuracy.Score([1, 2], [.. steps.Reverse()]);

        turned.CrpsNormal.ShouldNotBeNull().ShouldBe(ForecastAccuracy.Score([1, 2], steps).CrpsNormal.GetValueOrDefault(), 1e-14);
    }

    [Fact]
    public void Takes_the_absolute_error_where_the_forecast_has_no_spread() =>
        ForecastAccuracy.Score([], [Step(10, 8, 0)]).CrpsNormal.ShouldBe(2);

    [Fact]
    public void Drops_steps_with_a_missing_figure_and_says_so()
    {
        var run = StatisticalAsk.Run("forecast_accuracy",
            """{"training":[1,1],"actual":[1,null],"mean":[1,1],"sd":[1,1],"lower95":[0,0],"upper95":[2,2]}""");

        run.Warnings.ShouldBe(["1 missing values were dropped.", "Few steps: 1 do not tell the coverage.", "Training is not longer than a season, or does not change over one: there is no mase."]);
    }

    [Fact]
    public void Is_undefined_without_steps_or_beyond_the_range_of_doubles()
    {
        ForecastAccuracy.Score([1, 2], []).ShouldBe(new ForecastAccuracyResult { Defined = false, Reason = "insufficient_data", N = 0 });
        ForecastAccuracy.Score([1, 2], [Step(1e308, -1e308)]).ShouldBe(new ForecastAccuracyResult { Defined = false, Reason = "out_of_range", N = 1 });
        ForecastAccuracy.Score([1e308, -1e308], [Step(1, 0)]).ScaledError.ShouldBeNull();
        ForecastAccuracy.Score([5e-324, 0], [Step(5e-324, 0, 5e-324)]).Defined.ShouldBeTrue();
    }

    [Fact]
    public void Has_an_error_where_its_square_would_vanish() =>
        ForecastAccuracy.Score([1, 2], [Step(1e-170, 0, 1e-170)]).RootMeanSquaredError.ShouldNotBeNull().ShouldBe(1e-170, 1e-184);

    [Fact]
    public void Takes_as_many_steps_as_it_promises()
    {
        ForecastStep[] steps = [.. Enumerable.Range(0, ForecastAccuracy.MaxPoints).Select(i => Step(i % 7, 3))];

        ForecastAccuracy.Score([1, 2], steps).N.ShouldBe(100_000);
    }

    [Fact]
    public void Answers_the_fields_it_lists() => StatisticalAsk.AnswersItsOutputs("forecast_accuracy", OneStep);

    [Theory]
    [InlineData("\"sd\":[1]", "\"sd\":[-1]", "{}", "inputs.sd[0]")]
    [InlineData("\"upper95\":[2]", "\"upper95\":[-2]", "{}", "inputs.upper95[0]")]
    [InlineData("\"mean\":[1]", "\"mean\":[1,2]", "{}", "inputs.mean")]
    [InlineData("\"actual\":[1]", "\"actual\":[\"1\"]", "{}", "inputs.actual[0]")]
    [InlineData("\"training\":[1,2],", "", "{}", "inputs.training")]
    [InlineData("1", "1", """{"season":0}""", "parameters.season")]
    public void Names_the_field_at_fault(string right, string wrong, string parameters, string field) =>
        StatisticalAsk.Fault("forecast_accuracy", OneStep.Replace(right, wrong, StringComparison.Ordinal), parameters).ShouldBe(field);

    [Fact]
    public void Refuses_a_negative_spread() =>
        Should.Throw<ArgumentException>(() => ForecastAccuracy.Score([], [Step(1, 1, -1)])).Message.ShouldStartWith("steps[0] has a negative");

    private static ForecastStep Step(double actual, double mean, double sd = 1, double? lower = null, double? upper = null) => new()
    {
        Actual = actual,
        Mean = mean,
        Sd = sd,
        Lower95 = lower ?? mean - 2 * Math.Abs(sd),
        Upper95 = upper ?? mean + 2 * Math.Abs(sd)
    };
}
