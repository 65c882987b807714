using DataDiplomacy.Core.Statistics.Forecasts;

namespace DataDiplomacy.Core.Tests.Statistics.Forecasts;

public sealed class DriftForecastTests
{
    [Fact]
    public void Goes_on_by_the_mean_change()
    {
        var result = DriftForecast.WithDrift([1, 4, 5, 7], 2, 11);

        // By hand: changes 3, 1, 2, drift 2, residuals 1, -1, 0, so s = 1; sd = sqrt(h (1 + h/3)).
        result.Drift.ShouldBe(2);
        result.Sigma.ShouldBe(1);
        var path = result.Path.ShouldNotBeNull();
        path.Mean.ShouldBe([9, 11]);
        path.Sd[0].ShouldBe(Math.Sqrt(4.0 / 3), 1e-15);
        path.Sd[1].ShouldBe(Math.Sqrt(10.0 / 3), 1e-15);
        path.ProbAtLeast.ShouldNotBeNull()[1].ShouldBe(0.5);
    }

    [Fact]
    public void Repeats_the_last_value_where_nothing_is_known_but_that()
    {
        var result = DriftForecast.Naive([1, 4, 5, 7], 4);

        // By hand: squares of the changes 9, 1, 4.
        result.Drift.ShouldBe(0);
        var path = result.Path.ShouldNotBeNull();
        path.Mean.ShouldBe([7, 7, 7, 7]);
        path.Sd[3].ShouldBe(2 * Math.Sqrt(14.0 / 3), 1e-14);
        path.ProbAtLeast.ShouldBeNull();
    }

    [Fact]
    public void Agrees_with_the_formula_on_random_series()
    {
        var random = new Random(81);
        for (var draw = 0; draw < 200; draw++)
        {
            double?[] values = [.. Enumerable.Range(0, random.Next(3, 12)).Select(_ => (double?)random.Next(20))];
            var (horizon, target) = (random.Next(1, 8), random.Next(20) + 0.5);

            var result = DriftForecast.WithDrift(values, horizon, target);

            var (mean, sd) = Naive([.. values.OfType<double>()], horizon);
            if (sd < 1e-9) continue;
            var path = result.Path.ShouldNotBeNull();
            path.Mean[^1].ShouldBe(mean, 1e-9);
            path.Sd[^1].ShouldBe(sd, 1e-9);
            path.Upper95[^1].ShouldBe(mean + 1.959963984540054 * sd, 1e-9);
            path.Lower95[^1].ShouldBe(mean - 1.959963984540054 * sd, 1e-9);
            path.Upper80[^1].ShouldBe(mean + 1.2815515655446004 * sd, 1e-9);
            path.Lower80[^1].ShouldBe(mean - 1.2815515655446004 * sd, 1e-9);
            (path.ProbAtLeast.ShouldNotBeNull()[^1] > 0.5).ShouldBe(mean > target);
        }
    }

    [Fact]
    public void Follows_scale_and_shift()
    {
        var plain = DriftForecast.WithDrift([3, 5, 4, 9, 8], 3, 10).Path.ShouldNotBeNull();

        var moved = DriftForecast.WithDrift([.. new[] { 3, 5, 4, 9, 8 }.Select(v => (double?)(4 * v + 64))], 3, 104).Path.ShouldNotBeNull();

        moved.Mean.ShouldBe(plain.Mean.Select(m => 4 * m + 64));
        moved.Sd.ShouldBe(plain.Sd.Select(s => 4 * s));
        moved.ProbAtLeast.ShouldBe(plain.ProbAtLeast);
    }

    [Fact]
    public void Calls_an_exact_line_not_credible_whatever_its_rounding()
    {
        var run = StatisticalAsk.Run("drift_forecast", """{"values":[0.1,0.2,0.3,0.4,0.5,0.6,0.7,0.8]}""", """{"horizon":2,"target":0.95}""");

        run.Result.ShouldNotBeNull()["sd"].ShouldNotBeNull().ToJsonString().ShouldBe("[0,0]");
        run.Result["prob_at_least"].ShouldNotBeNull().ToJsonString().ShouldBe("[0,1]");
        run.Warnings[0].ShouldBe("The fit has no error at all: intervals without width and probabilities of 0, 0.5 or 1 are not credible.");
    }

