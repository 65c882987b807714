using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Serialization;
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

    /// <summary>A record of evidence with this text as its content.</summary>
    public Task<AddedEvidence> EvidenceAsync(string content, string sensitivity = "public", string? onlyCase = null, HttpClient? by = null) =>
        EvidenceAsync(Encoding.UTF8.GetBytes(content), sensitivity, onlyCase, by);

    public async Task<AddedEvidence> EvidenceAsync(byte[] content, string sensitivity = "public", string? onlyCase = null, HttpClient? by = null)
    {
        using var form = EvidenceForm(new { kind = "document", title = "A document of a test", sensitivity, @case = onlyCase }, content);
        var response = await (by ?? admin).PostAsync("/v1/evidence", form);
        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return await response.ReadAsync<AddedEvidence>();
    }

    /// <summary>An upload in its two parts.</summary>
    public static MultipartFormDataContent EvidenceForm(object record, byte[] content)
    {
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new("text/plain");
        return new MultipartFormDataContent { { JsonContent.Create(record), "record" }, { file, "content", "test.txt" } };
    }

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

/// <summary>What taking a record in answers, as far as tests need it.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
public sealed record AddedEvidence(string Id, string Sha256, long LogIndex, IReadOnlyList<EvidenceEvent> Custody);

/// <summary>An event of custody, as far as tests need it.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
public sealed record EvidenceEvent(int Seq, string Type, long LogIndex, string Actor, string Entry, string EnvelopeSha256, string? Prev, System.Text.Json.JsonElement Envelope, IReadOnlyList<System.Text.Json.JsonElement> Disclosures);
