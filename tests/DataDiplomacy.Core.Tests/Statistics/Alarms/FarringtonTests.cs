using DataDiplomacy.Core.Statistics.Alarms;
using MathNet.Numerics.Distributions;

namespace DataDiplomacy.Core.Tests.Statistics.Alarms;

public sealed class FarringtonTests
{
    private const double Z = 2.5758293035489004;

    private static readonly FarringtonSettings Monthly = new() { Freq = 12, B = 3, W = 1 };

    [Fact]
    public void Expects_the_mean_of_the_windows_where_there_is_no_trend()
    {
        double?[] counts = [.. Enumerable.Repeat((double?)50, 48)];
        (counts[11], counts[23], counts[34], counts[35], counts[47]) = (10, 20, 30, 40, 95);

        var point = Farrington.Watch(counts, Monthly with { Trend = false, Reweight = false }).Points.ShouldNotBeNull().Single();

        // By hand: windows at months 11..13, 23..25, 35..37 from 1 on: 50 10 50, 50 20 50, 30 40 50.
        point.NReference.ShouldBe(9);
        var mu0 = point.Mu0.ShouldNotBeNull();
        mu0.ShouldBe(350.0 / 9, 1e-9);
        var phi = (5 * Math.Pow(50 - mu0, 2) + Math.Pow(10 - mu0, 2) + Math.Pow(20 - mu0, 2) + Math.Pow(30 - mu0, 2) + Math.Pow(40 - mu0, 2)) / mu0 / 8;
        point.Phi.ShouldNotBeNull().ShouldBe(phi, 1e-9);
        point.SeMu0.ShouldNotBeNull().ShouldBe(Math.Sqrt(phi * mu0 / 9), 1e-9);
        point.Alarm.ShouldBe(95 > point.Upper);
    }

    [Fact]
    public void Agrees_with_matrices_on_random_counts()
    {
        var random = new Random(1996);
        for (var draw = 0; draw < 120; draw++)
        {
            var settings = new FarringtonSettings { Freq = 12, B = random.Next(2, 5), W = random.Next(1, 4), Reweight = random.Next(3) > 0, Trend = random.Next(3) > 0 };
            var growth = random.NextDouble() * 0.03;
            double?[] counts = [.. Enumerable.Range(0, 12 * settings.B + random.Next(0, 20))
                .Select(i => (double?)Math.Floor((2 + random.Next(9) + (random.Next(12) == 0 ? 25 : 0)) * Math.Exp(growth * i)))];

            var point = Farrington.Watch(counts, settings).Points.ShouldNotBeNull().Single();

            var t = counts.Length;
            var (fit, row, hasTrend, n) = Naive(counts, settings);
            point.NReference.ShouldBe(n);
            point.TrendUsed.ShouldBe(hasTrend);
            var mu0 = fit.Mu(row);
            point.Mu0.ShouldNotBeNull().ShouldBe(mu0, 1e-7 * mu0);
            point.Phi.ShouldNotBeNull().ShouldBe(Math.Max(1, fit.RawPhi), 1e-7);
            point.SeMu0.ShouldNotBeNull().ShouldBe(fit.Se(row), 1e-7 * mu0);
            var tau = Math.Max(1, fit.RawPhi) + Math.Pow(fit.Se(row), 2) / mu0;
            var upper = Math.Pow(Math.Pow(mu0, 2.0 / 3) + Z * Math.Sqrt(4.0 / 9 * Math.Pow(mu0, 1.0 / 3) * tau), 1.5);
            point.EnoughCases.ShouldBe(counts[(t - 4)..].Sum() >= 5);
            if (!point.EnoughCases) continue;
            point.Upper.ShouldNotBeNull().ShouldBe(upper, 1e-7 * upper);
            point.Score.ShouldNotBeNull().ShouldBe((counts[t - 1].GetValueOrDefault() - mu0) / (upper - mu0), 1e-6);
        }
    }

