using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Reference;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace DataDiplomacy.Api.Tests.Support;

/// <summary>
/// One PostgreSQL for the whole test run, begun on first use: a private one from installed binaries in a folder of its own,
/// or the server of TEST_POSTGRES. Each database is a copy of a template that was migrated once.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private const string Missing =
        "No PostgreSQL: install it (apt-get install postgresql), or name a folder with its programs in TEST_POSTGRES_BIN or a server in TEST_POSTGRES.";

    private static readonly string? Given = Environment.GetEnvironmentVariable("TEST_POSTGRES") is { Length: > 0 } given ? given : null;
    private static readonly string? Programs = FindPrograms();

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "test-pg-" + Guid.NewGuid().ToString("N")[..8]);
    private readonly int _port = FreePort();
    private readonly string _prefix = "dd_test_" + Guid.NewGuid().ToString("N")[..8];
    private readonly Lazy<Task<string>> _template;
    private readonly List<string> _databases = [];
    private int _count;
    private bool _started;

    public PostgresServer() => _template = new(StartAsync);

    /// <summary>Connection string of a new database of this program's schema. Without PostgreSQL the test is skipped, under CI it fails.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        if (Given is null && Programs is null)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", Missing);
            Assert.Fail(Missing);
        }

        return await CreateAsync(await _template.Value);
    }

    /// <summary>Dumps a database of this server with pg_dump and restores it with pg_restore into a new one, whose connection string is returned.</summary>
    public async Task<string> RestoreDumpAsync(string connectionString)
    {
        Assert.SkipWhen(Given is not null, "The programs of the server in TEST_POSTGRES are not known here.");
        var from = new NpgsqlConnectionStringBuilder(connectionString).Database ?? throw new InvalidOperationException("The database has no name.");
        var dump = Path.Combine(_folder, from + ".dump");
        string[] server = ["-h", _folder, "-p", _port.ToString(System.Globalization.CultureInfo.InvariantCulture), "-U", "postgres"];
        await RunAsync("pg_dump", [.. server, "--format=custom", "--file", dump, from]);
        var restored = await CreateAsync("template0");
        var to = new NpgsqlConnectionStringBuilder(restored).Database ?? throw new InvalidOperationException("The database has no name.");
        await RunAsync("pg_restore", [.. server, "--exit-on-error", "--dbname", to, dump]);
        return restored;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        foreach (var database in Given is null ? [] : _databases)
            await ExecuteAsync($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");
        if (_started)
            await RunAsync("pg_ctl", "-D", Path.Combine(_folder, "data"), "-m", "immediate", "-w", "stop");
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    private async Task<string> StartAsync()
    {
        if (Given is null)
            await StartPrivateAsync();
        var connectionString = await CreateAsync(template: null);
        await MigrateAsync(connectionString);
        return new NpgsqlConnectionStringBuilder(connectionString).Database ?? throw new InvalidOperationException("The template has no name.");
    }

    private async Task StartPrivateAsync()
    {
        Directory.CreateDirectory(_folder);
        var data = Path.Combine(_folder, "data");
        if (Environment.UserName == "root")
            await ExecAsync("chown", "-R", "postgres", _folder);
        await RunAsync("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions");
        // Nothing in it outlives the tests, so nothing needs to reach the disk.
        await RunAsync("pg_ctl", "-D", data, "-w", "-t", "60", "-l", Path.Combine(_folder, "log"), "-o",
            $"-p {_port} -c listen_addresses='' -c unix_socket_directories={_folder} -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=400 -c shared_buffers=64MB",
            "start");
        _started = true;
    }

    private async Task<string> CreateAsync(string? template)
    {
        var name = $"{_prefix}_{Interlocked.Increment(ref _count)}";
        lock (_databases)
            _databases.Insert(0, name);
        await ExecuteAsync(template is null
            ? $"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'"
            : $"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY");
        // Classes that are done give their connections back soon: there are more of them than the server has connections.
        return new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 10, ConnectionIdleLifetime = 5, ConnectionPruningInterval = 5 }.ConnectionString;
    }

    private static async Task MigrateAsync(string connectionString)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = nameof(DatabaseProvider.Postgres),
            ["Database:ConnectionString"] = connectionString,
        }).Build();
        await using var services = new ServiceCollection().AddSingleton(ReferenceData.Load()).AddData(settings).BuildServiceProvider();
        await services.GetRequiredService<DataSetup>().RunAsync(CancellationToken.None);
        // A database with open connections is no template.
        NpgsqlConnection.ClearAllPools();
    }

    private string Server => Given ?? $"Host={_folder};Port={_port};Username=postgres;Database=postgres";

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    // PostgreSQL refuses to run as root: the Debian package made a user for it.
    private static Task RunAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs ?? throw new InvalidOperationException(Missing), program);
        return Environment.UserName == "root"
            ? ExecAsync("runuser", ["-u", "postgres", "--", path, .. arguments])
            : ExecAsync(path, arguments);
    }

    private static async Task ExecAsync(string program, params string[] arguments)
    {
        // Output is not redirected: the server would inherit the pipes and hold them open. Quiet comes from the shell.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null", "sh", program, .. arguments]) { WorkingDirectory = "/" };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    private static string? FindPrograms()
    {
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(d => Path.Combine(d, "bin"))
            : [];
        string?[] places = [Environment.GetEnvironmentVariable("TEST_POSTGRES_BIN"), .. debian, .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)];
        string[] programs = ["postgres", "initdb", "pg_ctl"];
        return places.FirstOrDefault(p => p is { Length: > 0 } && programs.All(program => IsThere(Path.Combine(p, program))));
    }

    /// <summary>True for a file, or for a link whose end is there.</summary>
    private static bool IsThere(string path) =>
        File.Exists(path) && (File.ResolveLinkTarget(path, returnFinalTarget: true)?.Exists ?? true);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
