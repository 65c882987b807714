using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Catalogue.Agreements;

/// <summary>What tests of data share that were made of what somebody shared.</summary>
public abstract class SharedDataDoorTests(ApiFixture api) : AgreementDoorTests(api)
{
    private protected const string Gauges = "SeriesCode,GeoAreaCode,TimePeriod,Value\nRIVER_LEVEL,404,2010,3.1\nRIVER_LEVEL,404,2011,3.4\n";
    private protected const string Index = "SeriesCode,GeoAreaCode,TimePeriod,Value\nFLOOD_INDEX,404,2010,0.4\nFLOOD_INDEX,404,2011,0.7\n";
    private const string Digest = "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef";

    /// <summary>A data set that was shared, the agreement under which it was, and what was delivered under that.</summary>
    private protected async Task<(string Dataset, string Agreement, string Delivery)> SharedAsync(TalkingParties parties)
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, Gauges);
        var agreement = await AgreedAsync(parties, dataset, Policy());
        await TransferAsync(parties, agreement);
        return (dataset, agreement, $"v1/agreements/{agreement}/transfers/1/data");
    }

    private protected static async Task TransferAsync(TalkingParties parties, string agreement)
    {
        var transfers = $"/v1/agreements/{agreement}/transfers";
        await DoneAsync(parties.Consumer.PostAsJsonAsync(transfers, new { purpose = "flood-warning" }, Stop), HttpStatusCode.Created);
        await DoneAsync(parties.Editor.PostAsJsonAsync($"{transfers}/1/moves", new { move = "start", by = "provider" }, Stop));
        await DoneAsync(parties.Editor.PostAsJsonAsync($"{transfers}/1/moves", new { move = "complete", by = "provider", sha256 = Digest, bytes = Gauges.Length }, Stop));
    }

    /// <summary>States that one thing was derived from another, both without the base of their IRIs where they are of this server.</summary>
    private protected async Task DerivedAsync(string thing, string source)
    {
        const string Statement = """{"wasDerivedFrom":{"_:d":{"prov:generatedEntity":"RESULT","prov:usedEntity":"SOURCE"}}}""";
        await DoneAsync(Admin.PostAsync("/v1/provenance", Json(Statement.Replace("RESULT", Sent(thing)).Replace("SOURCE", Sent(source))), Stop), HttpStatusCode.Created);
    }

    /// <summary>Withdraws the statement that one thing was derived from another.</summary>
    private protected async Task NotDerivedAsync(string thing, string source)
    {
        var edges = (await Admin.GetJsonAsync($"/v1/provenance/{Uri.EscapeDataString(thing)}?depth=1")).GetProperty("edges").EnumerateArray();
        var number = edges.First(e => Text(e, "relation") == "wasDerivedFrom" && Text(e, "to") == Sent(source)).GetProperty("statement").GetInt64();
        (await Admin.DeleteAsync($"/v1/provenance/statements/{number}", Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    private protected static string MadeFrom(string thing) => "format=unsd-csv&madeFrom=" + Uri.EscapeDataString(Sent(thing));

    private protected static string Observations(string dataset) => $"/v1/observations?dataset={dataset}";

    private protected static string Version(string dataset, int number = 1) => $"v1/datasets/{dataset}/versions/{number}";

    private protected static Task<HttpResponseMessage> ForAsync(HttpClient by, string path, string purpose, EntityTagHeaderValue? known = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Data-Purpose", purpose } } };
        if (known is not null) request.Headers.IfNoneMatch.Add(known);
        return by.SendAsync(request, Stop);
    }

    private protected static StringContent Json(string text) => new(text, System.Text.Encoding.UTF8, "application/json");

    private protected static Task<HttpResponseMessage> ActAsync(HttpClient by, string agreement, object act) => by.PostAsJsonAsync($"/v1/agreements/{agreement}/actions", act, Stop);

    private protected static Task<HttpResponseMessage> ReleaseAsync(HttpClient by, string agreement, string dataset) =>
        by.PostAsJsonAsync($"/v1/agreements/{agreement}/releases", new { dataset, reason = "Made anew of open data." }, Stop);

    private static string Sent(string iri) => iri.StartsWith("http", StringComparison.Ordinal) ? iri : Base + iri;
}
