using System.Text.Json;
using DataDiplomacy.Core.Statistics;
using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Core.Tests.Statistics.Trends;

public sealed class MannKendallAutocorrelatedTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void Agrees_with_the_formulas_written_out()
    {
        var random = new Random(20260101);
        for (var draw = 0; draw < 200; draw++)
        {
            var n = random.Next(4, 25);
            var values = draw % 2 == 0 ? RandomSeries.Autoregressive(random, n, 0.8, 0.05) : RandomSeries.Tied(random, n, 6);
            if (values.Distinct().Count() == 1) continue;
            var maxLag = random.Next(1, n);

            var result = MannKendallAutocorrelated.Test(values, 0.3, maxLag);

            var (slope, hamedRao, yueWang, firstOrder) = Naive(RandomSeries.Present(values), 1.0364333894937896, maxLag);
            result.Slope.ShouldNotBeNull().ShouldBe(slope, Tolerance);
            result.HrFactorRaw.ShouldNotBeNull().ShouldBe(hamedRao, Tolerance);
            result.YwFactorRaw.ShouldNotBeNull().ShouldBe(yueWang, Tolerance);
            result.YwAr1FactorRaw.ShouldNotBeNull().ShouldBe(firstOrder, Tolerance);
            result.HrFactorPymannkendall.ShouldNotBeNull().ShouldBe(1 + Math.Abs(hamedRao - 1), Tolerance);
            result.HrVarS.ShouldBe(result.VarS * Math.Max(1, result.HrFactorRaw.GetValueOrDefault()));
        }
    }

    [Fact]
    public void Never_makes_the_variance_smaller()
    {
        double?[] alternating = [.. Enumerable.Range(0, 30).Select(i => (double?)((i % 2 == 0 ? 1 : -1) + 0.01 * i))];

        var result = MannKendallAutocorrelated.Test(alternating, maxLag: 3);

        result.HrFactorRaw.ShouldNotBeNull().ShouldBeLessThan(1);
        result.HrFactor.ShouldBe(1);
        result.YwAr1Factor.ShouldBe(1);
        result.HrP.ShouldBe(result.PPlain);
        result.LargestP.ShouldBe(result.PPlain);
    }

    [Fact]
    public void Does_not_depend_on_shift_and_scale()
    {
        var values = RandomSeries.Autoregressive(new Random(7), 50, 0.7, 0.02);

        var plain = MannKendallAutocorrelated.Test(values);
        var moved = MannKendallAutocorrelated.Test([.. values.Select(v => 1000 + 3 * v)]);

        moved.HrFactorRaw.ShouldNotBeNull().ShouldBe(plain.HrFactorRaw.ShouldNotBeNull(), Tolerance);
        moved.YwAr1FactorRaw.ShouldNotBeNull().ShouldBe(plain.YwAr1FactorRaw.ShouldNotBeNull(), Tolerance);
        moved.SignificantLags.ShouldBe(plain.SignificantLags);
        moved.HrP.ShouldNotBeNull().ShouldBe(plain.HrP.ShouldNotBeNull(), Tolerance);
    }

    [Fact]
    public void Gives_reversed_values_the_same_factors_and_the_other_sign()
    {
        var values = RandomSeries.Autoregressive(new Random(8), 40, 0.6, 0.02);

        var plain = MannKendallAutocorrelated.Test(values);
        var reversed = MannKendallAutocorrelated.Test([.. values.AsEnumerable().Reverse()]);

        reversed.S.ShouldBe(-plain.S);
        reversed.HrFactorRaw.ShouldNotBeNull().ShouldBe(plain.HrFactorRaw.ShouldNotBeNull(), Tolerance);
        reversed.YwAr1P.ShouldNotBeNull().ShouldBe(plain.YwAr1P.ShouldNotBeNull(), Tolerance);
    }

    [Fact]
    public void Finds_no_correlation_in_what_a_line_leaves()
    {
        var result = MannKendallAutocorrelated.Test([.. Enumerable.Range(0, 25).Select(i => (double?)(1e6 + 0.1 * i))]);

        result.SignificantLags.ShouldNotBeNull().ShouldBeEmpty();
        result.HrFactorRaw.ShouldBe(1);
        result.YwAr1Rho.ShouldBe(0);
    }

    [Fact]
    public void Takes_as_many_values_as_it_promises()
    {
        double?[] values = [.. Enumerable.Range(0, MannKendallAutocorrelated.MaxPoints).Select(i => (double?)(i + i * i % 7))];

        var result = MannKendallAutocorrelated.Test(values);

        result.N.ShouldBe(5_000);
        result.S.ShouldNotBeNull().ShouldBeGreaterThan(12_000_000);
    }

    [Fact]
    public void Does_not_count_lags_beyond_the_series()
    {
        double?[] values = [3, 1, 4, 1, 5, 9, 2, 6];

        MannKendallAutocorrelated.Test(values, maxLag: 500).YwFactorRaw.ShouldBe(MannKendallAutocorrelated.Test(values).YwFactorRaw);
    }

    [Theory]
    [InlineData("[1,2,null,4]", "gaps")]
    [InlineData("[null]", "gaps")]
    [InlineData("[]", "insufficient_data")]
    [InlineData("[1,2]", "insufficient_data")]
    [InlineData("[2,2,2,2]", "constant")]
    public void Says_why_it_is_undefined(string values, string reason) =>
        Run(values).Result.ShouldNotBeNull().ToJsonString().ShouldBe($$"""{"defined":false,"reason":"{{reason}}"}""");

    [Theory]
    [InlineData("""{"alpha":0}""", "parameters.alpha")]
    [InlineData("""{"max_lag":0}""", "parameters.max_lag")]
    [InlineData("""{"max_lag":2.5}""", "parameters.max_lag")]
    [InlineData("""{"lag":2}""", "parameters.lag")]
    public void Refuses_settings_out_of_range(string parameters, string field) =>
        Run("[1,2,3,4]", parameters).Error.ShouldNotBeNull().Field.ShouldBe(field);

    [Fact]
    public void Refuses_arguments_out_of_range()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => MannKendallAutocorrelated.Test([1, 2, 3], 1));
        Should.Throw<ArgumentOutOfRangeException>(() => MannKendallAutocorrelated.Test([1, 2, 3], maxLag: 0));
        Should.Throw<ArgumentException>(() => MannKendallAutocorrelated.Test(new double?[5001])).Message.ShouldStartWith("5001 values");
    }

    [Fact]
    public void Warns_where_only_some_corrections_reach_the_level()
    {
        var values = RandomSeries.Autoregressive(new Random(1), 60, 0.95);

        var run = Run(JsonSerializer.Serialize(values));

        run.Warnings.ShouldContain(w => w.StartsWith("The level 0.05 is reached by some only"));
        run.Warnings.ShouldContain(w => w.StartsWith("yw_factor over all lags"));
    }

    [Fact]
    public void Warns_of_short_series() =>
        Run("[1,3,2,4,6,5]").Warnings.ShouldContain(w => w.StartsWith("With 6 values autocorrelations"));

    [Fact]
    public void Gives_no_NaN_at_the_ends_of_the_range()
    {
        foreach (var values in RandomSeries.Extremes)
            Run(JsonSerializer.Serialize(values)).Result.ShouldNotBeNull().ToJsonString().ShouldStartWith("{\"defined\":");

        var result = MannKendallAutocorrelated.Test([.. Enumerable.Range(0, 30).Select(i => (double?)(i % 2 == 0 ? 1e308 : -1e308))]);
        result.YwAr1FactorRaw.ShouldNotBeNull().ShouldBeInRange(-1, 1);
    }

    private static StatisticalRun Run(string values, string parameters = "{}") => StatisticalMethods
        .Run("mann_kendall_autocorrelated", JsonElement.Parse($$"""{"values":{{values}}}"""), JsonElement.Parse(parameters)).ShouldNotBeNull();

    private static (double Slope, double HamedRao, double YueWang, double FirstOrder) Naive(double[] x, double z, int maxLag)
    {
        double n = x.Length;
        var slopes = new List<double>();
        for (var i = 0; i < n; i++)
            for (var j = i + 1; j < n; j++) slopes.Add((x[j] - x[i]) / (j - i));
        var slope = RandomSeries.Median(slopes);
        double[] d = [.. x.Select((value, i) => value - slope * (i + 1))];
        // The draws have no near ties but those that rounding makes.
        double[] ranks = [.. d.Select(v => 0.5 + d.Count(w => w < v - 1e-9) + d.Count(w => Math.Abs(w - v) <= 1e-9) / 2.0)];

        var (hamedRao, yueWang, firstOrder) = (0.0, 0.0, 0.0);
        for (var k = 1; k <= maxLag; k++)
        {
            var r = Correlation(ranks, k);
            if (Math.Abs(r) > z / Math.Sqrt(n)) hamedRao += (n - k) * (n - k - 1) * (n - k - 2) * r;
            yueWang += (1 - k / n) * Correlation(d, k);
        }
        for (var k = 1; k < n; k++) firstOrder += (1 - k / n) * Math.Pow(Correlation(d, 1), k);
        return (slope, 1 + 2 * hamedRao / (n * (n - 1) * (n - 2)), 1 + 2 * yueWang, 1 + 2 * firstOrder);
    }

    private static double Correlation(double[] x, int lag)
    {
        var mean = x.Sum() / x.Length;
        var (above, below) = (0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            below += (x[i] - mean) * (x[i] - mean);
            if (i >= lag) above += (x[i] - mean) * (x[i - lag] - mean);
        }
        return x.All(v => Math.Abs(v - x[0]) < 1e-9) ? 0 : above / below;
    }
}
