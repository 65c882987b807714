using System.Net;
using System.Net.Http.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Access;

/// <summary>A data set that a caller may not see cannot be told from one that does not exist, whichever door is tried.</summary>
public abstract class HiddenDatasetTests(ApiFixture api) : ApiTests(api)
{
    private const string File =
        """
        {"indicators":["1.1.1"],"series":"QZ_SECRET","seriesTitle":"Quetzal hideout","area":"QZ_LEAGUE","areaName":"Quetzal League","period":"2010","value":"1","dimensions":{"SEX":"FEMALE","PLUMAGE":"QZRED"}}
        {"indicators":["1.1.1"],"series":"QZ_SECRET","seriesTitle":"Quetzal hideout","area":"404","period":"2010","value":"2","dimensions":{"SEX":"FEMALE","PLUMAGE":"QZRED"}}
        """;

    [Theory]
    [InlineData("internal", null)]
    [InlineData("confidential", null)]
    [InlineData("confidential", Role.Reader)]
    public async Task Gives_nothing_away(string handling, Role? role)
    {
        var open = await Given.DatasetAsync();
        await Given.ImportAsync(open, "SeriesCode,GeoAreaCode,TimePeriod,Value,Sex\nOPEN_A,404,2010,1,FEMALE");
        // Names of its own for each case: a reader sees what is internal in another one.
        var (name, mark) = ($"Quetzal{role}{handling}", $"QZ{role}{handling[..4]}".ToUpperInvariant());
        string Named(string text) => text.Replace("Quetzal", name, StringComparison.OrdinalIgnoreCase).Replace("QZ", mark, StringComparison.Ordinal);
        var dataset = await HiddenAsync(handling, name);
        var import = await Given.ImportAsync(dataset, Named(File), "format=ndjson");
        (import.RowsAccepted, import.RowsRejected).ShouldBe((2, 0));
        await Given.ImportAsync(dataset, Named(File).Replace("\"1\"", "\"7\"", StringComparison.Ordinal), "format=ndjson");
        var caller = role is { } held ? await Api.ClientAsync(held) : Anonymous;

        string[] paths =
        [
            "datasets", "datasets?q=quetzal", $"datasets/{dataset}", $"datasets/{dataset}/versions", $"datasets/{dataset}/versions/1", $"datasets/{dataset}/versions/1/diff/2",
            "series", "series?q=quetzal", $"series?dataset={dataset}", "series/QZ_SECRET", "series/QZ_SECRET/facets", "series/QZ_SECRE", "observations?limit=1000", "observations?series=QZ_SECRET",
            "observations?series=QZ_SECRE", $"observations?dataset={dataset}", "observations?area=QZ_LEAGUE", "observations?dim.PLUMAGE=QZRED", "observations?format=csv", "observations?format=ndjson",
            "observations?updatedAfter=2000-01-01&limit=1000", "observations/history?series=QZ_SECRET&area=404&period=2010", "observations/history?series=OPEN_A&area=QZ_LEAGUE&period=2010",
            "trends?series=QZ_SECRET&area=404", "trends?series=OPEN_A&area=QZ_LEAGUE", "areas?limit=1000&q=quetzal", "areas/QZ_LEAGUE", "areas/resolve?q=Quetzal+League", "search?q=quetzal", "search?q=QZ_SECRET",
            "indicators/1.1.1", "indicators?goal=1", "codelists", "codelists/PLUMAGE", "codelists/PLUMAG", $"imports/{import.Id}", $"imports/{import.Id}/rejected", $"imports/{import.Id}/events",
        ];
        foreach (var path in paths.Select(Named))
        {
            var text = await (await caller.GetAsync($"/v1/{path}", Stop)).Content.ReadAsStringAsync(Stop);
            // What the caller wrote may come back; nothing else may.
            foreach (var secret in new[] { dataset, name, mark }.Where(s => !Uri.UnescapeDataString(path).Contains(s, StringComparison.OrdinalIgnoreCase)))
                text.ShouldNotContain(secret, Case.Insensitive, $"{path}: {text}");
        }
    }

    [Theory]
    [InlineData("datasets/{0}")]
    [InlineData("datasets/{0}/versions")]
    [InlineData("datasets/{0}/versions/1")]
    [InlineData("datasets/{0}/versions/1/diff/2")]
    [InlineData("series?dataset={0}")]
    [InlineData("observations?dataset={0}")]
    public async Task Answers_as_for_what_does_not_exist(string path)
    {
        var dataset = await HiddenAsync("confidential");
        await Given.ImportAsync(dataset, File, "format=ndjson");
        var unknown = "never-there-" + dataset;

        var (hidden, missing) = (await AnswerAsync(path, dataset), await AnswerAsync(path, unknown));

        hidden.ShouldBe(missing);
    }

    [Fact]
    public async Task Tells_nobody_who_may_not_see_it_that_something_was_published()
    {
        var open = await Given.DatasetAsync();
        await Given.ImportAsync(open, "SeriesCode,GeoAreaCode,TimePeriod,Value\nQP_OPEN,404,2010,1\nQP_OPEN,404,2011,1");
        async Task<string?> PublishedUpToAsync() =>
            (await Anonymous.GetJsonAsync("/v1/observations?series=QP_OPEN&limit=1")).GetProperty("publishedUpTo").GetString();
        var before = await PublishedUpToAsync();

        await Given.ImportAsync(await HiddenAsync("confidential"), File, "format=ndjson");

        (await PublishedUpToAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Names_only_visible_data_sets_as_candidates()
    {
        var (one, other, hidden) = (await Given.DatasetAsync(), await Given.DatasetAsync(), await HiddenAsync("internal"));
        const string file = "SeriesCode,GeoAreaCode,TimePeriod,Value\nQC_A,404,2010,1";
        await Given.ImportAsync(one, file);
        await Given.ImportAsync(hidden, file);
        (await Anonymous.GetAsync("/v1/observations?series=QC_A", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await Given.ImportAsync(other, file);

        var refusal = await (await Anonymous.GetAsync("/v1/observations?series=QC_A", Stop)).RefusedAsync(409);
        refusal.Candidates.Select(c => c.GetProperty("dataset").GetString()).ShouldBe([one, other], ignoreOrder: true);
    }

    private async Task<string> AnswerAsync(string path, string dataset)
    {
        var answer = await Anonymous.GetAsync("/v1/" + path.Replace("{0}", dataset, StringComparison.Ordinal), Stop);
        var problem = await answer.ReadAsync<Refusal>();
        return $"{(int)answer.StatusCode} {problem.Type} {problem.Detail.Replace(dataset, "X", StringComparison.Ordinal)}";
    }

    private async Task<string> HiddenAsync(string handling, string name = "Quetzal")
    {
        var id = $"qz-{Guid.NewGuid():N}";
        var body = new { id, title = name + " registry", sourceKind = "online", licence = "CC0-1.0", redistribution = "forbidden", handling };
        (await Admin.PostAsJsonAsync("/v1/datasets", body, Stop)).StatusCode.ShouldBe(HttpStatusCode.Created);
        return id;
    }

    public sealed class OnSqlite(SqliteApi api) : HiddenDatasetTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : HiddenDatasetTests(api), IClassFixture<PostgresApi>;
}
