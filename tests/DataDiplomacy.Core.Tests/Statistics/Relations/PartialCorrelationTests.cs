using System.Text.Json;
using DataDiplomacy.Core.Statistics.Relations;

namespace DataDiplomacy.Core.Tests.Statistics.Relations;

public sealed class PartialCorrelationTests
{
    private static readonly double?[][] Four =
    [
        [1, 4, 2, 8, 5, 7, 1, 3, 9, 6], [2, 3, 3, 9, 4, 8, 0, 4, 7, 7], [5, 1, 4, 4, 2, 6, 3, 3, 8, 1], [0, 1, 1, 0, 1, 0, 0, 1, 1, 0]
    ];

    [Fact]
    public void Agrees_with_the_recursion_of_Yule()
    {
        var random = new Random(1907);
        for (var draw = 0; draw < 200; draw++)
        {
            var (variables, n) = (2 + draw % 4, 8 + draw % 9);
            double?[][] rows = [.. Enumerable.Range(0, variables).Select(_ => Enumerable.Range(0, n)
                .Select(_ => random.Next(25) == 0 ? null : (double?)random.Next(12)).ToArray())];

            var result = PartialCorrelation.Test(rows);

            int[] times = [.. Enumerable.Range(0, n).Where(t => rows.All(row => row[t] is not null))];
            result.N.ShouldBe(times.Length);
            if (!result.Defined) continue;
            double[][] complete = [.. rows.Select(row => times.Select(t => row[t].GetValueOrDefault()).ToArray())];
            var r = Yule(complete, 0, 1, [.. Enumerable.Range(2, variables - 2)]);
            result.R.ShouldNotBeNull().ShouldBe(r, 1e-9);
            result.Df.ShouldBe(times.Length - variables);
            result.T.ShouldNotBeNull().ShouldBe(r * Math.Sqrt((times.Length - variables) / (1 - r * r)), 1e-6 * (1 + Math.Abs(result.T ?? 0)));
        }
    }

    [Fact]
    public void Is_the_plain_correlation_without_controls()
    {
        var result = PartialCorrelation.Test(Four[..2]);

        var plain = Correlation.Test(Four[0], Four[1]).Pearson.ShouldNotBeNull();
        result.R.ShouldNotBeNull().ShouldBe(plain.Coefficient, 1e-14);
        result.P.ShouldNotBeNull().ShouldBe(plain.P, 1e-12);
        result.CiLow.ShouldNotBeNull().ShouldBe(plain.CiLow.ShouldNotBeNull(), 1e-13);
    }

    [Fact]
    public void Does_not_depend_on_units_nor_on_the_order_of_controls()
    {
        var plain = PartialCorrelation.Test(Four);

        var moved = PartialCorrelation.Test([[.. Four[1].Select(v => 3 * v + 7)], Four[0], [.. Four[3].Select(v => -v)], [.. Four[2].Select(v => 1e200 * v)]]);

        moved.R.ShouldNotBeNull().ShouldBe(plain.R.ShouldNotBeNull(), 1e-13);
        moved.P.ShouldNotBeNull().ShouldBe(plain.P.ShouldNotBeNull(), 1e-12);
    }

    [Fact]
    public void Finds_nothing_left_where_the_control_explains_all_but_noise()
    {
        double?[] noise = [1, -1, 1, -1, -1, 1, -1, 1];
        double?[] control = [0, 1, 2, 3, 4, 5, 6, 7];
        double?[] x = [.. control.Zip(noise, (c, e) => 10 * c + e)];
        double?[] other = [1, 1, -1, -1, -1, -1, 1, 1];

        var result = PartialCorrelation.Test([x, [.. control.Zip(other, (c, e) => -5 * c + e)], control]);

        // The two noises are at right angles to each other, to the mean and to the control.
        result.R.ShouldNotBeNull().ShouldBe(0, 1e-12);
        result.P.ShouldNotBeNull().ShouldBe(1, 1e-10);
    }

    [Theory]
    [InlineData("""{"variables":[[1,2,3],[2,1,4],[1,0,0]]}""", "insufficient_data")]
    [InlineData("""{"variables":[[],[]]}""", "insufficient_data")]
    [InlineData("""{"variables":[[1,2,3,4,5],[2,1,4,1,2],[7,7,7,7,7]]}""", "constant")]
    [InlineData("""{"variables":[[1,2,3,4,5],[2,1,4,1,2],[3,3,7,5,7]]}""", "singular")]
    [InlineData("""{"variables":[[1,2,3,4,5],[2,4,6,8,10]]}""", "singular")]
    public void Is_undefined_with_a_reason(string inputs, string reason) => StatisticalAsk.IsUndefined("partial_correlation", inputs, reason);

