using DataDiplomacy.Core.Statistics.Alarms;

namespace DataDiplomacy.Core.Tests.Statistics.Alarms;

public sealed class EwmaTests
{
    private static readonly ChartBaseline Standard = new(0, 1);

    [Fact]
    public void Weighs_the_newest_value_most()
    {
        var result = Ewma.Watch([4, null, 8], Standard, 0.5, 2);

        // By hand: 2, 2, 5; variances 1/3 (1 - 1/4), (1 - 1/16), (1 - 1/64): the limits go on while a value is missing.
        result.Z.ShouldBe([2, 2, 5]);
        result.Upper.ShouldNotBeNull()[0].ShouldBe(2 * Math.Sqrt(0.25), 1e-15);
        result.Upper[2].ShouldBe(2 * Math.Sqrt(21.0 / 64), 1e-15);
        result.Alarm.ShouldBe([true, false, true]);
    }

    [Fact]
    public void Agrees_with_the_weighted_sum_on_random_values()
    {
        var random = new Random(1959);
        for (var draw = 0; draw < 200; draw++)
        {
            double?[] values = [.. Enumerable.Range(0, random.Next(1, 20)).Select(_ => random.Next(6) == 0 ? (double?)null : random.Next(-5, 6))];
            var (lambda, l) = (random.NextDouble() * 0.9 + 0.05, random.NextDouble() * 3 + 0.1);
            var baseline = new ChartBaseline(random.Next(-2, 3), 1 + random.NextDouble());

            var result = Ewma.Watch(values, baseline, lambda, l);

            if (!result.Defined) continue;
            for (var t = 0; t < values.Length; t++)
            {
                double[] present = [.. values.Take(t + 1).OfType<double>()];
                var z = baseline.Mu * Math.Pow(1 - lambda, present.Length);
                for (var i = 0; i < present.Length; i++) z += lambda * Math.Pow(1 - lambda, present.Length - 1 - i) * present[i];
                // The variance of the weighted sum of t + 1 values, term by term.
                var variance = Enumerable.Range(0, t + 1).Sum(i => Math.Pow(lambda * Math.Pow(1 - lambda, i) * baseline.Sigma, 2));
                result.Z.ShouldNotBeNull()[t].ShouldBe(z, 1e-10);
                result.Lower.ShouldNotBeNull()[t].ShouldBe(baseline.Mu - l * Math.Sqrt(variance), 1e-10);
                result.Upper.ShouldNotBeNull()[t].ShouldBe(baseline.Mu + l * Math.Sqrt(variance), 1e-10);
                result.Alarm.ShouldNotBeNull()[t].ShouldBe(values[t] is not null && Math.Abs(z - baseline.Mu) > l * Math.Sqrt(variance));
            }
        }
    }

    [Theory]
    [InlineData(0.4, 3.054)]
    [InlineData(0.25, 2.998)]
    [InlineData(0.2, 2.962)]
    [InlineData(0.1, 2.814)]
    [InlineData(0.05, 2.615)]
    public void Has_the_run_lengths_of_Lucas_and_Saccucci(double lambda, double l) =>
        // Lucas and Saccucci (1990), Technometrics 32:1-12: designs with an in-control run length of 500.
        Ewma.AverageRunLength(lambda, l).ShouldNotBeNull().ShouldBe(500, 5);

    [Fact]
    public void Has_the_run_length_of_a_coin_where_lambda_is_1() =>
        Ewma.AverageRunLength(1, 3).ShouldNotBeNull().ShouldBe(370.39834734494747, 1e-6);

    [Theory]
    [InlineData(0.3, 1.5)]
    [InlineData(0.7, 2)]
    public void Has_the_run_length_that_a_simulation_shows(double lambda, double l)
    {
        var random = new Random(1987);
        var limit = l * Math.Sqrt(lambda / (2 - lambda));
        var steps = 0;
        for (var run = 0; run < 20_000; run++)
        {
            var z = 0.0;
            do
            {
                z = lambda * Normal(random) + (1 - lambda) * z;
                steps++;
            }
            while (Math.Abs(z) <= limit);
        }

        Ewma.AverageRunLength(lambda, l).ShouldNotBeNull().ShouldBe(steps / 20_000.0, steps / 20_000.0 * 0.03);
    }

