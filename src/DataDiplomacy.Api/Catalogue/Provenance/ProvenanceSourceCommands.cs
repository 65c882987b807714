using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>Takes what somebody names as the source of something that is about to be made here.</summary>
public sealed class ProvenanceSourceCommands(ProvenanceIris iris, AnswerCommands answers, TimeProvider time)
{
    /// <summary>The sources as the graph has them, each once. Answers are held from now on, and named with the state that they read.</summary>
    /// <param name="context">What reads and writes.</param>
    /// <param name="named">IRIs as they were sent; null for none.</param>
    /// <param name="field">The field that named them.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ProblemException">One is of this server and not known, or is no data.</exception>
    public async Task<IReadOnlyList<string>> TakeAsync(DataContext context, IReadOnlyList<string>? named, string field, CancellationToken cancellationToken)
    {
        List<string> sources = [.. (named ?? []).Select(iris.Stored).Distinct(StringComparer.Ordinal)];
        if (sources.Count == 0) return sources;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await ProvenanceLock.TakeAsync(context, cancellationToken);
        // Who may see an answer follows from the labels of its data, as it does for what is made of it.
        var held = await answers.HoldAsync(context, sources, Handling.Public, Instants.Truncate(time.GetUtcNow().UtcDateTime), field, cancellationToken);
        sources = [.. sources.Select(s => held.GetValueOrDefault(s)?.Iri ?? s).Distinct(StringComparer.Ordinal)];
        var known = await context.ProvenanceNodes.AsNoTracking().Where(n => sources.Contains(n.Iri)).ToDictionaryAsync(n => n.Iri, n => n.IsActivity && !n.IsEntity, StringComparer.Ordinal, cancellationToken);
        var parts = (await PartQueries.FindAsync(context, sources, cancellationToken)).Parts.Select(p => p.Part).ToHashSet(StringComparer.Ordinal);
        foreach (var (source, sent) in sources.Select(s => (s, iris.Sent(s))))
        {
            if (known.TryGetValue(source, out var isActivity) ? isActivity : source != sent && !IsPart(source))
                throw ProblemException.Invalid(field, $"'{sent}' is no data that is known here. GET /v1/provenance/{{id}} shows what is; what a transfer delivered has the IRI of the transfer with /data.");
        }

        await transaction.CommitAsync(cancellationToken);
        return sources;

        bool IsPart(string source) => parts.Contains(source);
    }
}
