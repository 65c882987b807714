using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Catalogue.Areas;

public class AreaEndpointsTests(DoorTests.Server server) : DoorTests(server)
{
    [Theory]
    [InlineData("4", "4")]
    [InlineData("004", "4")]
    [InlineData("AF", "4")]
    [InlineData("afg", "4")]
    [InlineData("NA", "516")]
    [InlineData("CSK", "200")]
    [InlineData("XU27", "XU27")]
    public async Task Finds_an_area_by_any_of_its_codes(string code, string m49)
    {
        var area = await GetAsync($"/v1/areas/{code}");

        area.GetProperty("code").GetString().ShouldBe(m49);
    }

    [Fact]
    public async Task Tells_what_it_knows_of_an_area()
    {
        var area = await GetAsync("/v1/areas/200");

        (area.GetProperty("name").GetString(), area.GetProperty("type").GetString()).ShouldBe(("Czechoslovakia", "former"));
        (area.GetProperty("iso3").GetString(), area.GetProperty("parent").GetString()).ShouldBe(("CSK", "151"));
        area.GetProperty("validTo").GetString().ShouldBe("1992-12-31");
        Texts(area.GetProperty("successors")).ShouldBe(["203", "703"]);
        area.GetProperty("aliases").EnumerateArray().Select(a => (a.GetProperty("alias").GetString(), a.GetProperty("scheme").GetString()))
            .ShouldContain(("CSSR", "commonName"));
    }

    [Fact]
    public async Task Lists_the_groups_of_an_area()
    {
        var area = await GetAsync("/v1/areas/KEN");

        Texts(area.GetProperty("groups")).ShouldBe(["1", "2", "14", "202"]);
    }

    [Theory]
    [InlineData("Kenya", "404")]
    [InlineData("Swaziland", "748")]
    public async Task Suggests_the_code_when_a_name_was_sent(string name, string code)
    {
        var problem = await RefusedAsync($"/v1/areas/{name}", 404);

        Texts(problem.GetProperty("suggestions"))[0].ShouldBe(code);
    }

    [Fact]
    public async Task Offers_both_countries_for_a_code_that_two_ended_ones_had()
    {
        var problem = await RefusedAsync("/v1/areas/CS", 404);

        Texts(problem.GetProperty("suggestions")).ShouldBe(["200", "891"]);
    }

