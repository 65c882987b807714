using System.Text;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Observations.Imports;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Operations;

/// <summary>A server that is asked to stop (SIGTERM) ends what it answers and leaves what it imports for the next start.</summary>
public abstract class StopTests(DatabaseProvider provider, PostgresServer postgres)
{
    private const int Rows = 40_000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_to_the_end_what_it_has_begun()
    {
        using var database = await TestDatabase.CreateAsync(provider, postgres);
        await using var server = await ServerProcess.StartAsync(database);
        var dataset = await new Given(server.Admin).DatasetAsync();
        await new Given(server.Admin).ImportAsync(dataset, File());
        using var export = await server.Admin.GetAsync(new Uri($"/v1/observations?dataset={dataset}&format=csv", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Stop);
        using var lines = new StreamReader(await export.Content.ReadAsStreamAsync(Stop));
        await lines.ReadLineAsync(Stop);

        var stopping = server.StopAsync();
        await Task.Delay(500, Stop); // The signal has reached it before the rest is read.
        var read = 0;
        while (await lines.ReadLineAsync(Stop) is not null)
            read++;

        read.ShouldBe(Rows);
        (await stopping).ShouldBe(0);
    }

    [Fact]
    public async Task Takes_up_at_its_next_start_what_a_stop_interrupted()
    {
        using var database = await TestDatabase.CreateAsync(provider, postgres);
        string dataset;
        Uri import;
        await using (var server = await ServerProcess.StartAsync(database))
        {
            dataset = await new Given(server.Admin).DatasetAsync();
            import = (await new Given(server.Admin).StartAsync(dataset, File())).EnsureSuccessStatusCode().Headers.Location.ShouldNotBeNull();
            (await server.StopAsync()).ShouldBe(0);
        }

        await using var next = await ServerProcess.StartAsync(database);
        var finished = await new Given(next.Admin).FinishAsync(import);

        (finished.State, finished.RowsAccepted, finished.DatasetVersion).ShouldBe((ImportState.Succeeded, Rows, 1));
    }

    private static string File()
    {
        var file = new StringBuilder("SeriesCode,GeoAreaCode,TimePeriod,Value\n");
        for (var i = 0; i < Rows; i++)
            file.Append(System.Globalization.CultureInfo.InvariantCulture, $"S{i % 200:D3},404,{1800 + i / 200},{i}\n");
        return file.ToString();
    }

    [Collection(AloneCollection.Name)]
    public sealed class OnSqlite(PostgresServer postgres) : StopTests(DatabaseProvider.Sqlite, postgres);

    [Collection(AloneCollection.Name)]
    public sealed class OnPostgres(PostgresServer postgres) : StopTests(DatabaseProvider.Postgres, postgres);
}
