using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>Finds the versions that a computed answer reads in a state, of the data sets that the caller may see.</summary>
public sealed class AnswerSourceQueries(Visibility visibility)
{
    /// <summary>The sources in the order of the request; null when one is not there.</summary>
    /// <exception cref="ProblemException">The request does not say of what data the answer is, or says it in two ways.</exception>
    internal async Task<IReadOnlyList<AnswerSource>?> FindAsync(DataContext context, ComputedRequest request, DateTime asOf, CancellationToken cancellationToken)
    {
        if (!request.NamesData) throw ProblemException.Invalid("id", $"'{request.Path}' does not say of what data the answer is. Name it by series=CODE or dataset=ID.");
        var (codes, dataset) = (request.Series, request.Dataset);
        var versions = visibility.Versions(context).Where(v => v.RecordedAt <= asOf && (dataset == null || v.DatasetId == dataset)).GroupBy(v => v.DatasetId).Select(g => new { Dataset = g.Key, Number = g.Max(v => v.Number) });
        if (codes.Count == 0)
        {
            var read = await versions.FirstOrDefaultAsync(cancellationToken);
            return read is null ? null : [new AnswerSource(read.Dataset, read.Number, null)];
        }

        var found = await (
            from s in context.Series
            join v in versions on s.DatasetId equals v.Dataset
            where codes.Contains(s.Code) && s.FirstVersion <= v.Number
            select new { s.Code, v.Dataset, v.Number }).ToListAsync(cancellationToken);
        if (found.GroupBy(s => s.Code).FirstOrDefault(g => g.Count() > 1) is { } several)
            throw ProblemException.Invalid("id", $"Series {several.Key} lives in several data sets: {string.Join(", ", several.Select(s => s.Dataset).Order(StringComparer.Ordinal))}. Add dataset= with one of them.");
        var byCode = found.ToDictionary(s => s.Code, s => new AnswerSource(s.Dataset, s.Number, s.Code), StringComparer.Ordinal);
        return codes.All(byCode.ContainsKey) ? [.. codes.Select(c => byCode[c])] : null;
    }
}
