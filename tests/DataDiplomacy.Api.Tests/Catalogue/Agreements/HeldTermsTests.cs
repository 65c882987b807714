using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Catalogue.Agreements;

/// <summary>What follows for the values of data sets from the terms under which they are held, wherever these values are shown.</summary>
public abstract class HeldTermsTests(ApiFixture api) : SharedDataDoorTests(api)
{
    [Fact]
    public async Task Releases_a_data_set_by_the_agreement_that_replaced_the_one_it_was_received_under()
    {
        var parties = await PartiesAsync();
        var (levels, first, delivery) = await SharedAsync(parties);
        var derived = await Given.DatasetAsync();
        await Given.ImportAsync(derived, Index, MadeFrom(delivery));
        var (second, third) = (await AgreedAsync(parties, levels, Policy("research")), await AgreedAsync(parties, levels, Policy("teaching")));
        await DoneAsync(ActAsync(parties.Consumer, first, new { action = "amend", by = "consumer", successor = second }));
        await DoneAsync(ActAsync(parties.Consumer, second, new { action = "amend", by = "consumer", successor = third }));
        var shown = Text((await parties.Consumer.GetJsonAsync($"/v1/datasets/{derived}/terms")).GetProperty("agreements")[0], "agreement").ShouldNotBeNull();

        await (await ReleaseAsync(parties.Editor, second, derived)).RefusedAsync(422);
        await DoneAsync(ReleaseAsync(parties.Editor, shown, derived));

        shown.ShouldBe(third);
        await Anonymous.GetJsonAsync(Observations(derived));
    }

    public sealed class OnSqlite(UnsweptSqliteApi api) : HeldTermsTests(api), IClassFixture<UnsweptSqliteApi>;

    public sealed class OnPostgres(UnsweptPostgresApi api) : HeldTermsTests(api), IClassFixture<UnsweptPostgresApi>;
}
