using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Access;

/// <summary>What agents of the walk say of its data sets.</summary>
/// <param name="admin">Who states it.</param>
/// <param name="fill">Puts the names of the data set with a label into a text.</param>
internal sealed class SaidWorld(HttpClient admin, Func<string, string, string> fill)
{
    private static readonly string[] Cited = ["https://example.org/walk"];

    private readonly Dictionary<string, string> _observations = [];

    /// <summary>A statement that a request may read, replace or end, by where its path names it.</summary>
    public Task<string> OneAsync(string path, string label)
    {
        if (path.Contains("/interpretations/", StringComparison.Ordinal)) return FactAsync("/v1/interpretations", Saying(label), label);
        if (path.Contains("/uses/", StringComparison.Ordinal)) return FactAsync("/v1/datasets/{set}/uses", Using(label), label);
        if (path.Contains("/impacts/", StringComparison.Ordinal)) return FactAsync("/v1/datasets/{set}/impacts", Doing(label), label);
        return path.Contains("/jurisdictions/{fact}", StringComparison.Ordinal) ? FactAsync("/v1/datasets/{set}/jurisdictions", Ruling(label), label) : DisputedAsync(label);
    }

    /// <summary>An interpretation, a use, an impact and a disputed law of the data set, each with all there is to say, in the place of one before.</summary>
    public async Task AllAsync(string label)
    {
        _observations[label] = (await admin.GetJsonAsync(fill("/v1/observations?series={series}&area={area}&limit=1", label))).GetProperty("items")[0].GetProperty("id").GetString() ?? "";
        await FactAsync("/v1/interpretations", Saying(label, await NumberAsync("/v1/interpretations", Saying(label), label)), label);
        var use = await NumberAsync("/v1/datasets/{set}/uses", Using(label, await NumberAsync("/v1/datasets/{set}/uses", Using(label), label)), label);
        await FactAsync("/v1/datasets/{set}/impacts", Doing(label, use, await NumberAsync("/v1/datasets/{set}/impacts", Doing(label), label)), label);
        var law = await FactAsync("/v1/datasets/{set}/jurisdictions", Ruling(label, await NumberAsync("/v1/datasets/{set}/jurisdictions", Ruling(label), label)), label);
        var dispute = await FactAsync($"/v1/datasets/{{set}}/jurisdictions/{law}/disputes", new { agent = fill("{other}", label), claim = "c", citations = Cited }, label);
        await FactAsync($"/v1/datasets/{{set}}/jurisdictions/disputes/{dispute}/end", new { status = "settled", outcome = "o" }, label);
    }

    /// <summary>States something through the door; its number.</summary>
    public async Task<string> FactAsync(string path, object body, string label)
    {
        var answer = await admin.PostAsJsonAsync(fill(path, label), body);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return (await answer.ReadAsync<JsonElement>()).GetProperty("id").GetInt64().ToString(CultureInfo.InvariantCulture);
    }

    private async Task<string> DisputedAsync(string label)
    {
        var fact = await FactAsync("/v1/datasets/{set}/jurisdictions", Ruling(label), label);
        return await FactAsync($"/v1/datasets/{{set}}/jurisdictions/{fact}/disputes", new { agent = fill("{other}", label), claim = "c", citations = Cited }, label);
    }

    private object Saying(string label, long? replaces = null) => new
    {
        agent = fill("{agent}", label),
        target = new { kind = "trend", request = fill("/v1/trends?series={series}&area={area}", label) },
        stance = "supports",
        text = "t",
        language = "en",
        confidence = "high",
        likelihood = "likely",
        method = "m",
        values = new[] { ObservationOf(label) },
        citations = Cited,
        replaces,
    };

    private object Using(string label, long? replaces = null) => new { agent = fill("{agent}", label), version = 2, purpose = "research", description = "d", citation = Cited[0], from = "2020-01-01", to = "2020-12-31", replaces };

    private object Doing(string label, long? use = null, long? replaces = null) => new
    {
        agent = fill("{agent}", label),
        version = 2,
        use,
        direction = "advantage",
        level = "state",
        affected = new[] { "state" },
        severity = "low",
        likelihood = "low",
        effect = "drove",
        text = "t",
        language = "en",
        citations = Cited,
        replaces,
    };

    private object Ruling(string label, long? replaces = null) =>
        new { agent = fill("{agent}", label), version = 2, aspect = "stored", place = "404", law = "l", lawUrl = Cited[0], basis = "b", from = "2020-01-01", to = "2020-12-31", replaces };

    /// <summary>An observation of the newest version, by its id.</summary>
    private string ObservationOf(string label) => _observations[label];

    private async Task<long> NumberAsync(string path, object body, string label) => long.Parse(await FactAsync(path, body, label), CultureInfo.InvariantCulture);
}
