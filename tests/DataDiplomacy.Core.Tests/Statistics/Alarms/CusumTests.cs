using DataDiplomacy.Core.Statistics.Alarms;

namespace DataDiplomacy.Core.Tests.Statistics.Alarms;

public sealed class CusumTests
{
    private static readonly ChartBaseline Standard = new(0, 1);

    [Fact]
    public void Starts_anew_after_an_alarm_where_it_resets()
    {
        var result = Cusum.Counts([8, 8, 4, 0, 8], 4, k: 1, h: 1);

        // By hand: z = 2, 2, 0, -2, 2.
        result.Z.ShouldBe([2, 2, 0, -2, 2]);
        result.Cusum.ShouldBe([1, 2, 1, 0, 1]);
        result.Alarm.ShouldBe([true, true, true, false, true]);
        result.CusumReset.ShouldBe([1, 1, 0, 0, 1]);
        result.AlarmReset.ShouldBe([true, true, false, false, true]);
    }

    [Fact]
    public void Alarms_at_the_limit_for_counts_and_only_above_it_both_ways()
    {
        Cusum.Counts([8], 4, k: 1, h: 1).Alarm.ShouldBe([true]);
        Cusum.Tabular([2, -4], Standard, 1, 1).Alarm.ShouldBe([false, true]);
    }

    [Fact]
    public void Stands_still_where_a_value_is_missing()
    {
        var counts = Cusum.Counts([12, null, 4], 4, k: 1, h: 3);
        var both = Cusum.Tabular([5, null], Standard, 1, 2);

        counts.Cusum.ShouldBe([3, 3, 2]);
        counts.CusumReset.ShouldBe([3, 0, 0]);
        counts.Alarm.ShouldBe([true, false, false]);
        both.Plus.ShouldBe([4, 4]);
        both.Alarm.ShouldBe([true, false]);
    }

    [Fact]
    public void Agrees_with_the_largest_sum_to_date_on_random_values()
    {
        var random = new Random(1954);
        for (var draw = 0; draw < 200; draw++)
        {
            double[] values = [.. Enumerable.Range(0, random.Next(1, 20)).Select(_ => (double)random.Next(0, 9))];
            var (k, h) = (random.NextDouble(), random.NextDouble() * 4 + 0.1);
            var baseline = new ChartBaseline(random.Next(1, 6), 0.5 + random.NextDouble());
            var transformation = (CountTransformation)random.Next(3);
            double?[] input = [.. values.Select(v => (double?)v)];

            var both = Cusum.Tabular(input, baseline, k, h);
            var counts = Cusum.Counts(input, baseline.Mu, transformation, k, h);

            double[] z = [.. values.Select(v => (v - baseline.Mu) / baseline.Sigma)];
            double[] deviates = [.. values.Select(v => Naive(v, baseline.Mu, transformation))];
            for (var t = 0; t < values.Length; t++)
            {
                both.Plus.ShouldNotBeNull()[t].ShouldBe(Largest(z, t, k), 1e-10);
                both.Minus.ShouldNotBeNull()[t].ShouldBe(Largest([.. z.Select(x => -x)], t, k), 1e-10);
                both.Alarm.ShouldNotBeNull()[t].ShouldBe(both.Plus[t] > h || both.Minus[t] > h);
                counts.Z.ShouldNotBeNull()[t].ShouldBe(deviates[t], 1e-10);
                counts.Cusum.ShouldNotBeNull()[t].ShouldBe(Largest(deviates, t, k), 1e-10);
            }
        }
    }

    [Theory]
    [InlineData(4, 168)]
    [InlineData(5, 465)]
    public void Has_the_run_lengths_of_Montgomery(double h, double length) =>
        // Montgomery, Introduction to Statistical Quality Control, table of run lengths with k = 0.5.
        Cusum.AverageRunLength(0.5, h).ShouldNotBeNull().ShouldBe(length, 0.6);

    [Fact]
    public void Has_the_run_length_of_a_coin_where_the_sum_never_stays()
    {
        // With h near 0 a sum that stays is 0: each side alarms at z > k, so arl0 = 1/(2 P(Z > k)).
        var length = Cusum.AverageRunLength(1.959963984540054, 1e-9);

        length.ShouldNotBeNull().ShouldBe(20, 1e-6);
    }

    [Fact]
    public void Has_the_run_length_that_a_simulation_shows()
    {
        var random = new Random(1972);
        var steps = 0;
        for (var run = 0; run < 20_000; run++)
        {
            var (up, down) = (0.0, 0.0);
            do
            {
                var z = EwmaTests.Normal(random);
                (up, down) = (Math.Max(0, up + z - 0.25), Math.Max(0, down - z - 0.25));
                steps++;
            }
            while (up <= 2 && down <= 2);
        }

        Cusum.AverageRunLength(0.25, 2).ShouldNotBeNull().ShouldBe(steps / 20_000.0, steps / 20_000.0 * 0.03);
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(5, 5)]
    [InlineData(100, 100)]
    [InlineData(0.5, 1e6)]
    public void Has_a_run_length_of_1_or_more_or_none(double k, double h) =>
        (Cusum.AverageRunLength(k, h) is null or >= 1).ShouldBeTrue();

