using DataDiplomacy.Core.Statistics.Alarms;

namespace DataDiplomacy.Core.Tests.Statistics.Alarms;

public sealed class EarsTests
{
    [Fact]
    public void Compares_a_count_with_the_baseline_before_it()
    {
        var c1 = Ears.Watch([2, 4, 6, 11, 20], new EarsSettings { Baseline = 3, MinSigma = 0 }).C1.ShouldNotBeNull();

        // By hand: mean 4, s = 2; z(0.999) = 3.0902323061678132.
        c1.Upper[3].ShouldNotBeNull().ShouldBe(4 + 2 * 3.0902323061678132, 1e-12);
        c1.Statistic[3].ShouldBe(3.5);
        c1.Alarm.ShouldBe([null, null, null, true, true]);
    }

    [Fact]
    public void Agrees_with_the_formula_on_random_counts()
    {
        var random = new Random(20030);
        for (var draw = 0; draw < 200; draw++)
        {
            double?[] counts = [.. Enumerable.Range(0, random.Next(8, 30)).Select(_ => random.Next(12) == 0 ? (double?)null : random.Next(5))];
            var settings = new EarsSettings { Baseline = random.Next(2, 6), MinSigma = random.Next(2) * 0.5, Alpha = 0.01 };

            var result = Ears.Watch(counts, settings);

            if (!result.Defined) continue;
            var c2 = new double?[counts.Length];
            for (var t = 0; t < counts.Length; t++)
            {
                Naive(counts, t, 0, settings).ShouldBe(result.C1.ShouldNotBeNull().Statistic[t], 1e-9);
                c2[t] = Naive(counts, t, 2, settings);
                c2[t].ShouldBe(result.C2.ShouldNotBeNull().Statistic[t], 1e-9);
                double? c3 = t < 2 || c2[t] is null || c2[t - 1] is null || c2[t - 2] is null ? null
                    : Math.Max(0, c2[t].GetValueOrDefault() - 1) + Math.Max(0, c2[t - 1].GetValueOrDefault() - 1) + Math.Max(0, c2[t - 2].GetValueOrDefault() - 1);
                c3.ShouldBe(result.C3.ShouldNotBeNull()[t], 1e-9);
                result.C3Alarm.ShouldNotBeNull()[t].ShouldBe(c3 is null ? null : result.C3[t] > 2);
                if (result.C1.Statistic[t] is { } statistic) result.C1.Alarm[t].ShouldBe(statistic > 2.3263478740408408);
            }
        }
    }

    [Fact]
    public void Follows_scale_and_shift()
    {
        double?[] counts = [3, 5, 4, 8, 2, 6, 7, 30, 4, 5, 9, 12, 3, 40];
        var plain = Ears.Watch(counts, new EarsSettings { MinSigma = 0 });

        var moved = Ears.Watch([.. counts.Select(count => 4 * count + 1024)], new EarsSettings { MinSigma = 0 });

        moved.C1.ShouldNotBeNull().Alarm.ShouldBe(plain.C1.ShouldNotBeNull().Alarm);
        for (var t = 7; t < counts.Length; t++) moved.C1.Statistic[t].ShouldBe(plain.C1.Statistic[t], 1e-9);
    }

    [Fact]
    public void Counts_today_in_C3()
    {
        var result = Ears.Watch([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3]);

        // By hand: s = min_sigma = 0.5, C2 = 6, so 6 - 1; R's earsC would see no alarm.
        result.C3.ShouldNotBeNull()[11].ShouldBe(5);
        result.C3Alarm.ShouldNotBeNull()[11].ShouldBe(true);
    }

    [Fact]
    public void Has_no_spread_where_all_counts_are_equal_whatever_their_rounding()
    {
        var c1 = Ears.Watch([.. Enumerable.Repeat((double?)0.1, 9)], new EarsSettings { MinSigma = 0 }).C1.ShouldNotBeNull();

        c1.Upper[7].ShouldBe(0.1);
        c1.Statistic[7].ShouldBeNull();
        c1.Alarm[7].ShouldBe(false);
    }

