using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Catalogue.Searches;

public class SearchEndpointsTests(DoorTests.Server server) : DoorTests(server)
{
    [Theory]
    [InlineData("7.2.1", "indicator:7.2.1,series:EG_FEC_RNEW")]
    [InlineData("eg_fec_rnew", "series:EG_FEC_RNEW")]
    [InlineData("C010101", "indicator:1.1.1")]
    [InlineData("open-set", "dataset:open-set")]
    [InlineData("birds post", "series:OPEN_BIRDS")]
    [InlineData("Cote d Ivoire", "area:384")]
    [InlineData("Eswatni", "area:748")]
    [InlineData("twenty-seven", "area:XU27")]
    [InlineData("renewable energy", "indicator:7.2.1,series:EG_FEC_RNEW,indicator:7.a.1,indicator:7.b.1")]
    [InlineData("renewable zebra", "")]
    [InlineData("%%", "")]
    [InlineData("EG%C", "")]
    public async Task Finds_what_fits_all_words_best_first(string q, string expected)
    {
        var found = (await GetAsync($"/v1/search?q={Uri.EscapeDataString(q)}")).GetProperty("items");

        var hits = found.EnumerateArray().Select(h => $"{h.GetProperty("kind").GetString()}:{h.GetProperty("id").GetString()}");
        string.Join(',', hits).ShouldBe(expected);
    }

    [Fact]
    public async Task Leaves_near_spellings_out_when_something_fits()
    {
        // 'Water' differs from 'Qatar' in two letters.
        var found = (await GetAsync("/v1/search?q=water&limit=50")).GetProperty("items");

        Texts(found, "kind").ShouldAllBe(k => k != "area");
        found.GetArrayLength().ShouldBeGreaterThan(5);
    }

    [Theory]
    [InlineData("EG_FEC_RNEW", "/v1/series/EG_FEC_RNEW?dataset=sdg-demo")]
    [InlineData("sdg-demo", "/v1/datasets/sdg-demo")]
    [InlineData("C010101", "/v1/indicators/1.1.1")]
    [InlineData("Kenya", "/v1/areas/404")]
    public async Task Says_where_to_read_it_and_why_it_was_found(string q, string url)
    {
        var hit = (await GetAsync($"/v1/search?q={q}")).GetProperty("items")[0];

        hit.GetProperty("url").GetString().ShouldBe(url);
        hit.GetProperty("reason").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Hides_what_the_caller_may_not_see()
    {
        foreach (var q in new[] { "hideout", "closed-set", "CLOSED_BIRDS", "Hidden+Alliance" })
        {
            (await GetAsync($"/v1/search?q={q}")).GetProperty("items").GetArrayLength().ShouldBe(0, q);
            (await GetAsAdminAsync($"/v1/search?q={q}")).GetProperty("items").GetArrayLength().ShouldBe(1, q);
        }
    }

    [Fact]
    public async Task Keeps_to_the_kinds_and_the_limit()
    {
        var series = (await GetAsync("/v1/search?q=proportion&kind=series&limit=1")).GetProperty("items");

        Texts(series, "id").ShouldBe(["EG_ELC_ACCS"]);
    }

    [Theory]
    [InlineData("", "q")]
    [InlineData("q=x&limit=51", "limit")]
    [InlineData("q=x&kind=person", "kind")]
    public async Task Refuses_a_bad_value_by_its_field(string query, string field)
    {
        var problem = await RefusedAsync($"/v1/search?{query}", 400);

        problem.GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue();
    }
}
