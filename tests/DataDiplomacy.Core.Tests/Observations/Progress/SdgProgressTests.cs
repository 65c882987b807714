using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Observations.Progress;

namespace DataDiplomacy.Core.Tests.Observations.Progress;

public sealed class SdgProgressTests
{
    [Theory]
    [InlineData(50, 0.953929)]
    [InlineData(80, 0.628705)]
    [InlineData(90, 0.373622)]
    [InlineData(95, 0.203670)]
    [InlineData(99, 0.043643)]
    [InlineData(100, 0)]
    public void Shrinks_thresholds_towards_a_limit_of_100_as_Open_SDG_does(double start, double factor)
    {
        // Growth without a target from this base: the first threshold is 1.5 % times the factor.
        var result = SdgProgress.Assess([new(2015, start), new(2022, start)], new() { Direction = DesiredDirection.Increase, Limit = 100 }, Rules("opensdg"));

        result.Inputs.Single(i => i.Key == "limitFactor").Value.ShouldBe(factor, 1e-6);
        result.Thresholds[0].AtLeast.ShouldNotBeNull().ShouldBe(0.015 * factor, 1e-8);
    }

    [Fact]
    public void Takes_the_nearest_year_where_the_base_year_has_no_value_and_says_so()
    {
        var result = SdgProgress.Assess([new(2013, 10), new(2018, 12), new(2022, 15)], Towards(30), Rules("unsd2022"));

        result.Inputs.Single(i => i.Key == "baseYear").Value.ShouldBe(2013);
        result.Warnings.ShouldContain("There is no value for the base year 2015; 2013 is the nearest year with one.");
    }

    [Fact]
    public void Counts_a_met_target_as_achieved_whatever_the_trend()
    {
        var result = SdgProgress.Assess([new(2015, 40), new(2022, 31)], Towards(35, DesiredDirection.Decrease), Rules("opensdg"));

        result.Class.ShouldBe("target_achieved");
        result.Standing.ShouldBe(ProgressStanding.OnTrack);
        result.Score.ShouldBe(5);
    }

    [Theory]
    [InlineData("unsd2023", true, true)]
    [InlineData("unsd2023", false, false)]
    [InlineData("opensdg", true, false)]
    [InlineData("unsd2022", true, false)]
    [InlineData("eurostat", true, false)]
    [InlineData("escap", true, false)]
    [InlineData("sdsn", true, false)]
    public void Counts_99_1_of_100_per_cent_as_met_by_the_method_alone_that_says_so(string method, bool isPercentage, bool isMet)
    {
        var target = new ProgressTarget { Direction = DesiredDirection.Increase, Value = 100, IsPercentage = isPercentage };

        var result = SdgProgress.Assess([new(2015, 99.6), new(2022, 99.1)], target, Rules(method));

        (result.Standing == ProgressStanding.OnTrack).ShouldBe(isMet);
        result.Warnings.Any(w => w.StartsWith("The latest value is within 1 point")).ShouldBe(isMet);
        result.Warnings.ShouldNotContain("The latest value meets the target, whatever the trend.");
    }

    [Theory]
    [InlineData("2005=44 2015=37", "no_value_after_base")]
    [InlineData("2004=38 2009=31 2011=21", "no_value_after_base")]
    [InlineData("2000=50 2016=40", "no_value_after_base")]
    [InlineData("2005=44 2014=40 2016=37", null)]
    public void Counts_no_change_before_the_base_year_as_progress_since_then(string values, string? reason)
    {
        ProgressPoint[] points = [.. values.Split(' ').Select(v => v.Split('=')).Select(v => new ProgressPoint(int.Parse(v[0]), double.Parse(v[1])))];

        foreach (var method in SdgProgress.Methods)
            SdgProgress.Assess(points, Towards(10), Rules(method)).Reason.ShouldBe(reason, method);
    }

    [Fact]
    public void Calls_it_deterioration_where_a_target_that_was_met_is_met_no_longer()
    {
        var points = new ProgressPoint[] { new(2015, 12), new(2022, 9) };

        foreach (var method in SdgProgress.Methods.Where(m => m is not "unsd2023"))
        {
            var result = SdgProgress.Assess(points, Towards(10), Rules(method));
            result.Standing.ShouldBe(ProgressStanding.Backwards, method);
            result.Warnings.ShouldContain("The target was met in the base year and is met no longer.");
        }
    }

    [Fact]
    public void Refuses_growth_rates_across_zero_and_points_at_one_year()
    {
        SdgProgress.Assess([new(2015, -1), new(2022, 2)], Towards(10), Rules("eurostat")).Reason.ShouldBe(ProgressReasons.SignChange);
        SdgProgress.Assess([new(2015, 1)], Towards(10), Rules("eurostat")).Reason.ShouldBe(ProgressReasons.InsufficientData);
        Should.Throw<ArgumentException>(() => SdgProgress.Assess([new(2015, 1), new(2015, 2)], Towards(10), Rules("eurostat")));
        Should.Throw<ArgumentException>(() => SdgProgress.Assess([new(2015, double.NaN), new(2016, 2)], Towards(10), Rules("eurostat")));
    }

    [Fact]
    public void Reads_a_target_given_as_a_share_of_the_base_value()
    {
        var halved = new ProgressTarget { Direction = DesiredDirection.Decrease, ShareOfBase = 0.5 };

        var result = SdgProgress.Assess([new(2015, 40), new(2022, 30)], halved, Rules("escap"));

        result.Inputs.Single(i => i.Key == "target").Value.ShouldBe(20);
        result.Score.ShouldBe(5);
    }

