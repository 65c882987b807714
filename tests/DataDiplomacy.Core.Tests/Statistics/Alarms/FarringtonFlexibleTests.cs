using DataDiplomacy.Core.Statistics.Alarms;
using MathNet.Numerics.Distributions;

namespace DataDiplomacy.Core.Tests.Statistics.Alarms;

public sealed class FarringtonFlexibleTests
{
    private static readonly FarringtonFlexibleSettings Monthly = new() { Freq = 12, B = 3, W = 1, NoPeriods = 4, PastExcluded = 4 };

    [Fact]
    public void Agrees_with_matrices_on_random_counts()
    {
        var random = new Random(2013);
        for (var draw = 0; draw < 120; draw++)
        {
            var settings = new FarringtonFlexibleSettings
            {
                Freq = 12,
                B = random.Next(2, 5),
                W = random.Next(0, 3),
                NoPeriods = random.Next(1, 7),
                PastExcluded = random.Next(0, 8),
                PThresholdTrend = random.Next(3) * 0.5,
                WeightsThreshold = 1 + random.NextDouble()
            };
            double?[] counts = [.. Enumerable.Range(0, 12 * settings.B + random.Next(5, 20))
                .Select(i => (double?)(3 + random.Next(9) + (random.Next(12) == 0 ? 25 : 0) + i % 12))];

            var point = FarringtonFlexible.Watch(counts, settings).Points.ShouldNotBeNull().Single();

            var (fit, row, hasTrend) = Naive(counts, settings);
            point.TrendUsed.ShouldBe(hasTrend);
            var (mu0, phi) = (fit.Mu(row), Math.Max(1, fit.RawPhi));
            point.Mu0.ShouldNotBeNull().ShouldBe(mu0, 1e-7 * mu0);
            point.Phi.ShouldNotBeNull().ShouldBe(phi, 1e-7);
            var observed = counts[^1].GetValueOrDefault();
            point.PValue.ShouldNotBeNull().ShouldBe(1 - Below(mu0, phi, (int)observed), 1e-7);
            if (!point.EnoughCases) continue;
            var upper = 0;
            while (Below(mu0, phi, upper + 1) < 0.99) upper++;
            point.Upper.ShouldBe(upper);
            point.Alarm.ShouldBe(observed > upper);
        }
    }

    [Fact]
    public void Cuts_the_rest_of_a_year_into_blocks_with_longer_ones_first()
    {
        // Freq 12, w 1: nine months between windows, in blocks of 3, 2, 2, 2 from the oldest on. One level per block is seen in the fit.
        double?[] counts = [.. Enumerable.Range(1, 48).Select(month => (double?)(100 * Block(month, 48)))];

        var point = FarringtonFlexible.Watch(counts, Monthly with { NoPeriods = 5, PastExcluded = 1, PThresholdTrend = 0 }).Points.ShouldNotBeNull().Single();

        // Each level fits its block exactly, so nothing is left to disperse.
        point.Mu0.ShouldNotBeNull().ShouldBe(500, 1e-8);
        point.Phi.ShouldBe(1);
    }

    [Fact]
    public void Leaves_out_the_newest_points()
    {
        double?[] counts = [.. FarringtonTests.Series(60)];
        var plain = FarringtonFlexible.Watch(counts, Monthly).Points.ShouldNotBeNull().Single();
        (counts[56], counts[57], counts[58]) = (500, 600, 700);

        var point = FarringtonFlexible.Watch(counts, Monthly).Points.ShouldNotBeNull().Single();

        point.ShouldBe(plain);
    }

    [Fact]
    public void Does_not_look_farther_back_than_its_years()
    {
        var counts = FarringtonTests.Series(48);

        var longer = FarringtonFlexible.Watch([.. FarringtonTests.Series(17), .. counts], Monthly).Points.ShouldNotBeNull().Single();

        longer.Mu0.ShouldNotBeNull().ShouldBe(FarringtonFlexible.Watch(counts, Monthly).Points.ShouldNotBeNull().Single().Mu0.GetValueOrDefault(), 1e-9);
    }

