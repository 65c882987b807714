using System.Globalization;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Core.Observations;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Tests.Support;

/// <summary>What the database holds of a data set, past all doors.</summary>
public sealed class Stored(ApiFixture api)
{
    /// <summary>The observations of a version, by default the newest: <c>SI_POV 404 2010 = 1.5</c>, with dimensions in brackets.</summary>
    public async Task<IReadOnlyList<string>> AtAsync(string dataset, int version = int.MaxValue - 1)
    {
        var rows = await AllAsync(dataset);
        return [.. rows.Where(r => r.From <= version && version < r.To).Select(r => r.Text).Order(StringComparer.Ordinal)];
    }

    /// <summary>Each observation with the attribute set that it has now.</summary>
    public async Task<IReadOnlyDictionary<string, AttributeSet>> AttributesAsync(string dataset) =>
        (await AllAsync(dataset)).Where(r => r.To == Observation.Current).ToDictionary(r => r.Text, r => r.Attributes);

    /// <summary>Empties the provenance graph, as of a database from before there was one; the database itself refuses that, so its triggers rest meanwhile.</summary>
    public async Task ForgetProvenanceAsync()
    {
        await using var context = await api.ContextAsync();
        await using var transaction = await context.Database.BeginTransactionAsync();
        var triggers = api.Database.Provider is DatabaseProvider.Sqlite
            ? await context.Database.SqlQuery<string>($"SELECT sql AS Value FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'provenance%'").ToListAsync()
            : [];
        if (api.Database.Provider is DatabaseProvider.Postgres) await context.Database.ExecuteSqlAsync($"SET LOCAL session_replication_role = replica");
        foreach (var trigger in triggers)
        {
            var drop = $"DROP TRIGGER {trigger.Split(' ')[2]}";
            await context.Database.ExecuteSqlRawAsync(drop);
        }

        await context.ProvenanceEdges.ExecuteDeleteAsync();
        await context.ProvenanceStatements.ExecuteDeleteAsync();
        await context.ProvenanceSources.ExecuteDeleteAsync();
        await context.ProvenanceNodes.ExecuteDeleteAsync();
        foreach (var trigger in triggers)
        {
            await context.Database.ExecuteSqlRawAsync(trigger);
        }

        await transaction.CommitAsync();
    }

    private async Task<List<Row>> AllAsync(string dataset)
    {
        await using var context = await api.ContextAsync();
        var rows = await (
            from o in context.Observations
            join s in context.Series on o.SeriesId equals s.Id
            join k in context.SeriesKeys on o.KeyId equals k.Id
            join a in context.Areas on o.AreaId equals a.Id
            join t in context.AttributeSets on o.AttributesId equals t.Id
            where s.DatasetId == dataset
            select new { Series = s.Code, Area = a.Code, k.Dimensions, Observation = o, Attributes = t }).AsNoTracking().ToListAsync();
        return [.. rows.Select(r => new Row(TextOf(r.Series, r.Area, r.Dimensions, r.Observation), r.Observation.FromVersion, r.Observation.ToVersion, r.Attributes))];
    }

    private static string TextOf(string series, string area, string dimensions, Observation o)
    {
        var breakdown = dimensions.Replace("REPORTING_TYPE=G", "", StringComparison.Ordinal).Trim('|');
        var value = o.ValueText ?? o.Value?.ToString("R", CultureInfo.InvariantCulture) ?? o.Missing?.ToString() ?? "";
        return $"{series} {area} {TimePeriod.FromCode(o.Period)}{(breakdown.Length == 0 ? "" : $" [{breakdown}]")} = {value}";
    }

    private sealed record Row(string Text, int From, int To, AttributeSet Attributes);
}
