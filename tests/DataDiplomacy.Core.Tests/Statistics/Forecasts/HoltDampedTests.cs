using System.Text.Json;
using DataDiplomacy.Core.Statistics;
using DataDiplomacy.Core.Statistics.Forecasts;

namespace DataDiplomacy.Core.Tests.Statistics.Forecasts;

public sealed class HoltDampedTests
{
    private static readonly double?[] Share = [61.2, 62, 63.1, 63.9, 65.2, 66, 66.4, 67.5, 68.1, 68.9, 69.2, 70.1, 70.3, 70.9, 71.6, 71.8];

    public static TheoryData<string> References => GoldenFile.Ids("holt_damped");

    [Theory, MemberData(nameof(References))]
    public void Fits_at_least_as_well_as_R(string id)
    {
        var golden = GoldenFile.Case("holt_damped", id);
        var given = golden.GetProperty("parameters");
        var parameters = JsonSerializer.SerializeToElement(new { model = given.GetProperty("model").GetString(), damped = given.GetProperty("damped").GetBoolean() });

        var run = StatisticalMethods.Run("holt_damped", golden.GetProperty("inputs"), parameters).ShouldNotBeNull();

        var fit = JsonSerializer.SerializeToElement(run.Result);
        fit.GetProperty("sse").GetDouble().ShouldBeLessThanOrEqualTo(1.01 * golden.GetProperty("expected").GetProperty("sse").GetDouble());
        var alpha = fit.GetProperty("alpha").GetDouble();
        alpha.ShouldBeInRange(1e-4, 0.9999);
        if (fit.GetProperty("beta").ValueKind == JsonValueKind.Null) return;
        fit.GetProperty("beta").GetDouble().ShouldBeInRange(double.Epsilon, alpha);
        if (given.GetProperty("damped").GetBoolean()) fit.GetProperty("phi").GetDouble().ShouldBeInRange(0.8, 0.98);
    }

    [Fact]
    public void Moves_level_and_trend_by_shares_of_the_error()
    {
        var parameters = new SmoothingParameters { Model = SmoothingModel.Damped, Alpha = 0.5, Beta = 0.25, Phi = 0.5, Level = 0, Trend = 4 };

        var result = HoltDamped.Filter([4, 3, 0, 0, 0, 0, 0, 0, 0, 0], parameters, 1);

        // By hand: mu 2, e 2, l 3, b 2.5; mu 4.25, e -1.25, l 3.625, b 0.9375.
        result.Fitted.ShouldNotBeNull().Take(3).ShouldBe([2, 4.25, 3.625 + 0.5 * 0.9375]);
    }

    [Theory]
    [InlineData(SmoothingModel.Damped)]
    [InlineData(SmoothingModel.Linear)]
    [InlineData(SmoothingModel.Simple)]
    public void Agrees_with_the_recursion_on_random_series(SmoothingModel model)
    {
        var random = new Random(2002);
        for (var draw = 0; draw < 100; draw++)
        {
            double?[] values = [.. Enumerable.Range(0, random.Next(10, 25)).Select(_ => (double?)random.Next(10))];
            var parameters = RandomParameters(random, model);
            var horizon = random.Next(1, 6);

            var result = HoltDamped.Filter(values, parameters, horizon, 4);

            var errors = Errors([.. values.OfType<double>()], parameters);
            var sse = errors.Sum(e => e * e);
            result.Sse.ShouldNotBeNull().ShouldBe(sse, 1e-9 * sse);
            var q = model switch { SmoothingModel.Damped => 5, SmoothingModel.Linear => 4, _ => 2 };
            result.Sigma2.ShouldNotBeNull().ShouldBe(sse / (values.Length - q), 1e-9 * sse);
            var path = result.Path.ShouldNotBeNull();
            // A forecast is the recursion with errors of 0, and its variance that of one error entering at each step.
            path.Mean[^1].ShouldBe(Ahead(result, parameters, horizon), 1e-9);
            path.Sd[^1].ShouldBe(Math.Sqrt(sse / (values.Length - q) * Enumerable.Range(0, horizon).Sum(lag => Math.Pow(Response(parameters, lag), 2))), 1e-9);
        }
    }

    [Theory]
    [InlineData(SmoothingModel.Damped)]
    [InlineData(SmoothingModel.Linear)]
    [InlineData(SmoothingModel.Simple)]
    public void Fits_no_worse_than_any_point_of_a_grid(SmoothingModel model)
    {
        var random = new Random(1961);
        for (var draw = 0; draw < 40; draw++)
        {
            var slope = random.Next(-2, 3);
            double[] y = [.. Enumerable.Range(0, random.Next(10, 20)).Select(t => (double)(slope * t + random.Next(12)))];

            var fit = HoltDamped.Fit([.. y.Select(v => (double?)v)], model, 1);

            fit.Sse.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(GridBest(y, model) * (1 + 1e-6));
        }
    }