    [Fact]
    public async Task Lists_areas_by_m49_code_and_follows_the_cursor()
    {
        var first = await GetAsync("/v1/areas?type=country&limit=2&count=exact");
        var second = await GetAsync($"/v1/areas?type=country&limit=2&cursor={first.GetProperty("next").GetString()}");

        Texts(first.GetProperty("items"), "code").ShouldBe(["4", "8"]);
        first.GetProperty("total").GetInt32().ShouldBe(249);
        Texts(second.GetProperty("items"), "code").ShouldBe(["10", "12"]);
        second.GetProperty("asOf").GetString().ShouldBe(first.GetProperty("asOf").GetString());
        first.GetProperty("items")[0].TryGetProperty("aliases", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Keeps_the_members_of_any_of_the_groups()
    {
        // UN M49 table: 32 landlocked and 45 least developed countries; 53 is Australia and New Zealand.
        (await GetAsync("/v1/areas?group=LLDC&count=exact&limit=1")).GetProperty("total").GetInt32().ShouldBe(32);
        (await GetAsync("/v1/areas?group=ldc&count=exact&limit=1")).GetProperty("total").GetInt32().ShouldBe(45);
        (await GetAsync("/v1/areas?group=053")).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("code").GetString())
            .ShouldBe(["36", "162", "166", "334", "554", "574"]);
    }

    [Theory]
    [InlineData("cote ivo", "384")]
    [InlineData("turkiye", "792")]
    [InlineData("twenty-seven", "XU27")]
    public async Task Lists_areas_whose_words_begin_so_without_accents(string q, string code)
    {
        var areas = await GetAsync($"/v1/areas?q={q}");

        Texts(areas.GetProperty("items"), "code").ShouldBe([code]);
    }

    [Fact]
    public async Task Marks_areas_that_only_data_names_as_provisional()
    {
        var area = await GetAsync("/v1/areas/xu27");

        (area.GetProperty("provisional").GetBoolean(), area.GetProperty("name").GetString()).ShouldBe((true, "Union of twenty-seven"));
        (await GetAsync("/v1/areas/404")).GetProperty("provisional").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Hides_an_area_that_only_hidden_data_names()
    {
        await RefusedAsync("/v1/areas/XHID", 404);
        (await GetAsync("/v1/areas?q=hidden")).GetProperty("items").GetArrayLength().ShouldBe(0);
        (await GetAsync("/v1/areas/resolve?q=Hidden+Alliance")).GetProperty("candidates").GetArrayLength().ShouldBe(0);

        (await GetAsAdminAsync("/v1/areas/XHID")).GetProperty("name").GetString().ShouldBe("Hidden Alliance");
        Texts((await GetAsAdminAsync("/v1/areas/resolve?q=Hidden+Alliance")).GetProperty("candidates"), "code").ShouldBe(["XHID"]);
    }

    [Theory]
    [InlineData("type=planet", "type")]
    [InlineData("group=LDX", "group")]
    [InlineData("limit=1001", "limit")]
    public async Task Refuses_a_bad_value_by_its_field(string query, string field)
    {
        var problem = await RefusedAsync($"/v1/areas?{query}", 400);

        problem.GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("q=NA", "516", "iso2")]
    [InlineData("q=AU&scheme=fips", "40", "fips")]
    [InlineData("q=Mali", "466", "name")]
    [InlineData("q=Niger", "562", "name")]
    [InlineData("q=Congo", "178,180", "name")]
    [InlineData("q=Swaziland", "748", "formerName")]
    [InlineData("q=842&scheme=comtrade", "840", "comtrade")]
    [InlineData("q=251&scheme=comtrade", "250", "comtrade")]
    [InlineData("q=757&scheme=comtrade", "756", "comtrade")]
    [InlineData("q=699&scheme=comtrade", "356", "comtrade")]
    [InlineData("q=Czechoslovakia&on=1985-01-01", "200", "name")]
    [InlineData("q=Czechoslovakia&on=2000-01-01", "200,203,703", "name")]
    [InlineData("q=South+Yemen", "720", "commonName")]
    [InlineData("q=GDR", "278", "commonName")]
    [InlineData("q=Union+of+twenty-seven", "XU27", "name")]
    [InlineData("q=xu27", "XU27", "provisional")]
    public async Task Resolves_a_code_or_name_with_a_reason(string query, string codes, string scheme)
    {
        var candidates = (await GetAsync($"/v1/areas/resolve?{query}")).GetProperty("candidates");

        Texts(candidates, "code").ShouldBe(codes.Split(','));
        candidates[0].GetProperty("scheme").GetString().ShouldBe(scheme);
        Texts(candidates, "reason").ShouldAllBe(r => r.Length > 0);
    }

    [Fact]
    public async Task Says_why_nothing_was_found()
    {
        var found = await GetAsync("/v1/areas/resolve?q=Atlantis");

        found.GetProperty("candidates").GetArrayLength().ShouldBe(0);
        found.GetProperty("reason").GetString().ShouldBe("No area has the code or name 'Atlantis', and none is near it.");
    }

    [Theory]
    [InlineData("", "q")]
    [InlineData("q=4&scheme=comtrad", "scheme")]
    [InlineData("q=4&on=1999", "on")]
    public async Task Refuses_to_resolve_what_cannot_be_meant(string query, string field)
    {
        var problem = await RefusedAsync($"/v1/areas/resolve?{query}", 400);

        problem.GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Lists_groups_in_natural_order_with_their_members()
    {
        var groups = await GetAsync("/v1/area-groups");

        Texts(groups.GetProperty("items"), "code")[..4].ShouldBe(["1", "2", "5", "9"]);
        Texts(groups.GetProperty("items"), "code")[^3..].ShouldBe(["LDC", "LLDC", "SIDS"]);
        Texts((await GetAsync("/v1/area-groups/053")).GetProperty("members")).ShouldBe(["36", "162", "166", "334", "554", "574"]);
    }

    [Fact]
    public async Task Suggests_near_groups()
    {
        var problem = await RefusedAsync("/v1/area-groups/LDX", 404);

        Texts(problem.GetProperty("suggestions"))[0].ShouldBe("LDC");
    }
}
