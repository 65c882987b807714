using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Access;

/// <summary>
/// The one place that decides what may be passed on. Reading a page of JSON is looking at data, which handling decides; a file made to be passed on
/// (CSV, NDJSON, a picture, whatever the format) also needs the terms of the data set to allow it. Every format but JSON asks here before its first byte.
/// </summary>
public sealed class Exports(Visibility visibility)
{
    private const int NamedDatasets = 20;

    /// <summary>Refuses to write these data sets in this format when their terms forbid it for the caller.</summary>
    /// <exception cref="ProblemException">403 with the reason, the data sets and their terms.</exception>
    public async Task CheckAsync(DataContext context, WireFormat format, IEnumerable<string> datasets, CancellationToken cancellationToken)
    {
        if (format == WireFormat.Json)
        {
            return;
        }

        var ids = datasets.Distinct(StringComparer.Ordinal).ToList();
        var closed = await visibility.Datasets(context).AsNoTracking()
            .Where(d => ids.Contains(d.Id) && d.Redistribution != Redistribution.Open)
            .OrderBy(d => d.Id).Select(d => new Terms(d.Id, d.Redistribution, d.Licence)).ToListAsync(cancellationToken);
        var refused = closed.Where(t => !IsAllowed(t.Redistribution)).ToList();
        if (refused.Count > 0)
        {
            throw Refuse(refused, ids.Count);
        }
    }

    private bool IsAllowed(Redistribution terms) => terms switch
    {
        Redistribution.Open => true,
        Redistribution.Internal => visibility.Caller.Role is not null,
        _ => visibility.Caller.Has(Role.Admin),
    };

    private static ProblemException Refuse(List<Terms> refused, int asked)
    {
        var named = string.Join("; ", refused.Take(NamedDatasets)
            .Select(t => $"{t.Dataset} (redistribution {WireNames.Of(t.Redistribution)}, licence {t.Licence})"));
        var reason = refused.Exists(t => t.Redistribution == Redistribution.Forbidden)
            ? "Terms forbid passing it on; only an admin may export it."
            : "Terms keep it within the organisation; exporting it needs a key, sent as Authorization: Bearer KEY.";
        var narrow = asked > refused.Count ? " Name another data set by dataset=, or read JSON." : " It can be read as JSON.";
        return new ProblemException(Problems.RedistributionForbidden, $"This would export {named}. {reason}{narrow}")
        {
            Candidates = [.. refused.Take(NamedDatasets).Select(t => new { t.Dataset, t.Redistribution, t.Licence })],
        };
    }

    private sealed record Terms(string Dataset, Redistribution Redistribution, string Licence);
}
