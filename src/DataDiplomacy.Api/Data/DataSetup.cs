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
        await context.Database.MigrateAsync(cancellationToken);
        await UpdateAreasAsync(context, cancellationToken);
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
