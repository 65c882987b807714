using DataDiplomacy.Core.Statistics.Alarms;

namespace DataDiplomacy.Core.Tests.Statistics.Alarms;

public sealed class NegativeBinomialThresholdTests
{
    [Fact]
    public void Takes_the_negative_binomial_where_the_variance_exceeds_the_mean()
    {
        var result = NegativeBinomialThreshold.Judge([0, 4, null], 2, 0.25);

        // By hand: mean 2, variance 8, size 4/6; P(X >= 2) = 1 - p^s (1 + s q) with p = 1/4, s = 2/3, q = 3/4.
        result.N.ShouldBe(2);
        result.Family.ShouldBe("negbin");
        result.Variance.ShouldNotBeNull().ShouldBe(8, 1e-12);
        result.Size.ShouldNotBeNull().ShouldBe(2.0 / 3, 1e-12);
        result.PValue.ShouldNotBeNull().ShouldBe(1 - Math.Pow(0.25, 2.0 / 3) * 1.5, 1e-12);
    }

    [Fact]
    public void Agrees_with_sums_of_probabilities_on_random_counts()
    {
        var random = new Random(1950);
        for (var draw = 0; draw < 300; draw++)
        {
            var most = random.Next(1, 40);
            double?[] baseline = [.. Enumerable.Range(0, random.Next(2, 15)).Select(_ => random.Next(10) == 0 ? (double?)null : random.Next(most + 1))];
            var (observed, alpha) = (random.Next(2 * most), random.NextDouble() * 0.2 + 1e-4);

            var result = NegativeBinomialThreshold.Judge(baseline, observed, alpha);

            if (!result.Defined || result.Mu is 0) continue;
            var (mean, variance) = Naive(baseline);
            result.PValue.ShouldNotBeNull().ShouldBe(1 - Cumulative(mean, variance, observed - 1), 1e-10);
            var upper = 0;
            while (Cumulative(mean, variance, upper) < 1 - alpha) upper++;
            result.Upper.ShouldBe(upper);
            result.Alarm.ShouldBe(observed > upper);
        }
    }

    [Fact]
    public void Knows_the_far_tail()
    {
        // Poisson(1): P(X >= 30) = e^-1 (1/30! + 1/31! + ...), far below 1 - cdf.
        var tail = 0.0;
        var term = Math.Exp(-1);
        for (var i = 1; i < 60; i++)
        {
            term /= i;
            if (i >= 30) tail += term;
        }

        NegativeBinomialThreshold.Judge([1, 1, 1], 30).PValue.ShouldNotBeNull().ShouldBe(tail, tail * 1e-12);
    }

    [Theory]
    [InlineData(1e3)]
    [InlineData(1e5)]
    [InlineData(1e7)]
    [InlineData(1e9)]
    public void Has_thresholds_that_keep_their_promise_at_any_mean(double mean)
    {
        double?[] poisson = [mean, mean, mean];
        double?[] spread = [mean, mean, 0, mean / 2];

        foreach (var baseline in new[] { poisson, spread })
        {
            var upper = NegativeBinomialThreshold.Judge(baseline, 0, 0.01).Upper.ShouldNotBeNull();

            if (upper >= 1e9) continue;
            NegativeBinomialThreshold.Judge(baseline, upper + 1, 0.01).PValue.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(0.01);
            NegativeBinomialThreshold.Judge(baseline, upper, 0.01).PValue.ShouldNotBeNull().ShouldBeGreaterThan(0.01);
        }
    }

    [Fact]
    public void Comes_close_to_the_normal_distribution_at_a_large_mean()
    {
        var upper = NegativeBinomialThreshold.Judge([1e8, 1e8], 0, 0.01).Upper.ShouldNotBeNull();

        // z(0.99) = 2.3263, sd = 10,000, and the skewness adds (z^2 - 1)/6.
        upper.ShouldBe(1e8 + 23263.48 + 0.735, 2);
    }

    [Fact]
    public void Tends_to_Poisson_where_the_variance_hardly_exceeds_the_mean()
    {
        // By hand: mean 0.5, sum of squares 75,000, so a variance of 50,000/99,999.
        double?[] baseline = [.. Enumerable.Range(0, 100_000).Select(i => i < 12_500 ? 2 : i < 37_500 ? 1 : (double?)0)];

        var result = NegativeBinomialThreshold.Judge(baseline, 1);

        result.Size.ShouldNotBeNull().ShouldBe(0.25 / (result.Variance.ShouldNotBeNull() - 0.5), 1e-3);
        result.PValue.ShouldNotBeNull().ShouldBe(1 - Math.Exp(-0.5), 1e-5);
    }

