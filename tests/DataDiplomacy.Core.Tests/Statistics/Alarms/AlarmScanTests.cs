using DataDiplomacy.Core.Observations;
using DataDiplomacy.Core.Statistics.Alarms;

namespace DataDiplomacy.Core.Tests.Statistics.Alarms;

public sealed class AlarmScanTests
{
    [Fact]
    public void Judges_a_count_against_the_seven_bins_two_bins_before_it()
    {
        double?[] counts = [4, 6, 5, 7, 3, 5, 5, 5, 6, 30];

        var result = One(counts, AlarmScan.Ears);

        var test = result.Tests.Single();
        (test.Index, test.BaselineFirst, test.BaselineLast, test.BaselineN).ShouldBe((9, 0, 6, 7));
        test.Expected.ShouldBe(5);
        // Sum of squares of (-1, 1, 0, 2, -2, 0, 0) is 10: variance 10/6, statistic 25 / 1.290994.
        test.Statistic.ShouldNotBeNull().ShouldBe(19.364917, 1e-6);
        // t with 6 degrees, one-sided 0.001: 5.207626; times 1.290994 sqrt(8/7) = 1.380131, above the mean of 5: 12.2.
        // Given 35 cases in seven bins, 15 or more in the eighth have chance 0.00086 and 14 or more 0.0021: 14 is the limit.
        test.Upper.ShouldBe(14);
        // 30 or more of 65 in one of eight bins.
        test.P.ShouldNotBeNull().ShouldBe(Math.Max(2.700824e-11, StudentTail(25 / 1.380131)), 1e-8);
        test.Alarm.ShouldBeTrue();
    }

    [Fact]
    public void Has_the_exact_chance_of_a_count_given_the_sum_of_all()
    {
        // Nothing in 20 bins, then 3: given 3 in 21 bins, all in the last has chance (1/21)^3. Without spread, t says nothing.
        double?[] counts = [.. Enumerable.Repeat((double?)0, 22), 3];

        var test = One(counts, AlarmScan.Negbin).Tests[^1];

        test.BaselineN.ShouldBe(20);
        test.P.ShouldNotBeNull().ShouldBe(1 / 9261.0, 1e-12);
        test.Alarm.ShouldBeTrue();
    }

    [Fact]
    public void Takes_count_methods_for_counts_and_changes_for_anything_else()
    {
        double?[] counts = [.. Enumerable.Range(0, 60).Select(i => (double?)(10 + i * 7 % 5))];

        Methods(counts, 1).ShouldBe([AlarmScan.Ears, AlarmScan.Negbin]);
        Methods(counts, 12).ShouldBe([AlarmScan.Ears, AlarmScan.FarringtonFlexible, AlarmScan.Negbin]);
        Methods([.. counts.Take(37)], 12).ShouldBe([AlarmScan.Ears, AlarmScan.Negbin]);
        Methods([.. counts.Select(count => count / 4)], 12).ShouldBe([AlarmScan.Cusum, AlarmScan.Ewma, AlarmScan.RobustZ]);
        AlarmScan.Watch(new AlarmScanInput { Values = counts, MayBeCounts = false }).Select(r => r.Method).ShouldBe([AlarmScan.Cusum, AlarmScan.Ewma, AlarmScan.RobustZ]);
    }

    [Theory]
    [InlineData(AlarmScan.Farrington, 263, 49, 35)]
    [InlineData(AlarmScan.FarringtonFlexible, 263, 27, 237)]
    public void Names_the_weeks_that_a_count_is_compared_with_and_no_others(string method, int firstBack, int lastBack, int n)
    {
        // Five years of weeks before the last, three weeks to each side of the same week; the flexible method leaves the last half year out.
        double?[] counts = [.. Enumerable.Range(0, 320).Select(i => (double?)(20 + i * 7 % 11))];

        var test = One(counts, method, 52).Tests[^1];

        test.Index.ShouldBe(319);
        (test.Index - test.BaselineFirst, test.Index - test.BaselineLast, test.BaselineN).ShouldBe((firstBack, lastBack, n));
    }

