using System.Text.Json;
using DataDiplomacy.Core.Statistics.Relations;

namespace DataDiplomacy.Core.Tests.Statistics.Relations;

public sealed class CrossCorrelationTests
{
    [Fact]
    public void Agrees_with_the_formulas_written_out()
    {
        var random = new Random(42);
        for (var draw = 0; draw < 150; draw++)
        {
            var (n, order, maxLag) = (12 + draw % 20, draw % 4, draw % 6);
            var (x, y) = (Walk(random, n, 0.6), Walk(random, n, 0.3));

            var result = CrossCorrelation.Of(x, y, maxLag, order);

            var ar = NaiveYuleWalker.Fit(x, order);
            result.Defined.ShouldBeTrue();
            Close(result.Model.ShouldNotBeNull().Coefficients, ar);
            Close(result.Raw, Naive(x, y, maxLag));
            Close(result.Prewhitened, Naive(NaiveYuleWalker.Filter(x, ar), NaiveYuleWalker.Filter(y, ar), maxLag));
            result.RawBound.ShouldNotBeNull().ShouldBe(1.959963984540054 / Math.Sqrt(n), 1e-13);
            result.PrewhitenedBound.ShouldNotBeNull().ShouldBe(1.959963984540054 / Math.Sqrt(n - order), 1e-13);
            var best = result.Lags.ShouldNotBeNull().Zip(result.Prewhitened.ShouldNotBeNull()).MaxBy(pair => Math.Abs(pair.Second));
            result.BestLag.ShouldBe(best.First);
            result.BestR.ShouldBe(best.Second);
        }
    }

    [Fact]
    public void Chooses_the_order_with_the_smallest_AIC()
    {
        var random = new Random(1974);
        for (var draw = 0; draw < 100; draw++)
        {
            var x = Walk(random, 30, 0.1 * (draw % 10));

            var model = PreWhitening.Fit(x).ShouldNotBeNull();

            // Without ties, as in these draws: floor(10 log10 30) = 14.
            model.Order.ShouldBe(Enumerable.Range(0, 15).MinBy(p => x.Length * Math.Log(NaiveYuleWalker.Variance(x, p)) + 2 * p));
        }
    }

    [Fact]
    public void Finds_the_lag_at_which_x_comes_first()
    {
        var random = new Random(9);
        double[] x = [.. Enumerable.Range(0, 60).Select(_ => random.NextDouble())];
        double[] y = [.. Enumerable.Range(0, 60).Select(t => t < 4 ? 0.5 : 3 * x[t - 4] + 1)];

        CrossCorrelation.Of(x, y, 6).BestLag.ShouldBe(4);
        CrossCorrelation.Of(y, x, 6).BestLag.ShouldBe(-4);
    }

    [Fact]
    public void Mirrors_the_lags_when_the_series_change_places_and_does_not_depend_on_units()
    {
        var random = new Random(10);
        var (x, y) = (Walk(random, 40, 0.5), Walk(random, 40, 0.5));

        var plain = CrossCorrelation.Of(x, y, 5, 0);
        var mirrored = CrossCorrelation.Of([.. y.Select(v => 8 * v)], [.. x.Select(v => v / 4)], 5, 0);

        Close(mirrored.Raw, [.. plain.Raw.ShouldNotBeNull().Reverse()]);
        Close(plain.Prewhitened, [.. plain.Raw]);
        Close(CrossCorrelation.Of(x, [.. y.Select(v => -v)], 5, 2).Prewhitened, [.. CrossCorrelation.Of(x, y, 5, 2).Prewhitened.ShouldNotBeNull().Select(r => -r)]);
    }

    [Fact]
    public void Takes_the_nearest_of_equal_lags()
    {
        double[] x = [0, 0, 0, 0, 1, 0, 0, 0, 0];
        double[] y = [0, 0, 0, 1, 0, 1, 0, 0, 0];

        CrossCorrelation.Of(x, y, 2, 0).BestLag.ShouldBe(-1);
        CrossCorrelation.Of(x, x, 2, 0).BestR.ShouldBe(1);
    }

