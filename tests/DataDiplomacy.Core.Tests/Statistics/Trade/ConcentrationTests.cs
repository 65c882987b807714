using DataDiplomacy.Core.Statistics.Trade;

namespace DataDiplomacy.Core.Tests.Statistics.Trade;

public sealed class ConcentrationTests
{
    [Fact]
    public void Agrees_with_the_formulas_written_out()
    {
        var random = new Random(1950);
        for (var draw = 0; draw < 200; draw++)
        {
            double[] values = [.. Enumerable.Range(0, 1 + random.Next(12)).Select(_ => (double)Math.Max(0, random.Next(-3, 20)))];
            var (n, sum) = (values.Length, values.Sum());

            var result = Concentration.Of(values);

            result.Defined.ShouldBe(sum > 0);
            if (!result.Defined) continue;
            double hhi = 0, entropy = 0, differences = 0;
            foreach (var v in values)
            {
                hhi += v / sum * (v / sum);
                if (v > 0) entropy += v / sum * Math.Log(sum / v);
                // Gini as the mean difference of all pairs over twice the mean.
                foreach (var w in values) differences += Math.Abs(v - w);
            }
            Close(result.Hhi, hhi);
            Close(result.Shannon, entropy);
            Close(result.Gini, differences / (2 * n * sum));
            Close(result.EffectiveHhi, 1 / hhi);
            Close(result.EffectiveShannon, Math.Exp(entropy));
            Close(result.HhiNormalised, n == 1 ? null : (n * hhi - 1) / (n - 1));
            Close(result.ShannonNormalised, n == 1 ? null : entropy / Math.Log(n));
            var top = result.TopShare.ShouldNotBeNull();
            top.Count.ShouldBe(Math.Min(3, n));
            for (var k = 0; k < top.Count; k++) Close(top[k], values.OrderDescending().Take(k + 1).Sum() / sum);
        }
    }

    [Fact]
    public void Depends_neither_on_unit_nor_on_order()
    {
        var plain = Concentration.Of([1, 5, 0, 2, 9]);

        var moved = Concentration.Of([72, 0, 8, 40, 16]);

        moved.ShouldBe(plain with { TopShare = moved.TopShare });
        moved.TopShare.ShouldBe(plain.TopShare);
    }

    [Fact]
    public void Counts_a_category_twice_as_many_when_each_is_split_in_halves()
    {
        var whole = Concentration.Of([4, 8, 12]);
        var halves = Concentration.Of([2, 2, 4, 4, 6, 6]);

        Close(halves.EffectiveHhi, 2 * whole.EffectiveHhi);
        Close(halves.EffectiveShannon, 2 * whole.EffectiveShannon);
        Close(halves.Gini, whole.Gini);
    }

    [Theory]
    [InlineData("""{"values":[]}""", "insufficient_data")]
    [InlineData("""{"values":[0,0]}""", "zero_total")]
    [InlineData("""{"values":[5,-1]}""", "negative")]
    public void Is_undefined_with_a_reason(string inputs, string reason) => StatisticalAsk.IsUndefined("concentration", inputs, reason);

    [Theory]
    [InlineData("""{"values":[1,null]}""", "inputs.values[1]")]
    [InlineData("""{}""", "inputs.values")]
    public void Names_the_field_at_fault(string inputs, string field) => StatisticalAsk.Refuses("concentration", inputs, "{}", field);

    [Fact]
    public void Answers_the_fields_of_its_description() => StatisticalAsk.AnswersItsOutputs("concentration", """{"values":[1,2,3]}""");

    [Fact]
    public void Warns_of_few_categories()
    {
        StatisticalAsk.Run("concentration", """{"values":[1,2]}""").Warnings.ShouldBe(["Few categories: n=2; the figures hang on how they were cut."]);
        StatisticalAsk.Run("concentration", """{"values":[1,2,3,4,5]}""").Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Writes_no_negative_zero() =>
        StatisticalAsk.Run("concentration", """{"values":[7]}""").Result.ShouldNotBeNull().ToJsonString().ShouldNotContain("-0");

    [Fact]
    public void Does_not_overflow_on_the_largest_numbers_nor_vanish_on_the_smallest()
    {
        Concentration.Of([double.MaxValue, double.MaxValue]).Hhi.ShouldBe(0.5);
        Concentration.Of([5e-324, 5e-324]).Hhi.ShouldBe(0.5);
        Concentration.Of([5e-324, double.MaxValue]).EffectiveHhi.ShouldBe(1);
    }

    [Fact]
    public void Takes_as_many_categories_as_it_promises()
    {
        var result = Concentration.Of([.. Enumerable.Repeat(3.0, Concentration.MaxPoints)]);

        Close(result.EffectiveHhi / 100_000, 1);
        Close(result.Gini, 0);
    }

    [Fact]
    public void Refuses_what_is_no_number() => Should.Throw<ArgumentException>(() => Concentration.Of([1, double.NaN])).Message.ShouldStartWith("values[1]");

    private static void Close(double? got, double? expected)
    {
        if (expected is not { } wanted) got.ShouldBeNull();
        else got.ShouldNotBeNull().ShouldBe(wanted, 1e-12 * (1 + Math.Abs(wanted)));
    }
}