    [Theory]
    [InlineData(AlarmScan.Ears, "gaps")]
    [InlineData(AlarmScan.Farrington, "gaps")]
    [InlineData(AlarmScan.FarringtonFlexible, "gaps")]
    [InlineData(AlarmScan.Negbin, null)]
    [InlineData(AlarmScan.RobustZ, null)]
    [InlineData(AlarmScan.Ewma, null)]
    [InlineData(AlarmScan.Cusum, null)]
    public void Refuses_gaps_where_a_method_needs_equal_steps(string method, string? reason)
    {
        double?[] counts = [.. Enumerable.Range(0, 60).Select(i => i == 30 ? (double?)null : 10 + i * i % 7)];

        var result = One(counts, method, 12);

        result.Reason.ShouldBe(reason);
        result.Applied.ShouldBe(reason is null);
        result.N.ShouldBe(59);
    }

    [Theory]
    [InlineData(AlarmScan.Ears, "not_counts")]
    [InlineData(AlarmScan.FarringtonFlexible, "not_counts")]
    [InlineData(AlarmScan.Negbin, "not_counts")]
    public void Refuses_values_that_are_no_counts(string method, string reason) =>
        One([.. Enumerable.Range(0, 60).Select(i => (double?)(i * 0.5))], method, 12).Reason.ShouldBe(reason);

    [Fact]
    public void Says_why_nothing_was_judged()
    {
        double?[] counts = [.. Enumerable.Range(0, 60).Select(i => (double?)(i % 7))];

        One(counts, AlarmScan.Farrington).Reason.ShouldBe("frequency");
        One([1, 2, 3], AlarmScan.Ears).Reason.ShouldBe("insufficient_data");
        One([1, 2, 3], AlarmScan.Ewma).Reason.ShouldBe("insufficient_data");
        One([], AlarmScan.Negbin).Reason.ShouldBe("insufficient_data");
        One([.. Enumerable.Repeat((double?)3.5, 40)], AlarmScan.Cusum).Reason.ShouldBe("constant");
        // Equal steps but for rounding.
        One([.. Enumerable.Range(0, 40).Select(i => (double?)(0.1 * i))], AlarmScan.Ewma).Reason.ShouldBe("constant");
        One([.. Enumerable.Range(0, 40).Select(i => (double?)(0.1 * i))], AlarmScan.RobustZ).Reason.ShouldBe("half_equal");
        One([.. Enumerable.Repeat((double?)3.5, 40)], AlarmScan.RobustZ).Reason.ShouldBe("constant");
        One([.. Enumerable.Range(0, 40).Select(i => (double?)(i < 35 ? 1.5 : i))], AlarmScan.RobustZ).Reason.ShouldBe("half_equal");
    }

    [Fact]
    public void Finds_a_step_and_says_that_the_next_may_be_the_way_back()
    {
        double?[] values = [.. Enumerable.Range(0, 20).Select(i => (double?)(10 + 0.1 * (i * i * 7 % 11)))];
        values[12] = 25;

        var alarms = One(values, AlarmScan.RobustZ).Tests.Where(test => test.Alarm).ToList();

        alarms.Select(test => test.Index).ShouldBe([12, 13]);
        alarms[0].Warnings.ShouldBeEmpty();
        alarms[1].Warnings.Single().ShouldContain("way back");
    }

