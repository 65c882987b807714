using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>Checks what somebody names as the source of something that is about to be made here.</summary>
public sealed class ProvenanceSourceQueries(ProvenanceIris iris)
{
    /// <summary>The sources as the graph has them, each once.</summary>
    /// <param name="context">What reads.</param>
    /// <param name="named">IRIs as they were sent; null for none.</param>
    /// <param name="field">The field that named them.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ProblemException">One is of this server and not known, or is no data.</exception>
    public async Task<IReadOnlyList<string>> CheckAsync(DataContext context, IReadOnlyList<string>? named, string field, CancellationToken cancellationToken)
    {
        List<string> sources = [.. (named ?? []).Select(iris.Stored).Distinct(StringComparer.Ordinal)];
        if (sources.Count == 0) return sources;
        var known = await context.ProvenanceNodes.AsNoTracking().Where(n => sources.Contains(n.Iri)).ToDictionaryAsync(n => n.Iri, n => n.IsActivity && !n.IsEntity, StringComparer.Ordinal, cancellationToken);
        foreach (var (source, sent) in sources.Select(s => (s, iris.Sent(s))))
        {
            if (known.TryGetValue(source, out var isActivity) ? isActivity : source != sent)
                throw ProblemException.Invalid(field, $"'{sent}' is no data that is known here. GET /v1/provenance/{{id}} shows what is; what a transfer delivered has the IRI of the transfer with /data.");
        }

        return sources;
    }
}
