using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Standards.Prov;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>
/// Holds answers that somebody names. They are computed at each request and stored nowhere; what somebody makes of one rests on the data that it read, so
/// that what follows from its request is stored with its first mention, and walks and terms go through it.
/// </summary>
public sealed class AnswerCommands(AnswerQueries answers, ProvenanceIris iris)
{
    private const int Most = 1_000;

    /// <summary>Holds what follows from the requests of those of some names that are of answers; in the transaction of the caller, and under the lock of the graph.</summary>
    /// <param name="context">What writes.</param>
    /// <param name="named">Names as they are stored; one without a state reads the state of now.</param>
    /// <param name="handling">Who may know that they were named.</param>
    /// <param name="at">Now.</param>
    /// <param name="field">The field that named them.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Those that are answers and whose data are here, by the names that were given.</returns>
    /// <exception cref="ProblemException">One is of this server and no answer, or there are too many.</exception>
    internal async Task<IReadOnlyDictionary<string, HeldAnswer>> HoldAsync(
        DataContext context, IEnumerable<string> named, Handling handling, DateTime at, string field, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, FoundAnswer>(StringComparer.Ordinal);
        foreach (var name in named.Distinct(StringComparer.Ordinal))
        {
            if (await FindAsync(context, name, at, field, cancellationToken) is not { Statements: not null } answer) continue;
            if (found.Count == Most) throw ProblemException.Invalid(field, $"More than {Most} computed answers are named. State them in several documents.");
            found[name] = answer;
        }

        if (found.Count == 0) return new Dictionary<string, HeldAnswer>();
        var answers = await HomesAsync(context, found, cancellationToken);
        var known = await KnownAsync(context, [.. found.Values.Select(a => a.Iri)], handling, cancellationToken);
        List<FoundAnswer> open = [.. found.Values.DistinctBy(a => a.Iri).Where(a => !known.Contains(a.Iri))];
        if (open.Count == 0) return answers;
        var source = new ProvenanceSource { Handling = handling, Kind = "answer", Statements = open.Sum(a => a.Statements?.Count ?? 0), RecordedAt = at };
        var homes = answers.Values.DistinctBy(a => a.Iri).ToDictionary(a => a.Iri, a => a.Dataset, StringComparer.Ordinal);
        await ProvenanceCommands.StateAsync(context, [.. open.SelectMany(a => a.Statements ?? [])], source, iri => homes.GetValueOrDefault(iri.Split('#')[0]), cancellationToken);
        return answers;
    }

    private async Task<FoundAnswer?> FindAsync(DataContext context, string name, DateTime at, string field, CancellationToken cancellationToken)
    {
        try
        {
            if (await answers.FindAsync(context, name, at, cancellationToken) is not { } answer) return null;
            // A package rests on its record alone, which must be here.
            return answer.Sources.Count > 0 || ProvenanceIris.RecordOf(name) is { } record && await context.EvidenceRecords.AnyAsync(r => r.Id == record, cancellationToken) ? answer : null;
        }
        catch (ProblemException e)
        {
            throw ProblemException.Invalid(field, $"'{iris.Sent(name)}' is no answer of this server: {e.Message}");
        }
    }

    /// <summary>Each with the data set that hides it: the most closely held of those that it reads.</summary>
    private static async Task<Dictionary<string, HeldAnswer>> HomesAsync(DataContext context, Dictionary<string, FoundAnswer> found, CancellationToken cancellationToken)
    {
        var sets = found.Values.SelectMany(a => a.Sources).Select(s => s.Dataset).Distinct(StringComparer.Ordinal).ToList();
        var labels = await context.Datasets.Where(d => sets.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => d.Handling, cancellationToken);
        return found.ToDictionary(f => f.Key, f => new HeldAnswer(f.Value.Iri, f.Value.Sources.MaxBy(s => labels[s.Dataset])?.Dataset), StringComparer.Ordinal);
    }

    /// <summary>Those that are stated already, and for at least as many readers.</summary>
    private static async Task<HashSet<string>> KnownAsync(DataContext context, List<string> answers, Handling handling, CancellationToken cancellationToken)
    {
        var labels = Enum.GetValues<Handling>().Where(h => h <= handling).ToList();
        var steps = await context.ProvenanceEdges
            .Where(e => answers.Contains(e.From.Iri) && e.Kind == ProvKind.Generation && e.RecordedTo == ProvenanceStatement.Current && labels.Contains(e.Handling))
            .Select(e => new { From = e.From.Iri, To = e.To.Iri }).ToListAsync(cancellationToken);
        return [.. steps.Where(s => s.To == s.From + AnswerProvenance.Activity).Select(s => s.From)];
    }
}

/// <summary>An answer that is held.</summary>
/// <param name="Iri">Its name with the state that it reads.</param>
/// <param name="Dataset">The data set whose label decides who sees it; null where none does.</param>
internal sealed record HeldAnswer(string Iri, string? Dataset);