    [Fact]
    public void Calls_windows_of_zeros_not_credible()
    {
        double?[] counts = [.. Enumerable.Range(1, 48).Select(month => (double?)(Block(month, 48) == 5 ? 0 : 10))];
        counts[47] = 6;

        var run = StatisticalAsk.Run("farrington_flexible", $$"""{"counts":[{{string.Join(',', counts)}}]}""", """{"freq":12,"b":3,"w":1,"no_periods":5}""");

        run.Warnings.ShouldContain("Some points have only zeros in the windows of earlier years: any case is beyond their limit, which is not credible.");
        run.Result.ShouldNotBeNull()["results"].ShouldNotBeNull()[0].ShouldNotBeNull()["upper"].ShouldNotBeNull().GetValue<double>().ShouldBe(0);
    }

    [Fact]
    public void Is_undefined_with_gaps_zeros_or_no_history()
    {
        FarringtonFlexible.Watch([.. FarringtonTests.Series(47), null], Monthly).ShouldBe(new FarringtonFlexibleResult { Defined = false, Reason = "gaps" });
        FarringtonFlexible.Watch([.. Enumerable.Repeat((double?)0, 47), 9], Monthly).ShouldBe(new FarringtonFlexibleResult { Defined = false, Reason = "constant" });
        FarringtonFlexible.Watch(FarringtonTests.Series(5), Monthly).ShouldBe(new FarringtonFlexibleResult { Defined = false, Reason = "insufficient_data" });
        FarringtonFlexible.Watch([], Monthly).Reason.ShouldBe("insufficient_data");
    }

    [Theory]
    [InlineData(1e9, 0)]
    [InlineData(0, 1e9)]
    [InlineData(1, 1e9)]
    [InlineData(1e9, 1e9)]
    public void Stays_finite_with_extreme_counts(double odd, double even)
    {
        double?[] counts = [.. Enumerable.Range(0, 60).Select(i => (double?)(i % 2 == 0 ? even : odd))];

        foreach (var point in FarringtonFlexible.Watch(counts, Monthly, [58, 59, 60]).Points.ShouldNotBeNull())
        {
            foreach (var figure in new[] { point.Mu0, point.Phi, point.Upper, point.PValue })
                (figure is not { } value || double.IsFinite(value)).ShouldBeTrue();
        }
    }

    [Fact]
    public void Survives_a_single_case_at_the_end_of_the_baseline()
    {
        // All zeros and one case: the likelihood of a trend has no maximum, and only the fit without it is left.
        double?[] counts = [.. Enumerable.Range(0, 60).Select(i => (double?)(i == 55 ? 1 : i == 59 ? 9 : 0))];

        var point = FarringtonFlexible.Watch(counts, Monthly with { NoPeriods = 1, PastExcluded = 0, W = 5 }).Points;

        (point is null || point.All(p => p.Mu0 is null or >= 0)).ShouldBeTrue();
    }

    [Fact]
    public void Takes_as_many_counts_and_positions_as_it_promises()
    {
        var settings = new FarringtonFlexibleSettings { Freq = 366, B = 10, NoPeriods = 50 };

        var result = FarringtonFlexible.Watch(
            FarringtonTests.Series(FarringtonFlexible.MaxPoints), settings, [.. Enumerable.Range(FarringtonFlexible.MaxPoints - FarringtonFlexible.MaxEvaluated + 1, FarringtonFlexible.MaxEvaluated)]);

        result.Points.ShouldNotBeNull().ShouldAllBe(point => point.Mu0 != null);
    }

    [Fact]
    public void Answers_the_fields_it_lists() =>
        StatisticalAsk.AnswersItsOutputs("farrington_flexible", $$"""{"counts":[{{string.Join(',', FarringtonTests.Series(72))}}]}""", """{"freq":12}""");

