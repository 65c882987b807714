using System.Globalization;
using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Tests.Catalogue.Profiles;

/// <summary>The four Vs of versions, measured. All figures were worked out by hand.</summary>
public abstract class ProfileTests(ApiFixture api) : ApiTests(api)
{
    /// <summary>One series in Kenya by sex, and one in Uganda: ten years with a leap, four missing values for three reasons, one row rejected and one repeated.</summary>
    private const string File = """
        SeriesCode,SeriesDescription,GeoAreaCode,TimePeriod,Value,[Sex],Units,Nature
        {S},Rate,404,2001,10,FEMALE,PERCENT,C
        {S},Rate,404,2002,11,FEMALE,PERCENT,C
        {S},Rate,404,2003,12,FEMALE,PERCENT,C
        {S},Rate,404,2004,11,FEMALE,PERCENT,C
        {S},Rate,404,2005,10,FEMALE,PERCENT,C
        {S},Rate,404,2006,11,FEMALE,PERCENT,C
        {S},Rate,404,2007,12,FEMALE,PERCENT,C
        {S},Rate,404,2008,90,FEMALE,PERCENT,E
        {S},Rate,404,2009,,FEMALE,PERCENT,E
        {S},Rate,404,2010,N,FEMALE,PERCENT,E
        {S},Rate,800,2001,5,BOTHSEX,PERCENT,C
        {S},Rate,800,2002,5,BOTHSEX,PERCENT,C
        {S},Rate,800,2003,5,BOTHSEX,PERCENT,C
        {S},Rate,800,2004,5,BOTHSEX,PERCENT,C
        {S},Rate,800,2005,5,BOTHSEX,PERCENT,C
        {S},Rate,800,2005,5,BOTHSEX,PERCENT,C
        {S},Rate,800,2006,<2.5,BOTHSEX,PERCENT,C
        {S},Rate,800,2007,?,BOTHSEX,PERCENT,C
        {S},Rate,716,2007,,BOTHSEX,PERCENT,C
        """;

    private static int _count;