    [Fact]
    public void Filters_in_the_unit_of_the_series()
    {
        double[] x = [1, 2, 4, 4, 2, 5];

        var left = PreWhitening.Filter(x, new AutoregressiveModel { Coefficients = [0.5] }).ShouldNotBeNull();

        // By hand: deviations from 3 are -2, -1, 1, 1, -1, 2.
        Close(left, [0, 1.5, 0.5, -1.5, 2.5]);
        PreWhitening.Filter([1, 2], new AutoregressiveModel { Coefficients = [0.5, 0.1] }).ShouldBe([]);
        PreWhitening.Filter([3, 3, 3], new AutoregressiveModel { Coefficients = [0.5] }).ShouldBe([0, 0]);
        PreWhitening.Filter([double.MaxValue, double.MinValue, double.MaxValue], new AutoregressiveModel { Coefficients = [0.9] }).ShouldBeNull();
    }

    [Fact]
    public void Has_no_model_of_a_constant_or_too_short_series()
    {
        PreWhitening.Fit([2, 2, 2]).ShouldBeNull();
        PreWhitening.Fit([1, 2, 3], 3).ShouldBeNull();
        PreWhitening.Fit([]).ShouldBeNull();
        Should.Throw<ArgumentOutOfRangeException>(() => PreWhitening.Fit([1, 2, 3], -1));
    }

