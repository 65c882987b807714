using System.Text.Json;
using DataDiplomacy.Core.Statistics;
using DataDiplomacy.Core.Statistics.Regressions;

namespace DataDiplomacy.Core.Tests.Statistics.Regressions;

public sealed class OlsHacTests
{
    [Fact]
    public void Agrees_with_the_normal_equations_written_out()
    {
        var random = new Random(20260103);
        for (var draw = 0; draw < 150; draw++)
        {
            var (n, k) = (random.Next(8, 25), random.Next(0, 3));
            var y = RandomSeries.Tied(random, n, 12, 0.05);
            double?[][] x = [.. Enumerable.Range(0, k).Select(_ => RandomSeries.Tied(random, n, 20, 0.05))];
            var lag = random.Next(0, 6);

            var result = OlsHac.Fit(y, x, lag);

            var (beta, errors, classical) = Naive(y, x, lag);
            result.N.ShouldBe(Rows(y, x).Count);
            Figures(result.Beta).ShouldBe(beta, 1e-8);
            Figures(result.SeHac).ShouldBe(errors, 1e-8);
            Figures(result.SeOls).ShouldBe(classical, 1e-8);
            Figures(result.SeHacAdj).ShouldBe(errors.Select(e => e * Math.Sqrt((double)result.N / (result.N - k - 1))), 1e-8);
        }
    }

    [Fact]
    public void Keeps_its_digits_on_times_in_seconds_since_1970()
    {
        var y = RandomSeries.Autoregressive(new Random(4), 40, 0.5, 0.1);
        double?[] days = [.. Enumerable.Range(0, 40).Select(i => (double?)i)];

        var plain = OlsHac.Fit(y, [days]);
        var seconds = OlsHac.Fit(y, [[.. days.Select(d => 1_600_000_000 + 86_400 * d)]]);

        (86_400 * Figures(seconds.Beta)[1]).ShouldBe(Figures(plain.Beta)[1], 1e-12);
        Figures(seconds.THacAdj)[1].ShouldBe(Figures(plain.THacAdj)[1], 1e-9);
    }

    [Fact]
    public void Follows_scale_and_shift_of_the_values()
    {
        var y = RandomSeries.Autoregressive(new Random(5), 30, 0.5, 0.1);
        double?[] t = [.. Enumerable.Range(0, 30).Select(i => (double?)i)];

        var plain = OlsHac.Fit(y, [t]);
        var moved = OlsHac.Fit([.. y.Select(v => 5 - 2 * v)], [t]);

        Figures(moved.Beta)[1].ShouldBe(-2 * Figures(plain.Beta)[1], 1e-12);
        Figures(moved.SeHacAdj).ShouldBe(Figures(plain.SeHacAdj).Select(e => 2 * e), 1e-12);
        moved.RSquared.ShouldNotBeNull().ShouldBe(plain.RSquared.ShouldNotBeNull(), 1e-12);
    }

    [Fact]
    public void Fits_the_mean_without_regressors()
    {
        var result = OlsHac.Fit([1, 2, 3, 6], [], 0);

        // By hand: mean 3, residuals -2, -1, 0, 3, squares 14.
        Figures(result.Beta).ShouldBe([3], 1e-15);
        Figures(result.SeHac).ShouldBe([Math.Sqrt(14) / 4], 1e-15);
        Figures(result.SeOls).ShouldBe([Math.Sqrt(14.0 / 3 / 4)], 1e-15);
    }

    [Fact]
    public void Knows_neither_t_nor_p_of_an_exact_fit()
    {
        double?[] t = [.. Enumerable.Range(0, 20).Select(i => (double?)i)];

        var result = OlsHac.Fit([.. t.Select(v => 0.3 + 0.1 * v)], [t]);

        Figures(result.Beta).ShouldBe([0.3, 0.1], 1e-14);
        result.Sigma.ShouldBe(0);
        result.PHacAdj.ShouldBe([null, null]);
        OlsHac.Fit([.. t.Select(_ => (double?)0.1)], [t]).RSquared.ShouldBeNull();
    }

    [Fact]
    public void Takes_as_much_as_it_promises()
    {
        var random = new Random(9);
        double?[] y = RandomSeries.Autoregressive(random, OlsHac.MaxPoints, 0.5);
        double?[][] x = [.. Enumerable.Range(0, OlsHac.MaxRegressors).Select(_ => RandomSeries.Autoregressive(random, OlsHac.MaxPoints, 0.2))];

        var result = OlsHac.Fit(y, x, OlsHac.MaxPoints - 1);

        result.N.ShouldBe(5_000);
        Figures(result.SeHacAdj).Count.ShouldBe(11);
    }

    [Theory]
    [InlineData("""{"y":[1,2],"x":[[1,2]]}""", "insufficient_data")]
    [InlineData("""{"y":[],"x":[]}""", "insufficient_data")]
    [InlineData("""{"y":[1,2,3,null],"x":[[1,null,3,4]]}""", "insufficient_data")]
    [InlineData("""{"y":[1,2,4,3],"x":[[0.1,0.1,0.1,0.1]]}""", "rank_deficient")]
    [InlineData("""{"y":[1,2,4,3,7],"x":[[1,2,3,4,5],[1.1,2.2,3.3,4.4,5.5]]}""", "rank_deficient")]
    public void Says_why_it_is_undefined(string inputs, string reason) =>
        Run(inputs).Result.ShouldNotBeNull().ToJsonString().ShouldBe($$"""{"defined":false,"reason":"{{reason}}"}""");

