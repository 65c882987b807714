using System.Text.Json;
using DataDiplomacy.Core.Statistics;
using DataDiplomacy.Core.Statistics.Changes;

namespace DataDiplomacy.Core.Tests.Statistics.Changes;

public sealed class PettittTests
{
    [Fact]
    public void Agrees_with_the_double_sum_of_signs()
    {
        var random = new Random(20260105);
        for (var draw = 0; draw < 200; draw++)
        {
            var values = RandomSeries.Tied(random, random.Next(5, 30), random.Next(2, 30), 0.1);
            var x = RandomSeries.Present(values);
            if (x.Length < 3 || x.Distinct().Count() == 1) continue;

            var result = Pettitt.Test(values);

            long[] u = [.. Enumerable.Range(1, x.Length).Select(k => x[..k].Sum(a => x[k..].Sum(b => (long)Math.Sign(a - b))))];
            var largest = u.Max(Math.Abs);
            var change = Array.FindIndex(u, v => Math.Abs(v) == largest) + 1;
            result.U.ShouldBe(u);
            result.KStat.ShouldBe(largest);
            result.ChangeIndex.ShouldBe(Enumerable.Range(1, x.Length).Where(k => Math.Abs(u[k - 1]) == largest));
            result.MedianBefore.ShouldNotBeNull().ShouldBe(RandomSeries.Median(x[..change]), 1e-12);
            result.MedianAfter.ShouldNotBeNull().ShouldBe(RandomSeries.Median(x[change..]), 1e-12);
            result.PApprox.ShouldNotBeNull().ShouldBe(Math.Min(1, 2 * Math.Exp(-6.0 * largest * largest / (Math.Pow(x.Length, 3) + Math.Pow(x.Length, 2)))), 1e-12);
        }
    }

    [Fact]
    public void Depends_on_the_order_of_the_values_only()
    {
        var values = RandomSeries.Tied(new Random(2), 25, 12);

        var plain = Pettitt.Test(values);
        var bent = Pettitt.Test([.. values.Select(v => v is { } value ? Math.Exp(value) - 1000 : v)]);

        bent.U.ShouldBe(plain.U);
        bent.PApprox.ShouldBe(plain.PApprox);
    }

    [Fact]
    public void Turns_with_the_sign_and_finds_the_same_place_from_behind()
    {
        double?[] values = [1, 2, 1, 2, 1, 8, 9, 8, 9];

        Pettitt.Test([.. values.Select(v => -v)]).U.ShouldBe(Pettitt.Test(values).U.ShouldNotBeNull().Select(u => -u));
        Pettitt.Test(values).ChangeIndex.ShouldBe([5]);
        Pettitt.Test([.. values.AsEnumerable().Reverse()]).ChangeIndex.ShouldBe([4]);
        Pettitt.Test(values).UAtChange.ShouldBe([-20]);
    }

    [Theory]
    [InlineData("[]", "insufficient_data")]
    [InlineData("[1,null,2]", "insufficient_data")]
    [InlineData("[0.1,0.1,0.1,null]", "constant")]
    public void Says_why_it_is_undefined(string values, string reason) =>
        Run(values).Result.ShouldNotBeNull().ToJsonString().ShouldBe($$"""{"defined":false,"reason":"{{reason}}"}""");

    [Fact]
    public void Refuses_what_it_cannot_read()
    {
        Run("[1,true]").Error.ShouldNotBeNull().Field.ShouldBe("inputs.values[1]");
        Should.Throw<ArgumentException>(() => Pettitt.Test([1, double.NaN]));
    }

    [Fact]
    public void Warns_of_short_series_tied_places_ends_and_correlation()
    {
        Run("[1,2,1,2,3,3,2,1,2,1]").Warnings.ShouldBe(["With 10 values p_approx is rough; it asks for at least 20.", "2 positions are equally likely; the medians are those around the first."]);
        Run(JsonSerializer.Serialize(Enumerable.Range(0, 40))).Warnings.ShouldContain(w => w.StartsWith("Neighbouring values are correlated"));
        Run(JsonSerializer.Serialize(Enumerable.Range(0, 30).Select(i => i < 1 ? 9 : i % 2))).Warnings.ShouldContain(w => w.StartsWith("The change is near an end"));
    }

    [Fact]
    public void Takes_as_many_values_as_it_promises()
    {
        double?[] values = [.. Enumerable.Range(0, Pettitt.MaxPoints).Select(i => (double?)(i < 40_000 ? 0 : 1))];

        var result = Pettitt.Test(values);

        result.KStat.ShouldBe(2_400_000_000);
        result.ChangeIndex.ShouldBe([40_000]);
        result.PApprox.ShouldBe(0);
    }

    [Fact]
    public void Gives_no_NaN_at_the_ends_of_the_range()
    {
        foreach (var values in RandomSeries.Extremes)
            Run(JsonSerializer.Serialize(values)).Result.ShouldNotBeNull().ToJsonString().ShouldStartWith("{\"defined\":");
    }

    private static StatisticalRun Run(string values) =>
        StatisticalMethods.Run("pettitt", JsonElement.Parse($$"""{"values":{{values}}}"""), null).ShouldNotBeNull();
}