    [Fact]
    public void Ends_at_the_year_of_a_target_that_has_passed()
    {
        var target = new ProgressTarget { Direction = DesiredDirection.Increase, Value = 20, Year = 2020 };

        var result = SdgProgress.Assess([new(2015, 10), new(2020, 15), new(2022, 25)], target, Rules("unsd2023"));

        result.Inputs.Single(i => i.Key == "latestYear").Value.ShouldBe(2020);
        result.Measure.ShouldBe(0.5);
    }

    [Fact]
    public void Gives_a_class_or_a_reason_for_any_finite_values()
    {
        var random = new Random(20_301_231);
        double[] odd = [0, -0.0, 1, -1, 1e308, -1e308, 5e-324, 100, 0.03];
        for (var round = 0; round < 5_000; round++)
        {
            double Any() => random.Next(3) == 0 ? odd[random.Next(odd.Length)] : (random.NextDouble() - 0.3) * 100;
            ProgressPoint[] points = [.. Enumerable.Range(2010 + random.Next(5), random.Next(8)).Select(year => new ProgressPoint(year, Any()))];
            var target = new ProgressTarget
            {
                Direction = random.Next(2) == 0 ? DesiredDirection.Increase : DesiredDirection.Decrease,
                Value = random.Next(4) == 0 ? null : Any(),
                Year = 2016 + random.Next(20),
                BaseYear = 2010 + random.Next(10),
                Limit = random.Next(2) == 0 ? 100 : null,
                IsPercentage = random.Next(2) == 0,
                IndexLower = random.Next(2) == 0 ? Any() : null,
                IndexUpper = random.Next(2) == 0 ? Any() : null
            };
            foreach (var method in SdgProgress.Methods)
            {
                var result = SdgProgress.Assess(points, target, Rules(method));
                (result.Class == ProgressAssessment.NotAssessable).ShouldBe(result.Reason is not null);
                result.Inputs.ShouldAllBe(i => double.IsFinite(i.Value), $"{method}, round {round}");
                double.IsFinite(result.Score ?? 0).ShouldBeTrue($"{method}, round {round}");
            }
        }
    }

    [Fact]
    public void Sums_a_goal_up_by_the_rule_of_its_publisher()
    {
        ProgressAssessment[] open = [Assessed("opensdg", ProgressStanding.OnTrack, 5, 2), Assessed("opensdg", ProgressStanding.Backwards, -3, -1), Missing("opensdg")];
        ProgressAssessment[] index = [Assessed("sdsn", ProgressStanding.OnTrack, 90, 1.5), Assessed("sdsn", ProgressStanding.SomeProgress, 60, 0.75), Assessed("sdsn", ProgressStanding.LittleProgress, 50, 0.25), Missing("sdsn")];

        var goal = GoalProgress.Of("opensdg", open);
        var whole = GoalProgress.Of("sdsn", index);

        // (5 - 3)/2 = 1: at least 0 is moderate.
        (goal.MeanScore, goal.Class, goal.Standings[ProgressStanding.NotAssessable]).ShouldBe((1, "moderate", 1));
        // 3.5, 2.5 and 1.5 on the scale of 0 to 4 have a mean of 2.5; three of four series are exactly three quarters.
        whole.Class.ShouldBe("moderately_improving");
        GoalProgress.Of("sdsn", [.. index, Missing("sdsn")]).Class.ShouldBeNull();
    }

    private static ProgressTarget Towards(double target, DesiredDirection direction = DesiredDirection.Increase) => new() { Direction = direction, Value = target };

    private static ProgressAssessment Assessed(string method, ProgressStanding standing, double score, double measure) =>
        new() { Rules = Rules(method), Class = "a_class", Label = "A class", Standing = standing, Score = score, Measure = measure };

    private static ProgressAssessment Missing(string method) => SdgProgress.NotAssessable(Rules(method), ProgressReasons.NoTarget);

    /// <summary>Bands of our own in the shape of the published ones.</summary>
    private static ProgressRules Rules(string method) => new()
    {
        Method = method,
        Title = method,
        Version = "of a test",
        Source = "a test",
        Measure = "a measure",
        MetWithin = method is "unsd2023" ? 1 : 0,
        Met = method is "opensdg" ? Band("target_achieved", ProgressStanding.OnTrack, null) : null,
        WithTarget = method == "escap"
            ? [Band("maintain", ProgressStanding.OnTrack, null) with { AtMost = 10 }, Band("accelerate", ProgressStanding.SomeProgress, null) with { AtMost = 100 }, Band("reverse", ProgressStanding.Backwards, null)]
            : [Band("on_track", ProgressStanding.OnTrack, 0.95), Band("moderate", ProgressStanding.SomeProgress, 0.6), Band("limited", ProgressStanding.LittleProgress, 0), Band("deterioration", ProgressStanding.Backwards, null)],
        WithoutTarget = [Band("on_track", ProgressStanding.OnTrack, 0.015), Band("limited", ProgressStanding.LittleProgress, 0), Band("deterioration", ProgressStanding.Backwards, null)]
    };

    private static ProgressBand Band(string named, ProgressStanding standing, double? atLeast) =>
        new() { Class = named, Label = named, Standing = standing, AtLeast = atLeast };
}
