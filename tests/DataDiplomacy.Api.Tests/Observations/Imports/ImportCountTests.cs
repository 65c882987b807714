using DataDiplomacy.Api.Observations.Imports;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Observations.Imports;

/// <summary>What an import says that it changed, and what then is stored.</summary>
public abstract class ImportCountTests(ApiFixture api) : ApiTests(api)
{
    private const string Header = "SeriesCode,GeoAreaCode,TimePeriod,Value\n";

    private const string First = Header + """
        SI_POV,404,2010,1.5
        SI_POV,404,2011,2.50
        SI_POV,404,2012,<1
        SI_POV,356,2010,NaN
        """;

    [Fact]
    public async Task Makes_a_first_version_of_all_rows()
    {
        var dataset = await Given.DatasetAsync();

        var import = await Given.ImportAsync(dataset, First);

        import.State.ShouldBe(ImportState.Succeeded);
        (import.RowsRead, import.RowsAccepted, import.RowsRejected, import.RowsRepeated).ShouldBe((4, 4, 0, 0));
        (import.Added, import.Changed, import.AttributesChanged, import.Unchanged, import.Withdrawn).ShouldBe((4, 0, 0, 0, 0));
        import.DatasetVersion.ShouldBe(1);
        (await Api.Stored.AtAsync(dataset)).ShouldBe(
            ["SI_POV 356 2010 = NaN", "SI_POV 404 2010 = 1.5", "SI_POV 404 2011 = 2.50", "SI_POV 404 2012 = <1"]);
    }

