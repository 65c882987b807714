using DataDiplomacy.Api;
using Microsoft.AspNetCore.Builder;

namespace DataDiplomacy.Benchmarks;

/// <summary>
/// Our routes without what stands before them (audit, headers, cross-origin, compression, problems, rate limits, access, entity tags, repeatable
/// writes): what the pipeline costs is the difference to the server. It is no way to run the server, and exists here only.
/// </summary>
public static class BareServer
{
    public static async Task RunAsync()
    {
        var app = ApiHost.CreateBuilder([]).Build();
        app.UseRouting();
        app.MapRoutes();
        await app.PrepareAsync();
        await app.RunAsync();
    }
}