    [Fact]
    public async Task Measures_volume_and_variety()
    {
        var (dataset, _) = await ImportedAsync();

        var profile = await Anonymous.GetJsonAsync($"/v1/datasets/{dataset}/profile");

        var volume = profile.GetProperty("volume");
        Numbers(volume, "rows", "values", "series", "areas", "keys").ShouldBe([17, 13, 1, 3, 3]);
        volume.GetProperty("bytes").GetInt64().ShouldBe((await Anonymous.GetJsonAsync($"/v1/datasets/{dataset}/versions/1")).GetProperty("bytes").GetInt64());
        var variety = profile.GetProperty("variety");
        // An absent reporting type is G, as the UN's files mean it.
        Counts(variety, "dimensions").ShouldBe(["REPORTING_TYPE 1", "SEX 2"]);
        Counts(variety, "units").ShouldBe(["PERCENT 17"]);
        Counts(variety, "frequencies").ShouldBe(["annual 17"]);
        Counts(variety, "natures").ShouldBe(["C 14", "E 3"]);
        variety.GetProperty("withoutNature").GetInt64().ShouldBe(0);
        variety.GetProperty("languages").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Measures_how_fast_data_come()
    {
        var (dataset, series) = await ImportedAsync("&recordedAt=2010-01-01");
        var first = (await Anonymous.GetJsonAsync($"/v1/datasets/{dataset}/profile")).GetProperty("velocity");
        await Given.ImportAsync(dataset, $"SeriesCode,GeoAreaCode,TimePeriod,Value\n{series},404,2010,7\n", "format=unsd-csv&mode=merge&recordedAt=2011-01-01");

        var second = (await Anonymous.GetJsonAsync($"/v1/datasets/{dataset}/profile?version=2")).GetProperty("velocity");

        // Kenya's newest value is of 2008, Uganda's of 2005: 366 and 1,462 days before 2010-01-01.
        Numbers(first.GetProperty("lateness"), "medianDays", "p95Days", "keys").ShouldBe([914, 366 + 0.95 * 1096, 2]);
        first.GetProperty("medianIntervalDays").ValueKind.ShouldBe(JsonValueKind.Null);
        first.GetProperty("reason").GetString().ShouldBe("There is one version: nothing lies between.");
        (first.GetProperty("lastPeriod").GetString(), first.GetProperty("ageDays").GetInt32()).ShouldBe(("2008", 366));
        // The value of 2010 came one day after its year; those before came with version 1.
        Numbers(second, "medianIntervalDays", "ageDays").ShouldBe([365, 1]);
        Numbers(second.GetProperty("lateness"), "medianDays", "keys").ShouldBe([366, 3]);
        second.GetProperty("lastPeriod").GetString().ShouldBe("2010");
    }

    [Fact]
    public async Task Measures_how_far_to_believe_data()
    {
        var (dataset, _) = await ImportedAsync();

        var veracity = (await Anonymous.GetJsonAsync($"/v1/datasets/{dataset}/profile")).GetProperty("veracity");

        veracity.GetProperty("missing").EnumerateArray().Select(m => $"{m.GetProperty("reason").GetString()} {m.GetProperty("observations")} {m.GetProperty("share").GetDouble() * 17:0.###}")
            .ShouldBe(["notReported 2 2", "notApplicable 1 1", "bounded 1 1"]);
        Numbers(veracity.GetProperty("import"), "rowsRead", "rejected", "duplicates").ShouldBe([19, 1, 1]);
        veracity.GetProperty("import").GetProperty("rejectedShare").GetDouble().ShouldBe(1 / 19.0, 1e-12);
        // Median 11, MAD 1 of the eight values of Kenya: z = 79 / 1.4826 of the leap alone is beyond 3.5. Uganda has too few.
        var outliers = veracity.GetProperty("outliers");
        Numbers(outliers, "judgedKeys", "judgedValues", "outliers", "share", "cut").ShouldBe([1, 8, 1, 0.125, 3.5]);
        var flat = veracity.GetProperty("flatRuns");
        Numbers(flat, "runs", "longest", "leastLength").ShouldBe([1, 5, 5]);
        flat.GetProperty("share").GetDouble().ShouldBe(5 / 13.0, 1e-12);
        veracity.GetProperty("agreement").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Names_whom_and_what_the_data_do_not_hear()
    {
        var (dataset, _) = await ImportedAsync();

        var unheard = (await Anonymous.GetJsonAsync($"/v1/datasets/{dataset}/profile")).GetProperty("notHeard");

        var world = unheard.GetProperty("world");
        var members = world.GetProperty("members").GetInt32();
        world.GetProperty("withoutValue").GetInt32().ShouldBe(members - 2); // Zimbabwe, 716, has a row and no value.
        world.GetProperty("areas").GetArrayLength().ShouldBe(50);
        unheard.GetProperty("groups").EnumerateArray().Select(g => g.GetProperty("code").GetString()).ShouldContain("LDC");
        unheard.GetProperty("groups").EnumerateArray().Select(g => g.GetProperty("code").GetString()).ShouldNotContain("SIDS");
        unheard.GetProperty("breakdowns").EnumerateArray().Select(b => b.GetString()).ShouldBe(["income", "age", "race and ethnicity", "migratory status", "disability", "geographic location"]);
    }

    [Fact]
    public async Task Compares_with_other_data_sets_and_shows_those_alone_that_the_caller_may_see()
    {
        var (dataset, series) = await ImportedAsync();
        var (open, closed) = (await Given.DatasetAsync(), await Given.DatasetAsync("confidential"));
        var other = $"SeriesCode,GeoAreaCode,TimePeriod,Value,[Sex]\n{series},404,2001,10.05,FEMALE\n{series},404,2002,22,FEMALE\n{series},404,2009,1,FEMALE\n{series},404,2003,12,MALE\n";
        await Given.ImportAsync(open, other);
        await Given.ImportAsync(closed, other);

        var shown = (await Anonymous.GetJsonAsync($"/v1/datasets/{dataset}/profile")).GetProperty("veracity").GetProperty("agreement");
        var all = (await Admin.GetJsonAsync($"/v1/datasets/{dataset}/profile")).GetProperty("veracity").GetProperty("agreement");

        // 10 and 10.05 differ by 0.4975 %, 11 and 22 by half; 2009 has no value here, men are not asked.
        shown.EnumerateArray().Select(a => a.GetProperty("dataset").GetString()).ShouldBe([open]);
        Numbers(shown[0], "version", "pairs", "equalShare").ShouldBe([1, 2, 0.5]);
        shown[0].GetProperty("medianRelativeDifference").GetDouble().ShouldBe((0.05 / 10.05 + 0.5) / 2, 1e-12);
        all.EnumerateArray().Select(a => a.GetProperty("dataset").GetString()).ShouldBe([open, closed], ignoreOrder: true);
    }

    [Fact]
    public async Task Measures_each_version_once_and_puts_declarations_beside()
    {
        var (dataset, _) = await ImportedAsync();

        var first = await Anonymous.GetJsonAsync($"/v1/datasets/{dataset}/profile");
        Api.Time.UtcNow += TimeSpan.FromHours(1);
        var again = await Anonymous.GetJsonAsync($"/v1/datasets/{dataset}/profile?version=1");

        again.GetRawText().ShouldBe(first.GetRawText());
        first.GetProperty("declared").GetProperty("licence").GetString().ShouldBe("CC0-1.0");
        await using var context = await Api.ContextAsync();
        (await context.DatasetProfiles.CountAsync(p => p.DatasetId == dataset, Stop)).ShouldBe(1);
        await Should.ThrowAsync<Exception>(() => context.Database.ExecuteSqlRawAsync("DELETE FROM dataset_profile", Stop));
    }

    [Fact]
    public async Task Refuses_what_is_no_version_and_hides_what_is_hidden()
    {
        var hidden = await Given.DatasetAsync("internal");
        await Given.ImportAsync(hidden, "SeriesCode,GeoAreaCode,TimePeriod,Value\nA,404,2010,\n");

        await (await Anonymous.GetAsync($"/v1/datasets/{hidden}/profile", Stop)).RefusedAsync(404);
        await (await Admin.GetAsync($"/v1/datasets/{hidden}/profile?version=2", Stop)).RefusedAsync(404);
        await (await Admin.GetAsync($"/v1/datasets/{hidden}/profile?version=0", Stop)).RefusedAsync(400);
        var empty = await (await Api.ClientAsync(Role.Reader)).GetJsonAsync($"/v1/datasets/{hidden}/profile");
        empty.GetProperty("velocity").GetProperty("lastPeriod").ValueKind.ShouldBe(JsonValueKind.Null);
        empty.GetProperty("velocity").GetProperty("reason").GetString().ShouldBe("There is one version: nothing lies between. No observation has a value.");
        empty.GetProperty("veracity").GetProperty("outliers").GetProperty("share").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private async Task<(string Dataset, string Series)> ImportedAsync(string query = "")
    {
        var series = string.Create(CultureInfo.InvariantCulture, $"PROFILE_{Interlocked.Increment(ref _count)}_{Guid.NewGuid():N}")[..24];
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, File.Replace("{S}", series), "format=unsd-csv" + query);
        return (dataset, series);
    }

    private static double[] Numbers(JsonElement element, params string[] names) => [.. names.Select(n => element.GetProperty(n).GetDouble())];

    private static IReadOnlyList<string> Counts(JsonElement element, string list) =>
        [.. element.GetProperty(list).EnumerateArray().Select(c => $"{c.GetProperty("code").GetString()} {c.GetProperty("count")}")];

    public sealed class OnSqlite(SqliteApi api) : ProfileTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : ProfileTests(api), IClassFixture<PostgresApi>;
}