    [Theory]
    [InlineData(0.001, 3)]
    [InlineData(0.2, 0.01)]
    [InlineData(1, 0.01)]
    [InlineData(0.2, 100)]
    [InlineData(1e-9, 3)]
    public void Has_a_run_length_of_1_or_more_or_none(double lambda, double l)
    {
        var length = Ewma.AverageRunLength(lambda, l);

        (length is null or >= 1).ShouldBeTrue();
        if (lambda == 0.001) length.ShouldNotBeNull().ShouldBeGreaterThan(1_000);
    }

    [Fact]
    public void Turns_with_the_sign_of_the_values()
    {
        double?[] values = [1, 3, -2, 4, 5, 0.5];

        var turned = Ewma.Watch([.. values.Select(v => -v)], Standard, 0.25, 1);

        turned.Z.ShouldBe(Ewma.Watch(values, Standard, 0.25, 1).Z.ShouldNotBeNull().Select(z => -z));
        turned.Alarm.ShouldBe(Ewma.Watch(values, Standard, 0.25, 1).Alarm);
    }

    [Fact]
    public void Is_undefined_without_values_or_beyond_the_range_of_doubles()
    {
        Ewma.Watch([], Standard).ShouldBe(new EwmaResult { Defined = false, Reason = "insufficient_data" });
        Ewma.Watch([null, null], Standard).Reason.ShouldBe("insufficient_data");
        Ewma.Watch([1], new ChartBaseline(1e308, 1e308), 0.2, 10).Reason.ShouldBe("out_of_range");
        Ewma.Watch([1e308, -1e308, 5e-324], Standard).Defined.ShouldBeTrue();
    }

    [Fact]
    public void Takes_as_many_values_as_it_promises() =>
        Ewma.Watch([.. Enumerable.Range(0, Ewma.MaxPoints).Select(i => (double?)(i % 3 - 1))], Standard, 0.001).Z.ShouldNotBeNull().Count.ShouldBe(100_000);

    [Fact]
    public void Takes_mean_and_spread_from_the_first_values_and_says_so()
    {
        var run = StatisticalAsk.Run("ewma", """{"values":[1,3,null,9]}""", """{"baseline":2}""");

        run.Warnings.ShouldBe([
            "mu = 2 and sigma = 1.4142135623730951 come from the first 2 values: they must be in control, and arl0 takes both as known.",
            "1 values are missing: z stays as it was there, the limits go on, and there is no alarm."]);
        run.Result.ShouldNotBeNull()["z"].ShouldNotBeNull()[1].ShouldNotBeNull().GetValue<double>().ShouldBe(0.2 * 3 + 0.8 * 1.8, 1e-12);
    }

    [Theory]
    [InlineData("[4,4,4]", "constant")]
    [InlineData("[4,null]", "insufficient_data")]
    [InlineData("[1e308,-1e308,1e308]", "out_of_range")]
    public void Is_undefined_without_a_baseline(string values, string reason) =>
        StatisticalAsk.Run("ewma", $$"""{"values":{{values}}}""").Result.ShouldNotBeNull().ToJsonString()
            .ShouldBe($$"""{"defined":false,"reason":"{{reason}}"}""");

    [Fact]
    public void Answers_the_fields_it_lists() => StatisticalAsk.AnswersItsOutputs("ewma", """{"values":[1,2,3]}""");

    [Theory]
    [InlineData("""{"mu":1}""", "parameters.sigma")]
    [InlineData("""{"sigma":1}""", "parameters.mu")]
    [InlineData("""{"mu":1,"sigma":0}""", "parameters.sigma")]
    [InlineData("""{"mu":1,"sigma":-1}""", "parameters.sigma")]
    [InlineData("""{"mu":1,"sigma":1,"baseline":2}""", "parameters.baseline")]
    [InlineData("""{"baseline":1}""", "parameters.baseline")]
    [InlineData("""{"lambda":0}""", "parameters.lambda")]
    [InlineData("""{"lambda":1.1}""", "parameters.lambda")]
    [InlineData("""{"l":0}""", "parameters.l")]
    public void Names_the_field_at_fault(string parameters, string field) =>
        StatisticalAsk.Fault("ewma", """{"values":[1,2,3]}""", parameters).ShouldBe(field);

    [Fact]
    public void Refuses_a_spread_that_is_none() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Ewma.Watch([1], new ChartBaseline(0, 0)));

    internal static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