    [Fact]
    public void Fits_the_same_at_each_run() =>
        HoltDamped.Fit(Share, SmoothingModel.Damped, 1).Parameters.ShouldBe(HoltDamped.Fit(Share, SmoothingModel.Damped, 1).Parameters);

    [Fact]
    public void Follows_scale_and_shift_of_the_values()
    {
        var plain = HoltDamped.Fit(Share, SmoothingModel.Damped, 3, 72);

        var moved = HoltDamped.Fit([.. Share.Select(v => 4 * v + 4096)], SmoothingModel.Damped, 3, 4 * 72 + 4096);

        moved.Sse.ShouldNotBeNull().ShouldBe(16 * plain.Sse.GetValueOrDefault(), 1e-4);
        moved.Path.ShouldNotBeNull().Mean[2].ShouldBe(4 * plain.Path.ShouldNotBeNull().Mean[2] + 4096, 1e-2);
    }

    [Fact]
    public void Keeps_its_digits_beside_a_large_level()
    {
        var far = HoltDamped.Fit([.. Share.Select(v => v + 1e9)], SmoothingModel.Damped, 1);

        far.Sse.ShouldNotBeNull().ShouldBe(HoltDamped.Fit(Share, SmoothingModel.Damped, 1).Sse.GetValueOrDefault(), 1e-4);
    }

    [Fact]
    public void Gives_an_exact_line_no_likelihood_and_a_warning()
    {
        var run = StatisticalAsk.Run("holt_damped", """{"values":[1,2,3,4,5,6,7,8,9,10]}""", """{"damped":false,"horizon":1,"target":5}""");

        var result = run.Result.ShouldNotBeNull();
        result["sse"].ShouldNotBeNull().GetValue<double>().ShouldBe(0);
        result["loglik"].ShouldBeNull();
        result["aicc"].ShouldBeNull();
        result["mean"].ShouldNotBeNull()[0].ShouldNotBeNull().GetValue<double>().ShouldBe(11, 1e-9);
        run.Warnings[0].ShouldStartWith("The fit has no error at all");
    }

    [Fact]
    public void Says_that_an_interval_hardly_widens_and_that_one_model_is_not_enough()
    {
        var run = StatisticalAsk.Run("holt_damped", JsonSerializer.Serialize(new { values = Share }), """{"horizon":6,"target":75}""");

        run.Warnings.ShouldBe([
            "One model alone does not tell the probability of a target: compare at least two and give the range.",
            "16 values do not tell the parameters: at least 20 are needed to trust them.",
            "Alpha ended at its lower bound: the interval hardly widens with the horizon and is too narrow."]);
    }

    [Theory]
    [InlineData(SmoothingModel.Damped, 10)]
    [InlineData(SmoothingModel.Linear, 9)]
    [InlineData(SmoothingModel.Simple, 7)]
    public void Needs_enough_values_for_its_parameters(SmoothingModel model, int least)
    {
        double?[] values = [.. Enumerable.Range(0, least).Select(i => (double?)(i % 3))];

        HoltDamped.Fit(values, model, 1).Defined.ShouldBeTrue();
        HoltDamped.Fit(values[1..], model, 1).ShouldBe(new HoltDampedResult { Defined = false, Reason = "insufficient_data", N = least - 1 });
    }

    [Fact]
    public void Is_undefined_with_gaps_or_figures_that_are_too_large()
    {
        double?[] wild = [.. Enumerable.Range(0, 12).Select(i => (double?)(i % 2 == 0 ? 1e308 : -1e308))];

        HoltDamped.Fit([.. Share[..^1], null], SmoothingModel.Damped, 1).Reason.ShouldBe("gaps");
        HoltDamped.Fit(new double?[20], SmoothingModel.Damped, 1).Reason.ShouldBe("gaps");
        HoltDamped.Fit([], SmoothingModel.Damped, 1).Reason.ShouldBe("insufficient_data");
        foreach (var model in Enum.GetValues<SmoothingModel>()) HoltDamped.Fit(wild, model, 1).Reason.ShouldBe("out_of_range");
    }

    [Theory]
    [InlineData(7)]
    [InlineData(0)]
    [InlineData(5e-324)]
    [InlineData(-1e308)]
    public void Gives_a_constant_series_its_value(double value)
    {
        foreach (var model in Enum.GetValues<SmoothingModel>())
        {
            var result = HoltDamped.Fit([.. Enumerable.Repeat((double?)value, 12)], model, 2);

            result.Path.ShouldNotBeNull().Mean.ShouldBe([value, value], Math.Abs(value) * 1e-12);
            result.Sse.ShouldBe(0);
        }
    }

    [Fact]
    public void Takes_as_many_values_as_it_promises()
    {
        double?[] values = [.. Enumerable.Range(0, HoltDamped.MaxPoints).Select(i => (double?)(Math.Sin(i) + i * 0.01))];

        HoltDamped.Fit(values, SmoothingModel.Damped, HoltDamped.MaxHorizon).Defined.ShouldBeTrue();
    }