    [Fact]
    public void Counts_fewer_pairs_where_both_series_remember()
    {
        double[] x = [1, 2, 3, 4, 5, 6, 7, 8];
        double[] zigzag = [1, -1, 1, -1, 1, -1, 1, -1];

        // By hand: the deviations are odd halves; lag 1 gives 26.25 of 42, hence 8 (1 - 0.390625)/(1 + 0.390625).
        EffectiveSize.Of(x, x).ShouldNotBeNull().ShouldBe(8 * 0.609375 / 1.390625, 1e-13);
        EffectiveSize.Of(x, zigzag).ShouldBe(8);
        EffectiveSize.Of(x, [1, 1, 1, 1, 1, 1, 1, 1]).ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"x":[1,2,null,4,5,6,7,8],"y":[1,2,1,2,1,2,1,3]}""", "{}", "gaps")]
    [InlineData("""{"x":[null,null],"y":[null,null]}""", "{}", "gaps")]
    [InlineData("""{"x":[],"y":[]}""", "{}", "insufficient_data")]
    [InlineData("""{"x":[1,2,3,4,5,6,7],"y":[1,2,1,2,1,2,1]}""", "{}", "insufficient_data")]
    [InlineData("""{"x":[1,1,1,1,1,1,1,1],"y":[1,2,1,2,1,2,1,3]}""", "{}", "constant")]
    [InlineData("""{"x":[1,2,4,4,5,6,7,1],"y":[2,2,2,2,2,2,2,2]}""", "{}", "constant")]
    [InlineData("""{"x":[1,2,4,4,5,6,7,1],"y":[1,2,1,2,1,2,1,3]}""", """{"max_lag":5,"ar_order":1}""", "insufficient_data")]
    [InlineData("""{"x":[1,2,4,4,5,6,7,1],"y":[1,2,1,2,1,2,1,3]}""", """{"max_lag":1,"ar_order":60}""", "insufficient_data")]
    public void Is_undefined_with_a_reason(string inputs, string parameters, string reason) => StatisticalAsk.IsUndefined("ccf", inputs, reason, parameters);

    [Theory]
    [InlineData("""{"x":[1,2],"y":[1]}""", "{}", "inputs.y")]
    [InlineData("""{"x":[1,2],"y":[1,true]}""", "{}", "inputs.y[1]")]
    [InlineData("""{"x":[1,2],"y":[1,3]}""", """{"max_lag":-1}""", "parameters.max_lag")]
    [InlineData("""{"x":[1,2],"y":[1,3]}""", """{"ar_order":1.5}""", "parameters.ar_order")]
    public void Names_the_field_at_fault(string inputs, string parameters, string field) => StatisticalAsk.Refuses("ccf", inputs, parameters, field);

    [Fact]
    public void Answers_the_fields_of_its_description() =>
        StatisticalAsk.AnswersItsOutputs("ccf", """{"x":[1,2,4,4,5,6,7,1,3,4,1,9],"y":[1,2,1,2,1,2,1,3,5,1,2,8]}""");

    [Fact]
    public void Warns_that_the_best_lag_was_selected_and_that_x_wanders()
    {
        var line = JsonSerializer.Serialize(new { x = Enumerable.Range(0, 100), y = Enumerable.Range(0, 100).Select(t => t % 7) });

        var warnings = StatisticalAsk.Run("ccf", line, """{"max_lag":3}""").Warnings;

        warnings.Count.ShouldBe(2);
        warnings[0].ShouldBe("x wanders almost like a random walk: correlate differences instead of levels.");
        warnings[1].ShouldStartWith("best_r is the largest of 7 lags; it ");
    }

    [Fact]
    public void Gives_every_extreme_a_finite_answer()
    {
        double[] extremes = [1e308, -1e308, 5e-324, 0, double.MaxValue, double.MinValue, 1];
        var random = new Random(5);
        for (var draw = 0; draw < 200; draw++)
        {
            double[] x = [.. Enumerable.Range(0, 12).Select(_ => extremes[random.Next(7)])];
            double[] y = [.. Enumerable.Range(0, 12).Select(_ => extremes[random.Next(7)])];

            var result = CrossCorrelation.Of(x, y, 2);

            if (!result.Defined) continue;
            result.Raw.ShouldNotBeNull().ShouldAllBe(r => r >= -1 && r <= 1);
            result.Prewhitened.ShouldNotBeNull().ShouldAllBe(r => r >= -1 && r <= 1);
            result.Model.ShouldNotBeNull().Coefficients.ShouldAllBe(a => double.IsFinite(a));
        }
    }

    [Fact]
    public void Takes_as_many_values_and_lags_as_it_promises()
    {
        var random = new Random(6);
        var x = Walk(random, CrossCorrelation.MaxPoints, 0.5);

        var result = CrossCorrelation.Of(x, x, CrossCorrelation.MaxLag, PreWhitening.MaxOrder);

        result.BestLag.ShouldBe(0);
        result.Lags.ShouldNotBeNull().Count.ShouldBe(1_001);
    }

    private static double[] Walk(Random random, int n, double memory)
    {
        var x = new double[n];
        for (var t = 0; t < n; t++) x[t] = (t == 0 ? 0 : memory * x[t - 1]) + random.Next(-5, 6) + 0.25 * random.NextDouble();
        return x;
    }

    private static double[] Naive(double[] x, double[] y, int maxLag)
    {
        var (mx, my, n) = (x.Average(), y.Average(), x.Length);
        var scale = Math.Sqrt(x.Sum(v => (v - mx) * (v - mx)) / n) * Math.Sqrt(y.Sum(v => (v - my) * (v - my)) / n) * n;
        var all = new List<double>();
        for (var k = -maxLag; k <= maxLag; k++)
        {
            var sum = 0.0;
            for (var t = 0; t < n; t++)
            {
                if (t + k >= 0 && t + k < n) sum += (x[t] - mx) * (y[t + k] - my);
            }
            all.Add(sum / scale);
        }
        return [.. all];
    }

    private static void Close(IReadOnlyList<double>? got, double[] expected)
    {
        got.ShouldNotBeNull().Count.ShouldBe(expected.Length);
        foreach (var (g, e) in got.Zip(expected)) g.ShouldBe(e, 1e-9);
    }
}
