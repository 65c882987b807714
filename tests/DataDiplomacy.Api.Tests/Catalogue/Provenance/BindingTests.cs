using System.Net;
using DataDiplomacy.Api.Tests.Catalogue.Agreements;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Catalogue.Provenance;

/// <summary>Which things are held under an agreement, as the graph grows and as statements are withdrawn.</summary>
public abstract class BindingTests(ApiFixture api) : SharedDataDoorTests(api)
{
    [Fact]
    public async Task What_was_made_of_data_before_their_release_stays_bound_when_another_statement_is_withdrawn()
    {
        var parties = await PartiesAsync();
        var (_, agreement, delivery) = await SharedAsync(parties);
        var (first, second, third) = (await Given.DatasetAsync(), await Given.DatasetAsync(), await Given.DatasetAsync());
        await Given.ImportAsync(first, Index, MadeFrom(delivery));
        await Given.ImportAsync(second, Index, MadeFrom(Version(first)));
        await Given.ImportAsync(third, Index);
        await DerivedAsync(Version(third), Version(second));
        await DoneAsync(ReleaseAsync(parties.Editor, agreement, first));

        await NotDerivedAsync(Version(third), Version(second));

        await ShouldBeFreeAsync(first, third);
        await ShouldBeBoundAsync(second);
    }

    [Fact]
    public async Task What_is_made_of_released_data_since_is_bound_only_for_as_long_as_something_else_binds_it()
    {
        var parties = await PartiesAsync();
        var (_, agreement, delivery) = await SharedAsync(parties);
        var (first, second, third) = (await Given.DatasetAsync(), await Given.DatasetAsync(), await Given.DatasetAsync());
        await Given.ImportAsync(first, Index, MadeFrom(delivery));
        await Given.ImportAsync(second, Index, MadeFrom(delivery));
        await DoneAsync(ReleaseAsync(parties.Editor, agreement, first));
        Api.Time.UtcNow += TimeSpan.FromSeconds(1);
        await Given.ImportAsync(third, Index, MadeFrom(Version(first)));
        await ShouldBeFreeAsync(third);
        await DerivedAsync(Version(third), Version(second));
        await ShouldBeBoundAsync(third);

        await NotDerivedAsync(Version(third), Version(second));

        await ShouldBeFreeAsync(third);
    }

    [Fact]
    public async Task What_was_made_of_released_data_is_free_when_these_turn_out_not_to_be_made_of_bound_ones()
    {
        var parties = await PartiesAsync();
        var (_, agreement, delivery) = await SharedAsync(parties);
        var (first, second) = (await Given.DatasetAsync(), await Given.DatasetAsync());
        await Given.ImportAsync(first, Index);
        await Given.ImportAsync(second, Index, MadeFrom(Version(first)));
        await DerivedAsync(Version(first), delivery);
        await ShouldBeBoundAsync(first, second);
        await DoneAsync(ReleaseAsync(parties.Editor, agreement, first));
        await ShouldBeBoundAsync(second);

        await NotDerivedAsync(Version(first), delivery);

        await ShouldBeFreeAsync(first, second);
    }

    [Fact]
    public async Task What_agents_say_of_data_is_not_bound_by_what_they_cite()
    {
        var (_, _, delivery) = await SharedAsync(await PartiesAsync());
        var (cited, spokenOf, agent, other) = (await Given.DatasetAsync(), await Given.DatasetAsync(), await Admin.AgentAsync(), await Admin.AgentAsync());
        await Given.ImportAsync(cited, Index);
        await Given.ImportAsync(spokenOf, Index);
        string[] citations = [$"{cited}@1", $"https://example.org/{cited}"];
        var said = await Admin.CreatedAsync("/v1/interpretations", new { agent, target = new { kind = "dataset", dataset = spokenOf }, stance = "contests", text = "t", language = "en", citations });
        await Admin.CreatedAsync($"/v1/datasets/{spokenOf}/impacts", new { agent, direction = "disadvantage", level = "state", severity = "high", effect = "drove", text = "t", language = "en", citations });
        var fact = await Admin.CreatedAsync($"/v1/datasets/{spokenOf}/jurisdictions", new { agent, aspect = "stored", place = "404", law = "A data act", basis = "b" });
        await Admin.CreatedAsync($"/v1/datasets/{spokenOf}/jurisdictions/{fact.Number("id")}/disputes", new { agent = other, claim = "c", citations });

        await DerivedAsync(Version(cited), delivery);
        await DerivedAsync(citations[1], delivery);
        await DerivedAsync($"v1/datasets/{spokenOf}/interpretations/{said.Number("id")}", Version(cited));

        await ShouldBeBoundAsync(cited);
        await ShouldBeFreeAsync(spokenOf);
    }

    [Fact]
    public async Task What_is_made_of_an_observation_a_series_or_an_answer_is_bound_as_their_data_are()
    {
        var (_, _, delivery) = await SharedAsync(await PartiesAsync());
        var shared = await Given.DatasetAsync();
        await Given.ImportAsync(shared, Index);
        var observation = Text((await Admin.GetJsonAsync(Observations(shared))).GetProperty("items")[0], "id");
        string[] parts = [$"v1/observations/{observation}", $"{Version(shared)}/series/FLOOD_INDEX", $"v1/trends?area=404&dataset={shared}&series=FLOOD_INDEX"];
        var made = new List<string>();
        foreach (var part in parts)
        {
            made.Add(await Given.DatasetAsync());
            await Given.ImportAsync(made[^1], Index, MadeFrom(part));
        }
        await ShouldBeFreeAsync([.. made]);

        await DerivedAsync(Version(shared), delivery);

        await ShouldBeBoundAsync([shared, .. made]);
    }

    private async Task ShouldBeFreeAsync(params string[] datasets)
    {
        foreach (var dataset in datasets) (await Anonymous.GetAsync(Observations(dataset), Stop)).StatusCode.ShouldBe(HttpStatusCode.OK, dataset);
    }

    private async Task ShouldBeBoundAsync(params string[] datasets)
    {
        foreach (var dataset in datasets) (await (await Anonymous.GetAsync(Observations(dataset), Stop)).RefusedAsync(403)).Type.ShouldBe("terms-not-met", dataset);
    }

    public sealed class OnSqlite(UnsweptSqliteApi api) : BindingTests(api), IClassFixture<UnsweptSqliteApi>;

    public sealed class OnPostgres(UnsweptPostgresApi api) : BindingTests(api), IClassFixture<UnsweptPostgresApi>;
}
