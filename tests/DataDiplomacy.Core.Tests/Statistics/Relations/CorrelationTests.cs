using System.Text.Json;
using DataDiplomacy.Core.Statistics.Relations;

namespace DataDiplomacy.Core.Tests.Statistics.Relations;

public sealed class CorrelationTests
{
    private static readonly double?[] X = [1.2, 3.4, 2.2, 5.1, 4.7, 6, 0.3, 8, 7.5, 2.9];
    private static readonly double?[] Y = [2, 2.9, 3.1, 4.4, 5.9, 5, 1, 4.1, 9, 0.4];

    [Fact]
    public void Agrees_with_the_formulas_written_out()
    {
        var random = new Random(20240601);
        for (var draw = 0; draw < 400; draw++)
        {
            var (x, y) = Draw(random, 3 + draw % 12, draw % 2 == 0 ? 4 : 100_000);

            var result = Correlation.Test(x, y);

            var naive = NaiveCorrelation.Of(x, y);
            result.N.ShouldBe(naive.N);
            result.Defined.ShouldBe(naive.Pearson is not null);
            if (!result.Defined) continue;
            result.Pearson.ShouldNotBeNull().Coefficient.ShouldBe(naive.Pearson.ShouldNotBeNull(), 1e-12);
            result.Spearman.ShouldNotBeNull().Coefficient.ShouldBe(naive.Spearman.ShouldNotBeNull(), 1e-12);
            result.Kendall.ShouldNotBeNull().Coefficient.ShouldBe(naive.Tau.ShouldNotBeNull(), 1e-12);
            result.Kendall.Statistic.ShouldNotBeNull().ShouldBe(naive.Z.ShouldNotBeNull(), 1e-10);
        }
    }

    [Fact]
    public void Gives_the_exact_p_of_all_permutations()
    {
        var random = new Random(7);
        for (var draw = 0; draw < 100; draw++)
        {
            var n = 3 + draw % 5;
            var y = Enumerable.Range(1, n).Select(i => (double)i).ToArray();
            random.Shuffle(y);
            double[] x = [.. Enumerable.Range(1, n)];

            var (spearman, kendall) = NaiveCorrelation.ExactP(y);

            Spearman.Test(x, y).ShouldNotBeNull().PExact.ShouldNotBeNull().ShouldBe(spearman, 1e-12);
            Kendall.Test(x, y).ShouldNotBeNull().PExact.ShouldNotBeNull().ShouldBe(kendall, 1e-12);
        }
    }

    [Fact]
    public void Gives_a_perfect_order_of_nine_the_smallest_exact_p()
    {
        double[] x = [.. Enumerable.Range(0, 9)];

        var test = Spearman.Test(x, [.. x.Select(v => v * v)]).ShouldNotBeNull();

        // Two permutations of 9! = 362,880.
        test.PExact.ShouldNotBeNull().ShouldBe(2 / 362_880.0, 1e-18);
        test.Coefficient.ShouldBe(1);
    }

    [Fact]
    public void Gives_no_exact_p_with_ties_or_many_pairs()
    {
        double[] ten = [.. Enumerable.Range(0, 10)];
        double[] fifty = [.. Enumerable.Range(0, 50)];

        Spearman.Test(ten, ten).ShouldNotBeNull().PExact.ShouldBeNull();
        Kendall.Test(fifty, fifty).ShouldNotBeNull().PExact.ShouldBeNull();
        Kendall.Test([1, 1, 2, 3], [1, 2, 3, 4]).ShouldNotBeNull().PExact.ShouldBeNull();
        Spearman.Test([1, 1, 2, 3], [1, 2, 3, 4]).ShouldNotBeNull().PExact.ShouldBeNull();
    }

    [Theory]
    [InlineData(1e-2)]
    [InlineData(1e-3)]
    [InlineData(1e-4)]
    public void Has_a_far_tail_to_many_digits(double distance)
    {
        // x and w are at right angles, so that r = 1/sqrt(1 + e^2); with 10 degrees of freedom p is the share of (1-r^2)^4 beyond r, here by its terms in d = 1-r.
        double[] x = [1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1];
        double[] w = [1, 1, -1, -1, 1, 1, -1, -1, 1, 1, -1, -1];
        var e = Math.Sqrt(1 / ((1 - distance) * (1 - distance)) - 1);

        var pearson = Correlation.Test((ReadOnlySpan<double>)x, [.. x.Zip(w, (a, b) => a + e * b)]).Pearson.ShouldNotBeNull();

        var d = 1 - pearson.Coefficient;
        d.ShouldBe(distance, 1e-14);
        var tail = 16 * Math.Pow(d, 5) / 5 - 32 * Math.Pow(d, 6) / 6 + 24 * Math.Pow(d, 7) / 7 - Math.Pow(d, 8) + Math.Pow(d, 9) / 9;
        (pearson.P / (tail * 315 / 128)).ShouldBe(1, 1e-9);
    }