    [Fact]
    public void Does_not_look_farther_back_than_its_years()
    {
        var counts = Series(48);

        var longer = Farrington.Watch([.. Series(17), .. counts], Monthly).Points.ShouldNotBeNull().Single();

        var plain = Farrington.Watch(counts, Monthly).Points.ShouldNotBeNull().Single();
        longer.Mu0.ShouldNotBeNull().ShouldBe(plain.Mu0.GetValueOrDefault(), 1e-9);
        longer.Upper.ShouldNotBeNull().ShouldBe(plain.Upper.GetValueOrDefault(), 1e-9);
    }

    [Fact]
    public void Weighs_an_earlier_outbreak_down()
    {
        var counts = Series(48);
        counts[23] = 400;

        var with = Farrington.Watch(counts, Monthly with { Trend = false }).Points.ShouldNotBeNull().Single();
        var without = Farrington.Watch(counts, Monthly with { Trend = false, Reweight = false }).Points.ShouldNotBeNull().Single();

        with.Mu0.ShouldNotBeNull().ShouldBeLessThan(without.Mu0.GetValueOrDefault() / 2);
        with.Upper.ShouldNotBeNull().ShouldBeLessThan(without.Upper.GetValueOrDefault());
    }

    [Fact]
    public void Judges_the_positions_it_is_asked_for_in_their_order() =>
        Farrington.Watch(Series(60), Monthly, [50, 40]).Points.ShouldNotBeNull().Select(point => point.T).ShouldBe([50, 40]);

    [Fact]
    public void Gives_no_limit_without_enough_cases()
    {
        var counts = Series(48);
        (counts[44], counts[45], counts[46], counts[47]) = (0, 0, 0, 4);

        var point = Farrington.Watch(counts, Monthly).Points.ShouldNotBeNull().Single();

        (point.EnoughCases, point.Upper, point.Score, point.Alarm).ShouldBe((false, null, null, false));
        point.Mu0.ShouldNotBeNull();
    }

    [Fact]
    public void Is_undefined_with_gaps_zeros_or_no_history()
    {
        Farrington.Watch([.. Series(47), null], Monthly).ShouldBe(new FarringtonResult { Defined = false, Reason = "gaps" });
        Farrington.Watch([.. Enumerable.Repeat((double?)0, 47), 9], Monthly).ShouldBe(new FarringtonResult { Defined = false, Reason = "constant" });
        Farrington.Watch(Series(12), Monthly).ShouldBe(new FarringtonResult { Defined = false, Reason = "insufficient_data" });
        Farrington.Watch([], Monthly).Reason.ShouldBe("insufficient_data");
    }

    [Fact]
    public void Leaves_a_point_without_a_baseline_empty_beside_others()
    {
        var points = Farrington.Watch(Series(60), Monthly, [10, 60]).Points.ShouldNotBeNull();

        points[0].ShouldBe(new FarringtonPoint { T = 10, NReference = 0, TrendUsed = false, EnoughCases = true });
        points[1].Mu0.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(1e9, 0)]
    [InlineData(0, 1e9)]
    [InlineData(1, 1e9)]
    public void Stays_finite_with_extreme_counts(double odd, double even)
    {
        double?[] counts = [.. Enumerable.Range(0, 60).Select(i => (double?)(i % 2 == 0 ? even : odd))];

        foreach (var point in Farrington.Watch(counts, Monthly, [58, 59, 60]).Points.ShouldNotBeNull())
        {
            foreach (var figure in new[] { point.Mu0, point.Phi, point.SeMu0, point.Upper, point.Score })
                (figure is not { } value || double.IsFinite(value)).ShouldBeTrue();
        }
    }

