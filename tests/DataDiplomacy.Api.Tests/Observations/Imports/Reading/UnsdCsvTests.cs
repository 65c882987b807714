using DataDiplomacy.Api.Observations.Imports.Reading;
using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Api.Tests.Observations.Imports.Reading;

public sealed class UnsdCsvTests
{
    private const string Header = "Goal,Target,Indicator,SeriesCode,SeriesDescription,GeoAreaCode,GeoAreaName,TimePeriod,Value,Time_Detail,TimeCoverage,UpperBound,LowerBound,BasePeriod,Source,GeoInfoUrl,FootNote,Age,Nature,Observation Status,Reporting Type,Sex,Units";

    [Fact]
    public async Task Reads_every_column_of_the_official_layout()
    {
        const string row = "1,1.5,\"1.5.1, 11.5.1\",VC_DTH,\"Deaths, total\",004,Afghanistan,2015,19618.00,2014-2015,C,20,10.5,2010,\"Plastic, UN\",http://x,Note,ALLAGE,E,A,G,FEMALE,NUMBER";

        var read = (await ReadAsync(row)).OnlyRow;

        read.Line.ShouldBe(2);
        read.Series.ShouldBe("VC_DTH");
        read.SeriesTitle.ShouldBe("Deaths, total");
        read.Indicators.ShouldBe(["1.5.1", "11.5.1"]);
        read.Area.ShouldBe("4");
        read.AreaName.ShouldBe("Afghanistan");
        read.Period.ToString().ShouldBe("2015");
        read.Value.Text.ShouldBe("19618.00");
        read.Value.Value.ShouldBe(19618);
        read.Dimensions.ShouldBe("AGE=ALLAGE|REPORTING_TYPE=G|SEX=FEMALE");
        read.LowerBound.ShouldBe(10.5);
        read.UpperBound.ShouldBe(20);
        read.Attributes.UnitLabel.ShouldBeNull();
        read.Attributes.ShouldBe(new ObservationAttributes
        {
            Nature = "E",
            Status = "A",
            Unit = "NUMBER",
            Source = "Plastic, UN",
            Footnote = "Note",
            TimeDetail = "2014-2015",
            TimeCoverage = "C",
            BasePeriod = "2010",
            GeoInfoUrl = "http://x",
        });
    }

    [Fact]
    public async Task Tells_which_attributes_the_file_can_speak_of()
    {
        var all = await ReadFile.OfAsync(Header + "\n", ImportFormat.UnsdCsv);
        var few = await ReadFile.OfAsync("SeriesCode,GeoAreaCode,TimePeriod,Value,Nature,LowerBound\n", ImportFormat.UnsdCsv);

        all.Columns.ShouldBe((AttributeColumns)0x1FFF & ~AttributeColumns.UnitMultiplier & ~AttributeColumns.UnitLabel);
        few.Columns.ShouldBe(AttributeColumns.Nature | AttributeColumns.LowerBound);
    }

    [Fact]
    public async Task Takes_every_other_column_as_a_dimension_and_leaves_out_absent_codes()
    {
        const string file = "SeriesCode,GeoAreaCode,TimePeriod,Value,[Type of speed],Frequency of Chlorophyll-a concentration,[Sex],[Age]\nS,4,2015,1,ANYS,High,,NOTSPEC\n";

        var read = (await ReadFile.OfAsync(file, ImportFormat.UnsdCsv)).OnlyRow;

        read.Dimensions.ShouldBe("FREQUENCY_OF_CHLOROPHYLL_A_CONCENTRATION=High|REPORTING_TYPE=G|TYPE_OF_SPEED=ANYS");
    }

    [Theory]
    [InlineData("", "REPORTING_TYPE=G")]
    [InlineData("NOTSPEC", "REPORTING_TYPE=G")]
    [InlineData("N", "REPORTING_TYPE=N")]
    public async Task Reporting_is_global_where_the_row_does_not_say(string code, string dimensions)
    {
        var read = (await ReadFile.OfAsync($"SeriesCode,GeoAreaCode,TimePeriod,Value,Reporting Type\nS,4,2015,1,{code}\n", ImportFormat.UnsdCsv)).OnlyRow;

        read.Dimensions.ShouldBe(dimensions);
    }

    [Theory]
    [InlineData(",SeriesCode,GeoAreaCode,TimePeriod,Value\n0,S,4,2015,1\n")]
    [InlineData("Unnamed: 0,SeriesCode,GeoAreaCode,TimePeriod,Value\n0,S,4,2015,1\n")]
    [InlineData("series_code,[Geo Area Code],TIMEPERIOD,value\nS,4,2015,1\n")]
    [InlineData("SeriesCode,GeoAreaCode,TimePeriod,Value\r\nS,4,2015,1\r\n")]
    [InlineData("\uFEFFSeriesCode,GeoAreaCode,TimePeriod,Value\nS,4,2015,1")]
    [InlineData("\"SeriesCode\",\"GeoAreaCode\",\"TimePeriod\",\"Value\"\n\n\"S\",\"4\",\"2015\",\"1\"\n\n")]
    [InlineData("SeriesCode,GeoAreaCode,TimePeriod,Value\nS,4,2015.0,1\n")]
    public async Task Tolerates_the_dirt_of_passed_on_files(string file)
    {
        var read = (await ReadFile.OfAsync(file, ImportFormat.UnsdCsv)).OnlyRow;

        (read.Series, read.Area, read.Period.ToString(), read.Value.Text, read.Dimensions).ShouldBe(("S", "4", "2015", "1", "REPORTING_TYPE=G"));
    }

