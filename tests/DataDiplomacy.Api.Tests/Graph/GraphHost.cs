using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using DataDiplomacy.Api.Graph;
using GraphQL;
using GraphQL.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DataDiplomacy.Api.Tests.Graph;

/// <summary>The door alone, over the atlas.</summary>
public sealed class GraphHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private GraphHost(WebApplication app) => this.app = app;

    public HttpClient Client => app.GetTestClient();

    public IServiceProvider Services => app.Services;

    public TestServer Server => app.GetTestServer();

    public Atlas Atlas => app.Services.GetRequiredService<Atlas>();

    public RecordedLog Log => app.Services.GetRequiredService<RecordedLog>();

    public DocumentCache Cache => app.Services.GetRequiredService<DocumentCache>();

    public static async Task<GraphHost> StartAsync(QueryLimits? limits = null, params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value)));
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<RecordedLog>();
        builder.Services.AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<RecordedLog>());
        builder.Services.AddSingleton<Atlas>();
        builder.Services.AddGraph<AtlasSchema>(limits);
        var app = builder.Build();
        app.MapGraph();
        app.MapGraphiQl();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app);
    }

    /// <summary>The schema as text, with lines ended by a line feed.</summary>
    public string Sdl()
    {
        var schema = app.Services.GetRequiredService<ISchema>();
        schema.Initialize();
        return schema.Print(new() { IncludeDescriptions = true, IncludeDeprecationReasons = true, StringComparison = StringComparison.Ordinal }).ReplaceLineEndings("\n");
    }

    public Task<ExecutionResult> ExecuteAsync(ExecutionOptions options)
    {
        options.Schema = app.Services.GetRequiredService<ISchema>();
        options.RequestServices ??= app.Services;
        return app.Services.GetRequiredService<IDocumentExecuter>().ExecuteAsync(options);
    }

    public async Task<GraphAnswer> PostAsync(string query, object? variables = null, string accept = GraphNegotiation.Response)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        return await SendAsync(request, accept);
    }

    public async Task<GraphAnswer> SendAsync(HttpRequestMessage request, string? accept = GraphNegotiation.Response)
    {
        if (accept is not null) request.Headers.Accept.ParseAdd(accept);
        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new((int)response.StatusCode, response.Content.Headers.ContentType, [.. response.Content.Headers.Allow], body);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

public sealed record GraphAnswer(int Status, MediaTypeHeaderValue? Type, IReadOnlyList<string> Allow, string Body)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);

    public string Data => Json.GetProperty("data").GetRawText();

    public IReadOnlyList<JsonElement> Errors => Json.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateArray()] : [];

    public string? Code => Errors[0].GetProperty("extensions").GetProperty("code").GetString();

    public string? Message => Errors[0].GetProperty("message").GetString();
}
