using System.Globalization;
using DataDiplomacy.Api.Evidence.Records;

namespace DataDiplomacy.Api.Catalogue.Searches;

/// <summary>Searches public records of evidence by title, name of the file, id and case.</summary>
public sealed class EvidenceSearchQueries(PublicRecordQueries records)
{
    /// <summary>An id is found by its begin from here on: <c>ev-</c> and six digits. What is shorter begins many.</summary>
    private const int ShortestId = 9;

    /// <summary>What fits, best first.</summary>
    /// <returns>The hits, and what was not searched; null when everything was.</returns>
    internal async Task<(IReadOnlyList<SearchHitView> Hits, string? Unsearched)> SearchAsync(SearchWords words, int limit, CancellationToken cancellationToken)
    {
        var all = await records.ReadAsync(cancellationToken);
        var starts = words.Key.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(key => " " + key).ToArray();
        var best = all.Records.Select(r => (Record: r, Fit: FitOf(r, words, starts))).Where(r => r.Fit is not null)
            .OrderBy(r => r.Fit).ThenBy(r => r.Record.Id, StringComparer.Ordinal).Take(limit);
        var unsearched = all.IsCut ? string.Create(CultureInfo.InvariantCulture, $"Of public evidence, only the {records.Most} records that changed last are searched.") : null;
        return ([.. best.Select(r => Hit(r.Record, r.Fit ?? Fit.Words, words))], unsearched);
    }

    private static Fit? FitOf(PublicRecordView record, SearchWords words, string[] starts)
    {
        if (record.Id == words.Text)
        {
            return Fit.Code;
        }

        var title = record.Words.AsSpan(1, record.TitleLength);
        if (words.Key.Length > 0 && title.StartsWith(words.Key, StringComparison.Ordinal))
        {
            return title.Length == words.Key.Length ? Fit.Title : Fit.TitleStart;
        }

        if (record.Case == words.Text)
        {
            return Fit.Case;
        }

        var all = starts.Length > 0 && Array.TrueForAll(starts, start => record.Words.Contains(start, StringComparison.Ordinal));
        return all || words.Text.Length >= ShortestId && record.Id.StartsWith(words.Text, StringComparison.Ordinal) ? Fit.Words : null;
    }

    private static SearchHitView Hit(PublicRecordView record, Fit fit, SearchWords words)
    {
        var hit = SearchQueries.Hit(SearchKind.Evidence, record.Id, record.Title, $"/v1/evidence/{record.Id}", fit, words);
        return fit is Fit.Words ? hit with { Reason = "Its title, the name of its file, its case or its id has all the words." } : hit;
    }
}
