using System.Globalization;
using DataDiplomacy.Api.Evidence.Records;

namespace DataDiplomacy.Api.Commands;

/// <summary>
/// <c>fsck</c>: works the whole ledger out again and says where it does not hold, and which files of the storage belong to no record. Changes nothing,
/// unless it is asked to remove those files and everything holds: of a ledger that was damaged or put back, they may be all that is left.
/// </summary>
internal static class FsckCommand
{
    private const int MostShown = 10;

    /// <returns>0 when everything holds, 1 when something does not.</returns>
    public static async Task<int> RunAsync(bool removesOrphans, CancellationToken cancellationToken)
    {
        await using var app = VerbHost.Build();
        await using var scope = VerbHost.CreateScope(app);
        var faults = 0;
        await foreach (var fault in scope.ServiceProvider.GetRequiredService<IntegrityQueries>().CheckAsync(what => Console.Out.WriteLine($"checking {what}"), cancellationToken))
        {
            faults++;
            await Console.Out.WriteLineAsync("FAULT " + fault);
        }

        var orphans = await scope.ServiceProvider.GetRequiredService<OrphanQueries>().ListAsync(cancellationToken);
        await TellAsync(orphans);
        if (removesOrphans)
        {
            await RemoveAsync(app, scope.ServiceProvider.GetRequiredService<OrphanCommands>(), orphans, faults, cancellationToken);
        }

        await Console.Out.WriteLineAsync(faults == 0
            ? "Everything holds. Only a checkpoint that somebody else kept shows that the whole ledger was not replaced: compare GET /log/checkpoint with it."
            : $"{faults} faults. Restore what they name from a copy, and ask who could write there.");
        return faults == 0 ? 0 : 1;
    }

    private static async Task TellAsync(IReadOnlyList<StoredOrphan> orphans)
    {
        if (orphans.Count == 0)
        {
            return;
        }

        await SayAsync($"note: {orphans.Count} files of the storage belong to no record, {orphans.Sum(o => o.Bytes)} bytes. They are no fault: a kill leaves them, and what is younger than {OrphanQueries.LongestTakingIn.TotalHours} hours may belong to a record that is just taken in.");
        foreach (var orphan in orphans.Take(MostShown))
        {
            await SayAsync($"note: {orphan.Path}, {orphan.Bytes} bytes, written {orphan.WrittenAt:yyyy-MM-ddTHH:mm:ssZ}");
        }

        if (orphans.Count > MostShown)
        {
            await SayAsync($"note: and {orphans.Count - MostShown} more");
        }

        if (orphans.Count(o => o.IsOld) is > 0 and var old)
        {
            await SayAsync($"note: fsck --remove-orphans destroys the {old} that are older");
        }
    }

    private static async Task RemoveAsync(WebApplication app, OrphanCommands commands, IReadOnlyList<StoredOrphan> orphans, int faults, CancellationToken cancellationToken)
    {
        if (faults > 0)
        {
            await Console.Out.WriteLineAsync("Nothing is removed while something does not hold: what belongs to no record may be all that is left of one.");
            return;
        }

        var removed = 0;
        foreach (var orphan in orphans.Where(o => o.IsOld))
        {
            if (await commands.RemoveAsync(orphan, cancellationToken))
            {
                removed++;
                await SayAsync($"removed {orphan.Path}, {orphan.Bytes} bytes");
            }
        }

        await SayAsync($"{removed} files were removed for good, {orphans.Count - removed} stay.");
        await VerbHost.RecordAsync(app, "fsck --remove-orphans", [], 0);
    }

    private static Task SayAsync(FormattableString text) => Console.Out.WriteLineAsync(text.ToString(CultureInfo.InvariantCulture));
}
