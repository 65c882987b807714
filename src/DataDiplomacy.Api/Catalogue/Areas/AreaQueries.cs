using DataDiplomacy.Api.Data;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Areas;

public sealed class AreaQueries(IDbContextFactory<DataContext> contexts, Reference.ReferenceData reference)
{
    public async Task<IReadOnlyList<int>> ResolveFilterAsync(IReadOnlyList<string> codes, IReadOnlyList<string> groups, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var wanted = codes.Select(c => reference.FindArea(c)?.Code ?? c).Concat(reference.AreaGroups.Where(g => groups.Contains(g.Code)).SelectMany(g => g.Members)).ToList();
        return await context.Areas.Where(a => wanted.Contains(a.Code)).Select(a => a.Id).ToListAsync(cancellationToken);
    }
}
