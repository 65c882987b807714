using System.Text.Json;
using DataDiplomacy.Api.Catalogue.Provenance;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Data.Bulk;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Imports.Reading;
using DataDiplomacy.Api.Reference;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Observations;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Observations.Imports;

/// <summary>Turns staged rows into a version: areas, series, keys, observations, activity and version appear together or not at all.</summary>
internal sealed class ImportPublication(
    IBulkStore store, DataContext context, RawSql sql, StagedImport staged, Import import, ReferenceData reference, DateTime now)
{
    private readonly List<string> _warnings = [];

    public async Task RunAsync(AttributeColumns columns, CancellationToken cancellationToken)
    {
        var last = await context.DatasetVersions.AsNoTracking()
            .Where(v => v.DatasetId == import.DatasetId)
            .OrderByDescending(v => v.Number)
            .FirstOrDefaultAsync(cancellationToken);
        var recordedAt = RecordedAt(last);
        var number = (last?.Number ?? 0) + 1;
        await AddAreasAsync(cancellationToken);
        await AddSeriesAsync(number, cancellationToken);
        var merge = new ObservationMerge(store, sql, staged, import.DatasetId, number);
        var grown = await merge.ResolveAsync(cancellationToken);
        var counts = await merge.CompareAsync(columns, import.RowsAccepted, cancellationToken);
        var (withdrawn, held) = await merge.FindWithdrawalsAsync(import.Mode, cancellationToken);
        await merge.ApplyAsync(cancellationToken);
        await MarkHeadlinesAsync(grown, cancellationToken);
        Take(counts, withdrawn, held, number);
        await StoreVersionAsync(last, number, recordedAt, cancellationToken);
        await StoreImportAsync(context, sql, import, cancellationToken);
    }

    /// <summary>Writes the import and its rejected rows; in the transaction of its version, if there is one.</summary>
    public static async Task StoreImportAsync(DataContext context, RawSql sql, Import import, CancellationToken cancellationToken)
    {
        var known = await context.Imports.AsNoTracking().AnyAsync(i => i.Id == import.Id, cancellationToken);
        context.Entry(import).State = known ? EntityState.Modified : EntityState.Added;
        await context.SaveChangesAsync(cancellationToken);
        context.Entry(import).State = EntityState.Detached;
        await sql.ExecuteAsync(
            """
            INSERT INTO import_rejection (import_id, ordinal, line, "column", code, detail, raw)
            SELECT @import, ROW_NUMBER() OVER (ORDER BY line, ordinal), line, problem_column, code, detail, raw FROM stage_rejection
            """, cancellationToken, ("@import", import.Id));
    }

    private DateTime RecordedAt(DatasetVersion? last)
    {
        if (import.RecordedAt is not { } asked)
        {
            return last is null || now > last.RecordedAt ? now : last.RecordedAt.AddMilliseconds(1);
        }

        if (last is not null && asked <= last.RecordedAt)
        {
            throw new ProblemException(Problems.RecordedAtNotLater,
                $"recordedAt {Instants.Format(asked)} is not later than that of version {last.Number}, {Instants.Format(last.RecordedAt)}. Versions of a data set are recorded in order.");
        }

        return asked;
    }

    private async Task AddAreasAsync(CancellationToken cancellationToken)
    {
        var codes = await sql.ReadAsync("SELECT DISTINCT area FROM stage_key ORDER BY area", r => r.GetString(0), cancellationToken);
        var existing = await context.Areas.AsNoTracking().Select(a => a.Code).ToListAsync(cancellationToken);
        foreach (var code in codes.Except(existing, StringComparer.Ordinal))
        {
            var area = reference.FindArea(code) is { } known && known.Code == code
                ? KnownArea.Of(known, WireNames.Of(known.Type))
                : KnownArea.Named(code, staged.AreaNames.GetValueOrDefault(code, code), WireNames.Of(AreaType.Aggregate));
            context.Areas.Add(area);
            _warnings.Add($"Area {code} ({area.Name}) is not in the list of areas; it was recorded as provisional.");
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private async Task AddSeriesAsync(int number, CancellationToken cancellationToken)
    {
        var existing = await context.Series.Include(s => s.Indicators)
            .Where(s => s.DatasetId == import.DatasetId)
            .ToDictionaryAsync(s => s.Code, StringComparer.Ordinal, cancellationToken);
        var accepted = await sql.ReadAsync("SELECT DISTINCT series FROM stage_key ORDER BY series", r => r.GetString(0), cancellationToken);
        foreach (var code in accepted)
        {
            var (title, indicators, units) = staged.Series[code];
            if (!existing.TryGetValue(code, out var series))
            {
                series = DataSeries.First(import.DatasetId, code, title ?? code, number);
                context.Series.Add(series);
            }

            series.Describe(title, units);
            foreach (var indicator in indicators.Except(series.Indicators.Select(i => i.Indicator)).Order(StringComparer.Ordinal))
            {
                series.Indicators.Add(new SeriesIndicator { Indicator = indicator });
            }
        }

        await context.SaveChangesAsync(cancellationToken);
        context.ChangeTracker.Clear();
    }

    /// <summary>New keys may turn a lone breakdown into one of many: the whole series is judged again.</summary>
    private async Task MarkHeadlinesAsync(IReadOnlyList<int> grown, CancellationToken cancellationToken)
    {
        foreach (var series in grown)
        {
            var keys = await sql.ReadAsync("SELECT DISTINCT dimensions FROM series_key WHERE series_id = @series",
                r => r.GetString(0), cancellationToken, ("@series", series));
            await sql.ExecuteAsync("UPDATE series_key SET headline = @no WHERE series_id = @series", cancellationToken, ("@no", false), ("@series", series));
            foreach (var headline in Headlines.Of(keys))
            {
                await sql.ExecuteAsync("UPDATE series_key SET headline = @yes WHERE series_id = @series AND dimensions = @dimensions",
                    cancellationToken, ("@yes", true), ("@series", series), ("@dimensions", headline));
            }
        }
    }

    private void Take(MergeCounts counts, long withdrawn, long held, int number)
    {
        (import.Added, import.Changed, import.AttributesChanged) = (counts.Added, counts.Changed, counts.AttributesChanged);
        (import.Unchanged, import.Withdrawn, import.WithdrawalsHeld) = (counts.Unchanged, withdrawn, held);
        import.DatasetVersion = number;
        import.State = ImportState.Succeeded;
        import.FinishedAt = now;
        import.Warnings = _warnings.Count == 0 ? null : string.Join('\n', _warnings);
    }

    private async Task StoreVersionAsync(DatasetVersion? last, int number, DateTime recordedAt, CancellationToken cancellationToken)
    {
        var published = await context.DatasetVersions.AsNoTracking().OrderByDescending(v => v.Sequence)
            .Select(v => new { v.Sequence, v.PublishedAt }).FirstOrDefaultAsync(cancellationToken);
        var publishedAt = published is null || now > published.PublishedAt ? now : published.PublishedAt.AddMilliseconds(1);
        var activity = NewActivity(number);
        context.Activities.Add(activity);
        var version = new DatasetVersion
        {
            DatasetId = import.DatasetId,
            Number = number,
            Sequence = (published?.Sequence ?? 0) + 1,
            ActivityId = activity.Id,
            ContentSha256 = import.ContentSha256,
            Bytes = import.Bytes,
            Rows = (last?.Rows ?? 0) + import.Added - import.Withdrawn,
            RecordedAt = recordedAt,
            PublishedAt = publishedAt,
            ChangeNote = import.ChangeNote,
            Added = import.Added,
            Changed = import.Changed,
            AttributesChanged = import.AttributesChanged,
            Unchanged = import.Unchanged,
            Withdrawn = import.Withdrawn,
            WithdrawalsHeld = import.WithdrawalsHeld,
        };
        context.DatasetVersions.Add(version);
        await context.SaveChangesAsync(cancellationToken);
        await ProvenanceCommands.StateAsync(context, version, activity, import.MadeFrom?.Split('\n') ?? [], cancellationToken);
        context.ChangeTracker.Clear();
    }

    private Activity NewActivity(int number) => new()
    {
        Id = $"activity-{import.Id}",
        Kind = "import",
        StartedAt = import.StartedAt ?? now,
        EndedAt = now,
        Agent = import.RequestedBy,
        Software = Product.NameAndVersion,
        // Of what it was made is stated by steps, which end at what a caller may not see; this text is shown whole.
        Parameters = JsonSerializer.Serialize(new { format = import.Format.ToString(), mode = import.Mode.ToString(), import.RecordedAt, import.Mapping }),
        UsedName = import.FileName,
        UsedSha256 = import.ContentSha256,
        DatasetId = import.DatasetId,
        VersionNumber = number,
    };
}
