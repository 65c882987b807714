using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Observations.Codelists;

public class CodelistEndpointsTests(DoorTests.Server server) : DoorTests(server)
{
    [Fact]
    public async Task Lists_code_lists_by_id()
    {
        var lists = await GetAsync("/v1/codelists?limit=2");
        var next = await GetAsync($"/v1/codelists?limit=1&cursor={lists.GetProperty("next").GetString()}");

        Texts(lists.GetProperty("items"), "id").ShouldBe(["AGE", "EDUCATION_LEVEL"]);
        Texts(next.GetProperty("items"), "id").ShouldBe(["FREQUENCY_OF_CHLOROPHYLL_A_CONCENTRATION"]);
    }

    [Theory]
    [InlineData("UNITS")]
    [InlineData("UNIT")]
    [InlineData("units")]
    public async Task Knows_the_units_under_both_names(string id)
    {
        var list = await GetAsync($"/v1/codelists/{id}");

        list.GetProperty("id").GetString().ShouldBe("UNITS");
        list.GetProperty("items").EnumerateArray().Single(i => i.GetProperty("code").GetString() == "PERCENT").GetProperty("label").GetString().ShouldBe("Percentage");
    }

    [Fact]
    public async Task Marks_totals()
    {
        var items = (await GetAsync("/v1/codelists/SEX")).GetProperty("items");

        Texts(items, "code").ShouldBe(["BOTHSEX", "_T", "FEMALE", "MALE", "NOTSPEC"]);
        items.EnumerateArray().Select(i => i.GetProperty("total").GetBoolean()).ShouldBe([true, true, false, false, false]);
    }

    [Fact]
    public async Task Adds_codes_that_only_visible_data_uses_without_a_label()
    {
        var list = (await GetAsync("/v1/codelists/COLOUR")).GetProperty("items");

        Texts(list, "code").ShouldBe(["RED", "_T"]);
        list.EnumerateArray().Select(i => i.GetProperty("total").GetBoolean()).ShouldBe([false, true]);
        list[0].GetProperty("label").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        Texts((await GetAsAdminAsync("/v1/codelists/COLOUR")).GetProperty("items"), "code").ShouldBe(["BLACK", "RED", "_T"]);
    }

    [Fact]
    public async Task Suggests_near_lists()
    {
        var problem = await RefusedAsync("/v1/codelists/SEXX", 404);

        Texts(problem.GetProperty("suggestions")).ShouldBe(["SEX"]);
    }
}
