using System.Security.Cryptography;
using System.Text;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Api.Tests.Evidence;

/// <summary>A number is traced to a file, and the file to the log.</summary>
public abstract class VersionProofTests(ApiFixture api) : ApiTests(api)
{
    [Fact]
    public async Task Proves_that_a_version_is_of_this_file()
    {
        const string file = "SeriesCode,GeoAreaCode,TimePeriod,Value\nPROVED,404,2010,1.5";
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, file);

        var view = await (await Anonymous.GetAsync($"/v1/datasets/{dataset}/versions/1/proof", Stop)).ReadAsync<LeafProofView>();

        var disclosure = Disclosure.FromJson(view.Disclosure);
        disclosure.Value?["contentSha256"]?.GetValue<string>().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file))));
        view.Entry.ShouldContain(Commitment.Text(Commitment.Of(disclosure)));
        var policy = WitnessPolicy.Parse(Encoding.UTF8.GetBytes($"log {(await Anonymous.GetStringAsync("/log/vkey", Stop)).TrimEnd()}\nquorum none\n"));
        LogProof.Parse(Encoding.UTF8.GetBytes(view.Proof)).Verify(Encoding.UTF8.GetBytes(view.Entry), policy).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Proves_nothing_of_what_a_caller_may_not_see()
    {
        var dataset = await Given.DatasetAsync("confidential");
        await Given.ImportAsync(dataset, "SeriesCode,GeoAreaCode,TimePeriod,Value\nHIDDEN,404,2010,1");

        await (await Anonymous.GetAsync($"/v1/datasets/{dataset}/versions/1/proof", Stop)).RefusedAsync(404);
        await (await Admin.GetAsync($"/v1/datasets/{dataset}/versions/2/proof", Stop)).RefusedAsync(404);
    }

    public sealed class OnSqlite(SqliteApi api) : VersionProofTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : VersionProofTests(api), IClassFixture<PostgresApi>;
}
