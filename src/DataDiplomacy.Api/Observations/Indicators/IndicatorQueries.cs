using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Observations.Indicators;

/// <summary>Reads indicators of the reference lists, with the series of visible data sets that serve them.</summary>
public sealed class IndicatorQueries(
    IDbContextFactory<DataContext> contexts, Visibility visibility, FrameworkQueries frameworks, TimeProvider time,
    IValidator<ListIndicators> listValidator, IValidator<FindIndicator> findValidator)
{
    private static readonly ILookup<string, SeriesLinkView> NoLinks = Array.Empty<SeriesLinkView>().ToLookup(_ => "");

    /// <exception cref="ProblemException">The framework, the edition, a goal or a target is unknown (400).</exception>
    public async Task<PageView<IndicatorView>> ListAsync(ListIndicators request, CancellationToken cancellationToken)
    {
        listValidator.Check(request);
        var edition = frameworks.EditionOf(request.Framework, request.Edition);
        var filtered = Filter(edition, request);
        var query = Cursor.Fingerprint(["indicators", edition.Edition.Id, request.Q, Instants.Canonical(request.AsOf), .. Paging.Codes(request.Goal), "targets", .. Paging.Codes(request.Target)]);
        var cursor = Cursor.Decode(request.Cursor, query, keyParts: 1);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var snapshot = await Snapshot.TakeAsync(visibility.Versions(context), request.AsOf, cursor, time, cancellationToken);
        var limit = request.Limit ?? Paging.DefaultLimit;
        var rest = filtered.Where(i => cursor is null || SdgCode.NaturalOrder.Compare(i.Codes[0], cursor.After[0]) > 0).Take(limit + 1).ToList();
        var page = rest.Take(limit).ToList();
        var links = await LinksAsync(context, snapshot, page, cancellationToken);
        var cursors = page.Select(i => snapshot.CursorAfter(query, i.Codes[0])).ToList();
        return new PageView<IndicatorView>
        {
            Items = [.. page.Select(i => ToView(i, edition.Edition, links) with { AsOf = snapshot.Asked })],
            Next = rest.Count > limit ? cursors[^1] : null,
            Cursors = cursors,
            AsOf = snapshot.AsOf,
            Total = request.Count is null ? null : filtered.Count,
        };
    }

    /// <summary>The indicator with the code, which may be any of its codes or its UNSD code; null when the edition has none.</summary>
    /// <exception cref="ProblemException">The framework or the edition is unknown (400).</exception>
    public async Task<IndicatorView?> FindAsync(string code, FindIndicator request, CancellationToken cancellationToken)
    {
        findValidator.Check(request);
        var edition = frameworks.EditionOf(request.Framework, request.Edition);
        if (edition.FindIndicator(code) is not { } indicator)
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var snapshot = await Snapshot.TakeAsync(visibility.Versions(context), request.AsOf, null, time, cancellationToken);
        return ToView(indicator, edition.Edition, await LinksAsync(context, snapshot, [indicator], cancellationToken));
    }

    /// <summary>The indicator as its edition words it, without its series; no statement is made. Null when the edition has none.</summary>
    public IndicatorView? FindWording(string code, FindIndicator request)
    {
        findValidator.Check(request);
        var edition = frameworks.EditionOf(request.Framework, request.Edition);
        return edition.FindIndicator(code) is { } indicator ? ToView(indicator, edition.Edition, NoLinks) with { AsOf = Instants.Canonical(request.AsOf) } : null;
    }

    /// <summary>The refusal of a code that the edition does not have: names near codes, and the editions that have it.</summary>
    public ProblemException Missing(string code, FindIndicator request)
    {
        var edition = frameworks.EditionOf(request.Framework, request.Edition);
        var elsewhere = frameworks.EditionsWith(code);
        var hint = elsewhere.Count == 0 ? "GET /v1/indicators lists them." : $"It is in edition {string.Join(", ", elsewhere)}: add edition={elsewhere[^1]}.";
        return new ProblemException(Problems.NotFound, $"Edition {edition.Edition.Id} of {edition.Edition.Framework} has no indicator '{code}'. {hint}")
        {
            Suggestions = Nearest.To(code, edition.Indicators.SelectMany(i => i.UnsdCode is null ? i.Codes : [.. i.Codes, i.UnsdCode])),
        };
    }

    private static List<Indicator> Filter(SdgFramework edition, ListIndicators request)
    {
        var goals = FrameworkQueries.KnownGoals(edition, request.Goal);
        var targets = FrameworkQueries.KnownTargets(edition, request.Target);
        var words = (request.Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return
        [
            .. edition.Indicators
                .Where(i => goals.Count == 0 || i.Goals.Any(goals.Contains))
                .Where(i => targets.Count == 0 || i.Targets.Any(targets.Contains))
                .Where(i => words.All(w => Has(i, w))),
        ];
    }

    private static bool Has(Indicator indicator, string word) =>
        indicator.Title.Contains(word, StringComparison.OrdinalIgnoreCase)
        || indicator.Codes.Append(indicator.UnsdCode ?? "").Any(c => c.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Series by the indicator code that they name; of data sets that the caller may see, in versions that the snapshot sees.</summary>
    private async Task<ILookup<string, SeriesLinkView>> LinksAsync(DataContext context, Snapshot snapshot, IReadOnlyList<Indicator> indicators, CancellationToken cancellationToken)
    {
        var codes = indicators.SelectMany(CodesOf).ToList();
        var datasets = visibility.Datasets(context);
        var versions = snapshot.Visible(context.DatasetVersions);
        var links = await context.Series
            .Where(s => datasets.Any(d => d.Id == s.DatasetId) && versions.Any(v => v.DatasetId == s.DatasetId && v.Number == s.FirstVersion))
            .SelectMany(s => s.Indicators.Where(i => codes.Contains(i.Indicator)), (s, i) => new { i.Indicator, s.DatasetId, s.Code, s.Title })
            .OrderBy(l => l.DatasetId).ThenBy(l => l.Code)
            .ToListAsync(cancellationToken);
        return links.ToLookup(l => l.Indicator, l => new SeriesLinkView { Dataset = l.DatasetId, Code = l.Code, Title = l.Title }, StringComparer.Ordinal);
    }

    private static IEnumerable<string> CodesOf(Indicator indicator) =>
        indicator.UnsdCode is null ? indicator.Codes : indicator.Codes.Append(indicator.UnsdCode);

    private static IndicatorView ToView(Indicator indicator, FrameworkEdition edition, ILookup<string, SeriesLinkView> links) => new()
    {
        Code = indicator.Codes[0],
        UnsdCode = indicator.UnsdCode,
        Codes = indicator.Codes,
        Targets = indicator.Targets,
        Goals = indicator.Goals,
        Title = indicator.Title,
        Tier = indicator.Tier,
        Edition = edition.Id,
        Framework = edition.Framework,
        Series =
        [
            .. CodesOf(indicator).SelectMany(c => links[c]).Distinct()
                .OrderBy(l => l.Dataset, StringComparer.Ordinal).ThenBy(l => l.Code, StringComparer.Ordinal),
        ],
    };
}