    [Fact]
    public async Task A_quoted_text_may_hold_quotes_commas_and_lines()
    {
        const string file = "SeriesCode,GeoAreaCode,TimePeriod,Value,FootNote\nS,4,2015,1,\"a \"\"b\"\", c\nd\"\nS,4,2016,2,\n";

        var rows = (await ReadFile.OfAsync(file, ImportFormat.UnsdCsv)).Rows;

        rows[0].Attributes.Footnote.ShouldBe("a \"b\", c\nd");
        rows[1].Line.ShouldBe(4);
    }

    [Theory]
    [InlineData("NaN", "", MissingReason.NotReported)]
    [InlineData("", "", MissingReason.NotReported)]
    [InlineData("", "O", MissingReason.NotReported)]
    [InlineData("", "Q", MissingReason.Suppressed)]
    [InlineData("", "M", MissingReason.NotApplicable)]
    [InlineData("N", "Q", MissingReason.NotApplicable)]
    [InlineData("<2.5", "Q", MissingReason.Bounded)]
    public async Task Knows_why_a_value_is_missing(string value, string status, MissingReason reason)
    {
        var read = (await ReadFile.OfAsync($"SeriesCode,GeoAreaCode,TimePeriod,Value,Observation Status\nS,4,2015,{value},{status}\n", ImportFormat.UnsdCsv)).OnlyRow;

        read.Value.Missing.ShouldBe(reason);
        read.Value.Text.ShouldBe(value);
    }

    [Theory]
    [InlineData("S P,4,2015,1,,", "series.invalid", "SeriesCode", "'S P'")]
    [InlineData(",4,2015,1,,", "series.invalid", "SeriesCode", "''")]
    [InlineData("S,Afghanistan,2015,1,,", "area.invalid", "GeoAreaCode", "'Afghanistan'")]
    [InlineData("S,1234567,2015,1,,", "area.invalid", "GeoAreaCode", "'1234567'")]
    [InlineData("S,000,2015,1,,", "area.invalid", "GeoAreaCode", "'000'")]
    [InlineData("S,,2015,1,,", "area.invalid", "GeoAreaCode", "''")]
    [InlineData("S,4,15,1,,", "period.invalid", "TimePeriod", "'15'")]
    [InlineData("S,4,2015, -   ,,", "value.invalid", "Value", "' -   '")]
    [InlineData("S,4,2015,1,1;5,", "bound.invalid", "UpperBound", "'1;5'")]
    public async Task Rejects_a_row_by_its_first_error(string row, string code, string column, string quoted)
    {
        var rejected = (await ReadFile.OfAsync($"SeriesCode,GeoAreaCode,TimePeriod,Value,UpperBound,Sex\n{row}\n", ImportFormat.UnsdCsv)).OnlyRejected;

        rejected.Code.ShouldBe(code);
        rejected.Column.ShouldBe(column);
        rejected.Detail.ShouldStartWith(quoted);
        rejected.Line.ShouldBe(2);
        rejected.Raw.ShouldBe(row);
    }

    [Fact]
    public async Task A_rejected_row_keeps_the_parts_of_its_key_that_can_be_read()
    {
        const string file = "SeriesCode,GeoAreaCode,TimePeriod,Value,Sex\nS,004,2015-Q1,x,FEMALE\nS,?,2015,1,MALE\n";

        var rejected = (await ReadFile.OfAsync(file, ImportFormat.UnsdCsv)).Rejected;

        (rejected[0].Series, rejected[0].Area, rejected[0].Period?.ToString(), rejected[0].Dimensions).ShouldBe(("S", "4", "2015-Q1", "REPORTING_TYPE=G|SEX=FEMALE"));
        (rejected[1].Series, rejected[1].Area, rejected[1].Period?.ToString(), rejected[1].Dimensions).ShouldBe(("S", null, "2015", "REPORTING_TYPE=G|SEX=MALE"));
    }

    [Fact]
    public async Task Rejects_codes_and_series_that_are_too_long()
    {
        var (series, code) = (new string('S', 101), new string('C', 201));

        var read = await ReadFile.OfAsync($"SeriesCode,GeoAreaCode,TimePeriod,Value,Sex\n{series},4,2015,1,\n{series[..100]},4,2015,1,{code[..200]}\nS,4,2015,1,{code}\n", ImportFormat.UnsdCsv);

        read.Rows.Count.ShouldBe(1);
        read.Rejected.Select(row => (row.Code, row.Column, row.Line, row.Dimensions)).ShouldBe([("series.invalid", "SeriesCode", 2, "REPORTING_TYPE=G"), ("dimension.invalid", "Sex", 4, null)]);
    }

    private static Task<ReadFile> ReadAsync(string row) => ReadFile.OfAsync(Header + "\n" + row + "\n", ImportFormat.UnsdCsv);
}
