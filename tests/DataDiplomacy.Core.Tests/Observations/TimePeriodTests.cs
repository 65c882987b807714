using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Core.Tests.Observations;

public sealed class TimePeriodTests
{
    // Days worked out by hand; weeks by ISO 8601: 2020 begins on a Wednesday, so that its week 1 begins on 2019-12-30, and it has 53 weeks.
    [Theory]
    [InlineData("2020", Frequency.Annual, "2020-01-01", "2020-12-31", 202001010, 20201231)]
    [InlineData("2020-S1", Frequency.Semester, "2020-01-01", "2020-06-30", 202001011, 20200630)]
    [InlineData("2020-S2", Frequency.Semester, "2020-07-01", "2020-12-31", 202007011, 20201231)]
    [InlineData("2020-Q1", Frequency.Quarter, "2020-01-01", "2020-03-31", 202001012, 20200331)]
    [InlineData("2020-Q4", Frequency.Quarter, "2020-10-01", "2020-12-31", 202010012, 20201231)]
    [InlineData("2020-M02", Frequency.Month, "2020-02-01", "2020-02-29", 202002013, 20200229)]
    [InlineData("2021-M02", Frequency.Month, "2021-02-01", "2021-02-28", 202102013, 20210228)]
    [InlineData("2020-W01", Frequency.Week, "2019-12-30", "2020-01-05", 201912304, 20200105)]
    [InlineData("2020-W10", Frequency.Week, "2020-03-02", "2020-03-08", 202003024, 20200308)]
    [InlineData("2020-W53", Frequency.Week, "2020-12-28", "2021-01-03", 202012284, 20210103)]
    [InlineData("2020-03-15", Frequency.Day, "2020-03-15", "2020-03-15", 202003155, 20200315)]
    [InlineData("0001", Frequency.Annual, "0001-01-01", "0001-12-31", 101010, 11231)]
    [InlineData("9999-M12", Frequency.Month, "9999-12-01", "9999-12-31", 999912013, 99991231)]
    [InlineData("9999-W51", Frequency.Week, "9999-12-20", "9999-12-26", 999912204, 99991226)]
    public void Knows_first_day_last_day_and_code(string text, Frequency frequency, string start, string end, int code, int endCode)
    {
        TimePeriod.TryParse(text, out var period).ShouldBeTrue();

        period.Frequency.ShouldBe(frequency);
        period.Start.ToString("O").ShouldBe(start);
        period.End.ToString("O").ShouldBe(end);
        period.Code.ShouldBe(code);
        period.EndCode.ShouldBe(endCode);
        period.ToString().ShouldBe(text);
        TimePeriod.FromCode(code).ShouldBe(period);
    }

    [Theory]
    [InlineData("2020-03", "2020-M03")]
    [InlineData("2020-12", "2020-M12")]
    [InlineData("2020-A1", "2020")]
    public void Reads_other_spellings_as_the_canonical_one(string text, string canonical)
    {
        TimePeriod.TryParse(text, out var period).ShouldBeTrue();

        period.ToString().ShouldBe(canonical);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0000")]
    [InlineData("999")]
    [InlineData("20200")]
    [InlineData(" 2020")]
    [InlineData("2020 ")]
    [InlineData("2020.0")]
    [InlineData("+202")]
    [InlineData("2020-")]
    [InlineData("2020-A2")]
    [InlineData("2020-S0")]
    [InlineData("2020-S3")]
    [InlineData("2020-Q5")]
    [InlineData("2020-Q01")]
    [InlineData("2020-q1")]
    [InlineData("2020Q1")]
    [InlineData("2020-M3")]
    [InlineData("2020-M13")]
    [InlineData("2020-M00")]
    [InlineData("2020-00")]
    [InlineData("2020-13")]
    [InlineData("2020-3")]
    [InlineData("2020-W00")]
    [InlineData("2021-W53")]
    [InlineData("9999-W52")]
    [InlineData("2021-02-29")]
    [InlineData("2020-02-30")]
    [InlineData("2020-2-03")]
    [InlineData("2020/02/03")]
    [InlineData("2020-02-03T00:00:00")]
    [InlineData("2020-T1")]
    [InlineData("٢٠٢٠")]
    public void Refuses_what_is_no_period(string? text)
    {
        var read = TimePeriod.TryParse(text, out var period);

        read.ShouldBeFalse();
        period.ShouldBe(default);
    }

    // Years with 53 weeks from 2000 to 2030: those that begin on a Thursday, and leap years that begin on a Wednesday (ISO 8601).
    [Fact]
    public void Has_week_53_only_where_ISO_8601_has_it()
    {
        var years = Enumerable.Range(2000, 31).Where(year => TimePeriod.TryParse($"{year}-W53", out _));

        years.ShouldBe([2004, 2009, 2015, 2020, 2026]);
    }

    [Theory]
    [InlineData("2020", 2020)]
    [InlineData("2020-S2", 2020.5)]
    [InlineData("2020-Q2", 2020.25)]
    [InlineData("2020-M07", 2020.5)]
    [InlineData("2020-M04", 2020.25)]
    [InlineData("2020-W01", 2020)]
    [InlineData("2021-W14", 2021.25)]
    [InlineData("2020-01-01", 2020)]
    [InlineData("2020-07-02", 2020.5)]
    [InlineData("2021-03-15", 2021.2)]
    public void Places_the_start_in_decimal_years(string text, double year)
    {
        TimePeriod.TryParse(text, out var period).ShouldBeTrue();

        period.Year.ShouldBe(year, 1e-9);
    }

    [Fact]
    public void Codes_sort_by_start_and_then_coarse_to_fine()
    {
        string[] ordered = ["2019", "2020-W01", "2020", "2020-S1", "2020-Q1", "2020-M01", "2020-01-01", "2020-M02", "2020-W10", "2020-Q2", "2021"];

        var sorted = ordered.Reverse().Select(Read).OrderBy(period => period.Code).Select(period => period.ToString());

        sorted.ShouldBe(ordered);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-202001010)]
    [InlineData(202001016)]
    [InlineData(202002010)]
    [InlineData(202002011)]
    [InlineData(202002012)]
    [InlineData(202001023)]
    [InlineData(202003034)]
    [InlineData(202002305)]
    [InlineData(202013015)]
    [InlineData(999912274)]
    public void Refuses_a_code_that_starts_no_period(int code)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => TimePeriod.FromCode(code));
    }

    [Fact]
    public void Every_day_and_week_of_thirty_years_comes_back_from_its_code_and_its_text()
    {
        var days = Enumerable.Range(0, 30 * 365).Select(offset => new DateOnly(1995, 1, 1).AddDays(offset).ToString("yyyy-MM-dd"));
        var weeks = Enumerable.Range(1995, 30).SelectMany(year => Enumerable.Range(1, 52).Select(week => $"{year}-W{week:D2}"));

        var changed = days.Concat(weeks).Where(text => Read(text).ToString() != text || TimePeriod.FromCode(Read(text).Code) != Read(text));

        changed.ShouldBeEmpty();
    }

    [Fact]
    public void The_default_is_the_first_year()
    {
        default(TimePeriod).ToString().ShouldBe("0001");
    }

    private static TimePeriod Read(string text) => TimePeriod.TryParse(text, out var period) ? period : throw new FormatException(text);
}
