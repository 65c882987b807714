using System.Text.Json;
using DataDiplomacy.Api.Tests.Graph;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Observations.Series;

/// <summary>A series code may live in several data sets: who names none is told which there are.</summary>
public abstract class SharedCodeTests(ApiFixture api) : ApiTests(api)
{
    [Theory]
    [InlineData("/v1/series/{0}?")]
    [InlineData("/v1/series/{0}/facets?")]
    [InlineData("/v1/observations?series={0}")]
    [InlineData("/v1/observations?series={0}&format=csv")]
    [InlineData("/v1/observations/history?series={0}&area=404&period=2010")]
    [InlineData("/v1/trends?series={0}&area=404")]
    public async Task Lists_the_data_sets_of_an_ambiguous_code_and_answers_for_one_of_them(string route)
    {
        var (code, first, second) = await ShareAsync();
        var path = string.Format(System.Globalization.CultureInfo.InvariantCulture, route, code);

        var refusal = await (await Anonymous.GetAsync(path, Stop)).RefusedAsync(409);

        refusal.Type.ShouldBe("ambiguous");
        refusal.Detail.ShouldBe($"Series {code} lives in several data sets. Add dataset= with one of the candidates.");
        refusal.Candidates.Select(TextOf).ShouldBe([$"{first} {code} Title of one", $"{second} {code} Title of two"], ignoreOrder: true);
        foreach (var dataset in new[] { first, second })
            (await Anonymous.GetAsync($"{path}&dataset={dataset}", Stop)).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("series(code: \"{0}\"%) {{ dataset }}")]
    [InlineData("observations(series: [\"{0}\"]%) {{ nodes {{ dataset }} }}")]
    [InlineData("trend(series: \"{0}\", area: \"404\"%) {{ dataset }}")]
    public async Task GraphQL_lists_them_too(string field)
    {
        var (code, first, second) = await ShareAsync();
        var query = "{ " + string.Format(System.Globalization.CultureInfo.InvariantCulture, field, code) + " }";

        var answer = await Anonymous.QueryAsync(query.Replace("%", "", StringComparison.Ordinal));

        answer.Code.ShouldBe("AMBIGUOUS");
        answer.Errors[0].GetProperty("extensions").GetProperty("status").GetInt32().ShouldBe(409);
        answer.Errors[0].GetProperty("extensions").GetProperty("candidates").EnumerateArray().Select(TextOf)
            .ShouldBe([$"{first} {code} Title of one", $"{second} {code} Title of two"], ignoreOrder: true);
        (await Anonymous.QueryAsync(query.Replace("%", $", dataset: \"{second}\"", StringComparison.Ordinal))).Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_data_set_that_the_caller_may_not_see_is_no_candidate()
    {
        var (open, hidden) = (await Given.DatasetAsync(), await Given.DatasetAsync("confidential"));
        var code = $"HALF_{open}";
        await ImportAsync(open, code, "Title of one");
        await ImportAsync(hidden, code, "Title of two");

        var seen = await Anonymous.GetJsonAsync($"/v1/series/{code}");

        seen.GetProperty("dataset").GetString().ShouldBe(open);
        (await (await Admin.GetAsync($"/v1/series/{code}", Stop)).RefusedAsync(409)).Candidates.Count.ShouldBe(2);
    }

    private async Task<(string Code, string First, string Second)> ShareAsync()
    {
        var (first, second) = (await Given.DatasetAsync(), await Given.DatasetAsync());
        var code = $"SHARED_{first}";
        await ImportAsync(first, code, "Title of one");
        await ImportAsync(second, code, "Title of two");
        return (code, first, second);
    }

    private async Task ImportAsync(string dataset, string code, string title)
    {
        var rows = Enumerable.Range(2010, 5).Select(year => $"{code},{title},404,{year},{year - 2000}");
        (await Given.ImportAsync(dataset, "SeriesCode,SeriesDescription,GeoAreaCode,TimePeriod,Value\n" + string.Join('\n', rows))).RowsAccepted.ShouldBe(5);
    }

    private static string TextOf(JsonElement candidate) =>
        $"{candidate.GetProperty("dataset").GetString()} {candidate.GetProperty("code").GetString()} {candidate.GetProperty("title").GetString()}";

    public sealed class OnSqlite(SqliteApi api) : SharedCodeTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : SharedCodeTests(api), IClassFixture<PostgresApi>;
}
