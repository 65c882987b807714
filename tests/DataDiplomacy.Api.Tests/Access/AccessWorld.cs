using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Access;

/// <summary>A data set of each label with versions, series, areas and codes of its own, and a client of each kind of caller.</summary>
internal sealed class AccessWorld
{
    public static readonly string[] Labels = ["public", "internal", "confidential"];

    public static readonly string[] Names = ["anonymous", "reader", "editor", "verifier", "admin"];

    private readonly Dictionary<string, string> _imports = [];
    private readonly Dictionary<string, AddedEvidence> _records = [];
    private readonly Dictionary<string, string> _assessments = [];
    private readonly Dictionary<string, string> _agreements = [];
    private readonly Dictionary<string, string> _negotiations = [];
    private readonly ApiFixture _api;
    private readonly Dictionary<string, string> _unreviewed = [];
    private HttpClient? _asker;
    private HttpClient? _reviewer;
    private int _count;
    private string _checkpoint = "";
    private string _note = "";

    private AccessWorld(ApiFixture api, IReadOnlyList<HttpClient> callers) => (_api, Callers, Talks, Said) = (api, callers, new TalkWorld(api, callers[^1]), new SaidWorld(api.Admin, Fill));

    /// <summary>In the order of <see cref="Names"/>.</summary>
    public IReadOnlyList<HttpClient> Callers { get; }

    /// <summary>Negotiations and agreements on the data sets.</summary>
    public TalkWorld Talks { get; }

    /// <summary>What is said of the data sets: interpretations, uses, impacts, jurisdictions.</summary>
    public SaidWorld Said { get; }

    public static async Task<AccessWorld> CreateAsync(ApiFixture api)
    {
        var world = new AccessWorld(api,
            [api.Anonymous, await api.ClientAsync(Role.Reader), await api.ClientAsync(Role.Editor), await api.ClientAsync(Role.Verifier), await api.ClientAsync(Role.Admin)]);
        foreach (var label in Labels)
        {
            await world.RegisterAsync("walk-" + label, label);
            foreach (var value in new[] { "1", "2" })
                world._imports[label] = (await api.Given.ImportAsync("walk-" + label, world.Fill(File(value), label), "format=ndjson")).Id;
            await world.TargetAsync(label);
            await world.AgentAsync(label);
            await world.Said.AllAsync(label);
            world._records[label] = await world.RecordAsync(label);
            world._assessments[label] = await world.AssessAsync(label);
            world._agreements[label] = await world.Talks.AgreementAsync("walk-" + label);
            world._negotiations[label] = await world.Talks.NegotiationOfAsync(world._agreements[label]);
            await world.Talks.HoldAsync(world._agreements[label], "walk-" + label);
            await world.Talks.OfferAsync("walk-" + label);
        }

        // A proof makes the server seal what is not sealed yet; the second line of a checkpoint is its size.
        await api.Admin.GetStringAsync($"/v1/evidence/{world._records[Labels[0]].Id}/proof");
        world._note = await api.Anonymous.GetStringAsync("/log/checkpoint");
        world._checkpoint = world._note.Split('\n')[1];
        return world;
    }

    /// <summary>Puts the names of the data set with this label into a text.</summary>
    public string Fill(string text, string label) => NamesOf(label).Aggregate(text, (t, name) => t.Replace($"{{{name.Key}}}", name.Value, StringComparison.Ordinal));

    /// <summary>A data set of this label without versions, which a request may change or delete.</summary>
    public async Task<string> EmptyAsync(string label)
    {
        var id = $"walk-empty-{++_count}";
        await RegisterAsync(id, label);
        return id;
    }

    /// <summary>A key that a request may revoke, by its id.</summary>
    public async Task<string> KeyAsync()
    {
        var answer = await _api.Admin.PostAsJsonAsync("/v1/keys", new { name = "of the walk", role = "reader" });
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return (await answer.ReadAsync<JsonElement>()).GetProperty("key").GetProperty("id").GetString() ?? "";
    }