    [Theory]
    [InlineData("""{"variables":[[1,2,3]]}""", "{}", "inputs.variables")]
    [InlineData("""{"variables":[[1,2],[1]]}""", "{}", "inputs.variables[1]")]
    [InlineData("""{"variables":[[1,2],[1,"b"]]}""", "{}", "inputs.variables[1][1]")]
    [InlineData("""{"variables":[[1,2],[1,3]]}""", """{"confidence":0}""", "parameters.confidence")]
    public void Names_the_field_at_fault(string inputs, string parameters, string field) =>
        StatisticalAsk.Refuses("partial_correlation", inputs, parameters, field);

    [Fact]
    public void Answers_the_fields_of_its_description() =>
        StatisticalAsk.AnswersItsOutputs("partial_correlation", JsonSerializer.Serialize(new { variables = Four }));

    [Fact]
    public void Gives_no_interval_with_one_degree_of_freedom()
    {
        var result = PartialCorrelation.Test([[1, 2, 3, 5], [2, 1, 4, 3], [0, 1, 1, 0]]);

        result.Df.ShouldBe(1);
        result.CiLow.ShouldBeNull();
    }

    [Fact]
    public void Gives_every_extreme_a_finite_answer()
    {
        double?[] extremes = [1e308, -1e308, 5e-324, 0, double.MaxValue, double.MinValue, 1, null];
        var random = new Random(5);
        for (var draw = 0; draw < 200; draw++)
        {
            double?[][] rows = [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 9).Select(_ => extremes[random.Next(8)]).ToArray())];

            var result = PartialCorrelation.Test(rows);

            if (!result.Defined) continue;
            result.R.ShouldNotBeNull().ShouldBeInRange(-1, 1);
            result.P.ShouldNotBeNull().ShouldBeInRange(0, 1);
            double.IsFinite(result.T.ShouldNotBeNull()).ShouldBeTrue();
        }
    }

    [Fact]
    public void Takes_as_many_values_as_it_promises()
    {
        var random = new Random(11);
        double?[][] rows = [.. Enumerable.Range(0, PartialCorrelation.MaxVariables).Select(_ => Enumerable
            .Range(0, PartialCorrelation.MaxCells / PartialCorrelation.MaxVariables).Select(_ => (double?)random.NextDouble()).ToArray())];

        PartialCorrelation.Test(rows).Df.ShouldBe(4_000 - 50);
    }

    [Fact]
    public void Warns_of_dropped_times_few_degrees_of_freedom_and_no_control() =>
        StatisticalAsk.Run("partial_correlation", """{"variables":[[1,2,3,5,null],[2,1,4,3,1]]}""").Warnings.ShouldBe(
        [
            "1 times with a missing value were dropped.",
            "There is no control variable: this is the plain correlation.",
            "Few degrees of freedom: 2, fewer than the 10 that a published correlation should rest on."
        ]);

    [Fact]
    public void Takes_spans_as_it_takes_lists()
    {
        double[] x = [.. Four[0].Select(v => v ?? 0)];
        double[] y = [.. Four[1].Select(v => v ?? 0)];
        double[][] controls = [.. Four[2..].Select(row => row.Select(v => v ?? 0).ToArray())];

        PartialCorrelation.Test(x, y, controls).ShouldBe(PartialCorrelation.Test(Four));
        Should.Throw<ArgumentException>(() => PartialCorrelation.Test(x, y, [[1, 2]]));
        Should.Throw<ArgumentException>(() => PartialCorrelation.Test([x.Select(v => (double?)v).ToArray()]));
    }

    /// <summary>r_ij.Sk = (r_ij.S - r_ik.S r_jk.S)/sqrt((1 - r_ik.S^2)(1 - r_jk.S^2)).</summary>
    private static double Yule(double[][] rows, int i, int j, int[] controls)
    {
        if (controls.Length == 0) return NaiveCorrelation.PearsonOf(rows[i], rows[j]);
        var (k, rest) = (controls[0], controls[1..]);
        var (ij, ik, jk) = (Yule(rows, i, j, rest), Yule(rows, i, k, rest), Yule(rows, j, k, rest));
        return (ij - ik * jk) / Math.Sqrt((1 - ik * ik) * (1 - jk * jk));
    }
}
