using System.Net;
using System.Text;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Docs;

/// <summary>Every request of the .http files is sent, in the order of its file, to a server with the demo.</summary>
public sealed class HttpFileTests(DemoServer server) : ApiTests(server), IClassFixture<DemoServer>
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(Path.Combine(Repository.Root, "http"), "*.http").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Each_request_answers_as_the_file_says(string file)
    {
        var (requests, variables) = HttpRequestText.Parse(file, await File.ReadAllTextAsync(Path.Combine(Repository.Root, "http", file), Stop));
        variables["host"] = "http://localhost";

        foreach (var request in requests)
        {
            var response = await SendAsync(request, variables);
            if (request.Name is { } name)
            {
                await KeepAsync(name, response, variables);
            }

            var text = await response.Content.ReadAsStringAsync(Stop);
            var status = (int)response.StatusCode;
            status.ShouldBe(request.Expected ?? (status is >= 200 and < 300 ? status : 200), $"{file}, {request.Title}: {text}");
            Fill(request.Url + string.Concat(request.Headers), variables).ShouldNotContain("{{", customMessage: $"{file}, {request.Title}");
            text.ShouldNotContain("\"errors\":[{\"message\"", customMessage: $"{file}, {request.Title}");
        }

        requests.ShouldNotBeEmpty();
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestText request, Dictionary<string, string> variables)
    {
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), Fill(request.Url, variables));
        if (request.Body is not null)
        {
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Fill(request.Body, variables)));
        }

        foreach (var (name, value) in request.Headers.Select(h => (h.Name, Fill(h.Value, variables))))
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content!.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await Anonymous.SendAsync(message, Stop);
    }

    /// <summary>Keeps the headers of a named answer; an import that it accepted is over when its events are.</summary>
    private async Task KeepAsync(string name, HttpResponseMessage response, Dictionary<string, string> variables)
    {
        foreach (var header in response.Headers)
        {
            variables[$"{name}.response.headers.{header.Key}"] = string.Join(", ", header.Value);
        }

        if (response.StatusCode == HttpStatusCode.Accepted)
        {
            await Admin.GetStringAsync($"{response.Headers.Location}/events", Stop);
        }
    }

    private static string Fill(string text, Dictionary<string, string> variables) =>
        variables.Aggregate(text, (t, v) => t.Replace("{{" + v.Key + "}}", v.Value, StringComparison.Ordinal));
}
