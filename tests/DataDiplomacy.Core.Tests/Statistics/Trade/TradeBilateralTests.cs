using DataDiplomacy.Core.Statistics.Trade;

namespace DataDiplomacy.Core.Tests.Statistics.Trade;

public sealed class TradeBilateralTests
{
    [Fact]
    public void Agrees_with_the_formulas_written_out()
    {
        var random = new Random(1975);
        for (var draw = 0; draw < 200; draw++)
        {
            var n = 1 + random.Next(8);
            var (x, m, margin) = (Draw(random, n), Draw(random, n), 0.05 * random.Next(4));

            var overlap = TradeBilateral.GrubelLloyd(x, m);
            var mirror = TradeBilateral.Mirror(x, m, margin);

            double apart = 0, sum = 0;
            for (var k = 0; k < n; k++)
            {
                Close(mirror.Difference[k], m[k] / (1 + margin) - x[k]);
                if (x[k] is not { } export || m[k] is not { } import) continue;
                var fob = import / (1 + margin);
                apart += Math.Abs(export - import);
                sum += export + import;
                Close(overlap.ByProduct[k], export + import == 0 ? null : 1 - Math.Abs(export - import) / (export + import));
                Close(mirror.Relative[k], export + import == 0 ? null : (fob - export) / ((fob + export) / 2));
                Close(mirror.LogRatio[k], export == 0 || import == 0 ? null : Math.Log(fob / export));
            }
            Close(overlap.Total, sum == 0 ? null : 1 - apart / sum);
            double[] sold = [.. x.Select(v => v ?? 0)];
            double[] bought = [.. m.Select(v => v ?? 0)];
            double? tci = sold.Sum() == 0 || bought.Sum() == 0 ? null
                : 100 * (1 - sold.Zip(bought, (a, b) => Math.Abs(a / sold.Sum() - b / bought.Sum())).Sum() / 2);
            Close(TradeBilateral.Complementarity(sold, bought), tci);
        }
    }

    [Fact]
    public void Compares_the_weight_of_a_partner_with_its_weight_for_the_world()
    {
        // By hand: 45 % of the exports, 7.5 % of the world's.
        TradeBilateral.Intensity(45, 100, 900, 12_000).ShouldNotBeNull().ShouldBe(6, 1e-12);
        TradeBilateral.Intensity(0, 100, 900, 12_000).ShouldBe(0);
    }

    [Theory]
    [InlineData(0, 0, 900, 12_000)]
    [InlineData(0, 100, 0, 12_000)]
    [InlineData(0, 100, 0, 0)]
    [InlineData(1, 1, 5e-324, 1e308)]
    [InlineData(5e-324, 1e308, 1, 1)]
    public void Has_no_intensity_without_totals_or_beyond_the_range_of_doubles(double ij, double i, double wj, double w) =>
        TradeBilateral.Intensity(ij, i, wj, w).ShouldBeNull();

    [Fact]
    public void Turns_the_mirror_round_when_the_sides_change_places()
    {
        double?[] x = [3, 8, 0, 5, null];
        double?[] m = [4, 8, 2, 0, 1];

        var (there, back) = (TradeBilateral.Mirror(x, m, 0), TradeBilateral.Mirror(m, x, 0));

        back.Difference.ShouldBe(there.Difference.Select(v => -v));
        back.Relative.ShouldBe(there.Relative.Select(v => -v));
        TradeBilateral.GrubelLloyd(x, m).ByProduct.ShouldBe(TradeBilateral.GrubelLloyd(m, x).ByProduct);
        there.Relative[2].ShouldBe(2);
        there.LogRatio[2].ShouldBeNull();
        there.Difference[4].ShouldBeNull();
    }

    [Fact]
    public void Gives_every_extreme_a_finite_answer_or_none()
    {
        double?[] extremes = [double.MaxValue, 1e308, 5e-324, 0, 1, null];
        var random = new Random(8);
        for (var draw = 0; draw < 200; draw++)
        {
            double?[] x = [.. Enumerable.Range(0, 4).Select(_ => extremes[random.Next(6)])];
            double?[] m = [.. Enumerable.Range(0, 4).Select(_ => extremes[random.Next(6)])];

            var (overlap, mirror) = (TradeBilateral.GrubelLloyd(x, m), TradeBilateral.Mirror(x, m, 0.1));

            overlap.ByProduct.Append(overlap.Total).ShouldAllBe(v => v == null || v >= 0 && v <= 1);
            mirror.Relative.ShouldAllBe(v => v == null || v >= -2 && v <= 2);
            mirror.Difference.Concat(mirror.LogRatio).ShouldAllBe(v => v == null || double.IsFinite(v.Value));
        }
    }