    [Fact]
    public void Answers_the_fields_it_lists_where_it_fits() =>
        StatisticalAsk.AnswersItsOutputs("holt_damped", """{"values":[1,3,2,4,5,3,6,7,5,8]}""");

    [Theory]
    [InlineData("""{"alpha":0.5}""", "parameters.l0")]
    [InlineData("""{"alpha":0.5,"l0":1}""", "parameters.beta")]
    [InlineData("""{"alpha":0.5,"l0":1,"beta":0.1}""", "parameters.phi")]
    [InlineData("""{"alpha":0.5,"l0":1,"beta":0.1,"phi":0.9}""", "parameters.b0")]
    [InlineData("""{"alpha":0.5,"l0":1,"beta":0.1,"phi":0.9,"b0":1,"damped":false}""", "parameters.phi")]
    [InlineData("""{"alpha":1.5,"l0":1}""", "parameters.alpha")]
    [InlineData("""{"beta":0.5}""", "parameters.beta")]
    [InlineData("""{"q":3}""", "parameters.q")]
    [InlineData("""{"model":"ANN","alpha":0.5,"l0":1,"b0":1}""", "parameters.b0")]
    [InlineData("""{"model":"ANN","damped":true}""", "parameters.damped")]
    [InlineData("""{"model":"MAM"}""", "parameters.model")]
    public void Names_the_field_at_fault(string parameters, string field) =>
        StatisticalAsk.Fault("holt_damped", """{"values":[1,3,2,4,5,3,6,7,5,8]}""", parameters).ShouldBe(field);

    [Fact]
    public void Refuses_parameters_of_another_model() =>
        Should.Throw<ArgumentOutOfRangeException>(() =>
            HoltDamped.Filter(Share, new SmoothingParameters { Model = SmoothingModel.Simple, Alpha = 0.5, Level = 1, Trend = 1 }, 1));

    private static SmoothingParameters RandomParameters(Random random, SmoothingModel model) => new()
    {
        Model = model,
        Alpha = random.NextDouble(),
        Beta = model == SmoothingModel.Simple ? 0 : random.NextDouble() / 2,
        Phi = model == SmoothingModel.Damped ? random.NextDouble() : 1,
        Level = random.Next(10),
        Trend = model == SmoothingModel.Simple ? 0 : random.NextDouble()
    };

    private static double[] Errors(double[] y, SmoothingParameters p)
    {
        var (l, b) = (p.Level, p.Trend);
        var errors = new double[y.Length];
        for (var t = 0; t < y.Length; t++)
        {
            errors[t] = y[t] - l - p.Phi * b;
            var before = l + p.Phi * b;
            b = p.Phi * b + p.Beta * errors[t];
            l = before + p.Alpha * errors[t];
        }
        return errors;
    }

    private static double Ahead(HoltDampedResult result, SmoothingParameters p, int horizon)
    {
        var (l, b) = (result.LastLevel.GetValueOrDefault(), result.LastTrend.GetValueOrDefault());
        for (var h = 0; h < horizon; h++)
        {
            b *= p.Phi;
            l += b;
        }
        return l;
    }

    private static double Response(SmoothingParameters p, int lag)
    {
        if (lag == 0) return 1;
        var (l, b) = (p.Alpha, p.Beta);
        for (var h = 0; h < lag; h++)
        {
            b *= p.Phi;
            l += b;
        }
        return l;
    }

    private static double GridBest(double[] y, SmoothingModel model)
    {
        var best = double.PositiveInfinity;
        foreach (var alpha in new[] { 1e-4, 0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95, 0.9999 })
        {
            foreach (var share in model == SmoothingModel.Simple ? [0] : new[] { 1e-4, 0.1, 0.3, 0.6, 0.8, 1 })
            {
                foreach (var phi in model == SmoothingModel.Damped ? new[] { 0.8, 0.85, 0.9, 0.95, 0.98 } : [1])
                {
                    var start = new SmoothingParameters { Model = model, Alpha = alpha, Beta = alpha * share, Phi = phi, Level = 0 };
                    best = Math.Min(best, LeastSquares(y, start));
                }
            }
        }
        return best;
    }

    /// <summary>The errors are linear in the first state: their part outside the plane of its two directions is left.</summary>
    private static double LeastSquares(double[] y, SmoothingParameters start)
    {
        var error = Errors(y, start);
        double[] level = [.. Errors(y, start with { Level = 1 }).Zip(error, (with, without) => with - without)];
        double[] trend = [.. Errors(y, start with { Trend = 1 }).Zip(error, (with, without) => with - without)];
        if (start.Model == SmoothingModel.Simple) trend = new double[y.Length];
        Remove(level, from: trend);
        Remove(level, from: error);
        Remove(trend, from: error);
        return error.Sum(e => e * e);
    }

    private static void Remove(double[] direction, double[] from)
    {
        var length = direction.Sum(d => d * d);
        if (length < 1e-14) return;
        var share = direction.Zip(from, (d, f) => d * f).Sum() / length;
        for (var i = 0; i < from.Length; i++) from[i] -= share * direction[i];
    }
}
