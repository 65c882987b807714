using System.Collections.Concurrent;
using System.Text;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace DataDiplomacy.Api.Tests.Operations;

/// <summary>A collector of our own listens where the server is told to send its traces and metrics.</summary>
public sealed class TelemetryTests(PostgresServer postgres)
{
    [Fact]
    public async Task Sends_traces_and_metrics_where_it_is_told_without_what_was_asked_for()
    {
        var received = new ConcurrentDictionary<string, string>();
        var both = new TaskCompletionSource();
        await using var collector = Collector(received, both);
        await collector.StartAsync(Stop);
        using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, postgres);
        await using var server = new ApiFactory(database, new FakeTime(), new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Urls.First(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "100",
        });

        await server.ClientWith(null).GetStringAsync("/v1/search?q=whatsomebodylookedfor", Stop);
        await both.Task.WaitAsync(TimeSpan.FromSeconds(60), Stop);

        received["/v1/traces"].ShouldContain("/v1/search");
        received["/v1/metrics"].ShouldContain("http.server.request.duration");
        received.Values.ShouldAllBe(body => !body.Contains("whatsomebodylookedfor", StringComparison.Ordinal));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static WebApplication Collector(ConcurrentDictionary<string, string> received, TaskCompletionSource both)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/v1/{signal}", async (HttpContext http) =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            var text = Encoding.Latin1.GetString(body.ToArray());
            received.AddOrUpdate(http.Request.Path, text, (_, before) => before + text);
            if (received.TryGetValue("/v1/traces", out var traces) && traces.Contains("/v1/search", StringComparison.Ordinal)
                && received.TryGetValue("/v1/metrics", out var metrics) && metrics.Contains("http.server.request.duration", StringComparison.Ordinal))
            {
                both.TrySetResult();
            }
        });
        return app;
    }
}
