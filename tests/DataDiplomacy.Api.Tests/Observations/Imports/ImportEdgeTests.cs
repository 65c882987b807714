using System.Net;
using System.Text;
using DataDiplomacy.Api.Observations.Imports;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DataDiplomacy.Api.Tests.Observations.Imports;

/// <summary>Files at the edge of what an import takes, and what they leave behind.</summary>
public abstract class ImportEdgeTests(ApiFixture api) : ApiTests(api)
{
    private const string Header = "SeriesCode,GeoAreaCode,TimePeriod,Value\n";

    [Fact]
    public async Task Counts_what_is_held_for_a_series_of_which_no_row_could_be_read()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, Header + "HE_A,404,2010,1\nHE_A,404,2011,2\nHE_B,404,2010,3");

        var import = await Given.ImportAsync(dataset, Header + "HE_A,Kenya,2010,1\nHE_B,404,2010,3");

        (import.RowsRejected, import.Withdrawn, import.WithdrawalsHeld).ShouldBe((1, 0, 2));
    }

    [Fact]
    public async Task Leaves_no_series_and_no_area_behind_of_rows_that_contradict_each_other()
    {
        var dataset = await Given.DatasetAsync();

        var import = await Given.ImportAsync(dataset, Header + "CO_A,404,2010,1\nCO_B,99991,2010,1\nCO_B,99991,2010,2");

        (import.RowsAccepted, import.RowsRejected).ShouldBe((1, 2));
        import.Warnings.ShouldBeEmpty();
        (await Admin.GetJsonAsync($"/v1/series?dataset={dataset}")).GetProperty("items").EnumerateArray().Select(s => s.GetProperty("code").GetString()).ShouldBe(["CO_A"]);
        (await Admin.GetAsync("/v1/areas/99991", Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Reads_one_area_under_each_of_its_codes()
    {
        var dataset = await Given.DatasetAsync();

        var import = await Given.ImportAsync(dataset,
            """
            {"series":"AR_A","area":"KE","period":"2010","value":"1"}
            {"series":"AR_A","area":"KEN","period":"2010","value":"1"}
            {"series":"AR_A","area":"404","period":"2010","value":"1"}
            {"series":"AR_A","area":"0404","period":"2010","value":"1"}
            {"series":"AR_A","area":"KEN","period":"2011","value":"1"}
            {"series":"AR_A","area":"404","period":"2011","value":"2"}
            """, "format=ndjson");

        (import.RowsAccepted, import.RowsRepeated, import.RowsRejected).ShouldBe((1, 3, 2));
        (await Api.Stored.AtAsync(dataset)).ShouldBe(["AR_A 404 2010 = 1"]);
    }

    [Theory]
    [InlineData("SeriesCode,GeoAreaCode,TimePeriod,Value,Source\nNU_A,404,2010,1,a\0b\nNU_A,404,2011,2,c")]
    [InlineData("SeriesCode,GeoAreaCode,TimePeriod,Value,GeoAreaName\nNU_B,99992,2010,1,a\0b\nNU_B,404,2011,2,c")]
    [InlineData("SeriesCode,GeoAreaCode,TimePeriod,Value,SeriesDescription\nNU_C,404,2010,1,a\0b\nNU_C,404,2011,2,a\0b")]
    [InlineData("SeriesCode,GeoAreaCode,TimePeriod,Value,Sex\nNU_D,404,2010,1,A\0B\nNU_D,404,2011,2,c")]
    [InlineData("SeriesCode,GeoAreaCode,TimePeriod,Value,Sex\nNU_E,404,2010,x\0y,A\nNU_E,404,2011,2,c")]
    [InlineData("SeriesCode,GeoAreaCode,TimePeriod,Value,Indicator\nNU_F,404,2010,1,1.1\0.1\nNU_F,404,2011,2,1.1.1")]
    public async Task Never_fails_over_a_character_that_no_database_stores(string file)
    {
        var import = await Given.ImportAsync(await Given.DatasetAsync(), file);

        import.Failure?.Code.ShouldNotBe("internal");
    }

    [Fact]
    public async Task Fails_an_import_whose_data_set_was_deleted_meanwhile_without_a_trace()
    {
        var dataset = await Given.DatasetAsync();
        var file = new StringBuilder(Header);
        for (var i = 0; i < 30_000; i++)
            file.Append(System.Globalization.CultureInfo.InvariantCulture, $"DE_{i % 300},{404},{1000 + i / 300},{i}\n");
        var accepted = await Given.StartAsync(dataset, file.ToString());
        using var delete = new HttpRequestMessage(HttpMethod.Delete, $"/v1/datasets/{dataset}") { Headers = { { "If-Match", "*" } } };

        var answer = await Admin.SendAsync(delete, Stop);

        ((int)answer.StatusCode).ShouldBeOneOf([204, 409], await answer.Content.ReadAsStringAsync(Stop));
        await Admin.GetAsync($"{accepted.Headers.Location}/events", Stop);
        var next = await Given.DatasetAsync();
        (await Given.ImportAsync(next, Header + "AF_A,404,2010,1")).State.ShouldBe(ImportState.Succeeded);
    }

    [Fact]
    public async Task Goes_on_importing_after_the_database_was_away()
    {
        var dataset = await Given.DatasetAsync();
        await using var context = await Api.ContextAsync();
        await context.Database.ExecuteSqlRawAsync("ALTER TABLE import RENAME TO import_away", Stop);
        using var log = new AwaitedLog("could not be begun");
        Api.Factory.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        Api.Factory.Services.GetRequiredService<ImportQueue>().Add("import-of-nobody");
        try
        {
            (await log.MessageAsync(Stop)).ShouldContain("import-of-nobody");
        }
        finally
        {
            await context.Database.ExecuteSqlRawAsync("ALTER TABLE import_away RENAME TO import", Stop);
        }

        var import = await Given.ImportAsync(dataset, Header + "AW_A,404,2010,1");

        import.State.ShouldBe(ImportState.Succeeded);
    }

    [Fact]
    public async Task Lets_reads_go_on_while_many_imports_publish()
    {
        var (one, other) = (await Given.DatasetAsync(), await Given.DatasetAsync());
        await Given.ImportAsync(one, Header + "PA_A,404,2010,0\nPA_A,516,2010,0");
        await Given.ImportAsync(other, Header + "PA_B,404,2010,0");
        var imports = Enumerable.Range(1, 10).Select(i => Given.ImportAsync(i % 2 == 0 ? one : other,
            i % 2 == 0 ? $"{Header}PA_A,404,2010,{i}\nPA_A,516,2010,{i}" : $"{Header}PA_B,404,2010,{i}"));
        using var over = new CancellationTokenSource();
        var reads = Enumerable.Range(0, 3).Select(async _ =>
        {
            while (!over.IsCancellationRequested)
            {
                var page = await Anonymous.GetJsonAsync("/v1/observations?series=PA_A");
                page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("value").GetDouble()).Distinct().Count().ShouldBe(1);
                page.GetProperty("items").GetArrayLength().ShouldBe(2);
            }
        }).ToList();

        var ended = await Task.WhenAll(imports);

        await over.CancelAsync();
        await Task.WhenAll(reads);
        ended.ShouldAllBe(i => i.State == ImportState.Succeeded);
        ended.Select(i => (i.Dataset, i.DatasetVersion)).Distinct().Count().ShouldBe(10);
    }

    public sealed class OnSqlite(SqliteApi api) : ImportEdgeTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : ImportEdgeTests(api), IClassFixture<PostgresApi>;
}
