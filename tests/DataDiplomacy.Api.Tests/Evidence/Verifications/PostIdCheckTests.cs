using System.Text;
using DataDiplomacy.Api.Evidence.Verifications;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Evidence.Verifications;

/// <summary>Posts whose id, by the documentation of X, was made on 10 October 2018 at 20:19:24 UTC.</summary>
public abstract class PostIdCheckTests(ApiFixture api) : VerifyingTests(api)
{
    private const string Address = "https://x.com/name/status/1050118621198921728";

    [Theory]
    [InlineData("""{ "id_str": "1050118621198921728", "created_at": "Wed Oct 10 20:19:24 +0000 2018" }""", null, "2018-10-10T20:00:00Z", CheckOutcome.Pass)]
    [InlineData("""{ "id_str": "1050118621198921728", "created_at": "Wed Oct 10 20:19:24 +0000 2018" }""", null, null, CheckOutcome.Pass)]
    [InlineData("""{ "id_str": "1050118621198921728", "created_at": "Thu Oct 11 20:19:24 +0000 2018" }""", null, "2018-10-10T20:00:00Z", CheckOutcome.Fail)]
    [InlineData("""{ "data": { "id": "1050118621198921728", "created_at": "2018-10-10T20:19:24.000Z" } }""", Address, null, CheckOutcome.Pass)]
    [InlineData("""{ "id": 1050118621198921728 }""", Address, "2018-10-10", CheckOutcome.Pass)]
    [InlineData("""{ "id": 1050118621198921729 }""", Address, "2018-10-10", CheckOutcome.Fail)]
    [InlineData("""{ "id": "103254962155278888", "uri": "u", "account": {}, "created_at": "2019-12-05T11:34:47.196Z" }""", null, null, CheckOutcome.Pass)]
    [InlineData("""{ "id": "175928847299117063", "channel_id": "1", "timestamp": "2016-04-30T11:18:25.796000+00:00" }""", null, null, CheckOutcome.Pass)]
    [InlineData("a screen shot", Address, "2018-10-10T21:19:00Z", CheckOutcome.Pass)]
    [InlineData("a screen shot", Address, "2018-10-10T21:20:00Z", CheckOutcome.Fail)]
    [InlineData("a screen shot", Address, null, CheckOutcome.NotApplicable)]
    [InlineData("a screen shot", null, "2018-10-10", CheckOutcome.Inconclusive)]
    [InlineData("""{ "id": "1050118621198921728" }""", null, "2018-10-10", CheckOutcome.Inconclusive)]
    [InlineData("""{ "id_str": "20", "created_at": "Tue Mar 21 20:50:14 +0000 2006" }""", null, "2006-03-21", CheckOutcome.Inconclusive)]
    [InlineData("""{ "id_str": "\ud800", "id": {} }""", null, "2018-10-10", CheckOutcome.Inconclusive)]
    public async Task Holds_the_time_of_the_id_against_claim_and_content(string content, string? sourceUrl, string? claimedTime, CheckOutcome outcome)
    {
        var record = await TakeInAsync(new { kind = "socialMessage", title = "A post", sensitivity = "public", sourceUrl, claimedTime }, Encoding.UTF8.GetBytes(content), "application/json");

        var check = await CheckAsync(record, CheckCode.PostIdTime);

        check.Outcome.ShouldBe(outcome, check.Reason);
    }

    public sealed class OnSqlite(SqliteApi api) : PostIdCheckTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : PostIdCheckTests(api), IClassFixture<PostgresApi>;
}
