using DataDiplomacy.Core.Statistics.Trade;

namespace DataDiplomacy.Core.Tests.Statistics.Trade;

public sealed class RcaTests
{
    [Fact]
    public void Compares_the_share_at_home_with_the_share_in_the_world()
    {
        var result = Rca.Of([[1, 3], [3, 1]]);

        // By hand: a quarter at home, a half in the world.
        result.Rca.ShouldNotBeNull()[0].ShouldBe([0.5, 1.5]);
        result.Rsca.ShouldNotBeNull()[1].ShouldBe([0.2, -1.0 / 3]);
    }

    [Fact]
    public void Agrees_with_the_formula_written_out()
    {
        var random = new Random(1965);
        for (var draw = 0; draw < 200; draw++)
        {
            var (exporters, products) = (1 + random.Next(5), 1 + random.Next(5));
            double[][] x = [.. Enumerable.Range(0, exporters).Select(_ => Enumerable.Range(0, products).Select(_ => (double)Math.Max(0, random.Next(-3, 9))).ToArray())];
            var total = x.Sum(row => row.Sum());

            var result = Rca.Of(x);

            result.Defined.ShouldBe(total > 0);
            for (var c = 0; c < exporters && total > 0; c++)
            {
                for (var p = 0; p < products; p++)
                {
                    var (home, world) = (x[c].Sum(), x.Sum(row => row[p]));
                    double? expected = home == 0 || world == 0 ? null : x[c][p] / home / (world / total);
                    Close(result.Rca.ShouldNotBeNull()[c][p], expected);
                    Close(result.Rsca.ShouldNotBeNull()[c][p], expected is { } e ? (e - 1) / (e + 1) : null);
                }
            }
        }
    }

    [Fact]
    public void Does_not_depend_on_the_currency()
    {
        var dear = Rca.Of([[8, 24, 0], [16, 4, 40]]);

        Rca.Of([[1, 3, 0], [2, 0.5, 5]]).Rca.ShouldNotBeNull().SelectMany(row => row)
            .ShouldBe(dear.Rca.ShouldNotBeNull().SelectMany(row => row));
    }

    [Theory]
    [InlineData("""{"exports":[]}""", "insufficient_data")]
    [InlineData("""{"exports":[[],[]]}""", "insufficient_data")]
    [InlineData("""{"exports":[[0,0],[0,0]]}""", "zero_total")]
    public void Is_undefined_with_a_reason(string inputs, string reason) => StatisticalAsk.IsUndefined("rca", inputs, reason);

    [Theory]
    [InlineData("""{"exports":[[1,2],[3,-1]]}""", "inputs.exports[1][1]")]
    [InlineData("""{"exports":[[1,2],[3,null]]}""", "inputs.exports[1][1]")]
    [InlineData("""{"exports":[[1,2],[3]]}""", "inputs.exports[1]")]
    [InlineData("""{"exports":[1,2]}""", "inputs.exports[0]")]
    public void Names_the_cell_at_fault(string inputs, string field) => StatisticalAsk.Refuses("rca", inputs, "{}", field);

    [Fact]
    public void Answers_the_fields_of_its_description() => StatisticalAsk.AnswersItsOutputs("rca", """{"exports":[[1,2],[3,0]]}""");

    [Fact]
    public void Warns_of_cells_without_an_index_and_of_a_single_product() =>
        StatisticalAsk.Run("rca", """{"exports":[[1],[0]]}""").Warnings.ShouldBe(
        [
            "1 cells have no index: their exporter exports nothing, nobody exports their product, or the index is too large.",
            "With one exporter or one product every index is 1."
        ]);

    [Fact]
    public void Gives_every_extreme_a_finite_answer_or_none()
    {
        double[] extremes = [double.MaxValue, 1e308, 5e-324, 0, 1];
        var random = new Random(2);
        for (var draw = 0; draw < 200; draw++)
        {
            var result = Rca.Of([.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 3).Select(_ => extremes[random.Next(5)]).ToArray())]);

            if (!result.Defined) continue;
            result.Rca.ShouldNotBeNull().SelectMany(row => row).ShouldAllBe(cell => cell == null || double.IsFinite(cell.Value) && cell >= 0);
            result.Rsca.ShouldNotBeNull().SelectMany(row => row).ShouldAllBe(cell => cell == null || cell >= -1 && cell <= 1);
        }
    }

    [Fact]
    public void Takes_as_many_cells_as_it_promises()
    {
        var result = Rca.Of([.. Enumerable.Range(0, 200).Select(c => Enumerable.Range(0, Rca.MaxCells / 200).Select(_ => c + 1.0).ToArray())]);

        result.Rca.ShouldNotBeNull().SelectMany(row => row).ShouldAllBe(cell => Math.Abs(cell.GetValueOrDefault() - 1) < 1e-9);
    }

    [Fact]
    public void Refuses_what_is_no_amount()
    {
        Should.Throw<ArgumentException>(() => Rca.Of([[1, double.NaN]])).Message.ShouldStartWith("exports[0][1] is NaN");
        Should.Throw<ArgumentException>(() => Rca.Of([[1, 2], [1]])).Message.ShouldStartWith("Row 1 has 1 products");
    }

    private static void Close(double? got, double? expected)
    {
        if (expected is not { } wanted) got.ShouldBeNull();
        else got.ShouldNotBeNull().ShouldBe(wanted, 1e-12);
    }
}
