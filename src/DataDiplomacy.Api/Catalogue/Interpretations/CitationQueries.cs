using System.Globalization;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Observations;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Interpretations;

/// <summary>What statements rest on: looked up when they are made, and shown to those who may see it. Records of evidence are cited only while they are public.</summary>
public sealed class CitationQueries(Visibility visibility, PublicRecordQueries records)
{
    /// <summary>The citations as they are stored; null for none.</summary>
    /// <exception cref="ProblemException">One of them is of this server, and is not there or may not be seen.</exception>
    public async Task<string?> RequireAsync(DataContext context, IReadOnlyList<string>? citations, CancellationToken cancellationToken)
    {
        foreach (var source in (citations ?? []).Select(CitedSource.Read).OfType<CitedSource>())
        {
            if (source.Record is { } record && !await PublicRecords(context).AnyAsync(r => r.Id == record, cancellationToken))
                throw ProblemException.Invalid("citations", $"There is no public record '{record}'. GET /v1/evidence lists them.");
            if (source.Dataset is { } dataset && !await visibility.Versions(context).AnyAsync(v => v.DatasetId == dataset && v.Number == source.Version, cancellationToken))
                throw ProblemException.Invalid("citations", $"There is no version '{source.Text}' that you may see. GET /v1/datasets/{dataset}/versions lists them.");
        }

        return CitedSources.Write(citations);
    }

    /// <summary>Of stored citations of several statements, those that the caller may see now, by what was stored.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ShowAsync(DataContext context, IEnumerable<string?> stored, CancellationToken cancellationToken)
    {
        var all = stored.OfType<string>().Distinct(StringComparer.Ordinal).ToDictionary(j => j, CitedSources.Of, StringComparer.Ordinal);
        var (ids, datasets) = (all.Values.SelectMany(s => s).Select(s => s.Record).OfType<string>().Distinct().ToList(), all.Values.SelectMany(s => s).Select(s => s.Dataset).OfType<string>());
        var shown = ids.Count == 0 ? [] : await PublicRecords(context).Where(r => ids.Contains(r.Id)).Select(r => r.Id).ToListAsync(cancellationToken);
        var seen = await SeenAsync(context, datasets, cancellationToken);
        return all.ToDictionary(a => a.Key, a => (IReadOnlyList<string>)[.. a.Value
            .Where(s => (s.Record is null || shown.Contains(s.Record)) && (s.Dataset is null || seen.Contains(s.Dataset))).Select(s => s.Text)], StringComparer.Ordinal);
    }

    /// <summary>The data sets among these that the caller may see.</summary>
    public async Task<IReadOnlySet<string>> SeenAsync(DataContext context, IEnumerable<string> datasets, CancellationToken cancellationToken)
    {
        var ids = datasets.Distinct(StringComparer.Ordinal).ToList();
        return ids.Count == 0 ? new HashSet<string>() : (await visibility.Datasets(context).Where(d => ids.Contains(d.Id)).Select(d => d.Id).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>An observation by its id, as it was published; null when there is none that the caller may see.</summary>
    public async Task<CitedValue?> FindObservationAsync(DataContext context, string id, CancellationToken cancellationToken)
    {
        if (id.Split('-', 2) is not [{ Length: 32 } hash, var rest] || !hash.All(char.IsAsciiHexDigitLower) || rest.LastIndexOf("-v", StringComparison.Ordinal) is not (> 0 and var mark)) return null;
        if (!int.TryParse(rest[(mark + 2)..], NumberStyles.None, CultureInfo.InvariantCulture, out var version) || !TimePeriod.TryParse(rest[..mark], out var period)) return null;
        var found = await (
            from k in context.SeriesKeys
            join s in context.Series on k.SeriesId equals s.Id
            join d in visibility.Datasets(context) on s.DatasetId equals d.Id
            join a in context.Areas on k.AreaId equals a.Id
            from o in context.Observations.Where(o => o.SeriesId == k.SeriesId && o.AreaId == k.AreaId && o.KeyId == k.Id && o.Period == period.Code && o.FromVersion == version)
            where k.Hash == hash
            select new { s.DatasetId, Series = s.Code, Area = a.Code, o.Value, o.ValueText, o.Missing }).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        return found is null ? null
            : new CitedValue(id, found.DatasetId, version, found.Series, found.Area, period.ToString(), PublishedValue.FromStored(found.Value, found.ValueText, found.Missing).Text);
    }

    /// <summary>A number that changes when a record comes, goes or is relabelled.</summary>
    public Task<long> StateAsync(CancellationToken cancellationToken) => records.NewestAsync(cancellationToken);

    /// <summary>Records of which anyone may know, whoever asks: naming another would be a reading of it without an event.</summary>
    public static IQueryable<EvidenceRecord> PublicRecords(DataContext context) => context.EvidenceRecords.Where(r => r.Sensitivity == Sensitivity.Public && !r.IsErased);
}
