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

    [Fact]
    public async Task Is_packed_with_a_redaction_that_hides_what_it_was_made_of()
    {
        var (files, policy) = (await Anonymous.PackageAsync("/v1/cases/demo-bridge/package"), await Anonymous.PolicyTextAsync());

        var report = OpenedPackages.Verify(files, policy);
        var second = await OpenedPackages.SecondOpinionAsync(files, policy);

        report.Holds.ShouldBeTrue(OpenedPackages.Say(report));
        report.Checks.Count(c => c is { Code: "redaction", Outcome: "pass" }).ShouldBe(1);
        second.Exit.ShouldBe(0, second.Answer.GetRawText());
        files.Where(f => f.Value.AsSpan().IndexOf("Lindqvist"u8) >= 0).ShouldBeEmpty();
    }

    [Fact]
    public async Task Breaks_where_one_byte_is_flipped()
    {
        var (files, policy) = (await Anonymous.PackageAsync("/v1/cases/demo-bridge/package"), await Anonymous.PolicyTextAsync());
        var content = files.Keys.First(f => f.EndsWith("/original.bin", StringComparison.Ordinal));
        var broken = OpenedPackages.With(files, content, OpenedPackages.Flipped(files[content]));

        OpenedPackages.Failed(OpenedPackages.Verify(broken, policy)).ShouldBe(["bag", "content"]);
        OpenedPackages.Failed((await OpenedPackages.SecondOpinionAsync(broken, policy)).Answer).ShouldNotBeEmpty();
    }

    private static async Task<IEnumerable<string?>> SensitivitiesAsync(HttpClient by) =>
        (await by.GetJsonAsync(Case)).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("sensitivity").GetString()).Distinct();
}
