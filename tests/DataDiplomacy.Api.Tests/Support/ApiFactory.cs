using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Support;

/// <summary>The whole server in this process over one database, without the demo and with a clock that tests set.</summary>
public sealed class ApiFactory(
    TestDatabase database, FakeTime time, IReadOnlyDictionary<string, string>? settings = null, Action<IServiceCollection>? configure = null) : WebApplicationFactory<Program>
{
    public const string AdminKey = "test-admin";

    /// <summary>Folder of uploads, contents and keys.</summary>
    public string Storage => database.Storage;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Database:Provider", database.Provider.ToString());
        builder.UseSetting("Database:ConnectionString", database.ConnectionString);
        builder.UseSetting("Storage:Path", database.Storage);
        builder.UseSetting("Access:BootstrapKey", AdminKey);
        builder.UseSetting("Demo:Load", "false");
        // Sums of reads are written when a test reads them, and not in between.
        builder.UseSetting("Uses:FlushSeconds", "3600");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            builder.UseSetting(name, value);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(time);
            configure?.Invoke(services);
        });
    }

    /// <summary>A client that sends this key with each request; without one it is anonymous.</summary>
    public HttpClient ClientWith(string? key)
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        if (key is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }
}
