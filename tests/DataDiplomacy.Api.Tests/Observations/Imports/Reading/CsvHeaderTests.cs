using DataDiplomacy.Api.Observations.Imports.Reading;

namespace DataDiplomacy.Api.Tests.Observations.Imports.Reading;

public sealed class CsvHeaderTests
{
    [Fact]
    public async Task Names_a_missing_column_and_the_nearest_one()
    {
        var refused = await ReadFile.RefusesAsync("SeriesCod,GeoAreaCode,TimePeriod,Value\n", ImportFormat.UnsdCsv);

        (refused.Code, refused.Column, refused.Line).ShouldBe(("header.missing", "SeriesCode", 1));
        refused.Suggestions.ShouldBe(["SeriesCod"]);
        refused.Detail.ShouldBe("The column 'SeriesCode' is missing. Did you mean 'SeriesCod'?");
    }

    [Fact]
    public async Task Says_that_columns_are_separated_by_commas()
    {
        var refused = await ReadFile.RefusesAsync("SeriesCode;GeoAreaCode;TimePeriod;Value\n", ImportFormat.UnsdCsv);

        refused.Detail.ShouldContain("separated by commas");
    }

    [Theory]
    [InlineData("SeriesCode,GeoAreaCode,TimePeriod,Value,Sex,[SEX]\n", "header.duplicate", "[SEX]")]
    [InlineData("SeriesCode,GeoAreaCode,TimePeriod,Value,value\n", "header.duplicate", "value")]
    [InlineData("SeriesCode,GeoAreaCode,TimePeriod,Value,Level-status,Level status\n", "header.duplicate", "Level status")]
    [InlineData("SeriesCode,GeoAreaCode,TimePeriod,Value,\n", "header.invalid", null)]
    [InlineData("SeriesCode,GeoAreaCode,TimePeriod,Value,---\n", "header.invalid", "---")]
    [InlineData("SeriesCode,GeoAreaCode,TimePeriod,\"Value\"x\n", "header.invalid", null)]
    public async Task Refuses_columns_that_cannot_be_told_apart(string header, string code, string? column)
    {
        var refused = await ReadFile.RefusesAsync(header, ImportFormat.UnsdCsv);

        (refused.Code, refused.Column).ShouldBe((code, column));
    }

    [Theory]
    [InlineData("unsd-csv", ImportFormat.UnsdCsv)]
    [InlineData("unsd-long-csv", ImportFormat.UnsdLongCsv)]
    [InlineData("csv", ImportFormat.Csv)]
    [InlineData("ndjson", ImportFormat.Ndjson)]
    public void Formats_have_their_names(string name, ImportFormat format)
    {
        ImportFormats.TryParse(name, out var parsed).ShouldBeTrue();

        parsed.ShouldBe(format);
        format.Name().ShouldBe(name);
        ImportFormats.TryParse(name.ToUpperInvariant(), out _).ShouldBeFalse();
    }
}