    [Theory]
    [InlineData("[1,-1]", "{}", "inputs.counts[1]")]
    [InlineData("[1]", """{"freq":12,"no_periods":7}""", "parameters.no_periods")]
    [InlineData("[1]", """{"past_excluded":-1}""", "parameters.past_excluded")]
    [InlineData("[1]", """{"weights_threshold":0}""", "parameters.weights_threshold")]
    [InlineData("[1]", """{"p_threshold_trend":2}""", "parameters.p_threshold_trend")]
    [InlineData("[1]", """{"alpha":1}""", "parameters.alpha")]
    [InlineData("[1]", """{"evaluate":[0]}""", "parameters.evaluate[0]")]
    public void Names_the_field_at_fault(string counts, string parameters, string field) =>
        StatisticalAsk.Fault("farrington_flexible", $$"""{"counts":{{counts}}}""", parameters).ShouldBe(field);

    /// <summary>Block of a month, from 1 on, 5 being the window around the month judged; written out as a table from the oldest month after a window on.</summary>
    private static int Block(int month, int judged)
    {
        int[] blocks = [5, 5, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5];
        return blocks[(month - judged + 48) % 12];
    }

    private static (NaiveFarrington Fit, double[] Row, bool HasTrend) Naive(double?[] counts, FarringtonFlexibleSettings settings)
    {
        var t = counts.Length;
        var season = new Dictionary<int, int>();
        for (var i = 1; i <= settings.B; i++)
        {
            for (var j = -settings.W; j <= settings.W; j++) season[t - settings.Freq * i + j] = 0;
        }
        for (var i = 1; i <= settings.B && settings.NoPeriods > 1; i++)
        {
            var at = t - settings.Freq * i + settings.W + 1;
            var length = settings.Freq - 2 * settings.W - 1;
            for (var block = 1; block < settings.NoPeriods; block++)
            {
                var size = length / (settings.NoPeriods - 1) + (block <= length % (settings.NoPeriods - 1) ? 1 : 0);
                for (var j = 0; j < size; j++) season[at++] = block;
            }
        }
        var chosen = season.Where(pair => pair.Key >= 1 && pair.Key < t - settings.PastExcluded).OrderBy(pair => pair.Key).ToList();
        double[] y = [.. chosen.Select(pair => counts[pair.Key - 1].GetValueOrDefault())];
        double[] Levels(int block) => [1, .. Enumerable.Range(1, settings.NoPeriods - 1).Where(b => chosen.Any(pair => pair.Value == b)).Select(b => b == block ? 1.0 : 0)];
        if (settings.B >= 3 && settings.PThresholdTrend > 0)
        {
            var fit = NaiveFarrington.Fit([.. chosen.Select(pair => Levels(pair.Value).Append((double)pair.Key - t).ToArray())], y, settings.WeightsThreshold);
            double[] row = [.. Levels(0), 0];
            var p = 2 * StudentT.CDF(0, 1, fit.Degrees, -Math.Abs(fit.TrendT()));
            if ((p < settings.PThresholdTrend || settings.PThresholdTrend == 1) && fit.Mu(row) <= y.Max()) return (fit, row, true);
        }
        return (NaiveFarrington.Fit([.. chosen.Select(pair => Levels(pair.Value))], y, settings.WeightsThreshold), Levels(0), false);
    }

    /// <summary>P(X &lt; count), by adding up.</summary>
    private static double Below(double mu, double phi, int count)
    {
        var size = mu / (phi - 1);
        var mass = phi > 1 ? Math.Pow(phi, -size) : Math.Exp(-mu);
        var sum = 0.0;
        for (var i = 0; i < count; i++)
        {
            sum += mass;
            mass *= phi > 1 ? (size + i) / (i + 1) * (1 - 1 / phi) : mu / (i + 1);
        }
        return sum;
    }
}