    [Fact]
    public void Does_not_depend_on_unit_offset_or_which_variable_comes_first()
    {
        var plain = Correlation.Test(X, Y);

        var moved = Correlation.Test([.. Y.Select(v => 1024 * v)], [.. X.Select(v => v + 8)]);

        moved.Kendall.ShouldBe(plain.Kendall);
        moved.Spearman.ShouldBe(plain.Spearman);
        Same(moved.Pearson, plain.Pearson, 1);
    }

    [Fact]
    public void Turns_with_the_sign_of_one_variable()
    {
        var plain = Correlation.Test(X, Y);

        var turned = Correlation.Test(X, [.. Y.Select(v => -v)]);

        Same(turned.Pearson, plain.Pearson, -1);
        Same(turned.Spearman, plain.Spearman, -1);
        Same(turned.Kendall, plain.Kendall, -1);
        turned.Kendall.ShouldNotBeNull().PExact.ShouldBe(plain.Kendall.ShouldNotBeNull().PExact);
    }

    [Fact]
    public void Leaves_ranks_alone_under_a_growing_curve()
    {
        var plain = Correlation.Test(X, Y);

        var curved = Correlation.Test([.. X.Select(v => (double?)Math.Exp(v ?? 0))], Y);

        curved.Spearman.ShouldBe(plain.Spearman);
        curved.Kendall.ShouldBe(plain.Kendall);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(-0.1)]
    public void Takes_a_straight_line_as_perfect(double slope)
    {
        var result = Correlation.Test(X, [.. X.Select(v => slope * v + 0.7)]);

        var pearson = result.Pearson.ShouldNotBeNull();
        pearson.ShouldBe(new CorrelationTest { Coefficient = Math.Sign(slope), P = 0, CiLow = Math.Sign(slope), CiHigh = Math.Sign(slope) });
    }

    [Fact]
    public void Has_no_interval_with_too_few_pairs()
    {
        var three = Correlation.Test([1, 2, 3], [2, 1, 4]);
        var four = Correlation.Test([1, 2, 3, 4], [2, 1, 4, 3]);

        three.Pearson.ShouldNotBeNull().CiLow.ShouldBeNull();
        three.Spearman.ShouldNotBeNull().CiHigh.ShouldBeNull();
        four.Pearson.ShouldNotBeNull().CiLow.ShouldNotBeNull();
        four.Kendall.ShouldNotBeNull().CiLow.ShouldBeNull();
    }

    [Theory]
    [InlineData(20, 0.3)]
    [InlineData(1_000, 0.08)]
    [InlineData(1_000, 0.7)]
    [InlineData(90_000, 0.009)]
    [InlineData(100_000, 0.001)]
    [InlineData(100_000, 0.02)]
    public void Gives_p_as_the_integral_of_students_density(int n, double r)
    {
        var t = r * Math.Sqrt((n - 2) / (1 - r * r));

        var p = POfPattern(n, r);

        var expected = NaiveCorrelation.StudentTail(t, n - 2);
        p.ShouldBe(expected, 1e-7 * expected);
    }

    [Fact]
    public void Takes_as_many_pairs_as_it_promises()
    {
        double?[] x = [.. Enumerable.Range(0, Correlation.MaxPoints).Select(i => (double?)i)];

        var result = Correlation.Test(x, [.. x.Select(v => v % 1_000)]);

        result.N.ShouldBe(100_000);
        // By hand: 100 blocks of 0 to 999; pairs within a block rise, pairs across blocks rise and fall alike.
        var (pairs, tied, rising) = (100_000L * 99_999 / 2, 1_000L * 100 * 99 / 2, 100L * 1_000 * 999 / 2);
        result.Kendall.ShouldNotBeNull().Coefficient.ShouldBe(rising / Math.Sqrt((double)pairs * (pairs - tied)), 1e-12);
    }

    [Theory]
    [InlineData("""{"x":[1,1,1,1],"y":[1,2,3,4]}""", "constant")]
    [InlineData("""{"x":[1,2,3,4],"y":[0,0,0,null]}""", "constant")]
    [InlineData("""{"x":[1,null,2,null],"y":[3,4,5,null]}""", "insufficient_data")]
    [InlineData("""{"x":[],"y":[]}""", "insufficient_data")]
    [InlineData("""{"x":[null,null,null],"y":[null,null,null]}""", "insufficient_data")]
    public void Is_undefined_with_a_reason(string inputs, string reason) => StatisticalAsk.IsUndefined("correlation", inputs, reason);

    [Theory]
    [InlineData("""{"x":[1,2],"y":[1]}""", "{}", "inputs.y")]
    [InlineData("""{"x":[1,2]}""", "{}", "inputs.y")]
    [InlineData("""{"x":[1,"a"],"y":[1,2]}""", "{}", "inputs.x[1]")]
    [InlineData("""{"x":[1,2],"y":[1,2]}""", """{"confidence":1}""", "parameters.confidence")]
    public void Names_the_field_at_fault(string inputs, string parameters, string field) =>
        StatisticalAsk.Refuses("correlation", inputs, parameters, field);

    [Fact]
    public void Answers_the_fields_of_its_description() =>
        StatisticalAsk.AnswersItsOutputs("correlation", """{"x":[1,2,3,5],"y":[2,1,4,3]}""");

