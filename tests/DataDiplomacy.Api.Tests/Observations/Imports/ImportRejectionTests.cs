using DataDiplomacy.Api.Observations.Imports;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Observations.Imports;

/// <summary>What becomes of rows that cannot be accepted, and of the observations that they may stand for.</summary>
public abstract class ImportRejectionTests(ApiFixture api) : ApiTests(api)
{
    private const string Header = "SeriesCode,GeoAreaCode,TimePeriod,Value\n";

    private const string First = Header + """
        SI_POV,404,2010,1
        SI_POV,404,2011,2
        SI_POV,356,2010,3
        EG_ACS,404,2010,4
        EG_ACS,404,2011,5
        """;

    [Fact]
    public async Task Keeps_the_observation_whose_row_was_rejected()
    {
        var dataset = await FirstVersionAsync();

        var import = await Given.ImportAsync(dataset, Header + "SI_POV,404,2010,n/a\nSI_POV,356,2010,3");

        (import.RowsAccepted, import.RowsRejected, import.Withdrawn, import.WithdrawalsHeld).ShouldBe((1, 1, 1, 1));
        (await Api.Stored.AtAsync(dataset)).ShouldBe(
            ["EG_ACS 404 2010 = 4", "EG_ACS 404 2011 = 5", "SI_POV 356 2010 = 3", "SI_POV 404 2010 = 1"]);
    }

    [Theory]
    [InlineData("SI_POV,Kenya,2010,1", "area.invalid")]
    [InlineData("SI_POV,404,MMX,1", "period.invalid")]
    [InlineData("SI_POV,404,2010", "row.columns")]
    public async Task Withdraws_nothing_of_a_series_with_a_row_whose_key_cannot_be_read(string row, string code)
    {
        var dataset = await FirstVersionAsync();

        var import = await Given.ImportAsync(dataset, $"{Header}SI_POV,356,2010,3\n{row}\nEG_ACS,404,2010,4");

        import.Problems.Single().Code.ShouldBe(code);
        (import.Withdrawn, import.WithdrawalsHeld).ShouldBe((1, 2));
        (await Api.Stored.AtAsync(dataset)).ShouldBe(
            ["EG_ACS 404 2010 = 4", "SI_POV 356 2010 = 3", "SI_POV 404 2010 = 1", "SI_POV 404 2011 = 2"]);
    }

    [Fact]
    public async Task Withdraws_nothing_at_all_where_even_the_series_cannot_be_read()
    {
        var dataset = await FirstVersionAsync();

        var import = await Given.ImportAsync(dataset, Header + "SI_POV,356,2010,3\nEG_ACS,404,2010,4\n?,404,2011,5");

        (import.RowsRejected, import.Withdrawn, import.WithdrawalsHeld).ShouldBe((1, 0, 3));
        (await Api.Stored.AtAsync(dataset)).Count.ShouldBe(5);
    }

    [Fact]
    public async Task Withdraws_nothing_at_all_where_even_the_series_cannot_be_read_in_full_mode()
    {
        var dataset = await FirstVersionAsync();

        var import = await Given.ImportAsync(dataset, Header + "SI_POV,356,2010,3\n?,404,2011,5", "format=unsd-csv&mode=full");

        (import.Withdrawn, import.WithdrawalsHeld).ShouldBe((0, 4));
    }

    [Fact]
    public async Task Withdraws_of_a_series_that_only_rejected_rows_name_all_but_what_they_stand_for()
    {
        var dataset = await FirstVersionAsync();

        var import = await Given.ImportAsync(dataset, Header + "EG_ACS,404,2010,4\nEG_ACS,404,2011,5\nSI_POV,404,2010,?");

        // The file names SI_POV, so it is the whole truth for it: of the three, one is held.
        (import.Withdrawn, import.WithdrawalsHeld).ShouldBe((2, 1));
    }

    [Fact]
    public async Task Rejects_rows_that_contradict_each_other_and_keeps_what_stood()
    {
        var dataset = await FirstVersionAsync();

        var import = await Given.ImportAsync(dataset, Header + "SI_POV,404,2010,7\nSI_POV,404,2010,8\nSI_POV,404,2011,2\nSI_POV,356,2010,3");

        (import.RowsRead, import.RowsAccepted, import.RowsRejected, import.RowsRepeated).ShouldBe((4, 2, 2, 0));
        (import.Unchanged, import.Withdrawn, import.WithdrawalsHeld).ShouldBe((2, 0, 1));
        import.Problems.Select(p => (p.Line, p.Code)).ShouldBe([(2, "key.contradicted"), (3, "key.contradicted")]);
        (await Api.Stored.AtAsync(dataset)).ShouldContain("SI_POV 404 2010 = 1");
    }

