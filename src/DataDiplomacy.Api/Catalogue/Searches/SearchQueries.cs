using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Areas;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Reference;
using DataDiplomacy.Core.Catalogue;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Searches;

/// <summary>Searches the catalogue. It reads titles and codes, never observations; of evidence, what is public.</summary>
public sealed class SearchQueries(
    IDbContextFactory<DataContext> contexts, Visibility visibility, AuditNote note, AreaQueries areas, EvidenceSearchQueries evidence, ReferenceData reference,
    IValidator<SearchAll> validator)
{
    private const int DefaultLimit = 20;

    /// <summary>Below this an area was found by a near spelling only: worth offering when nothing fits, noise otherwise.</summary>
    private const double NearSpelling = 0.35;

    /// <summary>What fits, best first; by score, kind and id, so that the order is total.</summary>
    public async Task<SearchHitPageView> SearchAsync(SearchAll request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        var words = new SearchWords(request.Q ?? "");
        var limit = request.Limit ?? DefaultLimit;
        var kinds = KindsOf(request);
        var hits = new List<SearchHitView>();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (kinds.Contains(SearchKind.Dataset))
        {
            hits.AddRange(await DatasetsAsync(context, words, limit, cancellationToken));
        }

        if (kinds.Contains(SearchKind.Indicator))
        {
            hits.AddRange(Indicators(words));
        }

        if (kinds.Contains(SearchKind.Series))
        {
            hits.AddRange(await SeriesAsync(context, words, limit, cancellationToken));
        }

        string? unsearched = null;
        if (kinds.Contains(SearchKind.Evidence))
        {
            (var found, unsearched) = await evidence.SearchAsync(words, limit, cancellationToken);
            hits.AddRange(found);
        }

        if (kinds.Contains(SearchKind.Area))
        {
            hits.AddRange(await AreasAsync(request.Q ?? "", hits.Count == 0, cancellationToken));
        }

        var best = hits.OrderByDescending(h => h.Score).ThenBy(h => h.Kind)
            .ThenBy(h => h.Id, SdgCode.NaturalOrder).ThenBy(h => h.Dataset, StringComparer.Ordinal);
        return new SearchHitPageView { Items = [.. best.Take(limit)], Next = null, Unsearched = unsearched };
    }

    private static SearchKind[] KindsOf(SearchAll request) =>
        Paging.Codes(request.Kind) is { Count: > 0 } named
            ? [.. Enum.GetValues<SearchKind>().Where(k => named.Contains(WireNames.Of(k)))]
            : Enum.GetValues<SearchKind>();

    private async Task<IEnumerable<SearchHitView>> DatasetsAsync(DataContext context, SearchWords words, int limit, CancellationToken cancellationToken)
    {
        var text = words.Text;
        var texts = visibility.Datasets(context)
            .Select(d => new Row { Code = d.Id, Title = d.Title, Dataset = d.Id, Serves = false, All = (" " + d.Id + " " + d.Title + " " + (d.Description ?? "") + " " + (d.Publisher ?? "")).ToLower() });
        var rows = await Best(texts, words, limit).ToListAsync(cancellationToken);
        rows.ForEach(r => note.AddFound(r.Dataset));
        return rows.Select(r => Hit(SearchKind.Dataset, r.Code, r.Title, $"/v1/datasets/{r.Code}", FitOf(r, text), words));
    }

    private async Task<IEnumerable<SearchHitView>> SeriesAsync(DataContext context, SearchWords words, int limit, CancellationToken cancellationToken)
    {
        var text = words.Text;
        var datasets = visibility.Datasets(context);
        var texts = context.Series.Where(s => datasets.Any(d => d.Id == s.DatasetId))
            .Select(s => new Row { Code = s.Code, Title = s.Title, Dataset = s.DatasetId, Serves = s.Indicators.Any(i => i.Indicator == text), All = (" " + s.Code + " " + s.Title).ToLower() });
        var rows = await Best(texts, words, limit).ToListAsync(cancellationToken);
        rows.ForEach(r => note.AddFound(r.Dataset));
        return rows.Select(r =>
            Hit(SearchKind.Series, r.Code, r.Title, $"/v1/series/{Uri.EscapeDataString(r.Code)}?dataset={r.Dataset}", FitOf(r, text), words) with { Dataset = r.Dataset });
    }

    /// <summary>Rows in which each word begins a word, or which serve the indicator with this code; the best fits first.</summary>
    private static IQueryable<Row> Best(IQueryable<Row> rows, SearchWords words, int limit)
    {
        foreach (var word in words.Words)
        {
            var (afterSpace, afterBracket, afterHyphen, afterUnderscore) = (" " + word, "(" + word, "-" + word, "_" + word);
            rows = rows.Where(r => r.Serves || r.All.Contains(afterSpace) || r.All.Contains(afterBracket) || r.All.Contains(afterHyphen) || r.All.Contains(afterUnderscore));
        }

        var text = words.Text;
#pragma warning disable CA1862 // Translated to SQL lower(): the overload with a comparison is not.
        return rows.OrderBy(r => r.Code.ToLower() == text ? 0 : r.Title.ToLower() == text ? 1 : r.Title.ToLower().StartsWith(text) ? 2 : r.Serves ? 3 : 4)
#pragma warning restore CA1862
            .ThenBy(r => r.Code).ThenBy(r => r.Dataset).Take(limit);
    }

    private static Fit FitOf(Row row, string text) =>
        row.Code.Equals(text, StringComparison.OrdinalIgnoreCase) ? Fit.Code
        : row.Title.Equals(text, StringComparison.OrdinalIgnoreCase) ? Fit.Title
        : row.Title.StartsWith(text, StringComparison.OrdinalIgnoreCase) ? Fit.TitleStart
        : row.Serves ? Fit.Serves
        : Fit.Words;

    private IEnumerable<SearchHitView> Indicators(SearchWords words)
    {
        foreach (var indicator in reference.Sdg.Indicators)
        {
            if (FitOf(indicator, words) is { } fit)
            {
                yield return Hit(SearchKind.Indicator, indicator.Codes[0], indicator.Title, $"/v1/indicators/{indicator.Codes[0]}", fit, words);
            }
        }
    }

    private static Fit? FitOf(Indicator indicator, SearchWords words)
    {
        var codes = indicator.UnsdCode is null ? indicator.Codes : [.. indicator.Codes, indicator.UnsdCode];
        if (codes.Contains(words.Text, StringComparer.OrdinalIgnoreCase))
        {
            return Fit.Code;
        }

        var title = AreaNames.Key(indicator.Title);
        if (words.Key.Length > 0 && title.StartsWith(words.Key, StringComparison.Ordinal))
        {
            return title.Length == words.Key.Length ? Fit.Title : Fit.TitleStart;
        }

        var all = words.Words.All(w => AreaNames.Key(w) is { Length: > 0 } key && AreaNames.ContainsStart(title, key)
            || codes.Any(c => c.StartsWith(w, StringComparison.OrdinalIgnoreCase)));
        return all ? Fit.Words : null;
    }

    private async Task<IEnumerable<SearchHitView>> AreasAsync(string query, bool nothingElse, CancellationToken cancellationToken)
    {
        var resolver = await areas.ResolverAsync(cancellationToken);
        return resolver.Resolve(query).Candidates.Where(c => nothingElse || c.Score >= NearSpelling).Select(c => new SearchHitView
        {
            Kind = SearchKind.Area,
            Id = c.Code,
            Title = c.Name,
            Url = $"/v1/areas/{Uri.EscapeDataString(c.Code)}",
            Score = c.Score,
            Reason = c.Reason,
        });
    }

    internal static SearchHitView Hit(SearchKind kind, string id, string title, string url, Fit fit, SearchWords words) => new()
    {
        Kind = kind,
        Id = id,
        Title = title,
        Url = url,
        Score = fit switch { Fit.Code => 1, Fit.Title => 0.95, Fit.TitleStart => 0.8, Fit.Serves or Fit.Case => 0.7, _ => 0.5 },
        Reason = fit switch
        {
            Fit.Code => $"Its code is '{words.Asked}'; upper or lower case is ignored.",
            Fit.Title => $"Its title is '{words.Asked}'; upper or lower case is ignored.",
            Fit.TitleStart => $"Its title begins with '{words.Asked}'.",
            Fit.Serves => $"It serves the indicator {words.Asked}.",
            Fit.Case => $"It belongs to the case {words.Asked}.",
            _ => "Its code, title or description has all the words.",
        },
    };

    /// <summary>What a query compares with the words.</summary>
    private sealed class Row
    {
        public required string Code { get; init; }

        public required string Title { get; init; }

        public required string Dataset { get; init; }

        public required bool Serves { get; init; }

        public required string All { get; init; }
    }
}