    [Fact]
    public void Leaves_out_the_figures_of_a_group_that_was_not_given() =>
        StatisticalAsk.Run("trade_bilateral", """{"x_ij":45,"x_i":100,"x_wj":900,"x_w":12000}""").Result.ShouldNotBeNull().ToJsonString().ShouldBe(
            """{"defined":true,"tci":null,"tii":6,"grubel_lloyd":null,"grubel_lloyd_total":null,"mirror_difference":null,"mirror_relative":null,"mirror_log_ratio":null}""");

    [Fact]
    public void Answers_the_fields_of_its_description() =>
        StatisticalAsk.AnswersItsOutputs("trade_bilateral", """{"exports_by_product":[1,2],"partner_imports_by_product":[2,1]}""");

    [Theory]
    [InlineData("{}", "{}", "inputs")]
    [InlineData("""{"x_ij":1,"x_i":2,"x_wj":3}""", "{}", "inputs.x_w")]
    [InlineData("""{"x_ij":-1,"x_i":2,"x_wj":3,"x_w":4}""", "{}", "inputs.x_ij")]
    [InlineData("""{"reported_exports":[1,2]}""", "{}", "inputs.mirror_imports")]
    [InlineData("""{"reported_exports":[1,2],"mirror_imports":[1,-2]}""", "{}", "inputs.mirror_imports[1]")]
    [InlineData("""{"reported_exports":[1,2],"mirror_imports":[1]}""", "{}", "inputs.mirror_imports")]
    [InlineData("""{"exports_by_product":[1,null],"partner_imports_by_product":[1,1]}""", "{}", "inputs.exports_by_product[1]")]
    [InlineData("""{"exports_by_product":[1,2],"partner_imports_by_product":[1]}""", "{}", "inputs.partner_imports_by_product")]
    [InlineData("""{"x_ij":1,"x_i":2,"x_wj":3,"x_w":4}""", """{"cif_margin":-0.1}""", "parameters.cif_margin")]
    public void Names_the_field_at_fault(string inputs, string parameters, string field) =>
        StatisticalAsk.Refuses("trade_bilateral", inputs, parameters, field);

    [Fact]
    public void Warns_of_parts_above_their_total_and_of_flows_on_one_side() =>
        StatisticalAsk.Run("trade_bilateral", """{"x_ij":5,"x_i":2,"x_wj":30,"x_w":40,"reported_exports":[1,0,null],"mirror_imports":[1,2,3]}""").Warnings.ShouldBe(
        [
            "A part is larger than its total: x_ij belongs within x_i and x_wj, and both within x_w.",
            "1 flows are missing on one side and were not compared.",
            "1 flows are 0 on one side only: a question of coverage, not a discrepancy."
        ]);

    [Fact]
    public void Takes_as_many_flows_as_it_promises()
    {
        double?[] x = [.. Enumerable.Repeat((double?)2, TradeBilateral.MaxPoints)];

        TradeBilateral.GrubelLloyd(x, x).Total.ShouldBe(1);
        TradeBilateral.Mirror(x, x, 0).Difference.ShouldAllBe(v => v == 0);
    }

    [Fact]
    public void Refuses_what_is_no_amount()
    {
        Should.Throw<ArgumentException>(() => TradeBilateral.Mirror([1], [double.NaN], 0)).Message.ShouldStartWith("imports[0] is NaN");
        Should.Throw<ArgumentException>(() => TradeBilateral.GrubelLloyd([1, 2], [1])).Message.ShouldStartWith("2 exports but 1 imports");
        Should.Throw<ArgumentException>(() => TradeBilateral.Complementarity([-1], [1])).Message.ShouldStartWith("exports[0] is -1");
    }

    private static double?[] Draw(Random random, int n) =>
        [.. Enumerable.Range(0, n).Select(_ => random.Next(8) == 0 ? null : (double?)Math.Max(0, random.Next(-3, 12)))];

    private static void Close(double? got, double? expected)
    {
        if (expected is not { } wanted) got.ShouldBeNull();
        else got.ShouldNotBeNull().ShouldBe(wanted, 1e-12 * (1 + Math.Abs(wanted)));
    }
}