    [Fact]
    public void Gives_every_extreme_a_finite_answer()
    {
        double?[] extremes = [1e308, -1e308, 5e-324, 0, -5e-324, double.MaxValue, double.MinValue, 1];
        var random = new Random(3);
        for (var draw = 0; draw < 100; draw++)
        {
            double?[] x = [.. Enumerable.Range(0, 6).Select(_ => extremes[random.Next(8)])];
            double?[] y = [.. Enumerable.Range(0, 6).Select(_ => extremes[random.Next(8)])];

            var result = Correlation.Test(x, y);

            if (!result.Defined) continue;
            foreach (var test in new[] { result.Pearson, result.Spearman, result.Kendall })
            {
                test.ShouldNotBeNull().Coefficient.ShouldBeInRange(-1, 1);
                test.P.ShouldBeInRange(0, 1);
                test.CiLow.ShouldNotBeNull().ShouldBeInRange(-1, test.CiHigh.ShouldNotBeNull());
                if (test.Statistic is { } statistic) double.IsFinite(statistic).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public void Sees_the_line_through_the_smallest_numbers() =>
        Pearson.Coefficient([5e-324, 1e-323, 1.5e-323], [1e308, 0, -1e308]).ShouldBe(-1);

    [Fact]
    public void Warns_of_what_makes_a_correlation_less_believable()
    {
        Warnings("""{"x":[1,2,3,null],"y":[2,1,4,1]}""").ShouldBe(
        [
            "1 pairs with a missing half were dropped.",
            "Few pairs: n=3, fewer than the 10 that a published correlation should rest on.",
            "With three pairs there is no interval."
        ]);
        Warnings("""{"x":[1,2,3,4,5,6,7,8,9,10],"y":[1,2,4,3,5,7,6,8,10,9]}""").ShouldHaveSingleItem().ShouldStartWith("If the pairs are in the order of time: both depend on their past");
        Warnings("""{"x":[1,2,3,4],"y":[3,6,9,12]}""").ShouldContain(warning => warning.StartsWith("The pairs lie on a straight line"));
        Warnings("""{"x":[8,8,8,8,8,8,8,19,8,8,8],"y":[6.58,5.76,7.71,8.84,8.47,7.04,5.25,12.5,5.56,7.91,6.89]}""")
            .ShouldHaveSingleItem().ShouldStartWith("Pearson and Spearman differ");
    }

    [Fact]
    public void Says_that_a_p_of_0_is_a_very_small_one()
    {
        var inputs = JsonSerializer.Serialize(new { x = Enumerable.Range(0, 5_000), y = Enumerable.Range(0, 5_000).Select(i => i + i % 7) });

        var warnings = Warnings(inputs);

        warnings.ShouldContain("A p of 0 is a p below the smallest number that can be written, about 5e-324.");
    }

    [Fact]
    public void Refuses_numbers_that_are_none()
    {
        Should.Throw<ArgumentException>(() => Correlation.Test([1, double.NaN], [1, 2])).Message.ShouldStartWith("x[1]");
        Should.Throw<ArgumentException>(() => Correlation.Test([1, 2], [1])).Message.ShouldStartWith("2 values of x but 1 of y");
        Should.Throw<ArgumentOutOfRangeException>(() => Correlation.Test(X, Y, 1));
    }

    private static double POfPattern(int n, double r)
    {
        // A two-dimensional pattern of four points with correlation r, repeated.
        var (a, b) = (Math.Sqrt((1 + r) / 2), Math.Sqrt((1 - r) / 2));
        double[] x = [.. Enumerable.Range(0, n / 4).SelectMany(_ => new[] { a, -a, b, -b })];
        double[] y = [.. Enumerable.Range(0, n / 4).SelectMany(_ => new[] { a, -a, -b, b })];
        var test = Pearson.Test(x, y).ShouldNotBeNull();
        test.Coefficient.ShouldBe(r, 1e-12);
        return test.P;
    }

    private static void Same(CorrelationTest? got, CorrelationTest? plain, int sign)
    {
        var (a, b) = (got.ShouldNotBeNull(), plain.ShouldNotBeNull());
        a.Coefficient.ShouldBe(sign * b.Coefficient, 1e-14);
        a.P.ShouldBe(b.P, 1e-12);
        a.CiLow.ShouldNotBeNull().ShouldBe((sign > 0 ? b.CiLow : -b.CiHigh).ShouldNotBeNull(), 1e-13);
    }

    private static IReadOnlyList<string> Warnings(string inputs) => StatisticalAsk.Run("correlation", inputs).Warnings;

    private static (double?[] X, double?[] Y) Draw(Random random, int n, int levels)
    {
        double?[] x = [.. Enumerable.Range(0, n).Select(_ => random.Next(10) == 0 ? null : (double?)random.Next(levels))];
        double?[] y = [.. x.Select(v => random.Next(10) == 0 ? null : (double?)((v ?? 0) / 2 + random.Next(levels)))];
        return (x, y);
    }
}
