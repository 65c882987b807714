using DataDiplomacy.Api.Evidence.Records;

namespace DataDiplomacy.Api.Commands;

/// <summary><c>fsck</c>: works the whole ledger out again and says where it does not hold. Changes nothing.</summary>
internal static class FsckCommand
{
    /// <returns>0 when everything holds, 1 when something does not.</returns>
    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var app = VerbHost.Build();
        await using var scope = VerbHost.CreateScope(app);
        var faults = 0;
        await foreach (var fault in scope.ServiceProvider.GetRequiredService<IntegrityQueries>().CheckAsync(what => Console.Out.WriteLine($"checking {what}"), cancellationToken))
        {
            faults++;
            await Console.Out.WriteLineAsync("FAULT " + fault);
        }

        await Console.Out.WriteLineAsync(faults == 0
            ? "Everything holds. Only a checkpoint that somebody else kept shows that the whole ledger was not replaced: compare GET /log/checkpoint with it."
            : $"{faults} faults. Restore what they name from a copy, and ask who could write there.");
        return faults == 0 ? 0 : 1;
    }
}