    [Fact]
    public void Is_undefined_without_a_complete_baseline()
    {
        Ears.Watch([1, 2, 3, 4, 5, 6, 7]).ShouldBe(new EarsResult { Defined = false, Reason = "insufficient_data" });
        Ears.Watch([]).Defined.ShouldBeFalse();
        Ears.Watch(new double?[50]).Defined.ShouldBeFalse();
    }

    [Fact]
    public void Is_undefined_where_every_limit_is_too_large()
    {
        double?[] counts = [.. Enumerable.Range(0, 20).Select(i => (double?)(i % 3 == 0 ? 1e308 : i % 3 == 1 ? -1e308 : 0))];

        Ears.Watch(counts).ShouldBe(new EarsResult { Defined = false, Reason = "out_of_range" });
    }

    [Theory]
    [InlineData(1e308)]
    [InlineData(-1e308)]
    [InlineData(5e-324)]
    public void Gives_null_rather_than_infinity(double extreme)
    {
        double?[] counts = [.. Enumerable.Range(0, 40).Select(i => (double?)(i == 20 || i == 24 ? extreme : 0))];

        var result = Ears.Watch(counts, new EarsSettings { MinSigma = 0 });

        var figures = result.C1.ShouldNotBeNull().Upper.Concat(result.C1.Statistic).Concat(result.C2.ShouldNotBeNull().Statistic).Concat(result.C3.ShouldNotBeNull());
        figures.ShouldAllBe(figure => figure == null || double.IsFinite(figure.Value));
    }

    [Fact]
    public void Takes_as_many_points_as_it_promises()
    {
        double?[] counts = [.. Enumerable.Range(0, Ears.MaxPoints).Select(i => (double?)(i % 10))];

        var result = Ears.Watch(counts, new EarsSettings { Baseline = Ears.MaxBaseline });

        result.C1.ShouldNotBeNull().Alarm.Count(alarm => alarm == false).ShouldBe(Ears.MaxPoints - Ears.MaxBaseline);
    }

    [Fact]
    public void Refuses_more_points_than_it_promises() =>
        Should.Throw<ArgumentException>(() => Ears.Watch(new double?[Ears.MaxPoints + 1])).Message.ShouldStartWith("100001 counts");

    [Fact]
    public void Answers_the_fields_it_lists() => StatisticalAsk.AnswersItsOutputs("ears", """{"counts":[1,2,3,4,5,6,7,8,9,10,11,12]}""");

    [Fact]
    public void Warns_about_missing_and_low_counts() =>
        StatisticalAsk.Run("ears", """{"counts":[1,2,null,4]}""").Warnings.ShouldBe([
            "1 counts are missing: points whose baseline has one of them have no limit.",
            "The mean count is below 5: the limits rest on min_sigma more than on the data."]);

    [Theory]
    [InlineData("""{"counts":[1,"a"]}""", "{}", "inputs.counts[1]")]
    [InlineData("""{"counts":[1]}""", """{"baseline":1}""", "parameters.baseline")]
    [InlineData("""{"counts":[1]}""", """{"alpha":0}""", "parameters.alpha")]
    [InlineData("""{"counts":[1]}""", """{"min_sigma":-1}""", "parameters.min_sigma")]
    [InlineData("""{"counts":[1]}""", """{"c3_threshold":-1}""", "parameters.c3_threshold")]
    public void Names_the_field_at_fault(string inputs, string parameters, string field) =>
        StatisticalAsk.Fault("ears", inputs, parameters).ShouldBe(field);

    private static double? Naive(double?[] counts, int t, int guard, EarsSettings settings)
    {
        var window = new List<double>();
        for (var i = t - guard - settings.Baseline; i < t - guard; i++)
        {
            if (i < 0 || counts[i] is not { } count) return null;
            window.Add(count);
        }
        var mean = window.Sum() / window.Count;
        var sd = Math.Max(settings.MinSigma, Math.Sqrt(window.Sum(x => (x - mean) * (x - mean)) / (window.Count - 1)));
        return counts[t] is { } today && sd > 1e-12 ? (today - mean) / sd : null;
    }
}
