using System.Globalization;
using System.Text.Json;
using DataDiplomacy.Api.Tests.Docs;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Abuse;

/// <summary>Random requests made from our own OpenAPI document: whatever is sent, the answer is one that the document declares, and never a failure.</summary>
/// <remarks>The seed and the number may be set: <c>ABUSE_SEED</c>, <c>ABUSE_REQUESTS</c> (100,000 before a release).</remarks>
public sealed class AbuseTests(AbusedServer server) : ApiTests(server), IClassFixture<AbusedServer>
{
    private const int Most = 40;

    private static int Requests => Setting("ABUSE_REQUESTS", 2_000);

    private static int Seed => Setting("ABUSE_SEED", 20_261_125);

    [Fact]
    public async Task Answers_as_the_document_says_whatever_is_sent()
    {
        var document = DescribedDocument.Parse(await Anonymous.GetStringAsync("/openapi/v1.json", Stop));
        var generator = new RequestGenerator(document, Seed);
        var findings = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var statuses = new SortedDictionary<int, int>();

        for (var i = 0; i < Requests && findings.Count < Most; i++)
        {
            var request = generator.Next();
            var (status, type, body) = await SendAsync(i % 5 == 0 ? Anonymous : Admin, request);
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            foreach (var fault in AnswerCheck.Faults(request.Operation, status, type, body).Take(1))
                findings.TryAdd($"{request.Operation.Id}: {fault}", $"request {i}: {request}\n    {body[..Math.Min(300, body.Length)]}");
            if (status is 201 or 202) Learn(generator, status, body);
        }

        TestContext.Current.SendDiagnosticMessage(string.Join(", ", statuses.Select(s => $"{s.Value} x {s.Key}")));
        findings.Select(f => $"{f.Key}\n  {f.Value}").ShouldBeEmpty();
        // Only refusals would prove little.
        statuses.GetValueOrDefault(200).ShouldBeGreaterThan(Requests / 20);
    }

    [Fact]
    public async Task Makes_the_same_requests_from_the_same_seed()
    {
        var document = DescribedDocument.Parse(await Anonymous.GetStringAsync("/openapi/v1.json", Stop));
        var (one, two, other) = (new RequestGenerator(document, 1), new RequestGenerator(document, 1), new RequestGenerator(document, 2));

        var first = Enumerable.Range(0, 200).Select(_ => one.Next().ToString()).ToList();

        Enumerable.Range(0, 200).Select(_ => two.Next().ToString()).ShouldBe(first);
        Enumerable.Range(0, 200).Select(_ => other.Next().ToString()).ShouldNotBe(first);
    }

    private static async Task<(int Status, string? Type, string Body)> SendAsync(HttpClient client, GeneratedRequest request)
    {
        using var message = request.ToMessage();
        using var response = await client.SendAsync(message, Stop);
        return ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(Stop));
    }

    private static void Learn(RequestGenerator generator, int status, string body)
    {
        // A new key stands beside its secret, one level down: it is not asked for again.
        if (JsonSerializer.Deserialize<JsonElement>(body).TryGetProperty("id", out var id))
        {
            generator.Learn(status == 201 ? "id" : "importId", id.ToString());
        }
    }

    private static int Setting(string name, int usual) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
}
