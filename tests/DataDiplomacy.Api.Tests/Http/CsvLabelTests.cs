using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Http;

public class CsvLabelTests(SqliteApi api) : ApiTests(api), IClassFixture<SqliteApi>
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\rx")]
    [InlineData("a=1", "a=1")]
    [InlineData("'=1", "'=1")]
    [InlineData("", "")]
    [InlineData(null, null)]
    public void A_label_that_a_spreadsheet_would_run_begins_with_an_apostrophe(string? text, string? written)
    {
        CsvResponse.Label(text).ShouldBe(written);
    }

    [Fact]
    public async Task Labels_of_observations_are_made_safe_and_numbers_are_not_touched()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, "SeriesCode,SeriesDescription,GeoAreaCode,TimePeriod,Value,Source,FootNote\nSI_COLD,=HYPERLINK(1),404,2010,-5.5,@me,+one");

        var csv = await Anonymous.GetStringAsync($"/v1/observations?dataset={dataset}&format=csv", Stop);

        csv.ShouldContain(",'=HYPERLINK(1),");
        csv.ShouldContain(",-5.5,");
        csv.ShouldContain(",'+one,'@me,");
    }

    [Fact]
    public async Task Rejected_rows_are_made_safe()
    {
        var dataset = await Given.DatasetAsync();
        var import = await Given.ImportAsync(dataset, "SeriesCode,GeoAreaCode,TimePeriod,Value\n=cmd,404,2010,what");

        (await Admin.GetStringAsync($"/v1/imports/{import.Id}/rejected", Stop)).ShouldContain("\"'=cmd,404,2010,what\"");
    }
}
