using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Http;

/// <summary>Requests that no honest client sends: each is refused, and none makes the server fail.</summary>
public abstract class HostileRequestTests(ApiFixture api) : ApiTests(api)
{
    private const string File = "SeriesCode,GeoAreaCode,TimePeriod,Value,Sex\nHR_A,404,2010,1,FEMALE\nHR_A,404,2011,2,FEMALE\nHR_B,516,2010,3,MALE";

    [Theory]
    [InlineData("""null""")]
    [InlineData("""{}""")]
    [InlineData("""{"query":"x","asOf":"2020-01-01","sequence":1,"after":null}""")]
    [InlineData("""{"query":null,"asOf":"2020-01-01","sequence":1,"after":["a"]}""")]
    [InlineData("""{"query":"x","asOf":null,"sequence":1,"after":["a"]}""")]
    [InlineData("""{"query":"x","asOf":7,"sequence":1,"after":["a"]}""")]
    public async Task Refuses_a_cursor_that_is_not_ours(string cursor)
    {
        var text = System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(cursor));

        foreach (var list in new[] { "datasets", "series", "observations", "areas", "area-groups", "indicators", "codelists", "statistics", "frameworks/sdg/goals" })
        {
            var refusal = await (await Anonymous.GetAsync($"/v1/{list}?cursor={text}", Stop)).RefusedAsync(400);
            refusal.Type.ShouldBe("invalid-cursor", list);
        }
    }

    [Theory]
    [InlineData("x")]
    [InlineData("99999999999999999999")]
    [InlineData("-1e9")]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData(null)]
    public async Task Refuses_a_cursor_whose_place_was_forged(string? place)
    {
        var dataset = await Given.DatasetAsync();
        await Given.DatasetAsync();
        await Given.ImportAsync(dataset, File);
        await Given.ImportAsync(dataset, File.Replace("2010,1", "2010,9", StringComparison.Ordinal));
        await Given.ImportAsync(dataset, "SeriesCode,GeoAreaCode,TimePeriod,Value\nHR_A,404,2015,1\nHR_A,404,2016,1");

        foreach (var list in new[] { "datasets?limit=1", $"datasets/{dataset}/versions?limit=1", $"series?dataset={dataset}&limit=1",
                     $"observations?dataset={dataset}&limit=1", $"datasets/{dataset}/versions/1/diff/3?limit=1", "areas?limit=1", "indicators?limit=1" })
        {
            var next = (await Anonymous.GetJsonAsync($"/v1/{list}")).GetProperty("next").GetString().ShouldNotBeNull(list);
            var honest = JsonSerializer.Deserialize<Cursor>(System.Buffers.Text.Base64Url.DecodeFromChars(next), WireJson.Options).ShouldNotBeNull();
            var forged = honest with { After = [.. honest.After.Select(_ => place!)] };

            var answer = await Anonymous.GetAsync($"/v1/{list}&cursor={forged.Encode()}", Stop);

            // Where the place is a code, any text is one; where it is a number, only a number.
            ((int)answer.StatusCode).ShouldBeOneOf([200, 400], $"{list}: {await answer.Content.ReadAsStringAsync(Stop)}");
        }
    }

    [Theory]
    [InlineData("datasets?q=%00")]
    [InlineData("datasets?q=a%00b")]
    [InlineData("series?q=%00")]
    [InlineData("series?dataset=%00")]
    [InlineData("series?indicator=%00")]
    [InlineData("observations?series=%00")]
    [InlineData("observations?series=HR_A&dataset=%00")]
    [InlineData("observations?series=HR_A&area=%00")]
    [InlineData("observations?dim.SEX=%00")]
    [InlineData("observations?dim.%00=A")]
    [InlineData("observations/history?series=%00&area=404&period=2010")]
    [InlineData("trends?series=%00&area=404")]
    [InlineData("areas?q=%00")]
    [InlineData("areas/resolve?q=%00")]
    [InlineData("search?q=%00")]
    [InlineData("indicators?q=%00")]
    [InlineData("series?q=%FF%FE")]
    [InlineData("series?q=%ED%A0%80")]
    [InlineData("series?q=%ZZ%")]
    [InlineData("codelists/%01")]
    [InlineData("series/%01")]
    public async Task Answers_text_that_no_database_stores_without_failing(string path)
    {
        var answer = await Anonymous.GetAsync($"/v1/{path}", Stop);

        ((int)answer.StatusCode).ShouldBeLessThan(500, await answer.Content.ReadAsStringAsync(Stop));
    }

    [Theory]
    [InlineData("""{"id":null,"title":"T","sourceKind":"online","licence":"L","redistribution":"open","handling":"public"}""")]
    [InlineData("""{"id":"a-b\n","title":"T","sourceKind":"online","licence":"L","redistribution":"open","handling":"public"}""")]
    [InlineData("""{"id":"nul-1","title":"T\u0000","sourceKind":"online","licence":"L","redistribution":"open","handling":"public"}""")]
    [InlineData("""{"id":"nul-2","title":"T","description":"\u0000","sourceKind":"online","licence":"L","redistribution":"open","handling":"public"}""")]
    [InlineData("""{"id":"nul-3","title":"T","licence":"\u0000","sourceKind":"online","redistribution":"open","handling":"public"}""")]
    [InlineData("""{"id":"nul-4","title":"T","publisher":"\u0000","licence":"L","sourceKind":"online","redistribution":"open","handling":"public"}""")]
    [InlineData("""{"id":"nul-5","title":"T","citation":"\u0000","licence":"L","sourceKind":"online","redistribution":"open","handling":"public"}""")]
    [InlineData("""{"id":"sur-1","title":"\ud800","sourceKind":"online","licence":"L","redistribution":"open","handling":"public"}""")]
    [InlineData("""{"id":"num-1","title":"T","sourceKind":1,"licence":"L","redistribution":"open","handling":"public"}""")]
    [InlineData("""{"id":"num-2","title":"T","sourceKind":"online, sensor","licence":"L","redistribution":"open","handling":"public"}""")]
    [InlineData("""{"id":"num-3","title":"T","sourceKind":"online","licence":"L","redistribution":"open","handling":"public","surplus":1}""")]
    [InlineData("""null""")]
    [InlineData("""[]""")]
    [InlineData("""{""")]
    [InlineData("")]
    public async Task Refuses_a_data_set_that_cannot_be(string body)
    {
        var answer = await Admin.PostAsync("/v1/datasets", new StringContent(body, Encoding.UTF8, "application/json"), Stop);

        await answer.RefusedAsync(400);
    }

    [Theory]
    [InlineData("fileName=%00")]
    [InlineData("changeNote=a%00b")]
    [InlineData("fileName=..%2Fx")]
    public async Task Refuses_an_import_with_texts_that_cannot_be_stored(string query)
    {
        var dataset = await Given.DatasetAsync();

        await (await Given.StartAsync(dataset, File, $"format=unsd-csv&{query}")).RefusedAsync(400);
    }

    [Fact]
    public async Task Registers_one_of_many_data_sets_with_the_same_id_at_once()
    {
        var body = new { id = "at-once", title = "T", sourceKind = "online", licence = "L", redistribution = "open", handling = "public" };

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Admin.PostAsJsonAsync("/v1/datasets", body, Stop)));

        answers.Count(a => a.StatusCode is HttpStatusCode.Created).ShouldBe(1);
        answers.Count(a => a.StatusCode is HttpStatusCode.Conflict).ShouldBe(11);
    }

    [Fact]
    public async Task Never_fails_whatever_a_reader_asks()
    {
        await Given.ImportAsync(await Given.DatasetAsync(), File);
        var random = new Random(20261125);

        for (var i = 0; i < 2_000; i++)
        {
            var path = HostilePaths.Next(random);
            var answer = await (i % 2 == 0 ? Admin : Anonymous).GetAsync(path, Stop);
            ((int)answer.StatusCode).ShouldBeLessThan(500, $"request {i.ToString(CultureInfo.InvariantCulture)}: {path}\n{await answer.Content.ReadAsStringAsync(Stop)}");
        }
    }

    public sealed class OnSqlite(SqliteApi api) : HostileRequestTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : HostileRequestTests(api), IClassFixture<PostgresApi>;
}
