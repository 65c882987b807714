using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Observations.Indicators;

public class IndicatorEndpointsTests(DoorTests.Server server) : DoorTests(server)
{
    [Fact]
    public async Task Lists_the_framework_with_its_editions()
    {
        var frameworks = (await GetAsync("/v1/frameworks")).GetProperty("items");

        Texts(frameworks, "code").ShouldBe(["sdg"]);
        frameworks[0].GetProperty("edition").GetString().ShouldBe("2025");
        Texts(frameworks[0].GetProperty("editions"), "id").ShouldBe(["2019", "2025"]);
        frameworks[0].GetProperty("editions")[1].GetProperty("targets").GetInt32().ShouldBe(169);
    }

    [Fact]
    public async Task Lists_goals_and_targets_in_natural_order()
    {
        var goals = await GetAsync("/v1/frameworks/sdg/goals");
        var targets = await GetAsync("/v1/frameworks/sdg/targets?goal=8");

        Texts(goals.GetProperty("items"), "code").ShouldBe(Enumerable.Range(1, 17).Select(n => $"{n}"));
        Texts(targets.GetProperty("items"), "code").ShouldBe(["8.1", "8.2", "8.3", "8.4", "8.5", "8.6", "8.7", "8.8", "8.9", "8.10", "8.a", "8.b"]);
    }

    [Fact]
    public async Task Counts_an_indicator_once_however_many_targets_it_has()
    {
        var first = await GetAsync("/v1/frameworks/sdg/indicators?limit=200&count=exact");
        var second = await GetAsync($"/v1/frameworks/sdg/indicators?limit=200&cursor={first.GetProperty("next").GetString()}");

        // 235 distinct UNSD codes in the annex of A/RES/71/313 after the 2025 review.
        first.GetProperty("total").GetInt32().ShouldBe(235);
        Texts(first.GetProperty("items"), "code").Concat(Texts(second.GetProperty("items"), "code")).Distinct().Count().ShouldBe(235);
    }

    [Theory]
    [InlineData("1.5.1")]
    [InlineData("13.1.1")]
    [InlineData("C200303")]
    [InlineData("c200303")]
    public async Task Finds_an_indicator_by_any_of_its_codes(string code)
    {
        var indicator = await GetAsync($"/v1/indicators/{code}");

        indicator.GetProperty("code").GetString().ShouldBe("1.5.1");
        Texts(indicator.GetProperty("codes")).ShouldBe(["1.5.1", "11.5.1", "13.1.1"]);
        Texts(indicator.GetProperty("targets")).ShouldBe(["1.5", "11.5", "13.1"]);
        Texts(indicator.GetProperty("goals")).ShouldBe(["1", "11", "13"]);
    }

    [Fact]
    public async Task Links_the_series_that_serve_an_indicator_in_the_state_asked_for()
    {
        // EG_FEC_RNEW is in both vintages of the demo, EG_ELC_ACCS only in that of 2020-10-19.
        Texts((await GetAsync("/v1/indicators/7.2.1?asOf=2019-12-31")).GetProperty("series"), "code").ShouldBe(["EG_FEC_RNEW"]);
        Texts((await GetAsync("/v1/indicators/7.1.1?asOf=2019-12-31")).GetProperty("series"), "code").ShouldBeEmpty();
        Texts((await GetAsync("/v1/indicators/7.1.1")).GetProperty("series"), "code").ShouldBe(["EG_ELC_ACCS"]);
    }

    [Fact]
    public async Task Links_only_series_that_the_caller_may_see()
    {
        Texts((await GetAsync("/v1/indicators/15.5.1")).GetProperty("series"), "code").ShouldBe(["OPEN_BIRDS"]);
        Texts((await GetAsAdminAsync("/v1/indicators/15.5.1")).GetProperty("series"), "code").ShouldBe(["CLOSED_BIRDS", "OPEN_BIRDS"]);
    }

    [Theory]
    [InlineData("goal=7&q=RENEWABLE+share", "7.2.1")]
    [InlineData("target=1.5,11.5&q=deaths", "1.5.1")]
    [InlineData("framework=sdg&q=C010101", "1.1.1")]
    public async Task Filters_indicators(string query, string codes)
    {
        var indicators = await GetAsync($"/v1/indicators?{query}");

        Texts(indicators.GetProperty("items"), "code").ShouldBe(codes.Split(','));
    }

    [Fact]
    public async Task Reads_the_wording_of_the_edition()
    {
        (await GetAsync("/v1/indicators/1.1.1?edition=2019")).GetProperty("title").GetString()
            .ShouldBe("Proportion of population below the international poverty line, by sex, age, employment status and geographical location (urban/rural)");
        (await GetAsync("/v1/indicators/1.1.1")).GetProperty("title").GetString()
            .ShouldBe("Proportion of the population living below the international poverty line by sex, age, employment status and geographic location (urban/rural)");
    }

    [Theory]
    [InlineData("/v1/indicators/7.2.9", 404, "7.2.1")]
    [InlineData("/v1/frameworks/sgd/goals", 404, "sdg")]
    [InlineData("/v1/frameworks/sgd/indicators", 404, "sdg")]
    [InlineData("/v1/indicators?goal=18", 400, "1")]
    [InlineData("/v1/indicators?target=1.z", 400, "1.1")]
    [InlineData("/v1/indicators?edition=2030", 400, "2025")]
    [InlineData("/v1/indicators?framework=mdg", 400, "sdg")]
    [InlineData("/v1/frameworks/sdg/targets?goal=0", 400, "1")]
    public async Task Refuses_an_unknown_code_with_near_ones(string path, int status, string near)
    {
        var problem = await RefusedAsync(path, status);

        Texts(problem.GetProperty("suggestions")).ShouldContain(near);
    }

    [Fact]
    public async Task Says_which_edition_has_an_indicator_that_this_one_lacks()
    {
        // 17.6.2 (fixed broadband subscriptions) is in the list of 2019 and became 17.6.1 in 2020.
        var problem = await RefusedAsync("/v1/indicators/17.6.2", 404);

        problem.GetProperty("detail").GetString().ShouldBe("Edition 2025 of sdg has no indicator '17.6.2'. It is in edition 2019: add edition=2019.");
    }
}
