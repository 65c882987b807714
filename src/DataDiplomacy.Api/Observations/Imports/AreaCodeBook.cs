using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Reference;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Observations.Imports;

/// <summary>The areas known when an import begins, by M49, ISO 3166-1 alpha-2 and alpha-3.</summary>
public sealed class AreaCodeBook
{
    private readonly Dictionary<string, string> _codes;
    private readonly HashSet<string> _ambiguous;

    private AreaCodeBook(Dictionary<string, string> codes, HashSet<string> ambiguous) => (_codes, _ambiguous) = (codes, ambiguous);

    public static async Task<AreaCodeBook> LoadAsync(DataContext context, ReferenceData reference, CancellationToken cancellationToken)
    {
        var areas = reference.Areas.Select(a => (a.Code, a.Iso2, a.Iso3, Ended: a.ValidTo is not null)).ToList();
        var codes = areas.Select(a => a.Code).Union(await context.Areas.AsNoTracking().Select(a => a.Code).ToListAsync(cancellationToken), StringComparer.Ordinal)
            .ToDictionary(c => c, StringComparer.Ordinal);
        var ambiguous = new HashSet<string>(StringComparer.Ordinal);
        foreach (var byIso in areas.SelectMany(a => new[] { (Iso: a.Iso2, a.Code, a.Ended), (Iso: a.Iso3, a.Code, a.Ended) })
                     .Where(a => a.Iso is not null).GroupBy(a => a.Iso!))
        {
            // CS was Czechoslovakia and later Serbia and Montenegro: a code of two ended countries names neither.
            var candidates = byIso.Where(a => !a.Ended).Select(a => a.Code).ToList();
            candidates = candidates.Count > 0 ? candidates : [.. byIso.Select(a => a.Code)];
            if (candidates.Count == 1)
            {
                codes.TryAdd(byIso.Key, candidates[0]);
            }
            else
            {
                ambiguous.Add(byIso.Key);
            }
        }

        return new AreaCodeBook(codes, ambiguous);
    }

    public bool IsAmbiguous(string code) => _ambiguous.Contains(code);

    /// <summary>The code under which the area is kept: the known one, or the given one for an area yet unknown.</summary>
    public string Normalise(string code) => _codes.GetValueOrDefault(code, code);
}