    /// <summary>A record of whose erasure somebody else has asked.</summary>
    public async Task<string> DoomedAsync(string label)
    {
        var added = await _api.Given.EvidenceAsync("Doomed " + ++_count, SensitivityOf(label));
        var asker = _asker ??= await _api.ClientAsync(Role.Admin);
        (await asker.PostAsJsonAsync($"/v1/evidence/{added.Id}/erasure", new { reason = "of the walk", legalBasis = "none" })).IsSuccessStatusCode.ShouldBeTrue();
        return added.Id;
    }

    /// <summary>A statement that somebody made, by its number.</summary>
    public async Task<string> StatementAsync()
    {
        var thing = $"urn:walk:thing-{++_count}";
        var stated = await _api.Admin.PostAsJsonAsync("/v1/provenance?handling=public", new { wasDerivedFrom = new Dictionary<string, object> { ["_:d"] = new Dictionary<string, string> { ["prov:generatedEntity"] = thing, ["prov:usedEntity"] = "urn:walk:origin" } } });
        stated.IsSuccessStatusCode.ShouldBeTrue(await stated.Content.ReadAsStringAsync());
        return (await _api.Admin.GetJsonAsync($"/v1/provenance/{thing}")).GetProperty("edges")[0].GetProperty("statement").GetRawText();
    }

    /// <summary>A fact that a request may end, where its path names one: a delegation or a role of the agent of this label.</summary>
    public async Task<string> FactAsync(string path, string label)
    {
        var day = Fill("{day}", label);
        return path.Contains("{delegation}", StringComparison.Ordinal) ? await Said.FactAsync("/v1/agents/{agent}/acts-for", new { agent = Fill("{other}", label) }, label)
            : path.Contains("{role}", StringComparison.Ordinal) ? await Said.FactAsync("/v1/datasets/{set}/roles", new { agent = Fill("{agent}", label), role = "funder", from = day, to = day }, label)
            : path.Contains("{fact}", StringComparison.Ordinal) ? await Said.OneAsync(path, label)
            : "";
    }

    public string NewId() => $"walk-new-{++_count}";

    /// <summary>
    /// A report and three assessments by nobody of the callers: one with all there is to say, which was reviewed, one of another record that stays unreviewed, and the one
    /// that is given back, which each of the callers may review.
    /// </summary>
    private async Task<string> AssessAsync(string label)
    {
        var (assessments, reviewer) = ($"/v1/evidence/{_records[label].Id}/assessments", _reviewer ??= await _api.ClientAsync(Role.Admin));
        var other = await _api.Given.EvidenceAsync("Linked to " + label, SensitivityOf(label));
        var third = await _api.Given.EvidenceAsync("Against " + label, SensitivityOf(label));
        await PostAsync(_api.Admin, $"/v1/evidence/{_records[label].Id}/verifications", new { profile = "default" });
        var whole = await PostAsync(_api.Admin, assessments, new
        {
            claim = "Of the walk, whole",
            sourceReliability = "B",
            sourceBasis = "b",
            informationCredibility = 2,
            informationBasis = "b",
            likelihood = "likely",
            confidence = "low",
            alternatives = new[] { "another" },
            conflictOfInterest = "none",
            supporting = new[] { new { record = other.Id, note = "n", originGroup = "g" } },
            contradicting = new[] { new { record = third.Id, note = "n", originGroup = "h" } },
        });
        var judgement = new { claim = "Of the walk", sourceReliability = "F", sourceBasis = "none", informationCredibility = 6, informationBasis = "none" };
        await PostAsync(reviewer, $"{assessments}/{whole}/reviews", new { judgement.sourceReliability, judgement.sourceBasis, judgement.informationCredibility, judgement.informationBasis });
        await PostAsync(_api.Admin, $"/v1/evidence/{other.Id}/assessments", judgement);
        _unreviewed[label] = other.Id;
        return await PostAsync(_api.Admin, assessments, judgement);
    }

    private static async Task<string> PostAsync(HttpClient by, string path, object body)
    {
        var answer = await by.PostAsJsonAsync(path, body);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return (await answer.ReadAsync<JsonElement>()).GetProperty("id").GetString() ?? "";
    }

