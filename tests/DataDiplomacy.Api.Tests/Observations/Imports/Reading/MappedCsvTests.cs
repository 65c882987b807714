using DataDiplomacy.Api.Observations.Imports.Reading;

namespace DataDiplomacy.Api.Tests.Observations.Imports.Reading;

public sealed class MappedCsvTests
{
    private const string Mapping = """{ "series": "Code", "area": "Iso", "period": "Year", "value": "Obs", "unit": "Unit", "dimensions": { "SEX": "Sex" } }""";

    [Fact]
    public async Task Reads_the_columns_the_mapping_names()
    {
        const string file = "Obs,Year,Iso,Code,Unit,Sex,Ignored\n1.50,2020-03,AFG,SP_POP,PERSONS,FEMALE,x\n";

        var reading = await ReadFile.OfAsync(file, ImportFormat.Csv, Mapping);

        var read = reading.OnlyRow;
        (read.Series, read.Area, read.Period.ToString(), read.Value.Text, read.Dimensions).ShouldBe(("SP_POP", "AFG", "2020-M03", "1.50", "SEX=FEMALE"));
        read.Attributes.ShouldBe(new ObservationAttributes { Unit = "PERSONS" });
        reading.Columns.ShouldBe(AttributeColumns.Unit);
    }

    [Fact]
    public async Task A_constant_stands_in_every_row()
    {
        const string mapping = """
            { "series": { "constant": "SP_POP_TOTL" }, "area": "a", "period": "p", "value": "v", "seriesTitle": { "constant": "Population" }, "indicator": { "constant": "1.1.1" },
              "areaName": "n", "unitLabel": { "constant": "Persons" }, "nature": { "constant": "E" }, "lowerBound": "l", "upperBound": "u", "dimensions": { "AGE": { "constant": "ALLAGE" } } }
            """;

        var reading = await ReadFile.OfAsync("a,p,v,n,l,u\n4,2020,5,Afghanistan,4,6\n", ImportFormat.Csv, mapping);

        var read = reading.OnlyRow;
        (read.Series, read.SeriesTitle, read.AreaName, read.Attributes.UnitLabel, read.Attributes.Nature, read.Dimensions).ShouldBe(("SP_POP_TOTL", "Population", "Afghanistan", "Persons", "E", "AGE=ALLAGE"));
        read.Indicators.ShouldBe(["1.1.1"]);
        (read.LowerBound, read.UpperBound).ShouldBe((4, 6));
        reading.Columns.ShouldBe(AttributeColumns.Nature | AttributeColumns.UnitLabel | AttributeColumns.LowerBound | AttributeColumns.UpperBound);
    }

    [Theory]
    [InlineData("4", "4")]
    [InlineData("004", "4")]
    [InlineData("AF", "AF")]
    [InlineData("AFG", "AFG")]
    [InlineData("NA", "NA")]
    [InlineData("EU27_2020", "EU27_2020")]
    [InlineData("1W", "1W")]
    public async Task Takes_any_code_of_an_area(string text, string area)
    {
        var read = (await ReadFile.OfAsync($"Code,Iso,Year,Obs,Unit,Sex\nS,{text},2020,1,,\n", ImportFormat.Csv, Mapping)).OnlyRow;

        read.Area.ShouldBe(area);
    }

    [Theory]
    [InlineData("Afghanistan")]
    [InlineData("afg")]
    [InlineData("COSTA RICA")]
    [InlineData("A")]
    [InlineData("_A")]
    [InlineData("0")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTU")]
    [InlineData("CÔTE")]
    public async Task Rejects_the_name_of_an_area(string text)
    {
        var rejected = (await ReadFile.OfAsync($"Code,Iso,Year,Obs,Unit,Sex\nS,{text},2020,1,,\n", ImportFormat.Csv, Mapping)).OnlyRejected;

        (rejected.Code, rejected.Column, rejected.Series).ShouldBe(("area.invalid", "Iso", "S"));
        rejected.Detail.ShouldStartWith($"'{text}' is no area code");
    }

    [Fact]
    public async Task Suggests_the_column_the_mapping_may_have_meant()
    {
        var refused = await ReadFile.RefusesAsync("Code,Iso,Yaer,Obs,Unit,Sex\n", ImportFormat.Csv, Mapping);

        (refused.Code, refused.Column, refused.Line).ShouldBe(("mapping.column", "Year", 1));
        refused.Suggestions.ShouldBe(["Yaer"]);
        refused.Detail.ShouldContain("'period'");
    }

    [Fact]
    public async Task Needs_a_mapping()
    {
        (await ReadFile.RefusesAsync("a,b\n", ImportFormat.Csv)).Code.ShouldBe("mapping.missing");
    }
}