    [Fact]
    public void Takes_Poisson_where_variance_and_mean_are_equal() =>
        NegativeBinomialThreshold.Judge([15, 10], 1).PValue.ShouldNotBeNull().ShouldBe(1 - Math.Exp(-12.5), 1e-15);

    [Fact]
    public void Has_a_lower_p_the_larger_the_count()
    {
        double?[] baseline = [3, 9, 0, 1, 14, 5];

        var tails = Enumerable.Range(0, 200).Select(count => NegativeBinomialThreshold.Judge(baseline, count).PValue.ShouldNotBeNull()).ToList();

        tails[0].ShouldBe(1);
        tails.Zip(tails.Skip(1)).ShouldAllBe(pair => pair.First > pair.Second && pair.Second > 0);
    }

    [Fact]
    public void Calls_a_baseline_of_zeros_not_credible()
    {
        var run = StatisticalAsk.Run("negbin_threshold", """{"baseline":[0,0,0,0,0,0,0,0,0],"observed":1}""");

        run.Result.ShouldNotBeNull().ToJsonString()
            .ShouldBe("""{"defined":true,"mu":0,"variance":0,"size":null,"family":"poisson","upper":0,"p_value":0,"alarm":true}""");
        run.Warnings.ShouldBe(["All counts of the baseline are 0: the threshold 0 is not credible, and neither is p_value."]);
        NegativeBinomialThreshold.Judge([0, 0], 0).PValue.ShouldBe(1);
    }

    [Fact]
    public void Is_undefined_without_two_counts() =>
        NegativeBinomialThreshold.Judge([4, null], 1).ShouldBe(new NegativeBinomialThresholdResult { Defined = false, Reason = "insufficient_data", N = 1 });

    [Fact]
    public void Takes_as_many_counts_as_it_promises()
    {
        double?[] baseline = [.. Enumerable.Range(0, NegativeBinomialThreshold.MaxPoints).Select(i => i == 0 ? 1e9 : (double?)0)];

        var result = NegativeBinomialThreshold.Judge(baseline, 1e9);

        result.Mu.ShouldBe(1e4);
        result.PValue.ShouldNotBeNull().ShouldBeInRange(0, 1);
    }

    [Fact]
    public void Answers_the_fields_it_lists() => StatisticalAsk.AnswersItsOutputs("negbin_threshold", """{"baseline":[1,2,3],"observed":1}""");

    [Theory]
    [InlineData("""{"baseline":[1,-1],"observed":1}""", "{}", "inputs.baseline[1]")]
    [InlineData("""{"baseline":[1,2,0.5],"observed":1}""", "{}", "inputs.baseline[2]")]
    [InlineData("""{"baseline":[1,1e10],"observed":1}""", "{}", "inputs.baseline[1]")]
    [InlineData("""{"baseline":[1,1],"observed":1.5}""", "{}", "inputs.observed")]
    [InlineData("""{"baseline":[1,1]}""", "{}", "inputs.observed")]
    [InlineData("""{"baseline":[1,1],"observed":1}""", """{"alpha":1}""", "parameters.alpha")]
    public void Names_the_field_at_fault(string inputs, string parameters, string field) =>
        StatisticalAsk.Fault("negbin_threshold", inputs, parameters).ShouldBe(field);

    [Fact]
    public void Refuses_what_is_no_count() =>
        Should.Throw<ArgumentException>(() => NegativeBinomialThreshold.Judge([1, 2], double.NaN)).Message.ShouldStartWith("observed[0] is NaN");

    private static (double Mean, double Variance) Naive(double?[] baseline)
    {
        var counts = baseline.OfType<double>().ToList();
        var mean = counts.Sum() / counts.Count;
        return (mean, counts.Sum(x => (x - mean) * (x - mean)) / (counts.Count - 1));
    }

    private static double Cumulative(double mean, double variance, int count)
    {
        if (count < 0) return 0;
        var size = mean * mean / (variance - mean);
        var overdispersed = variance > mean + 1e-12;
        var mass = overdispersed ? Math.Pow(size / (size + mean), size) : Math.Exp(-mean);
        var sum = mass;
        for (var i = 1; i <= count; i++)
        {
            mass *= overdispersed ? (size + i - 1) / i * mean / (size + mean) : mean / i;
            sum += mass;
        }
        return sum;
    }
}
