using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Core.Tests.Statistics.Trends;

public sealed class MannKendallTests
{
    [Fact]
    public void Counts_rising_minus_falling_pairs()
    {
        double?[] values = [1, 3, 2, 4];

        var result = MannKendall.Test(values);

        // By hand: 5 pairs rise, 1 falls; var = 4*3*13/18; z = 3/sqrt(var); 0 or 1 inversions in 4 of 24 orders.
        result.S.ShouldBe(4);
        result.VarS.ShouldNotBeNull().ShouldBe(156 / 18.0, 1e-12);
        result.Z.ShouldNotBeNull().ShouldBe(1.0190493307301367, 1e-12);
        result.TauA.ShouldNotBeNull().ShouldBe(4 / 6.0, 1e-12);
        result.PExact.ShouldNotBeNull().ShouldBe(1 / 3.0, 1e-12);
    }

    [Fact]
    public void Corrects_for_ties_and_gives_no_exact_p_then()
    {
        double?[] values = [1, 2, 2, 3];

        var result = MannKendall.Test(values);

        // By hand: one tied pair; var = (156 - 2*1*9)/18; tau_b = 5/sqrt(5*6).
        result.S.ShouldBe(5);
        result.VarS.ShouldNotBeNull().ShouldBe(138 / 18.0, 1e-12);
        result.TauB.ShouldNotBeNull().ShouldBe(5 / Math.Sqrt(30), 1e-12);
        result.PExact.ShouldBeNull();
    }

    [Theory]
    [InlineData(3, 2 / 6.0)]
    [InlineData(4, 2 / 24.0)]
    [InlineData(5, 2 / 120.0)]
    [InlineData(19, 1.644127049324866e-17)] // 2/19!
    public void Gives_a_perfect_rise_the_exact_p_of_two_orders_among_all(int n, double expected)
    {
        var values = Rising(n);

        var result = MannKendall.Test(values);

        result.PExact.ShouldNotBeNull().ShouldBe(expected, 1e-12 * expected);
    }

    [Fact]
    public void Counts_orders_exactly_up_to_49_values()
    {
        var values = WithInversions(49, 488);

        var result = MannKendall.Test(values);

        // Twice the share of the 49! orders with at most 488 inversions, counted in integers of any length by Python.
        result.S.ShouldBe(200);
        result.PExact.ShouldNotBeNull().ShouldBe(0.08630807187120842, 1e-13);
    }

    [Fact]
    public void Reads_a_far_tail_from_erfc()
    {
        var values = Rising(100);

        var result = MannKendall.Test(values);

        // z = 4949/sqrt(112750); erfc of the C library, by Python's math.erfc.
        result.Z.ShouldNotBeNull().ShouldBe(14.73869998208331, 1e-12);
        result.PTwoSided.ShouldNotBeNull().ShouldBe(FarTail, 1e-10 * FarTail);
        result.PExact.ShouldBeNull();
    }

    [Fact]
    public void Agrees_with_the_definition_on_series_with_ties()
    {
        for (var n = 3; n < 70; n++)
        {
            double?[] values = [.. Scrambled(n).Select(value => (double?)(value % 13))];

            var result = MannKendall.Test(values);

            result.S.ShouldBe(ByDefinition(values), $"n={n}");
        }
    }

    [Fact]
    public void Does_not_change_under_a_rising_transformation()
    {
        var values = Scrambled(40);

        var plain = MannKendall.Test([.. values.Select(v => (double?)v)]);
        var transformed = MannKendall.Test([.. values.Select(v => (double?)Math.Exp(v / 20) * 1e-9)]);

        transformed.ShouldBe(plain);
    }

    [Fact]
    public void Turns_its_sign_when_time_runs_backwards()
    {
        var values = Scrambled(40);

        var forwards = MannKendall.Test([.. values.Select(v => (double?)v)]);
        var backwards = MannKendall.Test([.. values.Reverse().Select(v => (double?)v)]);

        backwards.S.ShouldBe(-forwards.S);
        backwards.PIncreasing.ShouldBe(forwards.PDecreasing);
        backwards.PExact.ShouldBe(forwards.PExact);
    }

    [Fact]
    public void Compares_where_a_difference_would_overflow()
    {
        double?[] values = [-double.MaxValue, 0, double.MaxValue];

        var result = MannKendall.Test(values);

        result.S.ShouldBe(3);
    }

    [Theory]
    [InlineData("insufficient_data", new[] { 1.0, 2.0 })]
    [InlineData("insufficient_data", new double[0])]
    [InlineData("constant", new[] { 5.0, 5.0, 5.0, 5.0 })]
    public void Is_undefined_with_a_reason(string reason, double[] values)
    {
        var result = MannKendall.Test([.. values.Select(v => (double?)v), null]);

        result.ShouldBe(new MannKendallResult { Defined = false, Reason = reason, N = values.Length });
    }

    [Fact]
    public void Refuses_NaN_because_missing_is_null()
    {
        double?[] values = [1, double.NaN, 3];

        var error = Should.Throw<ArgumentException>(() => MannKendall.Test(values));

        error.Message.ShouldStartWith("values[1] is NaN");
    }

    private const double FarTail = 3.637189687627186e-49;

    private static double?[] Rising(int n) => [.. Enumerable.Range(1, n).Select(i => (double?)i)];

    /// <summary>The values 1 to n, the first ones falling and the rest rising, with as many falling pairs as asked for.</summary>
    private static double?[] WithInversions(int n, int inversions)
    {
        var values = new List<double?>();
        for (var value = 1; value <= n; value++)
        {
            var back = Math.Min(inversions, values.Count);
            values.Insert(values.Count - back, value);
            inversions -= back;
        }
        return [.. values];
    }

    /// <summary>Different values in an order without plan, always the same.</summary>
    private static double[] Scrambled(int n) => [.. Enumerable.Range(1, n).Select(i => (double)(i * 37 % 101))];

    private static long ByDefinition(double?[] values)
    {
        var s = 0L;
        for (var i = 0; i < values.Length; i++)
        {
            for (var j = i + 1; j < values.Length; j++) s += Nullable.Compare(values[j], values[i]);
        }
        return s;
    }
}