    [Theory]
    [InlineData("""{"y":[1,2,3],"x":[[1,2,3],[1,2]]}""", "{}", "inputs.x[1]")]
    [InlineData("""{"y":[1,2,3],"x":[[1,2]]}""", "{}", "inputs.x[0]")]
    [InlineData("""{"y":[1,2,3],"x":[1,2,3]}""", "{}", "inputs.x[0]")]
    [InlineData("""{"y":[1,2,3]}""", "{}", "inputs.x")]
    [InlineData("""{"y":[1,2,3],"x":[[1,2,3]]}""", """{"lag":-1}""", "parameters.lag")]
    public void Refuses_what_it_cannot_read(string inputs, string parameters, string field) =>
        Run(inputs, parameters).Error.ShouldNotBeNull().Field.ShouldBe(field);

    [Fact]
    public void Refuses_too_many_regressors()
    {
        var error = Run(JsonSerializer.Serialize(new { y = new[] { 1, 2 }, x = Enumerable.Repeat(new[] { 1, 2 }, 11) })).Error.ShouldNotBeNull();

        error.TooLarge.ShouldBeTrue();
        Should.Throw<ArgumentException>(() => OlsHac.Fit([1], [.. Enumerable.Repeat(new double?[] { 1 }, 11)]));
        Should.Throw<ArgumentException>(() => OlsHac.Fit([1, 2], [[1]]));
        Should.Throw<ArgumentOutOfRangeException>(() => OlsHac.Fit([1, 2], [], -1));
    }

    [Fact]
    public void Warns_of_missing_rows_few_rows_and_a_row_that_decides_alone()
    {
        var run = Run("""{"y":[1,2,null,4,3,5,9],"x":[[1,2,3,4,5,6,100]]}""");

        run.Warnings[0].ShouldBe("1 rows with a missing value were dropped.");
        run.Warnings.ShouldContain(w => w.StartsWith("With 6 rows"));
        run.Warnings.ShouldContain(w => w.StartsWith("Rows are missing in between"));
        run.Warnings.ShouldContain(w => w.StartsWith("A single row has 100 %"));
    }

    [Fact]
    public void Gives_no_NaN_at_the_ends_of_the_range()
    {
        foreach (var values in RandomSeries.Extremes)
        {
            int[] t = [.. Enumerable.Range(0, values.Length)];
            Run(JsonSerializer.Serialize(new { y = values, x = new[] { t } })).Result.ShouldNotBeNull().ToJsonString().ShouldStartWith("{\"defined\":");
            Run(JsonSerializer.Serialize(new { y = t, x = new[] { values } })).Result.ShouldNotBeNull().ToJsonString().ShouldStartWith("{\"defined\":");
        }
    }

    private static StatisticalRun Run(string inputs, string parameters = "{}") =>
        StatisticalMethods.Run("ols_hac", JsonElement.Parse(inputs), JsonElement.Parse(parameters)).ShouldNotBeNull();

    private static List<double> Figures(IReadOnlyList<double?>? figures) => [.. figures.ShouldNotBeNull().Select(f => f.ShouldNotBeNull())];

    private static List<int> Rows(double?[] y, double?[][] x) =>
        [.. Enumerable.Range(0, y.Length).Where(i => y[i] is not null && x.All(c => c[i] is not null))];

    private static (double[] Beta, double[] Hac, double[] Classical) Naive(double?[] y, double?[][] x, int lag)
    {
        var rows = Rows(y, x);
        double[][] design = [.. rows.Select(i => new[] { 1.0 }.Concat(x.Select(c => c[i].GetValueOrDefault())).ToArray())];
        double[] values = [.. rows.Select(i => y[i].GetValueOrDefault())];
        var (n, k) = (rows.Count, x.Length + 1);
        var bread = Inverse(Square(k, (i, j) => design.Sum(r => r[i] * r[j])));
        double[] beta = [.. Enumerable.Range(0, k).Select(i => Enumerable.Range(0, k).Sum(j => bread[i][j] * design.Zip(values, (r, v) => r[j] * v).Sum()))];
        double[] e = [.. design.Select((r, t) => values[t] - r.Zip(beta, (a, b) => a * b).Sum())];

        var omega = Square(k, (i, j) =>
        {
            var sum = 0.0;
            for (var t = 0; t < n; t++)
                for (var s = 0; s < n; s++)
                    if (Math.Abs(t - s) <= lag) sum += (1 - Math.Abs(t - s) / (lag + 1.0)) * e[t] * e[s] * design[t][i] * design[s][j];
            return sum;
        });
        double[] hac = [.. Enumerable.Range(0, k).Select(i => Math.Sqrt(
            Enumerable.Range(0, k).Sum(a => Enumerable.Range(0, k).Sum(b => bread[i][a] * omega[a][b] * bread[b][i]))))];
        return (beta, hac, [.. bread.Select((row, i) => Math.Sqrt(row[i] * e.Sum(v => v * v) / (n - k)))]);
    }

    private static double[][] Square(int k, Func<int, int, double> cell) =>
        [.. Enumerable.Range(0, k).Select(i => Enumerable.Range(0, k).Select(j => cell(i, j)).ToArray())];

    /// <summary>Gauss-Jordan with row exchange.</summary>
    private static double[][] Inverse(double[][] matrix)
    {
        var k = matrix.Length;
        double[][] work = [.. matrix.Select((row, i) => row.Concat(Enumerable.Range(0, k).Select(j => i == j ? 1.0 : 0)).ToArray())];
        for (var c = 0; c < k; c++)
        {
            var pivot = Enumerable.Range(c, k - c).MaxBy(r => Math.Abs(work[r][c]));
            (work[c], work[pivot]) = (work[pivot], work[c]);
            work[c] = [.. work[c].Select(v => v / work[c][c])];
            for (var r = 0; r < k; r++)
                if (r != c) work[r] = [.. work[r].Zip(work[c], (a, b) => a - work[r][c] * b)];
        }
        return [.. work.Select(row => row[k..])];
    }
}
