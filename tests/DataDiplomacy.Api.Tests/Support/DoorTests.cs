using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;

namespace DataDiplomacy.Api.Tests.Support;

/// <summary>Tests through the REST door of a server with the demo, and with a public and a confidential data set that name areas and codes of their own.</summary>
public abstract class DoorTests(DoorTests.Server server) : IClassFixture<DoorTests.Server>
{
    protected Server Host => server;

    protected Task<JsonElement> GetAsync(string path) => ReadAsync(server.Anonymous, path, 200);

    protected Task<JsonElement> GetAsAdminAsync(string path) => ReadAsync(server.Admin, path, 200);

    protected Task<JsonElement> RefusedAsync(string path, int status) => ReadAsync(server.Anonymous, path, status);

    protected static string[] Texts(JsonElement array, string? property = null) =>
        [.. array.EnumerateArray().Select(e => (property is null ? e : e.GetProperty(property)).GetString() ?? "")];

    private static async Task<JsonElement> ReadAsync(HttpClient client, string path, int status)
    {
        var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        ((int)response.StatusCode).ShouldBe(status, text);
        return JsonDocument.Parse(text).RootElement;
    }

    public sealed class Server : WebApplicationFactory<Program>, IAsyncLifetime
    {
        private const string Key = "door-tests";
        private readonly string _folder = Directory.CreateTempSubdirectory("door-").FullName;

        public HttpClient Anonymous { get; private set; } = new();

        public HttpClient Admin { get; private set; } = new();

        public async ValueTask InitializeAsync()
        {
            Anonymous = CreateClient();
            Admin = CreateClient();
            Admin.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
            await ImportAsync("open-set", "public", """
                s,title,i,a,name,t,v,c
                OPEN_BIRDS,Birds seen by post,15.5.1,XU27,Union of twenty-seven,2020,1,RED
                OPEN_BIRDS,Birds seen by post,15.5.1,404,Kenya,2020,2,_T
                """);
            await ImportAsync("closed-set", "confidential", """
                s,title,i,a,name,t,v,c
                CLOSED_BIRDS,Birds seen at the hideout,15.5.1,XHID,Hidden Alliance,2020,1,BLACK
                """);
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            SqliteConnection.ClearAllPools();
            Directory.Delete(_folder, recursive: true);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("Database:Provider", "Sqlite");
            builder.UseSetting("Database:ConnectionString", $"Data Source={Path.Combine(_folder, "door.db")}");
            builder.UseSetting("Storage:Path", Path.Combine(_folder, "storage"));
            builder.UseSetting("Access:BootstrapKey", Key);
            builder.UseSetting("Logging:LogLevel:Default", "Warning");
        }

        private async Task ImportAsync(string id, string handling, string csv)
        {
            var mapping = new { series = "s", seriesTitle = "title", indicator = "i", area = "a", areaName = "name", period = "t", value = "v", dimensions = new Dictionary<string, string> { ["COLOUR"] = "c" } };
            var registered = await Admin.PostAsJsonAsync("/v1/datasets",
                new { id, title = $"The {id}", sourceKind = "online", licence = "CC0-1.0", redistribution = "open", handling, mapping });
            registered.IsSuccessStatusCode.ShouldBeTrue(await registered.Content.ReadAsStringAsync());
            var accepted = await Admin.PostAsync($"/v1/datasets/{id}/imports?format=csv", new StringContent(csv, Encoding.UTF8, "text/csv"));
            accepted.IsSuccessStatusCode.ShouldBeTrue(await accepted.Content.ReadAsStringAsync());
            // The events end when the import is over.
            await Admin.GetStringAsync($"{accepted.Headers.Location}/events");
            (await Admin.GetStringAsync(accepted.Headers.Location)).ShouldContain("\"succeeded\"");
        }
    }
}
