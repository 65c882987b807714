using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;

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

    /// <summary>Leaves an audit record of a verb that wrote, or read what is not public: by the command line, without the name of who sat there.</summary>
    public static async Task RecordAsync(WebApplication app, string verb, IReadOnlyList<string> datasets, int exit)
    {
        var entry = new AuditEntry
        {
            At = Instants.Truncate(app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime),
            Caller = Caller.CommandLine.Name,
            Method = "CLI",
            Route = verb,
            Datasets = datasets,
            Status = exit,
            TraceId = "",
            IsWrite = true,
        };
        await app.Services.GetRequiredService<AuditCommands>().WriteAsync([entry], CancellationToken.None);
    }

    /// <summary>A scope in which the caller is the command line.</summary>
    public static AsyncServiceScope CreateScope(WebApplication app)
    {
        var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCaller>().Caller = Caller.CommandLine;
        return scope;
    }
}