    [Fact]
    public void Gives_a_constant_series_an_even_chance_of_its_value() =>
        DriftForecast.WithDrift([7, 7, 7], 1, 7).Path.ShouldNotBeNull().ProbAtLeast.ShouldBe([0.5]);

    [Fact]
    public void Is_undefined_with_gaps_few_values_or_figures_that_are_too_large()
    {
        DriftForecast.WithDrift([1, null, 3, 4], 1).ShouldBe(new DriftForecastResult { Defined = false, Reason = "gaps", N = 4 });
        DriftForecast.WithDrift([1, 2], 1).ShouldBe(new DriftForecastResult { Defined = false, Reason = "insufficient_data", N = 2 });
        DriftForecast.Naive([], 1).Reason.ShouldBe("insufficient_data");
        DriftForecast.WithDrift([1e308, -1e308, 1e308], 1).ShouldBe(new DriftForecastResult { Defined = false, Reason = "out_of_range", N = 3 });
        DriftForecast.Naive([1e308, -1e308, 1e308], 1).Reason.ShouldBe("out_of_range");
        DriftForecast.WithDrift([0, 5e-324, 0, 5e-324], 5, 1).Defined.ShouldBeTrue();
    }

    [Theory]
    [InlineData(-600)]
    [InlineData(600)]
    public void Scales_with_values_whose_squares_have_no_room(int power)
    {
        double[] values = [1, 2, 4, 3, 5, 7, 6, 8];

        var plain = DriftForecast.WithDrift([.. values], 3, 12);
        var scaled = DriftForecast.WithDrift([.. values.Select(value => (double?)Math.ScaleB(value, power))], 3, Math.ScaleB(12, power));

        scaled.Sigma.ShouldBe(Math.ScaleB(plain.Sigma.ShouldNotBeNull(), power));
        scaled.Path.ShouldNotBeNull().Sd.ShouldBe(plain.Path.ShouldNotBeNull().Sd.Select(sd => Math.ScaleB(sd, power)));
    }

    [Fact]
    public void Takes_as_many_values_as_it_promises()
    {
        double?[] values = [.. Enumerable.Range(0, DriftForecast.MaxPoints).Select(i => (double?)(i % 2))];

        DriftForecast.WithDrift(values, DriftForecast.MaxHorizon).Path.ShouldNotBeNull().Mean.Count.ShouldBe(1_000);
    }

    [Fact]
    public void Forecasts_naively_where_drift_is_switched_off()
    {
        var run = StatisticalAsk.Run("drift_forecast", """{"values":[1,2,4,8,9,9,9,9]}""", """{"drift":false,"horizon":2}""");

        run.Result.ShouldNotBeNull()["mean"].ShouldNotBeNull().ToJsonString().ShouldBe("[9,9]");
        run.Result["prob_at_least"].ShouldBeNull();
        run.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Answers_the_fields_it_lists() => StatisticalAsk.AnswersItsOutputs("drift_forecast", """{"values":[1,2,4]}""", """{"target":3}""");

    [Theory]
    [InlineData("""{"values":[1,true]}""", "{}", "inputs.values[1]")]
    [InlineData("""{"values":[1,2,3]}""", """{"horizon":0}""", "parameters.horizon")]
    [InlineData("""{"values":[1,2,3]}""", """{"horizon":1001}""", "parameters.horizon")]
    [InlineData("""{"values":[1,2,3]}""", """{"target":"3"}""", "parameters.target")]
    [InlineData("""{"values":[1,2,3]}""", """{"drift":1}""", "parameters.drift")]
    public void Names_the_field_at_fault(string inputs, string parameters, string field) =>
        StatisticalAsk.Fault("drift_forecast", inputs, parameters).ShouldBe(field);

    private static (double Mean, double Sd) Naive(double[] y, int h)
    {
        var n = y.Length;
        var changes = new List<double>();
        for (var t = 1; t < n; t++) changes.Add(y[t] - y[t - 1]);
        var b = changes.Sum() / (n - 1);
        var s = Math.Sqrt(changes.Sum(change => Math.Pow(change - b, 2)) / (n - 2));
        return (y[n - 1] + h * b, s * Math.Sqrt(h + h * h / (n - 1.0)));
    }
}
