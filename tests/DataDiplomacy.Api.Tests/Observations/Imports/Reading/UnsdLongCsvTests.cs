using System.Text;
using DataDiplomacy.Api.Observations.Imports.Reading;

namespace DataDiplomacy.Api.Tests.Observations.Imports.Reading;

public sealed class UnsdLongCsvTests
{
    private const string Header =
        "\"GoalCode\",\"GoalDesc\",\"IndicatorCode\",\"IndicatorDesc\",\"IndicatorTier\",\"SeriesCode\",\"SeriesDesc\",\"SeriesRelease\",\"Freq_Code\",\"Freq_Desc\",\"ReportingType_Code\",\"ReportingType_Desc\",\"EducationLevel_Code\",\"EducationLevel_Desc\",\"Nature_Code\",\"Nature_Desc\",\"Units_Code\",\"Units_Desc\",\"Unitmultiplier_Code\",\"Unitmultiplier_Desc\",\"GeoArea_Code\",\"GeoArea_Desc\",\"Year\",\"TimeDetail\",\"Value\",\"ValueType\",\"Source\",\"Footnotes\",\"ISO3CD\",\"X\",\"Y\"\n";

    private const string Row = "\"1\",\"End\",\"1.1.1\",\"Share\",\"1\",\"SI_POV\",\"Poverty\",\"2019\",\"ANNUAL\",\"Global\",\"G\",\"Global\",\"PRIMAR\",\"Primary\",\"G\",\"Global\",\"PERCENT\",\"Percentage\",\"0\",\"Units\",\"8\",\"Albania\",2000.0,\"1999\",\"1.10\",\"Float\",\"R\u00e9union\",\"NULL\",\"ALB\",\"20.0\",\"41.1\"\n";

    [Fact]
    public async Task Reads_the_columns_of_the_2019_layout()
    {
        var reading = await ReadFile.OfAsync(Header + Row, ImportFormat.UnsdLongCsv);

        var read = reading.OnlyRow;
        (read.Series, read.SeriesTitle, read.Area, read.AreaName, read.Attributes.UnitLabel).ShouldBe(("SI_POV", "Poverty", "8", "Albania", "Percentage"));
        read.Indicators.ShouldBe(["1.1.1"]);
        read.Period.ToString().ShouldBe("2000");
        read.Value.Text.ShouldBe("1.10");
        read.Dimensions.ShouldBe("EDUCATION_LEVEL=PRIMAR|REPORTING_TYPE=G");
        read.Attributes.ShouldBe(new ObservationAttributes { Nature = "G", Unit = "PERCENT", Source = "R\u00e9union", TimeDetail = "1999", UnitMultiplier = "0", UnitLabel = "Percentage" });
        reading.Columns.ShouldBe(AttributeColumns.Nature | AttributeColumns.Unit | AttributeColumns.Source | AttributeColumns.Footnote | AttributeColumns.TimeDetail | AttributeColumns.UnitMultiplier | AttributeColumns.UnitLabel);
    }

    [Fact]
    public async Task Reads_text_that_is_not_UTF_8_as_Windows_1252()
    {
        var bytes = Encoding.Latin1.GetBytes((Header + Row).Replace("Poverty", "Poverty \u0094", StringComparison.Ordinal)); // 94 is a right double quotation mark in Windows-1252.

        var read = (await ReadFile.OfAsync(bytes, ImportFormat.UnsdLongCsv)).OnlyRow;

        read.Attributes.Source.ShouldBe("R\u00e9union");
        read.SeriesTitle.ShouldBe("Poverty \u201d");
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("A", true)]
    [InlineData("M", false)]
    public async Task Is_annual_only(string frequency, bool accepted)
    {
        var reading = await ReadFile.OfAsync(Header + Row.Replace("ANNUAL", frequency, StringComparison.Ordinal), ImportFormat.UnsdLongCsv);

        reading.Rows.Count.ShouldBe(accepted ? 1 : 0);
        reading.Rejected.Select(row => (row.Code, row.Column)).ShouldBe(accepted ? [] : [("frequency.invalid", "Freq_Code")]);
    }

    [Fact]
    public async Task Refuses_a_column_nobody_understands()
    {
        var refused = await ReadFile.RefusesAsync("SeriesCode,GeoArea_Code,Year,Value,Quantile\n", ImportFormat.UnsdLongCsv);

        (refused.Code, refused.Column).ShouldBe(("header.unknown", "Quantile"));
        refused.Detail.ShouldContain("'Quantile_Code'");
    }
}