    [Fact]
    public void Exchanges_its_sides_with_the_sign_of_the_values()
    {
        double?[] values = [1, 3, -2, 4, 5, 0.5];

        var (plain, turned) = (Cusum.Tabular(values, Standard), Cusum.Tabular([.. values.Select(v => -v)], Standard));

        turned.Plus.ShouldBe(plain.Minus);
        turned.Minus.ShouldBe(plain.Plus);
        turned.Alarm.ShouldBe(plain.Alarm);
    }

    [Fact]
    public void Is_undefined_without_values_or_beyond_the_range_of_doubles()
    {
        Cusum.Counts([null], 1).ShouldBe(new CountCusumResult { Defined = false, Reason = "insufficient_data" });
        Cusum.Tabular([], Standard).ShouldBe(new TabularCusumResult { Defined = false, Reason = "insufficient_data" });
        Cusum.Counts([1e308, 1e308], 5e-324).Reason.ShouldBe("out_of_range");
        Cusum.Tabular([1e308, 1e308], Standard).Reason.ShouldBe("out_of_range");
        Cusum.Tabular([-1e308, 5e-324], Standard).Defined.ShouldBeTrue();
        Cusum.Counts([5e-324, 0], 1e308, CountTransformation.Rossi).Reason.ShouldBe("out_of_range");
    }

    [Fact]
    public void Takes_as_many_values_as_it_promises()
    {
        double?[] values = [.. Enumerable.Range(0, Cusum.MaxPoints).Select(i => (double?)(i % 5))];

        Cusum.Counts(values, 2).CusumReset.ShouldNotBeNull().Count.ShouldBe(100_000);
        Cusum.Tabular(values, Standard, 0, 140).Alarm.ShouldNotBeNull()[^1].ShouldBeTrue();
    }

    [Fact]
    public void Answers_counts_without_fields_of_the_other_kind() =>
        StatisticalAsk.Run("cusum", """{"values":[1,2,3]}""", """{"kind":"count","m":2}""").Result.ShouldNotBeNull().Select(field => field.Key)
            .ShouldBe(["defined", "z", "cusum", "alarm", "cusum_reset", "alarm_reset"]);

    [Fact]
    public void Answers_values_without_fields_of_the_other_kind() =>
        StatisticalAsk.Run("cusum", """{"values":[1,2,3]}""").Result.ShouldNotBeNull().Select(field => field.Key)
            .ShouldBe(["defined", "c_plus", "c_minus", "alarm", "arl0"]);

    [Fact]
    public void Takes_the_mean_of_the_first_counts_and_says_so() =>
        StatisticalAsk.Run("cusum", """{"values":[1,2,9,null]}""", """{"kind":"count","baseline":2}""").Warnings.ShouldBe([
            "m = 1.5 comes from the first 2 values: they must be in control.",
            "1 values are missing: the chart stands still there and raises no alarm."]);

    [Theory]
    [InlineData("[0,0,0]", "constant")]
    [InlineData("[4]", "insufficient_data")]
    [InlineData("[1e308,1e308]", "out_of_range")]
    public void Is_undefined_without_a_baseline(string values, string reason) =>
        StatisticalAsk.Run("cusum", $$"""{"values":{{values}}}""", """{"kind":"count"}""").Result.ShouldNotBeNull().ToJsonString()
            .ShouldBe($$"""{"defined":false,"reason":"{{reason}}"}""");

    [Theory]
    [InlineData("[1,-2]", """{"kind":"count"}""", "inputs.values[1]")]
    [InlineData("[1,2]", """{"kind":"counts"}""", "parameters.kind")]
    [InlineData("[1,2]", """{"kind":"count","mu":1}""", "parameters.mu")]
    [InlineData("[1,2]", """{"kind":"count","sigma":1}""", "parameters.sigma")]
    [InlineData("[1,2]", """{"kind":"count","m":0}""", "parameters.m")]
    [InlineData("[1,2]", """{"kind":"count","m":1,"baseline":2}""", "parameters.baseline")]
    [InlineData("[1,2]", """{"kind":"count","trans":"log"}""", "parameters.trans")]
    [InlineData("[1,2]", """{"m":1}""", "parameters.m")]
    [InlineData("[1,2]", """{"trans":"rossi"}""", "parameters.trans")]
    [InlineData("[1,2]", """{"mu":1}""", "parameters.sigma")]
    [InlineData("[1,2]", """{"k":-1}""", "parameters.k")]
    [InlineData("[1,2]", """{"h":0}""", "parameters.h")]
    public void Names_the_field_at_fault(string values, string parameters, string field) =>
        StatisticalAsk.Fault("cusum", $$"""{"values":{{values}}}""", parameters).ShouldBe(field);

    [Fact]
    public void Refuses_a_negative_count() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Cusum.Counts([1, -1], 1)).Message.ShouldStartWith("Counts are 0 or more.");

    private static double Largest(double[] z, int t, double k)
    {
        var largest = 0.0;
        for (var s = 0; s <= t; s++)
        {
            var sum = 0.0;
            for (var i = s; i <= t; i++) sum += z[i] - k;
            largest = Math.Max(largest, sum);
        }
        return largest;
    }

    private static double Naive(double x, double m, CountTransformation transformation) => transformation switch
    {
        CountTransformation.Standard => (x - m) / Math.Sqrt(m),
        CountTransformation.Rossi => ((x - m) / Math.Sqrt(m) + 2 * (Math.Sqrt(x) - Math.Sqrt(m))) / 2,
        _ => 1.5 * (Math.Cbrt(x * x) - Math.Cbrt(m * m)) / Math.Pow(m, 1.0 / 6)
    };
}
