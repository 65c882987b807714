using System.Security.Cryptography;
using System.Text;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Evidence;

/// <summary>Files that a kill left are told and, when they are old and everything holds, removed; what a record has stays, however old.</summary>
public abstract class OrphanTests(ApiFixture api) : ApiTests(api)
{
    private static readonly string Nobody = "ev-" + new string('a', 32);

    [Fact]
    public async Task Fsck_lists_what_belongs_to_no_record_and_removes_what_is_old()
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime; // The verb has the real clock.
        var (open, hidden) = (await Given.EvidenceAsync("Kept in the open"), await Given.EvidenceAsync("Kept under its key", "restricted"));
        await Api.Factory.Services.GetRequiredService<SealCommands>().SealAsync(Stop);
        foreach (var path in new[] { OpenPath("Kept in the open"), SealedPath(hidden.Id), KeyPath(open.Id), KeyPath(hidden.Id) })
            SetWritten(path, now.AddDays(-9));
        string[] old = [Plant(OpenPath("Left in the open"), now.AddDays(-2)), Plant(SealedPath(Nobody), now.AddDays(-2)), Plant(KeyPath(Nobody), now.AddDays(-2)),
            Plant("blobs/incoming/" + new string('b', 32), now.AddDays(-2)), Plant(KeyPath(Nobody) + "." + new string('c', 32) + ".new", now.AddDays(-2))];
        string[] stays = [Plant(OpenPath("Just arriving"), now.AddHours(-1)), Plant("blobs/notes.txt", now.AddDays(-2)), Plant(SealedPath(open.Id), now.AddDays(-2))];

        var looked = await ServerProcess.RunAsync(Api.Database, "fsck");
        var removed = await ServerProcess.RunAsync(Api.Database, "fsck", "--remove-orphans");
        var again = await ServerProcess.RunAsync(Api.Database, "fsck", "--remove-orphans");

        foreach (var (exit, output, error) in new[] { looked, removed, again })
            exit.ShouldBe(0, output + error);
        looked.Output.ShouldContain("note: 6 files of the storage belong to no record, 24 bytes.");
        foreach (var path in old)
        {
            looked.Output.ShouldContain($"note: {path}, 4 bytes");
            removed.Output.ShouldContain($"removed {path}, 4 bytes");
            File.Exists(Full(path)).ShouldBeFalse(path);
        }

        removed.Output.ShouldContain("5 files were removed for good, 1 stay.");
        again.Output.ShouldContain("note: 1 files");
        again.Output.ShouldContain("0 files were removed");
        stays.ShouldAllBe(path => File.Exists(Full(path)));
        (await Anonymous.GetStringAsync($"/v1/evidence/{open.Id}/content", Stop)).ShouldBe("Kept in the open");
        (await Admin.GetStringAsync($"/v1/evidence/{hidden.Id}/content", Stop)).ShouldBe("Kept under its key");
        (await Admin.GetJsonAsync("/v1/audit?caller=command%20line&limit=1000")).ToString().ShouldContain("fsck --remove-orphans");
        foreach (var path in stays)
            File.Delete(Full(path));
    }

    [Fact]
    public async Task Removes_nothing_that_a_record_has_by_now()
    {
        var path = Plant(OpenPath("Comes again"), Api.Time.UtcNow.AddDays(-2), "Comes again");
        await using var scope = Api.Factory.Services.CreateAsyncScope();
        var orphan = (await scope.ServiceProvider.GetRequiredService<OrphanQueries>().ListAsync(Stop)).Single(o => o.Path == path);
        var record = await Given.EvidenceAsync("Comes again");

        (await scope.ServiceProvider.GetRequiredService<OrphanCommands>().RemoveAsync(orphan, Stop)).ShouldBeFalse();
        (await scope.ServiceProvider.GetRequiredService<OrphanCommands>().RemoveAsync(orphan with { Path = KeyPath(record.Id), Kind = OrphanKind.Key }, Stop)).ShouldBeFalse();

        (await Anonymous.GetStringAsync($"/v1/evidence/{record.Id}/content", Stop)).ShouldBe("Comes again");
        (await scope.ServiceProvider.GetRequiredService<OrphanQueries>().ListAsync(Stop)).ShouldNotContain(o => o.Path == path);
    }

    [Fact]
    public async Task Removes_nothing_while_something_does_not_hold()
    {
        var damaged = await Given.EvidenceAsync("Will be damaged");
        var (content, orphan) = (Full(OpenPath("Will be damaged")), Plant(KeyPath("ev-" + new string('d', 32)), TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-2)));
        var kept = await File.ReadAllBytesAsync(content, Stop);
        await File.WriteAllTextAsync(content, "was damaged", Stop);

        var (exit, output, _) = await ServerProcess.RunAsync(Api.Database, "fsck", "--remove-orphans");
        await File.WriteAllBytesAsync(content, kept, Stop);

        (exit, File.Exists(Full(orphan))).ShouldBe((1, true), output);
        output.ShouldContain("FAULT record " + damaged.Id);
        output.ShouldContain("Nothing is removed");
        File.Delete(Full(orphan));
    }

    [Fact]
    public async Task A_receipt_and_a_record_whose_row_is_gone_are_no_orphans()
    {
        var record = await Given.EvidenceAsync("Its row is taken away", "restricted");
        SetWritten(KeyPath(record.Id), Api.Time.UtcNow.AddDays(-2));
        await using var scope = Api.Factory.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RecordKeys>().CreateReceipt(record.Id);
        IReadOnlyList<StoredOrphan> found;
        await using (var undo = await KeptAside.TakeAsync(Api))
        {
            await undo.ExecuteAsync($"DELETE FROM evidence_record WHERE id = '{record.Id}'");
            found = await scope.ServiceProvider.GetRequiredService<OrphanQueries>().ListAsync(Stop);
        }

        found.Where(o => o.Path.StartsWith("keys/", StringComparison.Ordinal)).ShouldNotContain(o => o.Path.Contains(record.Id, StringComparison.Ordinal));
    }

    private static string OpenPath(string content)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        return $"blobs/public/{sha256[..2]}/{sha256}";
    }

    private static string SealedPath(string id) => $"blobs/sealed/{id[^2..]}/{id}";

    private static string KeyPath(string id) => $"keys/records/{id[^2..]}/{id}.key";

    private string Full(string path) => Path.Combine(Api.Factory.Storage, path);

    private string Plant(string path, DateTime written, string content = "left")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(path)) ?? "");
        File.WriteAllText(Full(path), content);
        SetWritten(path, written);
        return path;
    }

    private void SetWritten(string path, DateTime at) => File.SetLastWriteTimeUtc(Full(path), at);

    public sealed class OnSqlite(UnsealedSqliteApi api) : OrphanTests(api), IClassFixture<UnsealedSqliteApi>;

    public sealed class OnPostgres(UnsealedPostgresApi api) : OrphanTests(api), IClassFixture<UnsealedPostgresApi>;
}