    private Dictionary<string, string> NamesOf(string label)
    {
        var mark = "QW" + label[..3].ToUpperInvariant();
        return new()
        {
            ["set"] = "walk-" + label,
            ["agent"] = "walk-agent-" + label,
            ["other"] = "walk-other-" + label,
            ["day"] = new DateOnly(2000, 1, 1).AddDays(++_count).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["series"] = mark + "_S",
            ["area"] = mark + "_A",
            ["list"] = mark + "DIM",
            ["mark"] = mark.ToLowerInvariant(),
            ["title"] = mark,
            ["label"] = label,
            ["sensitivity"] = SensitivityOf(label),
            ["record"] = _records.GetValueOrDefault(label)?.Id ?? "",
            ["digest"] = _records.GetValueOrDefault(label)?.Sha256 ?? "",
            ["agreed"] = _agreements.GetValueOrDefault(label, ""),
            ["negotiated"] = _negotiations.GetValueOrDefault(label, ""),
            ["assessment"] = _assessments.GetValueOrDefault(label, ""),
            ["unreviewed"] = _unreviewed.GetValueOrDefault(label, ""),
            ["checkpoint"] = _checkpoint,
            ["note"] = JsonEncodedText.Encode(_note).ToString(),
            ["import"] = _imports.GetValueOrDefault(label, ""),
        };
    }

    /// <summary>The label of evidence that the same callers may see.</summary>
    private static string SensitivityOf(string label) => label == "internal" ? "restricted" : label;

    private async Task<AddedEvidence> RecordAsync(string label)
    {
        var said = new { kind = "document", title = "t", sensitivity = SensitivityOf(label), @case = "walk-" + label, claimedPlace = new { latitude = 47.5, longitude = 19.05 } };
        using var form = Given.EvidenceForm(said, Encoding.UTF8.GetBytes(label));
        return await (await _api.Admin.PostAsync("/v1/evidence", form)).ReadAsync<AddedEvidence>();
    }

    private async Task TargetAsync(string label)
    {
        var answer = await _api.Admin.PutAsJsonAsync(Fill("/v1/sdg/targets/{series}", label), new { direction = "increase", target = 100, source = "of the walk" });
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>An agent of this label with a role on the data set, that acts for another one.</summary>
    private async Task AgentAsync(string label)
    {
        foreach (var id in new[] { "{agent}", "{other}" })
            (await _api.Admin.PostAsJsonAsync("/v1/agents", new { id = Fill(id, label), kind = "ngo", name = "n", handling = label, country = "404" })).IsSuccessStatusCode.ShouldBeTrue();
        var role = await Said.FactAsync("/v1/datasets/{set}/roles", new { agent = Fill("{agent}", label), role = "manager", version = 1, from = "2000-01-01" }, label);
        await Said.FactAsync($"/v1/datasets/{{set}}/roles/{role}/end", new { to = "2020-01-01", note = "n" }, label);
        var delegation = await Said.FactAsync("/v1/agents/{agent}/acts-for", new { agent = Fill("{other}", label), from = "2000-01-01" }, label);
        await Said.FactAsync($"/v1/agents/{{agent}}/acts-for/{delegation}/end", new { to = "2020-01-01", note = "n" }, label);
    }

    private async Task RegisterAsync(string id, string label)
    {
        var title = Fill("{title} registry", label);
        var answer = await _api.Admin.PostAsJsonAsync("/v1/datasets", new { id, title, sourceKind = "online", licence = "CC0-1.0", redistribution = "open", handling = label });
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Three series of twenty years in one area, whose level shifts in 2010: long enough for every analysis to say something.</summary>
    private static string File(string value) => string.Join('\n', new[] { "", "_B", "_C" }.SelectMany((suffix, i) => Enumerable.Range(2000, 20).Select(year => JsonSerializer.Serialize(new
    {
        indicators = new[] { "1.1.1" },
        series = "{series}" + suffix,
        seriesTitle = "{title} counts",
        area = "{area}",
        areaName = "{title} League",
        period = year.ToString(CultureInfo.InvariantCulture),
        value = (year < 2010 ? "1" : "3") + year * (7 + 3 * i) % 10 + "." + value,
        dimensions = new Dictionary<string, string> { ["{list}"] = "RED" },
    }))));
}
