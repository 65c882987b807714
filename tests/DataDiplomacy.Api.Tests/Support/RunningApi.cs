using DataDiplomacy.Api.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DataDiplomacy.Api.Tests.Support;

/// <summary>The whole server on a port of its own, with an empty folder and the demo. Limits of bodies are those of Kestrel, so a test server would not do.</summary>
public class RunningApi : IAsyncLifetime
{
    public const string Key = "a-key-for-tests-only";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("datadiplomacy-");
    private WebApplication? app;

    public HttpClient Client { get; } = new();

    /// <summary>Settings beside those that every test has, as arguments of the program.</summary>
    protected virtual IEnumerable<string> Settings => [];

    protected string Folder => folder.FullName;

    public async ValueTask InitializeAsync()
    {
        var builder = ApiHost.CreateBuilder(
        [
            "--Urls=http://127.0.0.1:0",
            $"--Database:ConnectionString=Data Source={Path.Combine(folder.FullName, "test.db")};Pooling=False",
            $"--Storage:Path={Path.Combine(folder.FullName, "storage")}",
            $"--Access:BootstrapKey={Key}",
            .. Settings,
        ]);
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.UseHttp();
        app.MapRoutes();
        await app.PrepareAsync();
        await app.StartAsync();
        Client.BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>().ShouldNotBeNull().Addresses.Single());
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Client.Dispose();
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }
}
