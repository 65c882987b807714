using System.Data.Common;
using DataDiplomacy.Api.Data;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Commands;

/// <summary><c>backup FILE</c>: a copy of the SQLite database as it stands, whole and usable, while the server goes on.</summary>
internal static class BackupCommand
{
    public static async Task<int> RunAsync(FileInfo file, CancellationToken cancellationToken)
    {
        await using var app = VerbHost.Build();
        if (app.Services.GetRequiredService<DatabaseOptions>().Provider is DatabaseProvider.Postgres)
        {
            await Console.Error.WriteLineAsync("PostgreSQL has its own tools: pg_dump --format=custom for a copy, pg_basebackup with archived WAL for any point in time.");
            return 2;
        }

        if (file.Exists)
        {
            await Console.Error.WriteLineAsync($"{file.FullName} exists already. Name a new file: a backup never replaces another.");
            return 2;
        }

        await using var context = await app.Services.GetRequiredService<IDbContextFactory<DataContext>>().CreateDbContextAsync(cancellationToken);
        // One read transaction: writers go on, the copy is of one moment (sqlite.org, VACUUM INTO).
        await context.Database.ExecuteSqlAsync($"VACUUM INTO {file.FullName}", cancellationToken);
        file.Refresh();
        try
        {
            // It holds all data, whatever their labels.
            await VerbHost.RecordAsync(app, "backup", [], 0);
        }
        catch (Exception e) when (e is DbException || e.InnerException is DbException)
        {
            await Console.Error.WriteLineAsync("The copy is made, but no audit record: the database is of an older version of the program, or is locked.");
        }

        await Console.Out.WriteLineAsync($"{file.FullName}: {file.Length} bytes. To restore, stop the server and put the file in the place of the database.");
        return 0;
    }
}
