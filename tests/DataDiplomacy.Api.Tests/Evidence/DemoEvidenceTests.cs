using DataDiplomacy.Api.Tests.Docs;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Evidence;

/// <summary>The case that a newcomer meets first: what its page and README say of it holds.</summary>
public sealed class DemoEvidenceTests(DemoServer server) : ApiTests(server), IClassFixture<DemoServer>
{
    private const string Case = "/v1/evidence?case=demo-bridge";

    [Theory]
    [InlineData("email", "dkim", "pass")]
    [InlineData("email", "fromAlignment", "pass")]
    [InlineData("email", "time", "inconclusive")]
    [InlineData("image", "exifTime", "pass")]
    [InlineData("image", "exifPlace", "pass")]
    [InlineData("image", "c2paPresence", "notApplicable")]
    [InlineData("image", "logInclusion", "pass")]
    public async Task Is_checked_with_separate_outcomes(string kind, string check, string outcome)
    {
        var record = (await Anonymous.GetJsonAsync($"{Case}&kind={kind}")).GetProperty("items")[0].GetProperty("id").GetString();

        var report = (await Anonymous.GetJsonAsync($"/v1/evidence/{record}/verifications")).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();

        report.GetProperty("checks").EnumerateArray().Single(c => c.GetProperty("code").GetString() == check).GetProperty("outcome").GetString().ShouldBe(outcome);
    }

    [Fact]
    public async Task Shows_what_names_people_to_nobody_without_a_key()
    {
        (await SensitivitiesAsync(Anonymous)).ShouldBe(["public"]);
        (await SensitivitiesAsync(Admin)).ShouldBe(["public", "restricted"], ignoreOrder: true);
    }

    private static async Task<IEnumerable<string?>> SensitivitiesAsync(HttpClient by) =>
        (await by.GetJsonAsync(Case)).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("sensitivity").GetString()).Distinct();
}
