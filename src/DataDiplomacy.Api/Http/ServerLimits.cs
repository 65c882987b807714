using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace DataDiplomacy.Api.Http;

/// <summary>What one connection may take of the server, so that slow or large requests do not cost others theirs.</summary>
public static class ServerLimits
{
    /// <summary>Largest body where a route says nothing else, bytes; imports and statistics have limits of their own.</summary>
    public const int BodyBytes = 1024 * 1024;

    public static void AddServerLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(Apply);
        // Answers that have begun are finished; what is acknowledged is durable anyway.
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(30));
    }

    private static void Apply(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        var limits = server.Limits;
        limits.MaxConcurrentConnections = 1_000;
        limits.MaxConcurrentUpgradedConnections = 100;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(130);
        limits.MaxRequestBodySize = BodyBytes;
        limits.MaxRequestLineSize = 16 * 1024;
        limits.MaxRequestHeadersTotalSize = 32 * 1024;
        limits.MaxRequestHeaderCount = 100;
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
    }
}