    [Fact]
    public void Takes_as_many_counts_and_positions_as_it_promises()
    {
        var settings = new FarringtonSettings { Freq = 366, B = 10, W = 182 };

        var result = Farrington.Watch(Series(Farrington.MaxPoints), settings, [.. Enumerable.Range(Farrington.MaxPoints - Farrington.MaxEvaluated + 1, Farrington.MaxEvaluated)]);

        result.Points.ShouldNotBeNull().ShouldAllBe(point => point.Mu0 != null && point.NReference == 3650);
    }

    [Fact]
    public void Refuses_what_it_does_not_promise()
    {
        Should.Throw<ArgumentException>(() => Farrington.Watch(Series(Farrington.MaxPoints + 1)));
        Should.Throw<ArgumentException>(() => Farrington.Watch(Series(20), null, [21]));
        Should.Throw<ArgumentException>(() => Farrington.Watch(Series(20), Monthly with { W = 6 }));
        Should.Throw<ArgumentException>(() => Farrington.Watch([1.5], Monthly));
    }

    [Fact]
    public void Answers_the_fields_it_lists() =>
        StatisticalAsk.AnswersItsOutputs("farrington", $$"""{"counts":[{{string.Join(',', Series(60))}}]}""", """{"freq":12}""");

    [Fact]
    public void Warns_about_a_short_history() =>
        StatisticalAsk.Run("farrington", $$"""{"counts":[{{string.Join(',', Series(36))}}]}""", """{"freq":12,"w":1,"evaluate":[10,36]}""").Warnings.ShouldBe([
            "Some points have fewer than 3 years before them: their limits are not to be trusted.",
            "1 points have a baseline of zeros, or too short, and no model."]);

    [Theory]
    [InlineData("[1,-1]", "{}", "inputs.counts[1]")]
    [InlineData("[0.5]", "{}", "inputs.counts[0]")]
    [InlineData("[1]", """{"freq":1}""", "parameters.freq")]
    [InlineData("[1]", """{"b":11}""", "parameters.b")]
    [InlineData("[1]", """{"freq":12,"w":6}""", "parameters.w")]
    [InlineData("[1]", """{"evaluate":[1,2]}""", "parameters.evaluate[1]")]
    [InlineData("[1]", """{"evaluate":[]}""", "parameters.evaluate")]
    [InlineData("[1]", """{"alpha":0}""", "parameters.alpha")]
    [InlineData("[1]", """{"trend":"no"}""", "parameters.trend")]
    [InlineData("[1]", """{"reweight":0}""", "parameters.reweight")]
    public void Names_the_field_at_fault(string counts, string parameters, string field) =>
        StatisticalAsk.Fault("farrington", $$"""{"counts":{{counts}}}""", parameters).ShouldBe(field);

    internal static double?[] Series(int n)
    {
        var random = new Random(n);
        return [.. Enumerable.Range(0, n).Select(i => (double?)(6 + random.Next(8) + (i % 12 < 3 ? 5 : 0)))];
    }

    private static (NaiveFarrington Fit, double[] Row, bool HasTrend, int N) Naive(double?[] counts, FarringtonSettings settings)
    {
        var t = counts.Length;
        var at = new List<int>();
        for (var i = settings.B; i >= 1; i--)
        {
            for (var j = t - settings.Freq * i - settings.W; j <= t - settings.Freq * i + settings.W; j++)
            {
                if (j >= 1) at.Add(j);
            }
        }
        double[] y = [.. at.Select(j => counts[j - 1].GetValueOrDefault())];
        double? threshold = settings.Reweight ? 1 : null;
        if (settings.Trend && settings.B >= 3)
        {
            var fit = NaiveFarrington.Fit([.. at.Select(j => new[] { 1, (double)j - t })], y, threshold);
            var p = 2 * StudentT.CDF(0, 1, fit.Degrees, -Math.Abs(fit.TrendT()));
            if (p < 0.05 && fit.Mu([1, 0]) <= y.Max()) return (fit, [1, 0], true, y.Length);
        }
        return (NaiveFarrington.Fit([.. at.Select(_ => new[] { 1.0 })], y, threshold), [1], false, y.Length);
    }
}
