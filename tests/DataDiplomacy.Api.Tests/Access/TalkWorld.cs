using System.Net.Http.Json;
using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Access;

/// <summary>Negotiations and agreements of the walk, new for each caller, who may change them. The admin who calls is the consumer, two other admins are the provider.</summary>
internal sealed class TalkWorld(ApiFixture api, HttpClient consumer)
{
    private static readonly object Policy = new Dictionary<string, object>
    {
        ["@type"] = "Offer",
        ["@id"] = "urn:walk",
        ["permission"] = new[] { new { action = "use", duty = new[] { new { action = "attribute" } } } },
    };

    private HttpClient? _asker;
    private HttpClient? _approver;

    /// <summary>A text with what it names among <c>{talk}</c>, <c>{asked}</c>, <c>{agreement}</c>, <c>{duty}</c>, <c>{moving}</c> and <c>{bound}</c> made for this request.</summary>
    public async Task<string> FillAsync(string text, string dataset)
    {
        if (text.Contains("{talk}", StringComparison.Ordinal)) text = text.Replace("{talk}", await TalkAsync(dataset), StringComparison.Ordinal);
        if (text.Contains("{asked}", StringComparison.Ordinal)) text = text.Replace("{asked}", await AskedAsync(dataset, "offer"), StringComparison.Ordinal);
        if (text.Contains("{moving}", StringComparison.Ordinal)) text = text.Replace("{moving}", await MovingAsync(dataset), StringComparison.Ordinal);
        if (text.Contains("{bound}", StringComparison.Ordinal)) text = text.Replace("{bound}", await BoundAsync(dataset), StringComparison.Ordinal);
        if (!text.Contains("{agreement}", StringComparison.Ordinal)) return text;
        var agreement = await AgreementAsync(dataset);
        var duty = (await consumer.GetJsonAsync($"/v1/agreements/{agreement}")).GetProperty("duties")[0].GetProperty("key").GetString();
        return text.Replace("{agreement}", agreement, StringComparison.Ordinal).Replace("{duty}", duty, StringComparison.Ordinal);
    }

    public Task OfferAsync(string dataset) => PostAsync(consumer, $"/v1/datasets/{dataset}/offers", new { policy = Policy });

    public async Task<string> AgreementAsync(string dataset)
    {
        var talk = await AskedAsync(dataset, "agree");
        await PostAsync(_approver ??= await api.ClientAsync(Role.Admin), $"/v1/data-negotiations/{talk}/approvals/1", new { decision = "approve" });
        await PostAsync(consumer, $"/v1/data-negotiations/{talk}/moves", new { move = "verify", by = "consumer" });
        return (await PostAsync(consumer, $"/v1/data-negotiations/{talk}/moves", new { move = "finalize", by = "provider" })).GetProperty("agreement").GetString() ?? "";
    }

    public async Task<string> NegotiationOfAsync(string agreement) => (await consumer.GetJsonAsync($"/v1/agreements/{agreement}")).GetProperty("negotiation").GetString() ?? "";

    private async Task<string> TalkAsync(string dataset) =>
        (await PostAsync(consumer, "/v1/data-negotiations", new { dataset, consumer = new { name = "n", kind = "ngo" }, track = "II", policy = Policy })).GetProperty("id").GetString() ?? "";

    private async Task<string> AskedAsync(string dataset, string move)
    {
        var talk = await TalkAsync(dataset);
        await PostAsync(_asker ??= await api.ClientAsync(Role.Admin), $"/v1/data-negotiations/{talk}/moves", new { move, by = "provider", policy = move == "offer" ? Policy : null });
        return talk;
    }

    private async Task<string> MovingAsync(string dataset)
    {
        var agreement = await AgreementAsync(dataset);
        await PostAsync(consumer, $"/v1/agreements/{agreement}/transfers", new { });
        return agreement;
    }

    /// <summary>An agreement under which the data set <c>walk-made</c> is held, of which there is no more than its lineage.</summary>
    private async Task<string> BoundAsync(string dataset)
    {
        var agreement = await AgreementAsync(dataset);
        await HoldAsync(agreement, "walk-made");
        return agreement;
    }

    /// <summary>Lets a later version of a data set be made of what is delivered under an agreement.</summary>
    public async Task HoldAsync(string agreement, string made)
    {
        await PostAsync(consumer, $"/v1/agreements/{agreement}/transfers", new { });
        await PostAsync(consumer, $"/v1/agreements/{agreement}/transfers/1/moves", new { move = "start", by = "provider" });
        var derivation = new Dictionary<string, string> { ["prov:generatedEntity"] = $"http://localhost:5080/v1/datasets/{made}/versions/9", ["prov:usedEntity"] = $"http://localhost:5080/v1/agreements/{agreement}/transfers/1/data" };
        await PostAsync(consumer, "/v1/provenance", new { wasDerivedFrom = new Dictionary<string, object> { ["_:d"] = derivation } });
    }

    private static async Task<JsonElement> PostAsync(HttpClient by, string path, object body)
    {
        var answer = await by.PostAsJsonAsync(path, body);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return await answer.ReadAsync<JsonElement>();
    }
}
