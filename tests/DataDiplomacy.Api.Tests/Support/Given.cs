using System.Net;
using System.Net.Http.Json;
using System.Text;
using DataDiplomacy.Api.Observations.Imports;

namespace DataDiplomacy.Api.Tests.Support;

/// <summary>Makes what a test starts from, through the door; what the test does not name has a plain default.</summary>
public sealed class Given(HttpClient admin)
{
    private static int _count;

    /// <summary>A data set with an id of its own, which is returned.</summary>
    public async Task<string> DatasetAsync(string handling = "public", object? mapping = null, string title = "A data set of a test", string redistribution = "open")
    {
        var id = $"set-{Interlocked.Increment(ref _count)}";
        var response = await admin.PostAsJsonAsync("/v1/datasets", new
        {
            id,
            title,
            sourceKind = "officialStatistics",
            licence = "CC0-1.0",
            redistribution,
            handling,
            mapping,
        });
        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return id;
    }

    /// <summary>A finished import of a file in the layout of the UN's downloads, or in the format that the query names.</summary>
    public async Task<ImportView> ImportAsync(string dataset, string file, string query = "format=unsd-csv") =>
        await FinishAsync(await StartAsync(dataset, file, query));

    /// <summary>The answer to sending a file.</summary>
    public Task<HttpResponseMessage> StartAsync(string dataset, string file, string query = "format=unsd-csv") =>
        SendAsync(dataset, new StringContent(file, Encoding.UTF8, "text/csv"), query);

    public Task<HttpResponseMessage> SendAsync(string dataset, HttpContent body, string query) =>
        admin.PostAsync($"/v1/datasets/{dataset}/imports?{query}", body);

    /// <summary>The import that was accepted with this answer, when it is over.</summary>
    public async Task<ImportView> FinishAsync(HttpResponseMessage accepted)
    {
        accepted.StatusCode.ShouldBe(HttpStatusCode.Accepted, await accepted.Content.ReadAsStringAsync());
        return await FinishAsync(accepted.Headers.Location ?? throw new InvalidOperationException("The answer has no Location."));
    }

    /// <summary>The import at this address, when it is over: its events end then.</summary>
    public async Task<ImportView> FinishAsync(Uri import)
    {
        await admin.GetStringAsync($"{import}/events");
        var response = await admin.GetAsync(import);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await response.ReadAsync<ImportView>();
    }
}
