using DataDiplomacy.Core.Statistics;

namespace DataDiplomacy.Core.Tests.Statistics;

public sealed class MultipleTestingTests
{
    [Fact]
    public void Adjusts_four_ways()
    {
        double?[] pValues = [0.04, 0.01, 0.03, 0.02];

        var result = MultipleTesting.Adjust(pValues);

        // By hand: 4p/rank is 0.04 throughout; times 1 + 1/2 + 1/3 + 1/4; Holm 4*0.01, 3*0.02, 2*0.03, then not less.
        Close(result.Bh, 0.04, 0.04, 0.04, 0.04);
        Close(result.By, 0.04 * 25 / 12, 0.04 * 25 / 12, 0.04 * 25 / 12, 0.04 * 25 / 12);
        Close(result.Holm, 0.06, 0.04, 0.06, 0.06);
        Close(result.Bonferroni, 0.16, 0.04, 0.12, 0.08);
    }

    [Fact]
    public void Does_not_count_missing_p_values()
    {
        double?[] pValues = [null, 0.5, null, 0.01];

        var result = MultipleTesting.Adjust(pValues);

        Close(result.Bh, null, 0.5, null, 0.02);
        Close(result.Bonferroni, null, 1, null, 0.02);
    }

    [Fact]
    public void Does_not_depend_on_the_order_of_the_tests()
    {
        double?[] pValues = [.. Enumerable.Range(1, 50).Select(i => (double?)(i * 17 % 53 / 53.0))];

        var forwards = MultipleTesting.Adjust(pValues);
        var backwards = MultipleTesting.Adjust([.. pValues.Reverse()]);

        backwards.Bh.Reverse().ShouldBe(forwards.Bh);
        backwards.By.Reverse().ShouldBe(forwards.By);
        backwards.Holm.Reverse().ShouldBe(forwards.Holm);
        backwards.Bonferroni.Reverse().ShouldBe(forwards.Bonferroni);
    }

    [Fact]
    public void Never_lowers_p_and_never_passes_1()
    {
        double?[] pValues = [.. Enumerable.Range(0, 200).Select(i => (double?)(i * 61 % 200 / 199.0))];

        var result = MultipleTesting.Adjust(pValues);

        foreach (var adjusted in new[] { result.Bh, result.By, result.Holm, result.Bonferroni })
            adjusted.Zip(pValues).ShouldAllBe(pair => pair.First >= pair.Second - 1e-15 && pair.First <= 1);
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void Refuses_what_is_no_probability(double p) =>
        Should.Throw<ArgumentOutOfRangeException>(() => MultipleTesting.Adjust([0.5, p]));

    private static void Close(IReadOnlyList<double?> got, params double?[] expected)
    {
        got.Count.ShouldBe(expected.Length);
        foreach (var (g, e) in got.Zip(expected))
        {
            if (e is not { } wanted)
            {
                g.ShouldBeNull();
                continue;
            }
            g.ShouldNotBeNull().ShouldBe(wanted, 1e-14);
        }
    }
}
