using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Reference;
using DataDiplomacy.Core.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Observations.Trends;

/// <summary>Finds the areas that a trend is asked for; an unknown one is refused, because a family of tests must not shrink unnoticed.</summary>
public sealed class TrendAreaQueries(ReferenceData reference)
{
    private const int MaxSuggestions = 5;

    /// <summary>The areas by code and those of the groups, each once; null when neither names any.</summary>
    /// <exception cref="ProblemException">404: a code or a group is unknown; with near ones.</exception>
    public async Task<IReadOnlyList<KnownArea>?> ResolveAsync(DataContext context, IReadOnlyList<string> codes, IReadOnlyList<string> groups, CancellationToken cancellationToken)
    {
        if (codes.Count + groups.Count == 0)
        {
            return null;
        }

        var wanted = codes.Select(Normal).Concat(groups.SelectMany(MembersOf)).Distinct(StringComparer.Ordinal).ToList();
        var found = await context.Areas.AsNoTracking().Where(a => wanted.Contains(a.Code)).OrderBy(a => a.Id).ToListAsync(cancellationToken);
        return codes.FirstOrDefault(c => found.TrueForAll(a => a.Code != Normal(c))) is { } unknown ? throw UnknownArea(unknown) : found;
    }

    private string Normal(string code) => reference.FindArea(code)?.Code ?? AreaCodes.Normalise(code);

    private IReadOnlyList<string> MembersOf(string group) =>
        reference.AreaGroups.FirstOrDefault(g => string.Equals(g.Code, AreaCodes.Normalise(group), StringComparison.Ordinal))?.Members ?? throw UnknownGroup(group);

    private ProblemException UnknownArea(string code)
    {
        var near = reference.AreaResolver.Resolve(code).Candidates.Select(c => c.Code)
            .Concat(Nearest.To(code, reference.Areas.Where(a => a.Type != AreaType.Former).Select(a => a.Iso3 ?? a.Code)));
        return new ProblemException(Problems.NotFound,
            $"There is no area '{code}'. Areas are named by M49, ISO 3166-1 alpha-2 or alpha-3, such as 404, KE or KEN; GET /v1/areas/resolve?q= finds them by name.")
        {
            Errors = new Dictionary<string, string[]> { ["area"] = [$"There is no area '{code}'."] },
            Suggestions = [.. near.Distinct(StringComparer.Ordinal).Take(MaxSuggestions)],
        };
    }

    private ProblemException UnknownGroup(string code) =>
        new(Problems.NotFound, $"There is no group of areas '{code}'. GET /v1/area-groups lists them.")
        {
            Errors = new Dictionary<string, string[]> { ["group"] = [$"There is no group '{code}'."] },
            Suggestions = Nearest.To(code, reference.AreaGroups.Select(g => g.Code)),
        };
}
