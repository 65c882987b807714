using DataDiplomacy.Api.Graph;

namespace DataDiplomacy.Api.Tests.Graph;

public sealed class GraphNamesTests
{
    [Theory]
    [InlineData("officialStatistics", "OFFICIAL_STATISTICS")]
    [InlineData("unsd2022", "UNSD2022")]
    [InlineData("part2Of", "PART2_OF")]
    [InlineData("sdmxCsv", "SDMX_CSV")]
    [InlineData("XMLReader", "XML_READER")]
    [InlineData("series-not-found", "SERIES_NOT_FOUND")]
    [InlineData("both", "BOTH")]
    public void Writes_upper_snake_case(string name, string written) => GraphNames.UpperSnake(name).ShouldBe(written);

    [Theory]
    [InlineData(typeof(CountryView), "Country")]
    [InlineData(typeof(PageInfo), "PageInfo")]
    public void Drops_the_word_view(Type type, string name) => GraphNames.OfView(type).ShouldBe(name);
}
