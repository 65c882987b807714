using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Series;
using DataDiplomacy.Api.Observations.Trends;
using DataDiplomacy.Core.Observations;
using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Api.Tests.Observations.Trends;

public sealed class AreaTrendTests
{
    [Fact]
    public void Takes_the_start_of_a_quarter_as_its_time_so_that_the_slope_is_per_year()
    {
        // One unit more each quarter is four a year; the line is exact, so the median of the slopes is too.
        var points = Points(At("2019-Q1", 1), At("2019-Q2", 2), At("2019-Q3", 3), At("2019-Q4", 4), At("2020-Q1", 5), At("2020-Q2", 6));

        var trend = AreaTrend.Of(points, 0.95);

        trend.Result.Slope.ShouldNotBeNull().ShouldBe(4, 1e-9);
        trend.Result.SlopeUnit.ShouldBe("Percentage per year");
        trend.From.ShouldBe("2019-Q1");
        trend.To.ShouldBe("2020-Q2");
        trend.Result.Warnings.ShouldContain("Periods shorter than a year: a season can pass for a trend, or hide one.");
    }

    [Fact]
    public void Drops_and_counts_what_has_no_number_and_says_that_bounds_are_not_missing_by_chance()
    {
        var points = Points(
            At("2001", 10), At("2002", 8), At("2003", 6), At("2004", 4), At("2005", 3),
            At("2006", null) with { ValueText = "<2.5", MissingReason = MissingReason.Bounded },
            At("2007", null) with { ValueText = "", MissingReason = MissingReason.NotReported });

        var trend = AreaTrend.Of(points, 0.95);

        trend.Result.N.ShouldBe(5);
        trend.Result.NDropped.ShouldBe(2);
        trend.To.ShouldBe("2005");
        trend.Result.Warnings.ShouldContain("Published as a bound only: 1 of the dropped values (<2.5); they are not missing by chance, so the trend of the others can mislead.");
    }

    [Fact]
    public void Refuses_several_observations_of_one_period_and_names_dimensions_and_codes()
    {
        var points = Points(At("2001", 1) with { Dimensions = Sex("FEMALE") }, At("2001", 2) with { Dimensions = Sex("MALE") });

        var problem = Should.Throw<ProblemException>(points.RefuseSeveral);

        problem.Problem.Slug.ShouldBe("dimensions-needed");
        problem.Detail.ShouldContain("dim.SEX=FEMALE or MALE");
    }

    [Fact]
    public void Warns_where_the_breakdown_changes_on_the_way()
    {
        var points = Points([.. Enumerable.Range(2001, 8).Select(y => At($"{y}", y) with { Dimensions = Sex(y < 2005 ? "FEMALE" : "MALE") })]);

        points.RefuseSeveral();
        var trend = AreaTrend.Of(points, 0.95);

        trend.Dimensions.Keys.ShouldBe(["AGE"]);
        trend.Result.Warnings.ShouldContain("The breakdown is not the same in all periods (SEX FEMALE or MALE): a change of definition can pass for a trend.");
    }

    [Fact]
    public void Does_not_compare_values_in_different_units()
    {
        var points = Points(At("2001", 1), At("2002", 2), At("2003", 3), At("2004", 4), At("2005", 5_000) with { Unit = "NUMBER", UnitLabel = "Number" });

        var trend = AreaTrend.Of(points, 0.95);

        trend.Result.Defined.ShouldBeFalse();
        trend.Result.Reason.ShouldBe("mixed_units");
        trend.Result.N.ShouldBe(5);
        trend.Result.Slope.ShouldBeNull();
        trend.Unit.ShouldBeNull();
        trend.Refusal.ShouldNotBeNull().ShouldStartWith("Not assessable: the values are in different units (PERCENT, NUMBER)");
    }

    [Fact]
    public void Takes_powers_of_ten_for_different_units()
    {
        var points = Points(At("2001", 1) with { UnitMultiplier = "3" }, At("2002", 2) with { UnitMultiplier = "6" });

        AreaTrend.Of(points, 0.95).Result.Reason.ShouldBe("mixed_units");
    }

    [Fact]
    public void Refuses_more_periods_than_a_trend_takes()
    {
        var points = Points();
        var day = new DateOnly(2000, 1, 1);
        for (var i = 0; i < TheilSen.MaxPoints; i++)
        {
            points.Add(At(day.AddDays(i).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), i));
        }

        var problem = Should.Throw<ProblemException>(() => points.Add(At("2020-01-01", 1)));

        problem.Problem.Status.ShouldBe(413);
        problem.Detail.ShouldBe("Kenya (404) has more than 5000 periods; choose a shorter time by from= and to=.");
    }

    private static AreaPoints Points(params ObservationView[] observations)
    {
        var points = new AreaPoints("404", "Kenya", null);
        foreach (var observation in observations)
        {
            points.Add(observation);
        }

        return points;
    }

    private static Dictionary<string, string> Sex(string code) => new() { ["AGE"] = "ALLAGE", ["SEX"] = code };

    private static ObservationView At(string period, double? value) => new()
    {
        Id = "",
        Dataset = "sdg",
        Series = "X",
        SeriesTitle = "",
        Indicators = [],
        Area = "404",
        AreaName = "Kenya",
        Period = period,
        Value = value,
        ValueText = "",
        Unit = "PERCENT",
        UnitLabel = "Percentage",
        LowerBound = null,
        UpperBound = null,
        Status = null,
        Nature = null,
        MissingReason = null,
        Dimensions = new Dictionary<string, string>(),
        Footnote = null,
        Source = null,
        UnitMultiplier = null,
        TimeDetail = null,
        TimeCoverage = null,
        BasePeriod = null,
        GeoInfoUrl = null,
        RecordedAt = DateTime.UnixEpoch,
        DatasetVersion = 1,
        Activity = "",
    };
}
