using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;

namespace DataDiplomacy.Api.Commands;

/// <summary>The program without its server: the same services, the database brought up to date.</summary>
internal static class VerbHost
{
    public static async Task<WebApplication> StartAsync(CancellationToken cancellationToken)
    {
        var app = Build();
        await app.Services.GetRequiredService<DataSetup>().RunAsync(cancellationToken);
        return app;
    }

    /// <summary>The services alone; no database is touched.</summary>
    public static WebApplication Build()
    {
        var builder = ApiHost.CreateBuilder([]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        return builder.Build();
    }

    /// <summary>A scope in which the caller is the command line.</summary>
    public static AsyncServiceScope CreateScope(WebApplication app)
    {
        var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCaller>().Caller = Caller.CommandLine;
        return scope;
    }
}