    [Fact]
    public void Begins_a_chart_anew_after_an_alarm()
    {
        // Mean 10, spread 1 in the baseline; then a lasting rise of 3 spreads.
        double?[] values = [.. Enumerable.Range(0, 20).Select(i => (double?)(i % 2 == 0 ? 9 : 11)), .. Enumerable.Repeat((double?)13, 12)];

        var result = AlarmScan.Watch(new AlarmScanInput { Values = values, First = 20, Methods = [AlarmScan.Cusum] }).Single();

        // Spread sqrt(20/19) = 1.02598; z = 2.92404; the sum grows by 2.42404: above 5 at the third bin, and again every third.
        result.Tests.Where(test => test.Alarm).Select(test => test.Index).ShouldBe([22, 25, 28, 31]);
        result.Tests.ShouldAllBe(test => test.P == null);
        result.Arl0.ShouldNotBeNull().ShouldBe(465.4, 1);
        result.FalseAlarmChance.ShouldNotBeNull().ShouldBeGreaterThan(1 / 465.4);
    }

    [Fact]
    public void Limits_of_a_chart_are_those_of_the_value_itself()
    {
        var random = new Random(5);
        double?[] values = [.. Enumerable.Range(0, 120).Select(i => (double?)(random.NextDouble() * 10 + (i > 80 ? 6 : 0)))];

        foreach (var method in new[] { AlarmScan.Ewma, AlarmScan.Cusum, AlarmScan.RobustZ })
            One(values, method).Tests.ShouldAllBe(test => test.Alarm == (test.Observed > test.Upper || test.Observed < test.Lower));
    }

    [Fact]
    public void An_alarm_is_above_the_limit_and_its_p_at_most_the_level()
    {
        var random = new Random(11);
        for (var draw = 0; draw < 30; draw++)
        {
            double?[] counts = [.. Enumerable.Range(0, 70).Select(_ => (double?)random.Next(0, random.Next(1, 60)))];
            foreach (var result in AlarmScan.Watch(new AlarmScanInput { Values = counts, BinsPerYear = 12, Alpha = 0.05, Methods = [.. AlarmScan.Methods.Where(m => m is not ("ewma" or "cusum" or "robust_z"))] }))
            {
                result.Tests.ShouldNotBeEmpty();
                result.Tests.ShouldAllBe(test => test.Alarm == (test.Observed > test.Upper));
                result.Tests.ShouldAllBe(test => !test.Alarm || test.P <= 0.05 && test.BeyondPublished);
            }
        }
    }

    [Fact]
    public void Counts_the_tests_and_the_alarms_that_chance_would_give()
    {
        double?[] counts = [4, 6, 5, 7, 3, 5, 5, 5, 6, 30, 5, 4];

        var family = AlarmScanFamily.Of([AlarmScan.Watch(new AlarmScanInput { Values = counts, Methods = [AlarmScan.Ears] }), AlarmScan.Watch(new AlarmScanInput { Values = [], Methods = [AlarmScan.Ears] })]);

        // Bins 9, 10 and 11.
        (family.Tests, family.FamilySize, family.Alarms).ShouldBe((3, 3, 1));
        family.ExpectedFalseAlarms.ShouldBe(0.003, 1e-12);
        family.Scans[0][0].Tests[0].Q.ShouldBe(family.Scans[0][0].Tests[0].P * 3);
        family.Verdict.ShouldBe("1 alarm among 3 tests; about 0.003 are expected by chance if nothing changed. 1 of the 1 with a p hold after adjusting for all tests (q<0.05). "
            + "Alarms rank what a person should look at; they do not say what happened, nor why.");
    }

    [Fact]
    public void Takes_its_baseline_from_before_the_first_bin_that_is_scanned()
    {
        double?[] values = [.. Enumerable.Range(0, 60).Select(i => (double?)(i * i % 11 + 0.5))];

        var result = AlarmScan.Watch(new AlarmScanInput { Values = values, First = 40, Methods = [AlarmScan.Ewma], Baseline = 12 }).Single();

        result.Tests[0].Index.ShouldBe(40);
        (result.Tests[0].BaselineFirst, result.Tests[0].BaselineLast, result.Tests[0].BaselineN).ShouldBe((28, 39, 12));
    }

