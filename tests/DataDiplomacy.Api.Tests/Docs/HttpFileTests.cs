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
            if (request.LocationVariable is { } name)
            {
                variables[name] = response.Headers.Location!.ToString().TrimStart('/');
                await WaitAsync(variables[name]);
            }

            var text = await response.Content.ReadAsStringAsync(Stop);
            var status = (int)response.StatusCode;
            status.ShouldBe(request.Expected ?? (status is >= 200 and < 300 ? status : 200), $"{file}, {request.Title}: {text}");
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

    /// <summary>An import is over when its events are.</summary>
    private async Task WaitAsync(string import) => await Admin.GetStringAsync($"/{import}/events", Stop);

    private static string Fill(string text, Dictionary<string, string> variables) =>
        variables.Aggregate(text, (t, v) => t.Replace("{{" + v.Key + "}}", v.Value, StringComparison.Ordinal));
}