    [Fact]
    public async Task Rejects_all_rows_of_a_key_where_two_agree_and_a_third_does_not()
    {
        var dataset = await Given.DatasetAsync();

        var import = await Given.ImportAsync(dataset, Header + "SI_POV,404,2010,7\nSI_POV,404,2010,7\nSI_POV,404,2010,8\nSI_POV,404,2011,2");

        (import.RowsRead, import.RowsAccepted).ShouldBe((4, 1));
        (import.RowsRejected + import.RowsRepeated).ShouldBe(3);
        (await Api.Stored.AtAsync(dataset)).ShouldBe(["SI_POV 404 2011 = 2"]);
    }

    [Fact]
    public async Task Settles_more_contradictions_than_fit_into_one_round()
    {
        var dataset = await Given.DatasetAsync();
        var rows = Enumerable.Range(0, 1_203).SelectMany(i => new[] { $"S{i},404,2010,1", $"S{i},404,2010,2" });

        var import = await Given.ImportAsync(dataset, $"{Header}{string.Join('\n', rows)}\nSI_POV,404,2010,1");

        (import.RowsRead, import.RowsAccepted, import.RowsRejected).ShouldBe((2_407, 1, 2_406));
        import.Problems.Select(p => p.Line).ShouldBe(Enumerable.Range(2, 100).Select(l => (long)l));
    }

    [Fact]
    public async Task Fails_without_a_version_where_no_row_can_be_accepted()
    {
        var dataset = await FirstVersionAsync();

        var import = await Given.ImportAsync(dataset, Header + "SI_POV,404,2010,n/a\nSI_POV,404,2010,n/a");

        (import.State, import.DatasetVersion, import.Failure?.Code).ShouldBe((ImportState.Failed, null, "nothing-accepted"));
        (import.RowsRead, import.RowsAccepted, import.RowsRejected).ShouldBe((2, 0, 2));
        import.FinishedAt.ShouldNotBeNull();
        import.Problems.Select(p => (p.Line, p.Column, p.Code)).ShouldBe([(2, "Value", "value.invalid"), (3, "Value", "value.invalid")]);
        (await Api.Stored.AtAsync(dataset)).Count.ShouldBe(5);
        (await Admin.GetJsonAsync($"/v1/datasets/{dataset}/versions")).GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Fails_with_contradictions_listed_where_nothing_else_is_in_the_file()
    {
        var dataset = await Given.DatasetAsync();

        var import = await Given.ImportAsync(dataset, Header + "SI_POV,404,2010,1\nSI_POV,404,2010,2");

        (import.State, import.RowsRead, import.RowsAccepted, import.RowsRejected).ShouldBe((ImportState.Failed, 2, 0, 2));
        import.Problems.Select(p => p.Code).ShouldBe(["key.contradicted", "key.contradicted"]);
        (await Api.Stored.AtAsync(dataset)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Stores_no_series_and_no_area_of_an_import_that_failed()
    {
        var dataset = await Given.DatasetAsync();

        await Given.ImportAsync(dataset, Header + "ZZ_ONLY,770077,2010,1\nZZ_ONLY,770077,2010,2");

        await using var context = await Api.ContextAsync();
        context.Series.Any(s => s.Code == "ZZ_ONLY").ShouldBeFalse();
        context.Areas.Any(a => a.Code == "770077").ShouldBeFalse();
    }

    [Fact]
    public async Task Names_a_column_that_the_file_lacks()
    {
        var dataset = await Given.DatasetAsync();

        var import = await Given.ImportAsync(dataset, "SeriesCode,GeoAreaCod,TimePeriod,Value\nSI_POV,404,2010,1");

        import.State.ShouldBe(ImportState.Failed);
        import.Failure.ShouldNotBeNull().Detail.ShouldContain("GeoAreaCode");
    }

    [Fact]
    public async Task Gives_all_rejected_rows_as_csv_with_the_reason()
    {
        var dataset = await Given.DatasetAsync();
        var rows = Enumerable.Range(0, 150).Select(i => $"SI_POV,404,{1900 + i},n/a");
        var import = await Given.ImportAsync(dataset, $"{Header}SI_POV,404,2010,1\n\"SI_POV\",404,2011,\"a \"\"b\"\", c\"\n{string.Join('\n', rows)}");

        var response = await Admin.GetAsync($"/v1/imports/{import.Id}/rejected", Stop);

        import.Problems.Count.ShouldBe(100);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("text/csv");
        var lines = (await response.Content.ReadAsStringAsync(Stop)).Split("\r\n");
        lines.Length.ShouldBe(1 + 151 + 1);
        lines[0].ShouldBe("line,column,code,detail,raw");
        lines[1].ShouldStartWith("3,Value,value.invalid,");
        lines[1].ShouldContain("\"\"\"SI_POV\"\",404,2011,\"\"a \"\"\"\"b\"\"\"\", c\"\"\"");
        lines[151].ShouldStartWith("153,Value,value.invalid,");
    }

    private async Task<string> FirstVersionAsync()
    {
        var dataset = await Given.DatasetAsync();
        (await Given.ImportAsync(dataset, First)).Added.ShouldBe(5);
        return dataset;
    }

    public sealed class OnSqlite(SqliteApi api) : ImportRejectionTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : ImportRejectionTests(api), IClassFixture<PostgresApi>;
}
