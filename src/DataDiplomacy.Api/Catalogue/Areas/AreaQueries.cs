using System.Globalization;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Areas;

/// <summary>Reads areas: those of the reference list, and the provisional ones of data that the caller may see.</summary>
public sealed class AreaQueries(
    IDbContextFactory<DataContext> contexts, Visibility visibility, AuditNote note, AreaBook book, TimeProvider time,
    IValidator<ListAreas> listValidator, IValidator<ResolveArea> resolveValidator)
{
    private const int MostSuggestions = 5;

    public async Task<PageView<AreaView>> ListAsync(ListAreas request, CancellationToken cancellationToken)
    {
        listValidator.Check(request);
        var query = Cursor.Fingerprint(["areas", request.Q, .. Paging.Codes(request.Type), "groups", .. Paging.Codes(request.Group)]);
        var cursor = Cursor.Decode(request.Cursor, query, keyParts: 1);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var snapshot = await Snapshot.TakeAsync(visibility.Versions(context), null, cursor, time, cancellationToken);
        var filtered = await FilterAsync(Visible(context), request, cancellationToken);
        var after = cursor is null ? 0 : cursor.Number(0);
        var limit = request.Limit ?? Paging.DefaultLimit;
        var areas = await filtered.Where(a => a.Id > after).OrderBy(a => a.Id).Take(limit + 1).ToListAsync(cancellationToken);
        await NoteAsync(context, areas.Take(limit).Where(a => a.Provisional).Select(a => a.Code), cancellationToken);
        var cursors = areas.Take(limit).Select(a => snapshot.CursorAfter(query, a.Id.ToString(CultureInfo.InvariantCulture))).ToList();
        return new PageView<AreaView>
        {
            Items = [.. areas.Take(limit).Select(ToView)],
            Next = areas.Count > limit ? cursors[^1] : null,
            Cursors = cursors,
            AsOf = snapshot.AsOf,
            Total = request.Count is null ? null : await filtered.LongCountAsync(cancellationToken),
        };
    }

    /// <summary>The area with the M49 code, padded or not, or the ISO code; null when there is none that the caller may see.</summary>
    public async Task<AreaView?> FindAsync(string code, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var kept = book.CodeOf(code);
        var area = await Visible(context).FirstOrDefaultAsync(a => a.Code == kept, cancellationToken);
        await NoteAsync(context, area is { Provisional: true } ? [area.Code] : [], cancellationToken);
        if (area is null && book.Find(kept) is { Listed: false } unlisted)
        {
            // Known, but no data that the caller may see names it.
            area = KnownArea.Of(unlisted, WireNames.Of(unlisted.Type));
        }

        return area is null ? null : ToView(area) with { Aliases = [.. book.AliasesOf(area.Code).Select(ToView)] };
    }

    /// <summary>The areas that a code or a name may mean, with a reason for each, or the reason why there is none.</summary>
    public async Task<AreaResolutionView> ResolveAsync(ResolveArea request, CancellationToken cancellationToken)
    {
        resolveValidator.Check(request);
        var resolver = await ResolverAsync(cancellationToken);
        if (request.Scheme is { } scheme && scheme != AreaSchemes.Provisional && !resolver.Schemes.Contains(scheme, StringComparer.OrdinalIgnoreCase))
        {
            throw ProblemException.Invalid("scheme", $"There is no scheme '{scheme}'; there are {string.Join(", ", resolver.Schemes)}.", Nearest.To(scheme, resolver.Schemes));
        }

        // The validator let only a day through.
        DateOnly? on = request.On is { } text && ResolveAreaValidator.TryDay(text, out var day) ? day : null;
        var found = resolver.Resolve(request.Q ?? "", request.Scheme, on);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await NoteAsync(context, found.Candidates.Select(c => c.Code), cancellationToken);
        return new AreaResolutionView { Candidates = [.. found.Candidates.Select(ToView)], Reason = found.Reason };
    }

    /// <summary>Finds areas by code or name, among those that the caller may see.</summary>
    public async Task<AreaResolver> ResolverAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await ResolverAsync(context, cancellationToken);
    }

    /// <summary>
    /// Numbers of the areas with the codes and of the members of the groups, ascending, each once; empty without any code and group,
    /// and where no data that the caller may see names the areas.
    /// Codes are M49, padded or not, ISO 3166 alpha-2 or alpha-3 (<c>NA</c> is Namibia), or those of provisional areas.
    /// </summary>
    /// <exception cref="ProblemException">A code or a group is unknown to the caller; names it, with near codes.</exception>
    public async Task<IReadOnlyList<int>> ResolveFilterAsync(IReadOnlyList<string> codes, IReadOnlyList<string> groups, CancellationToken cancellationToken)
    {
        var members = MembersOf(groups);
        var wanted = codes.Select(book.CodeOf).Concat(members).Distinct(StringComparer.Ordinal).ToList();
        if (wanted.Count == 0)
        {
            return [];
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await Visible(context).Where(a => wanted.Contains(a.Code)).OrderBy(a => a.Id)
            .Select(a => new { a.Id, a.Code }).ToListAsync(cancellationToken);
        var known = found.Select(a => a.Code).ToHashSet(StringComparer.Ordinal);
        if (codes.FirstOrDefault(c => !known.Contains(book.CodeOf(c)) && book.Find(book.CodeOf(c)) is null) is { } unknown)
        {
            throw ProblemException.Invalid("area", $"There is no area '{unknown}'. Use M49 or ISO 3166 codes; GET /v1/areas/resolve?q= finds them by name.",
                await NearAsync(context, unknown, cancellationToken));
        }

        return [.. found.Select(a => a.Id)];
    }

    /// <summary>Codes of the areas that a wrong code or a name may mean, at most five, best first.</summary>
    public async Task<IReadOnlyList<string>> NearAsync(string wrong, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await NearAsync(context, wrong, cancellationToken);
    }

    /// <summary>Areas of the reference list, and provisional ones that data visible to the caller names: a name may give a hidden data set away.</summary>
    private IQueryable<KnownArea> Visible(DataContext context)
    {
        var datasets = visibility.Datasets(context);
        var series = context.Series.Where(s => datasets.Any(d => d.Id == s.DatasetId));
        return context.Areas.AsNoTracking()
            .Where(a => !a.Provisional || context.SeriesKeys.Any(k => k.AreaId == a.Id && series.Any(s => s.Id == k.SeriesId)));
    }

    /// <summary>A provisional area is there through data sets alone: who sees it reads them. Without a key they are public.</summary>
    private async Task NoteAsync(DataContext context, IEnumerable<string> shown, CancellationToken cancellationToken)
    {
        var codes = visibility.Caller.Role is null ? [] : shown.ToList();
        if (codes.Count > 0)
        {
            var ids = context.Areas.Where(a => a.Provisional && codes.Contains(a.Code)).Select(a => a.Id);
            var series = context.SeriesKeys.Where(k => ids.Contains(k.AreaId)).Select(k => k.SeriesId);
            note.Add(await visibility.Datasets(context).TagWith("audit").Where(d => context.Series.Any(s => s.DatasetId == d.Id && series.Contains(s.Id))).Select(d => d.Id).ToListAsync(cancellationToken));
        }
    }

    private async Task<IQueryable<KnownArea>> FilterAsync(IQueryable<KnownArea> areas, ListAreas request, CancellationToken cancellationToken)
    {
        var filtered = areas;
        if (Paging.Codes(request.Type) is { Count: > 0 } types)
        {
            filtered = filtered.Where(a => types.Contains(a.Type));
        }

        if (Paging.Codes(request.Group) is { Count: > 0 } groups)
        {
            var members = MembersOf(groups);
            filtered = filtered.Where(a => members.Contains(a.Code));
        }

        if (string.IsNullOrWhiteSpace(request.Q))
        {
            return filtered;
        }

        var provisional = await areas.Where(a => a.Provisional).Select(a => new { a.Code, a.Name }).ToListAsync(cancellationToken);
        var matching = book.Matching(request.Q, provisional.Select(a => (a.Code, a.Name)));
        return filtered.Where(a => matching.Contains(a.Code));
    }

    private List<string> MembersOf(IReadOnlyList<string> groups) =>
        [.. groups.SelectMany(g => (book.FindGroup(g) ?? throw NoGroup(g)).Members).Distinct(StringComparer.Ordinal)];

    private ProblemException NoGroup(string code) => ProblemException.Invalid("group",
        $"There is no group '{code}'. GET /v1/area-groups lists them: M49 codes of regions, LDC, LLDC and SIDS.", Nearest.To(code, book.Groups.Select(g => g.Code)));

    private async Task<IReadOnlyList<string>> NearAsync(DataContext context, string wrong, CancellationToken cancellationToken)
    {
        var resolver = await ResolverAsync(context, cancellationToken);
        if (resolver.Resolve(wrong).Candidates is { Count: > 0 } meant)
        {
            return [.. meant.Take(MostSuggestions).Select(c => c.Code)];
        }

        return Nearest.To(wrong, await Visible(context).Select(a => a.Code).ToListAsync(cancellationToken));
    }

    private async Task<AreaResolver> ResolverAsync(DataContext context, CancellationToken cancellationToken)
    {
        var provisional = await Visible(context).Where(a => a.Provisional).Select(a => new { a.Code, a.Name }).ToListAsync(cancellationToken);
        return book.ResolverWith([.. provisional.Where(a => book.Find(a.Code) is null).Select(a => new Area { Code = a.Code, Name = a.Name, Type = AreaType.Aggregate, Provisional = true })]);
    }

    /// <summary>The area as lists give it.</summary>
    public AreaView ToView(KnownArea area) => new()
    {
        Code = area.Code,
        Iso2 = area.Iso2,
        Iso3 = area.Iso3,
        Name = area.Name,
        Type = WireNames.TryParse<AreaType>(area.Type, out var type) ? type : throw new InvalidDataException($"Area {area.Code} is of the unknown type '{area.Type}'."),
        Parent = area.Parent,
        ValidFrom = area.ValidFrom,
        ValidTo = area.ValidTo,
        Successors = book.SuccessorsOf(area.Code),
        Groups = book.GroupsOf(area.Code),
        Provisional = area.Provisional,
    };

    private static AreaAliasView ToView(AreaAlias alias) =>
        new() { Alias = alias.Alias, Scheme = alias.Scheme, ValidFrom = alias.ValidFrom, ValidTo = alias.ValidTo };

    private static AreaCandidateView ToView(AreaCandidate candidate) => new()
    {
        Code = candidate.Code,
        Name = candidate.Name,
        Scheme = candidate.Scheme,
        Reason = candidate.Reason,
        ValidFrom = candidate.ValidFrom,
        ValidTo = candidate.ValidTo,
        Score = candidate.Score,
    };
}