    [Fact]
    public void Positions_are_those_of_the_input_where_it_begins_with_missing_bins()
    {
        double?[] counts = [null, null, 4, 6, 5, 7, 3, 5, 5, 5, 6, 30, null];

        var test = One(counts, AlarmScan.Ears).Tests.Single();

        (test.Index, test.BaselineFirst, test.BaselineLast).ShouldBe((11, 2, 8));
    }

    [Theory]
    [InlineData(1e308)]
    [InlineData(-1e308)]
    [InlineData(5e-324)]
    [InlineData(1e9)]
    public void Extremes_give_no_number_that_is_none(double extreme)
    {
        double?[] values = [.. Enumerable.Range(0, 80).Select(i => (double?)(i % 3 == 0 ? extreme : i % 3 == 1 ? 0 : -extreme / 3))];
        double?[] counts = [.. Enumerable.Range(0, 80).Select(i => (double?)(i % 3 == 0 ? 1e9 : i % 2))];

        foreach (var result in AlarmScan.Watch(new AlarmScanInput { Values = values, BinsPerYear = 12, Methods = AlarmScan.Methods })
            .Concat(AlarmScan.Watch(new AlarmScanInput { Values = counts, BinsPerYear = 12, Methods = AlarmScan.Methods })))
        {
            result.Tests.SelectMany(test => new[] { test.Expected, test.Upper, test.Lower, test.Statistic, test.P }).ShouldAllBe(figure => figure == null || double.IsFinite(figure.Value));
        }
    }

    [Fact]
    public void Refuses_settings_out_of_range()
    {
        Should.Throw<ArgumentException>(() => AlarmScan.Watch(new AlarmScanInput { Values = [double.NaN] }));
        Should.Throw<ArgumentException>(() => AlarmScan.Watch(new AlarmScanInput { Values = [1], Methods = ["magic"] }));
        Should.Throw<ArgumentException>(() => AlarmScan.Watch(new AlarmScanInput { Values = [1], Alpha = 0.5 }));
        Should.Throw<ArgumentException>(() => AlarmScan.Watch(new AlarmScanInput { Values = [1], Baseline = 4 }));
        Should.Throw<ArgumentException>(() => AlarmScan.Watch(new AlarmScanInput { Values = [1], First = -1 }));
    }

    [Theory]
    [InlineData("2019-M11", "2020-M02", "2019-M11 2019-M12 2020-M01 2020-M02")]
    [InlineData("2020-W52", "2021-W01", "2020-W52 2020-W53 2021-W01")]
    [InlineData("2019", "2021", "2019 2020 2021")]
    [InlineData("2020-Q4", "2021-Q1", "2020-Q4 2021-Q1")]
    [InlineData("2020-02-28", "2020-03-01", "2020-02-28 2020-02-29 2020-03-01")]
    [InlineData("9998", "9999", "9998 9999")]
    [InlineData("9999-W50", "9999-W51", "9999-W50 9999-W51")]
    [InlineData("2020", "2019", "")]
    public void Fills_the_time_between_two_periods(string first, string last, string all)
    {
        TimePeriod.TryParse(first, out var from).ShouldBeTrue();
        TimePeriod.TryParse(last, out var to).ShouldBeTrue();

        string.Join(' ', PeriodBins.Between(from, to)).ShouldBe(all);
    }

    /// <summary>Upper tail of Student's t with 6 degrees of freedom, in closed form.</summary>
    private static double StudentTail(double t)
    {
        var s = t / Math.Sqrt(t * t + 6);
        var c = 6 / (t * t + 6);
        return 0.5 * (1 - s * (1 + c / 2 + 3 * c * c / 8));
    }

    private static IEnumerable<string> Methods(double?[] values, int binsPerYear) =>
        AlarmScan.Watch(new AlarmScanInput { Values = values, BinsPerYear = binsPerYear }).Select(result => result.Method);

    private static AlarmScanResult One(double?[] values, string method, int binsPerYear = 1) =>
        AlarmScan.Watch(new AlarmScanInput { Values = values, BinsPerYear = binsPerYear, Methods = [method] }).Single();
}