    [Fact]
    public async Task Counts_what_the_next_vintage_adds_changes_keeps_and_withdraws()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, First);

        var import = await Given.ImportAsync(dataset, Header + """
            SI_POV,404,2010,1.6
            SI_POV,404,2011,2.50
            SI_POV,356,2010,3
            SI_POV,356,2011,4
            """);

        (import.Added, import.Changed, import.AttributesChanged, import.Unchanged, import.Withdrawn).ShouldBe((1, 2, 0, 1, 1));
        import.DatasetVersion.ShouldBe(2);
        (await Api.Stored.AtAsync(dataset)).ShouldBe(
            ["SI_POV 356 2010 = 3", "SI_POV 356 2011 = 4", "SI_POV 404 2010 = 1.6", "SI_POV 404 2011 = 2.50"]);
        (await Api.Stored.AtAsync(dataset, version: 1)).ShouldBe(
            ["SI_POV 356 2010 = NaN", "SI_POV 404 2010 = 1.5", "SI_POV 404 2011 = 2.50", "SI_POV 404 2012 = <1"]);
    }

    [Theory]
    [InlineData("2.5", "2.50")]
    [InlineData("<1", "1")]
    [InlineData("NaN", "N")]
    [InlineData("0", "NaN")]
    [InlineData("1e3", "1000")]
    public async Task Takes_another_text_or_reason_for_a_change(string before, string after)
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, $"{Header}SI_POV,404,2010,{before}");

        var import = await Given.ImportAsync(dataset, $"{Header}SI_POV,404,2010,{after}");

        (import.Changed, import.Unchanged).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Makes_a_version_of_a_file_that_changes_nothing()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, First);

        var import = await Given.ImportAsync(dataset, First);

        (import.State, import.DatasetVersion).ShouldBe((ImportState.Succeeded, 2));
        (import.Added, import.Changed, import.AttributesChanged, import.Unchanged, import.Withdrawn).ShouldBe((0, 0, 0, 4, 0));
    }

    [Fact]
    public async Task Counts_changed_attributes_apart_from_changed_values()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, "SeriesCode,GeoAreaCode,TimePeriod,Value,Nature\nSI_POV,404,2010,1.5,E\nSI_POV,404,2011,2,E");

        var import = await Given.ImportAsync(dataset, "SeriesCode,GeoAreaCode,TimePeriod,Value,Nature\nSI_POV,404,2010,1.5,C\nSI_POV,404,2011,3,C");

        (import.Changed, import.AttributesChanged, import.Unchanged).ShouldBe((1, 1, 1));
        (await Api.Stored.AttributesAsync(dataset))["SI_POV 404 2010 = 1.5"].Nature.ShouldBe("C");
    }

    [Fact]
    public async Task Lets_an_attribute_stand_whose_column_the_file_lacks()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, "SeriesCode,GeoAreaCode,TimePeriod,Value,Nature,Source\nSI_POV,404,2010,1.5,E,Census\nSI_POV,404,2011,2,E,Survey");

        var import = await Given.ImportAsync(dataset, "SeriesCode,GeoAreaCode,TimePeriod,Value,Nature\nSI_POV,404,2010,1.6,C\nSI_POV,404,2011,2,E");

        (import.Changed, import.AttributesChanged, import.Unchanged).ShouldBe((1, 0, 1));
        var stored = await Api.Stored.AttributesAsync(dataset);
        (stored["SI_POV 404 2010 = 1.6"].Nature, stored["SI_POV 404 2010 = 1.6"].Source).ShouldBe(("C", "Census"));
        (stored["SI_POV 404 2011 = 2"].Nature, stored["SI_POV 404 2011 = 2"].Source).ShouldBe(("E", "Survey"));
    }

    [Fact]
    public async Task Empties_an_attribute_whose_column_the_file_has()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, "SeriesCode,GeoAreaCode,TimePeriod,Value,Source\nSI_POV,404,2010,1.5,Census");

        var import = await Given.ImportAsync(dataset, "SeriesCode,GeoAreaCode,TimePeriod,Value,Source\nSI_POV,404,2010,1.5,");

        (import.Changed, import.AttributesChanged, import.Unchanged).ShouldBe((0, 1, 1));
        (await Api.Stored.AttributesAsync(dataset))["SI_POV 404 2010 = 1.5"].Source.ShouldBeNull();
    }

    [Fact]
    public async Task Lets_bounds_stand_whose_columns_the_file_lacks()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, "SeriesCode,GeoAreaCode,TimePeriod,Value,LowerBound,UpperBound\nSI_POV,404,2010,1.5,1,2");

        var without = await Given.ImportAsync(dataset, Header + "SI_POV,404,2010,1.5");
        var other = await Given.ImportAsync(dataset, "SeriesCode,GeoAreaCode,TimePeriod,Value,LowerBound,UpperBound\nSI_POV,404,2010,1.5,1,2.5");

        (without.AttributesChanged, without.Unchanged).ShouldBe((0, 1));
        (other.AttributesChanged, other.Unchanged).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Takes_NOTSPEC_for_the_dimension_absent()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, "SeriesCode,GeoAreaCode,TimePeriod,Value,[Sex]\nSI_POV,404,2010,1.5,NOTSPEC\nSI_POV,404,2010,1,FEMALE");

        var import = await Given.ImportAsync(dataset, "SeriesCode,GeoAreaCode,TimePeriod,Value,[Sex]\nSI_POV,404,2010,1.5,\nSI_POV,404,2010,1,FEMALE");

        (import.Added, import.Unchanged, import.Withdrawn).ShouldBe((0, 2, 0));
        (await Api.Stored.AtAsync(dataset)).ShouldBe(["SI_POV 404 2010 = 1.5", "SI_POV 404 2010 [SEX=FEMALE] = 1"]);
    }

    [Fact]
    public async Task Takes_an_absent_reporting_type_for_global()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, "SeriesCode,GeoAreaCode,TimePeriod,Value,[Reporting Type]\nSI_POV,404,2010,1.5,G\nSI_POV,404,2011,2,G");

        var import = await Given.ImportAsync(dataset, Header + "SI_POV,404,2010,1.5\nSI_POV,404,2011,2");

        (import.Added, import.Unchanged, import.Withdrawn).ShouldBe((0, 2, 0));
    }

    [Fact]
    public async Task Counts_a_row_that_repeats_another_once()
    {
        var dataset = await Given.DatasetAsync();

        var import = await Given.ImportAsync(dataset, Header + "SI_POV,404,2010,1.5\nSI_POV,404,2011,2\nSI_POV,404,2010,1.5\nSI_POV,404,2010,1.5");

        (import.RowsRead, import.RowsAccepted, import.RowsRejected, import.RowsRepeated).ShouldBe((4, 2, 0, 2));
        import.Added.ShouldBe(2);
    }

    [Fact]
    public async Task Keeps_the_observations_of_two_data_sets_apart()
    {
        var (one, other) = (await Given.DatasetAsync(), await Given.DatasetAsync());
        await Given.ImportAsync(one, First);

        var import = await Given.ImportAsync(other, Header + "SI_POV,404,2010,9");

        (import.Added, import.Changed, import.Withdrawn, import.DatasetVersion).ShouldBe((1, 0, 0, 1));
        (await Api.Stored.AtAsync(one)).Count.ShouldBe(4);
    }

    public sealed class OnSqlite(SqliteApi api) : ImportCountTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : ImportCountTests(api), IClassFixture<PostgresApi>;
}
