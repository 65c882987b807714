using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Access;

/// <summary>
/// The one place that decides what may be passed on. Reading a page of JSON is looking at data, which handling decides; a file made to be passed on
/// (CSV, NDJSON, a picture, whatever the format) also needs the terms of the data set to allow it. Every format but JSON asks here before its first byte,
/// and so does who goes on from one page to the next: page by page it would be the same file. It is no wall: whoever asks for other areas and periods
/// one by one sees them, as a reader at a desk would.
/// </summary>
public sealed class Exports(Visibility visibility, IDbContextFactory<DataContext> contexts)
{
    private const int NamedDatasets = 20;
    private const string FirstPage = "A first page can be read, up to 1000 observations: narrow the query by area, from and to.";

    /// <summary>Refuses to write these data sets in this format when their terms forbid it for the caller.</summary>
    /// <exception cref="ProblemException">403 with the reason, the data sets and their terms.</exception>
    public Task CheckAsync(WireFormat format, IEnumerable<string> datasets, CancellationToken cancellationToken) => format == WireFormat.Json
        ? Task.CompletedTask
        : CheckAsync(datasets, "This would export", "It can be read as JSON.", cancellationToken);

    /// <summary>Refuses to go on by a cursor through data sets whose terms forbid the caller to export them; the first page is for all who may see the data.</summary>
    /// <exception cref="ProblemException">403 with the reason, the data sets and their terms.</exception>
    public Task CheckWalkAsync(string? cursor, IEnumerable<string> datasets, CancellationToken cancellationToken) => cursor is null
        ? Task.CompletedTask
        : CheckAsync(datasets, "Going on page by page would export", FirstPage, cancellationToken);

    /// <summary>Refuses an answer in one piece that is larger than a page.</summary>
    /// <exception cref="ProblemException">403 with the reason, the data sets and their terms.</exception>
    public Task CheckSizeAsync(long observations, IEnumerable<string> datasets, CancellationToken cancellationToken) => observations <= Paging.MaxLimit
        ? Task.CompletedTask
        : CheckAsync(datasets, "So many observations at once would export", FirstPage, cancellationToken);

    private async Task CheckAsync(IEnumerable<string> datasets, string what, string instead, CancellationToken cancellationToken)
    {
        var ids = datasets.Distinct(StringComparer.Ordinal).ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var closed = await visibility.Datasets(context).AsNoTracking()
            .Where(d => ids.Contains(d.Id) && d.Redistribution != Redistribution.Open)
            .OrderBy(d => d.Id).Select(d => new Terms(d.Id, d.Redistribution, d.Licence)).ToListAsync(cancellationToken);
        var refused = closed.Where(t => !IsAllowed(t.Redistribution)).ToList();
        if (refused.Count > 0)
        {
            throw Refuse(refused, what, ids.Count > refused.Count ? $"Name another data set by dataset=. {instead}" : instead);
        }
    }

    private bool IsAllowed(Redistribution terms) => terms switch
    {
        Redistribution.Open => true,
        Redistribution.Internal => visibility.Caller.Role is not null,
        _ => visibility.Caller.Has(Role.Admin),
    };

    private static ProblemException Refuse(List<Terms> refused, string what, string instead)
    {
        var named = string.Join("; ", refused.Take(NamedDatasets)
            .Select(t => $"{t.Dataset} (redistribution {WireNames.Of(t.Redistribution)}, licence {t.Licence})"));
        var reason = refused.Exists(t => t.Redistribution == Redistribution.Forbidden)
            ? "Terms forbid passing it on; only an admin may export it."
            : "Terms keep it within the organisation; exporting it needs a key, sent as Authorization: Bearer KEY.";
        return new ProblemException(Problems.RedistributionForbidden, $"{what} {named}. {reason} {instead}")
        {
            Candidates = [.. refused.Take(NamedDatasets).Select(t => new { t.Dataset, t.Redistribution, t.Licence })],
        };
    }

    private sealed record Terms(string Dataset, Redistribution Redistribution, string Licence);
}
