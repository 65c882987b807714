using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Catalogue.Provenance;

/// <summary>What tests of provenance send and read.</summary>
public abstract class ProvenanceDoorTests(ApiFixture api) : ApiTests(api)
{
    protected const string Base = "http://localhost:5080/";
    protected const string File = "SeriesCode,GeoAreaCode,TimePeriod,Value\nSI_POV,404,2010,1\nSI_POV,404,2011,2\n";

    protected static string Version(string dataset) => $"{Base}v1/datasets/{dataset}/versions/1";

    protected static string Derived(string result, string source) =>
        """{"wasDerivedFrom":{"_:d":{"prov:generatedEntity":"RESULT","prov:usedEntity":"SOURCE"}}}""".Replace("RESULT", result).Replace("SOURCE", source);

    /// <summary>One thing, three made of it, nine of these, and so on; each also rests on the thing before the one it was made of.</summary>
    protected static string Fan(string place, int count)
    {
        var steps = Enumerable.Range(1, count).SelectMany(i => new[] { (From: i, To: (i - 1) / 3), (From: i, To: Math.Max(0, ((i - 1) / 3) - 1)) });
        var records = steps.Select((step, n) => $"\"_:d{n}\":{{\"prov:generatedEntity\":\"{place}/{step.From}\",\"prov:usedEntity\":\"{place}/{step.To}\"}}");
        return "{\"wasDerivedFrom\":{" + string.Join(",", records) + "}}";
    }

    protected Task<HttpResponseMessage> StateAsync(string document, string handling = "public") => Admin.PostAsync($"/v1/provenance?handling={handling}", Body(document), Stop);

    protected static StringContent Body(string json) => new(json, Encoding.UTF8, "application/json");

    protected async Task<string> ObservationAsync(string dataset) =>
        (await Admin.GetJsonAsync($"/v1/observations?dataset={dataset}&series=SI_POV")).GetProperty("items")[0].GetProperty("id").GetString() ?? "";

    protected async Task<int> CountAsync()
    {
        await using var context = await Api.ContextAsync();
        return context.ProvenanceStatements.Count();
    }

    private static string Short(string? iri) => (iri ?? "").Replace(Base, "");

    protected static IReadOnlyList<string> Labels(JsonElement graph) =>
        [.. graph.GetProperty("nodes").EnumerateArray().Select(n => $"{n.GetProperty("depth").GetInt32()} {n.GetProperty("kind").GetString()} {n.GetProperty("label").GetString()}")];

    protected static IReadOnlyList<string> Edges(JsonElement graph) =>
        [.. graph.GetProperty("edges").EnumerateArray().Select(e => $"{Short(e.GetProperty("from").GetString())} {e.GetProperty("relation").GetString()} {Short(e.GetProperty("to").GetString())}")];

    protected static IReadOnlyList<string> Reasons(JsonElement graph) => [.. graph.GetProperty("partialReasons").EnumerateArray().Select(r => r.GetString() ?? "")];

    protected static JsonElement Node(JsonElement graph, string iri) => graph.GetProperty("nodes").EnumerateArray().First(n => Short(n.GetProperty("id").GetString()).StartsWith(iri, StringComparison.Ordinal));

    protected static string? Attribute(JsonElement node, string name) =>
        node.GetProperty("attributes").EnumerateArray().First(a => a.GetProperty("name").GetString() == $"{Base}ns#{name}").GetProperty("value").GetString();
}
