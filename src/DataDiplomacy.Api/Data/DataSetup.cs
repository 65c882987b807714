using DataDiplomacy.Api.Reference;
using DataDiplomacy.Core.Catalogue;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Data;

/// <summary>Brings a database to the state this program needs: migrations and the list of areas.</summary>
public sealed class DataSetup(IDbContextFactory<DataContext> contexts, DatabaseOptions options, ReferenceData reference)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        CreateFolder();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await MigrateAsync(context, cancellationToken);
        await UpdateAreasAsync(context, cancellationToken);
    }

    /// <summary>
    /// One query tells that nothing is pending, as at nearly every start. <see cref="RelationalDatabaseFacadeExtensions.MigrateAsync(Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade, CancellationToken)"/>
    /// would compare whole models first (half of the time of a start) and lock the history, on which a server that is being killed may still sit.
    /// </summary>
    private static async Task MigrateAsync(DataContext context, CancellationToken cancellationToken)
    {
        if ((await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            await context.Database.MigrateAsync(cancellationToken);
        }
    }

    /// <summary>Areas keep their numbers: new ones are added, others take over what the list says now.</summary>
    private async Task UpdateAreasAsync(DataContext context, CancellationToken cancellationToken)
    {
        var known = await context.Areas.ToDictionaryAsync(a => a.Code, StringComparer.Ordinal, cancellationToken);
        foreach (var area in reference.Areas)
        {
            var type = Http.WireNames.Of(area.Type);
            if (known.TryGetValue(area.Code, out var entry))
            {
                entry.Update(area, type);
            }
            else if (area.Listed)
            {
                context.Areas.Add(KnownArea.Of(area, type));
            }
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private void CreateFolder()
    {
        if (options.Provider is not DatabaseProvider.Sqlite)
        {
            return;
        }

        var file = new SqliteConnectionStringBuilder(options.EffectiveConnectionString).DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }
    }
}
