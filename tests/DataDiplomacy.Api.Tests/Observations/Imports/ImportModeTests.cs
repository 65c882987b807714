using DataDiplomacy.Api.Observations.Imports;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Observations.Imports;

/// <summary>What a file says about what it lacks, when it was known, and areas that nobody knows yet.</summary>
public abstract class ImportModeTests(ApiFixture api) : ApiTests(api)
{
    private const string Header = "SeriesCode,GeoAreaCode,TimePeriod,Value\n";
    private const string First = Header + "SI_POV,404,2010,1\nSI_POV,404,2011,2\nEG_ACS,404,2010,4";

    [Theory]
    [InlineData("", 1)]
    [InlineData("&mode=snapshot", 1)]
    [InlineData("&mode=merge", 0)]
    [InlineData("&mode=full", 2)]
    public async Task Withdraws_what_the_mode_says(string mode, long withdrawn)
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, First);

        var import = await Given.ImportAsync(dataset, Header + "SI_POV,404,2010,1\nSI_POV,404,2012,3", $"format=unsd-csv{mode}");

        (import.Added, import.Unchanged, import.Withdrawn, import.WithdrawalsHeld).ShouldBe((1, 1, withdrawn, 0));
        (await Api.Stored.AtAsync(dataset)).Count.ShouldBe(4 - (int)withdrawn);
    }

    [Fact]
    public async Task Brings_back_what_was_withdrawn_as_added()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, First);
        await Given.ImportAsync(dataset, Header + "SI_POV,404,2010,1");

        var import = await Given.ImportAsync(dataset, First);

        (import.Added, import.Unchanged).ShouldBe((1, 2));
        (await Api.Stored.AtAsync(dataset, version: 2)).ShouldBe(["EG_ACS 404 2010 = 4", "SI_POV 404 2010 = 1"]);
        (await Api.Stored.AtAsync(dataset, version: 3)).ShouldBe(["EG_ACS 404 2010 = 4", "SI_POV 404 2010 = 1", "SI_POV 404 2011 = 2"]);
    }

    [Fact]
    public async Task Records_a_historic_vintage_at_its_own_time()
    {
        var dataset = await Given.DatasetAsync();

        var import = await Given.ImportAsync(dataset, First, "format=unsd-csv&recordedAt=2019-03-31&changeNote=Release+2019.Q1&fileName=q1.csv");

        import.RecordedAt.ShouldBe(new DateTime(2019, 3, 31, 0, 0, 0, DateTimeKind.Utc));
        var version = await Admin.GetJsonAsync($"/v1/datasets/{dataset}/versions/1");
        version.GetProperty("recordedAt").GetString().ShouldBe("2019-03-31T00:00:00Z");
        version.GetProperty("publishedAt").GetDateTime().ShouldBeGreaterThanOrEqualTo(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        version.GetProperty("changeNote").GetString().ShouldBe("Release 2019.Q1");
        version.GetProperty("rows").GetInt64().ShouldBe(3);
        await using var context = await Api.ContextAsync();
        var activity = context.Activities.Single(a => a.DatasetId == dataset);
        (activity.UsedName, activity.UsedSha256, activity.Agent).ShouldBe(("q1.csv", import.ContentSha256, "bootstrap"));
    }

    [Theory]
    [InlineData("2019-03-31")]
    [InlineData("2019-03-30")]
    [InlineData("2019-03-31T00:00:00Z")]
    [InlineData("2019-03-31T00:00:00.0004Z")]
    public async Task Refuses_a_vintage_that_is_not_later_than_the_last(string recordedAt)
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, First, "format=unsd-csv&recordedAt=2019-03-31");

        var refusal = await (await Given.StartAsync(dataset, First, $"format=unsd-csv&recordedAt={recordedAt}")).RefusedAsync(422);

        refusal.Type.ShouldBe("recorded-at-not-later");
        refusal.Detail.ShouldContain("2019-03-31T00:00:00Z");
    }

    [Fact]
    public async Task Refuses_a_vintage_of_the_future()
    {
        var dataset = await Given.DatasetAsync();

        var refusal = await (await Given.StartAsync(dataset, First, "format=unsd-csv&recordedAt=2099-01-01")).RefusedAsync(422);

        (refusal.Type, refusal.Detail.Contains("future", StringComparison.Ordinal)).ShouldBe(("recorded-at-not-later", true));
    }

    [Fact]
    public async Task Publishes_a_back_dated_vintage_after_what_was_published_before()
    {
        var (one, other) = (await Given.DatasetAsync(), await Given.DatasetAsync());
        await Given.ImportAsync(one, First);

        await Given.ImportAsync(other, First, "format=unsd-csv&recordedAt=2001-01-01");

        await using var context = await Api.ContextAsync();
        var (before, after) = (context.DatasetVersions.Single(v => v.DatasetId == one), context.DatasetVersions.Single(v => v.DatasetId == other));
        after.Sequence.ShouldBe(before.Sequence + 1);
        after.PublishedAt.ShouldBeGreaterThan(before.PublishedAt);
    }

    [Fact]
    public async Task Records_areas_that_nobody_knows_as_provisional_and_says_so()
    {
        var dataset = await Given.DatasetAsync();
        const string file = "SeriesCode,GeoAreaCode,GeoAreaName,TimePeriod,Value\nSI_POV,990010,\"Landlocked, all\",2010,1\nSI_POV,404,Kenya,2010,2";

        var import = await Given.ImportAsync(dataset, file);
        var again = await Given.ImportAsync(dataset, file);

        import.Warnings.ShouldBe(["Area 990010 (Landlocked, all) is not in the list of areas; it was recorded as provisional."]);
        again.Warnings.ShouldBeEmpty();
        await using var context = await Api.ContextAsync();
        var area = context.Areas.Single(a => a.Code == "990010");
        (area.Provisional, area.Name, area.Type).ShouldBe((true, "Landlocked, all", "aggregate"));
    }

    [Theory]
    [InlineData("KE")]
    [InlineData("KEN")]
    [InlineData("404")]
    public async Task Knows_an_area_by_each_of_its_codes(string code)
    {
        var dataset = await Given.DatasetAsync(mapping: new { series = "s", area = "a", period = "p", value = "v" });

        await Given.ImportAsync(dataset, $"s,a,p,v\nSI_POV,{code},2010,1", "format=csv");

        (await Api.Stored.AtAsync(dataset)).ShouldBe(["SI_POV 404 2010 = 1"]);
    }

    [Fact]
    public async Task Takes_the_mapping_of_the_request_before_that_of_the_data_set()
    {
        var dataset = await Given.DatasetAsync(mapping: new { series = "s", area = "a", period = "p", value = "v" });
        var mapping = Uri.EscapeDataString("""{"series":{"constant":"EG_ACS"},"area":"a","period":"p","value":"w"}""");

        var import = await Given.ImportAsync(dataset, "a,p,v,w\n404,2010,1,2", $"format=csv&mapping={mapping}");

        import.State.ShouldBe(ImportState.Succeeded);
        (await Api.Stored.AtAsync(dataset)).ShouldBe(["EG_ACS 404 2010 = 2"]);
    }

    [Fact]
    public async Task Reads_lines_of_json()
    {
        var dataset = await Given.DatasetAsync();

        var import = await Given.ImportAsync(dataset,
            """
            {"series":"SI_POV","area":"404","period":"2010","value":"0.10","dimensions":{"SEX":"FEMALE"}}
            {"series":"SI_POV","area":"404","period":"2011-Q1","value":"<1"}
            """, "format=ndjson");

        (import.Format, import.RowsAccepted).ShouldBe(("ndjson", 2));
        (await Api.Stored.AtAsync(dataset)).ShouldBe(["SI_POV 404 2010 [SEX=FEMALE] = 0.10", "SI_POV 404 2011-Q1 = <1"]);
    }

    public sealed class OnSqlite(SqliteApi api) : ImportModeTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : ImportModeTests(api), IClassFixture<PostgresApi>;
}
