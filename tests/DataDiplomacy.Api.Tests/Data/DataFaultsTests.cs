using System.Net;
using System.Net.Http.Json;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DataDiplomacy.Api.Tests.Data;

public class DataFaultsTests(DataFaultsTests.Server server) : IClassFixture<DataFaultsTests.Server>, IAsyncLifetime
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await server.StartAsync();

    [Theory]
    [InlineData(5, "busy")]
    [InlineData(6, "busy")]
    [InlineData(13, "storage-full")]
    [InlineData(1, null)]
    public void Tells_what_SQLite_says(int code, string? slug)
    {
        (DataFaults.Refusal(new DbUpdateException("outer", new SqliteException("inner", code)))?.Problem.Slug).ShouldBe(slug);
    }

    [Theory]
    [InlineData("53100", "storage-full")]
    [InlineData("40P01", "busy")]
    [InlineData("53300", "busy")]
    [InlineData("23505", null)]
    public void Tells_what_PostgreSQL_says(string state, string? slug)
    {
        (DataFaults.Refusal(new PostgresException("text", "ERROR", "ERROR", state))?.Problem.Slug).ShouldBe(slug);
    }

    [Fact]
    public async Task A_full_database_refuses_writes_goes_on_reading_and_recovers()
    {
        server.Disk.IsFull = true;
        var answers = new List<HttpResponseMessage>();
        while (answers.Count < 50 && answers.LastOrDefault() is not { StatusCode: HttpStatusCode.InsufficientStorage })
            answers.Add(await RegisterAsync($"large-{answers.Count}"));

        (await answers[^1].RefusedAsync(507)).Type.ShouldBe("storage-full");
        (await server.Anonymous.GetAsync("/v1/datasets", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        server.Disk.IsFull = false;
        (await RegisterAsync("after")).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    private Task<HttpResponseMessage> RegisterAsync(string id) => server.Admin.PostAsJsonAsync("/v1/datasets", new
    {
        id,
        title = "A large one",
        description = new string('x', 4_000),
        sourceKind = "text",
        licence = "CC0-1.0",
        redistribution = "open",
        handling = "public",
    }, Stop);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Lets the database not grow while the disk is full.</summary>
    public sealed class SmallDisk : DbConnectionInterceptor
    {
        public bool IsFull { get; set; }

        public override async Task ConnectionOpenedAsync(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = IsFull ? "PRAGMA max_page_count=1" : "PRAGMA max_page_count=1000000"; // SQLite takes what is used already for the least.
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public sealed class Server(PostgresServer postgres) : ApiFixture(DatabaseProvider.Sqlite, postgres)
    {
        internal SmallDisk Disk { get; } = new();

        protected override void Configure(IServiceCollection services) =>
            services.ConfigureDbContext<SqliteContext>(o => o.AddInterceptors(Disk));
    }
}
