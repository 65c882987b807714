using System.Text;
using DataDiplomacy.Api.Observations.Imports;
using DataDiplomacy.Api.Observations.Imports.Reading;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Observations.Imports;

/// <summary>What readers see while an import runs, and what a stop of the server leaves behind.</summary>
public abstract class ImportRestartTests(ApiFixture api) : ApiTests(api)
{
    private const string Header = "SeriesCode,GeoAreaCode,TimePeriod,Value\n";

    [Fact]
    public async Task Shows_the_old_version_as_a_whole_until_the_new_one_is_there()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, Rows(value: "1"));
        var seen = new List<string>();

        var accepted = await Given.StartAsync(dataset, Rows(value: "2"));
        do
            seen.Add(await StateAsync(dataset));
        while (!(await (await Admin.GetAsync(accepted.Headers.Location, Stop)).ReadAsync<ImportView>()).IsOver);
        seen.Add(await StateAsync(dataset));

        seen[^1].ShouldBe("version 2: 4000 of 2");
        seen.Distinct().ShouldBeSubsetOf(["version 1: 4000 of 1", "version 2: 4000 of 2"]);
    }

    [Fact]
    public async Task Takes_up_an_import_that_a_stop_interrupted()
    {
        var dataset = await Given.DatasetAsync();
        var (id, file) = ("import-interrupted-" + dataset, Header + "SI_POV,404,2010,1");
        await QueueAsync(dataset, id, file);

        await using var restarted = new ApiFactory(Api.Database, Api.Time);
        var import = await new Given(restarted.ClientWith(ApiFactory.AdminKey)).FinishAsync(new Uri($"/v1/imports/{id}", UriKind.Relative));

        (import.State, import.DatasetVersion, import.Added).ShouldBe((ImportState.Succeeded, 1, 1));
        (await Api.Stored.AtAsync(dataset)).ShouldBe(["SI_POV 404 2010 = 1"]);
    }

    [Fact]
    public async Task Deletes_the_file_that_a_crash_after_publishing_left_behind()
    {
        var dataset = await Given.DatasetAsync();
        var import = await Given.ImportAsync(dataset, Header + "SI_POV,404,2010,1");
        await Given.ImportAsync(await Given.DatasetAsync(), Header + "SI_POV,404,2010,1"); // Starts when the first has let go of its file.
        var left = Api.Factory.Services.GetRequiredService<ImportQueue>().PathOf(import.Id);
        await File.WriteAllTextAsync(left, "left behind", Stop);

        await using var restarted = new ApiFactory(Api.Database, Api.Time);
        await new Given(restarted.ClientWith(ApiFactory.AdminKey)).ImportAsync(await Given.DatasetAsync(), Header + "SI_POV,404,2010,1"); // Waits behind the tidying.

        File.Exists(left).ShouldBeFalse();
    }

    [Fact]
    public async Task Runs_an_import_once_that_waits_twice()
    {
        var dataset = await Given.DatasetAsync();
        var id = "import-twice-" + dataset;
        await QueueAsync(dataset, id, Header + "SI_POV,404,2010,1");
        var queue = Api.Factory.Services.GetRequiredService<ImportQueue>();

        queue.Add(id);
        queue.Add(id);
        await Given.ImportAsync(await Given.DatasetAsync(), Header + "SI_POV,404,2010,1"); // Waits behind both.

        var import = await (await Admin.GetAsync($"/v1/imports/{id}", Stop)).ReadAsync<ImportView>();
        (import.State, import.DatasetVersion).ShouldBe((ImportState.Succeeded, 1));
    }

    /// <summary>Two servers over one database and one storage folder look for interrupted imports at their start.</summary>
    [Fact]
    public async Task Leaves_an_import_to_the_server_that_is_at_it_and_takes_it_up_when_that_one_is_gone()
    {
        var dataset = await Given.DatasetAsync();
        var id = "import-shared-" + dataset;
        await QueueAsync(dataset, id, Header + "SI_POV,404,2010,1");
        var claimed = ClaimedFile.TryClaim(PathOf(id)).ShouldNotBeNull();

        await using var other = new ApiFactory(Api.Database, Api.Time);
        await new Given(other.ClientWith(ApiFactory.AdminKey)).ImportAsync(await Given.DatasetAsync(), Header + "SI_POV,404,2010,1"); // Waits behind it.
        var meanwhile = await (await Admin.GetAsync($"/v1/imports/{id}", Stop)).ReadAsync<ImportView>();
        await claimed.DisposeAsync();
        var finished = await new Given(other.ClientWith(ApiFactory.AdminKey)).FinishAsync(new Uri($"/v1/imports/{id}", UriKind.Relative));

        meanwhile.State.ShouldBe(ImportState.Queued);
        (finished.State, finished.DatasetVersion).ShouldBe((ImportState.Succeeded, 1));
        (await Api.Stored.AtAsync(dataset)).ShouldBe(["SI_POV 404 2010 = 1"]);
    }

    [Fact]
    public async Task Finds_an_import_that_another_server_acknowledged_before_it_died()
    {
        var dataset = await Given.DatasetAsync();
        var id = "import-orphan-" + dataset;
        await QueueAsync(dataset, id, Header + "SI_POV,404,2010,1");

        var import = await Given.FinishAsync(new Uri($"/v1/imports/{id}", UriKind.Relative));

        (import.State, import.DatasetVersion).ShouldBe((ImportState.Succeeded, 1));
    }

    [Fact]
    public async Task Publishes_files_in_the_order_in_which_they_were_acknowledged_though_another_server_is_at_the_first()
    {
        var dataset = await Given.DatasetAsync();
        var (first, second) = ("import-first-" + dataset, "import-second-" + dataset);
        await QueueAsync(dataset, first, Header + "SI_POV,404,2010,1");
        var claimed = ClaimedFile.TryClaim(PathOf(first)).ShouldNotBeNull();
        await QueueAsync(dataset, second, Header + "SI_POV,404,2010,2");

        Api.Factory.Services.GetRequiredService<ImportQueue>().Add(second);
        await Given.ImportAsync(await Given.DatasetAsync(), Header + "SI_POV,404,2010,1"); // Waits behind it.
        var meanwhile = await (await Admin.GetAsync($"/v1/imports/{second}", Stop)).ReadAsync<ImportView>();
        await claimed.DisposeAsync();

        meanwhile.State.ShouldBe(ImportState.Queued);
        (await Given.FinishAsync(new Uri($"/v1/imports/{second}", UriKind.Relative))).DatasetVersion.ShouldBe(2);
        (await Given.FinishAsync(new Uri($"/v1/imports/{first}", UriKind.Relative))).DatasetVersion.ShouldBe(1);
    }

    [Fact]
    public async Task Ends_the_events_of_an_import_when_the_server_stops()
    {
        var dataset = await Given.DatasetAsync();
        var id = "import-followed-" + dataset;
        await QueueAsync(dataset, id, Header + "SI_POV,404,2010,1");
        await using var claimed = ClaimedFile.TryClaim(PathOf(id)).ShouldNotBeNull();
        await using var other = new ApiFactory(Api.Database, Api.Time);
        using var response = await other.ClientWith(ApiFactory.AdminKey).GetAsync($"/v1/imports/{id}/events", HttpCompletionOption.ResponseHeadersRead, Stop);
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync(Stop));
        (await events.ReadLineAsync(Stop)).ShouldBe("event: progress");

        other.Services.GetRequiredService<Microsoft.Extensions.Hosting.IHostApplicationLifetime>().StopApplication();
        var rest = await events.ReadToEndAsync(Stop).WaitAsync(TimeSpan.FromSeconds(20), Stop);

        rest.ShouldNotContain("event: done");
    }

    [Fact]
    public async Task Ends_an_import_whose_file_is_gone_and_goes_on_with_the_next()
    {
        var dataset = await Given.DatasetAsync();
        var id = "import-gone-" + dataset;
        await QueueAsync(dataset, id, Header + "SI_POV,404,2010,1");
        File.Delete(PathOf(id));

        Api.Factory.Services.GetRequiredService<ImportQueue>().Add(id);
        var next = await Given.ImportAsync(dataset, Header + "SI_POV,404,2010,2");

        var import = await (await Admin.GetAsync($"/v1/imports/{id}", Stop)).ReadAsync<ImportView>();
        (import.State, import.Failure?.Code, import.FinishedAt is null).ShouldBe((ImportState.Failed, "internal", false));
        (next.State, next.DatasetVersion).ShouldBe((ImportState.Succeeded, 1));
    }

    [Fact]
    public async Task Deletes_the_file_when_its_import_is_over()
    {
        var dataset = await Given.DatasetAsync();
        var import = await Given.ImportAsync(dataset, Header + "SI_POV,404,2010,1");

        // The worker takes the next import after it has put the last one away.
        await Given.ImportAsync(dataset, Header + "SI_POV,404,2010,1");

        File.Exists(PathOf(import.Id)).ShouldBeFalse();
    }

    private static string Rows(string value)
    {
        var text = new StringBuilder(Header);
        for (var i = 0; i < 4_000; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"S{i},404,2010,{value}\n");
        return text.ToString();
    }

    /// <summary>The newest version with its observations, read in one statement as the readers of the server do.</summary>
    private async Task<string> StateAsync(string dataset)
    {
        await using var context = await Api.ContextAsync();
        var newest = context.DatasetVersions.Where(v => v.DatasetId == dataset).OrderByDescending(v => v.Number).Take(1);
        var state = await (
            from v in newest
            join s in context.Series on v.DatasetId equals s.DatasetId
            join o in context.Observations on s.Id equals o.SeriesId
            where o.FromVersion <= v.Number && v.Number < o.ToVersion
            group o by new { v.Number, o.Value } into g
            select new { g.Key.Number, g.Key.Value, Count = g.Count() }).ToListAsync();
        return string.Join(", ", state.Select(v => $"version {v.Number}: {v.Count} of {v.Value}"));
    }

    /// <summary>An import as a server leaves it that stops after it acknowledged the file.</summary>
    private async Task QueueAsync(string dataset, string id, string file)
    {
        Directory.CreateDirectory(Path.Combine(Api.Database.Storage, "imports"));
        await File.WriteAllTextAsync(PathOf(id), file);
        await using var context = await Api.ContextAsync();
        context.Imports.Add(new Import
        {
            Id = id,
            DatasetId = dataset,
            Format = ImportFormat.UnsdCsv,
            Mode = ImportMode.Snapshot,
            RequestedBy = "a test",
            ContentSha256 = "",
            Bytes = file.Length,
            CreatedAt = Api.Time.GetUtcNow().UtcDateTime,
            State = ImportState.Queued,
        });
        await context.SaveChangesAsync();
    }

    private string PathOf(string id) => Path.Combine(Api.Database.Storage, "imports", id + ".upload");

    public sealed class OnSqlite(SqliteApi api) : ImportRestartTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : ImportRestartTests(api), IClassFixture<PostgresApi>;
}
