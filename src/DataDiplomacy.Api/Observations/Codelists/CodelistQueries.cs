using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Reference;
using DataDiplomacy.Core.Observations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Observations.Codelists;

/// <summary>Reads code lists: those that ship with the server, and the codes of dimensions of visible data sets.</summary>
public sealed class CodelistQueries(
    IDbContextFactory<DataContext> contexts, Visibility visibility, AuditNote note, ReferenceData reference, TimeProvider time, IValidator<ListCodelists> validator)
{
    private const string Units = "UNITS";

    public PageView<CodelistSummaryView> List(ListCodelists request)
    {
        validator.Check(request);
        var lists = reference.Codes.GroupBy(c => c.Codelist, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new CodelistSummaryView { Id = g.Key, Codes = g.Count() });
        return HeldList.Page([.. lists], l => l.Id, Cursor.Fingerprint("codelists"),
            new HeldPage(request.Limit, request.Cursor, request.Count), Instants.Truncate(time.GetUtcNow().UtcDateTime));
    }

    /// <summary>The list, upper or lower case, <c>UNIT</c> for <c>UNITS</c>; null when neither the server nor a visible data set has one.</summary>
    public async Task<CodelistView?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var asked = id.ToUpperInvariant();
        var list = asked == "UNIT" ? Units : asked;
        var held = reference.Codes.Where(c => c.Codelist == list)
            .Select(c => new CodeView { Code = c.Code, Label = c.Label, Total = c.IsTotal }).ToList();
        var known = held.Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
        var beyond = (await UsedAsync(list, cancellationToken)).Where(u => !known.Contains(u.Code)).ToList();
        note.Add(beyond.Select(u => u.Dataset));
        var used = beyond.Select(u => u.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(c => new CodeView { Code = c, Label = null, Total = TotalCodes.IsTotal(list, c) });
        List<CodeView> items = [.. held, .. used];
        return items.Count == 0 ? null : new CodelistView { Id = list, Items = items };
    }

    /// <summary>Ids that are near a wrong one.</summary>
    public IReadOnlyList<string> Near(string wrong) => Nearest.To(wrong, reference.Codes.Select(c => c.Codelist).Distinct(StringComparer.Ordinal));

    /// <summary>Codes of the dimension in visible data sets, with the data set. Reads the keys of series, never observations.</summary>
    private async Task<IEnumerable<(string Code, string Dataset)>> UsedAsync(string dimension, CancellationToken cancellationToken)
    {
        var part = dimension + "=";
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var datasets = visibility.Datasets(context);
        var series = context.Series.Where(s => datasets.Any(d => d.Id == s.DatasetId));
        var keys = await context.SeriesKeys.Where(k => k.Dimensions.Contains(part))
            .Join(series, k => k.SeriesId, s => s.Id, (k, s) => new { k.Dimensions, s.DatasetId }).Distinct()
            .ToListAsync(cancellationToken);
        return keys.Select(k => (Code: SeriesKeyText.Parse(k.Dimensions).GetValueOrDefault(dimension) ?? "", k.DatasetId)).Where(k => k.Code.Length > 0).Distinct();
    }
}
