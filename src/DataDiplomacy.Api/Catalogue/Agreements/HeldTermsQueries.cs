using DataDiplomacy.Api.Catalogue.Provenance;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Core.Standards.Odrl;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>
/// Remembers which data sets are held under which terms, for as long as neither the graph nor the catalogue changes: agreements change in the graph
/// too. Whoever asks first after a change reads it anew.
/// </summary>
public sealed class HeldTermsQueries(IDbContextFactory<DataContext> contexts)
{
    /// <summary>Replaced agreements are followed so far.</summary>
    private const int MostSuccessors = 100;

    private volatile Held? _held;

    /// <summary>The data sets, by id.</summary>
    public async Task<IReadOnlyDictionary<string, HeldDataset>> ReadAsync(DataState state, CancellationToken cancellationToken)
    {
        if (_held is { } held && held.Graph == state.Graph && held.Stamp == state.Stamp) return held.Datasets;
        // The state was read before what it stands for: at worst this is read once more.
        var datasets = await LoadAsync(cancellationToken);
        _held = new Held(state.Graph, state.Stamp, datasets);
        return datasets;
    }

    private async Task<IReadOnlyDictionary<string, HeldDataset>> LoadAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var bound = await BindingQueries.HeldAsync(context, cancellationToken);
        var agreements = await AgreementsAsync(context, [.. bound.Select(b => b.Agreement).Distinct(StringComparer.Ordinal)], cancellationToken);
        var (ids, hashes) = (agreements.Values.Select(a => a.Id).Distinct().ToList(), agreements.Values.Select(a => a.PolicySha256).Distinct().ToList());
        var policies = (await context.DataPolicies.AsNoTracking().Where(p => hashes.Contains(p.Sha256)).ToListAsync(cancellationToken)).ToDictionary(p => p.Sha256, p => OdrlReader.Read(p.Json), StringComparer.Ordinal);
        var events = (await context.AgreementEvents.AsNoTracking().Where(e => ids.Contains(e.AgreementId)).ToListAsync(cancellationToken)).ToLookup(e => e.AgreementId, StringComparer.Ordinal);
        var done = (await context.DutyFulfilments.AsNoTracking().Where(f => ids.Contains(f.AgreementId)).ToListAsync(cancellationToken)).ToLookup(f => f.AgreementId, f => f.DutyKey, StringComparer.Ordinal);
        var names = bound.Select(b => b.Dataset).Distinct(StringComparer.Ordinal).ToList();
        var labels = await context.Datasets.AsNoTracking().Where(d => names.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => d.Handling, StringComparer.Ordinal, cancellationToken);
        return bound.Where(b => labels.ContainsKey(b.Dataset)).GroupBy(b => b.Dataset, StringComparer.Ordinal).ToDictionary(g => g.Key, g => new HeldDataset(g.Key, labels[g.Key],
        [
            .. g.Select(b => agreements[b.Agreement] is var agreement && policies[agreement.PolicySha256] is var policy ? new HeldTerms
            {
                Dataset = b.Dataset,
                Since = b.Since,
                Agreement = agreement,
                Policy = policy,
                Duties = PolicyTerms.StandingsOf(policy, [.. done[agreement.Id]]),
                Last = events[agreement.Id].MaxBy(e => e.Number),
            } : throw new InvalidOperationException($"The agreement {b.Agreement} has no terms.")),
        ]), StringComparer.Ordinal);
    }

    /// <summary>Agreements by the id of the one that is asked for; where one was replaced, the last that replaced it.</summary>
    private static async Task<Dictionary<string, DataAgreement>> AgreementsAsync(DataContext context, List<string> ids, CancellationToken cancellationToken)
    {
        var known = await context.DataAgreements.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, StringComparer.Ordinal, cancellationToken);
        for (var i = 0; i < MostSuccessors; i++)
        {
            var missing = known.Values.Select(a => a.Successor).OfType<string>().Where(s => !known.ContainsKey(s)).Distinct(StringComparer.Ordinal).ToList();
            if (missing.Count == 0) break;
            foreach (var successor in await context.DataAgreements.AsNoTracking().Where(a => missing.Contains(a.Id)).ToListAsync(cancellationToken)) known.Add(successor.Id, successor);
        }

        return ids.ToDictionary(id => id, id =>
        {
            var last = known[id];
            for (var i = 0; i < MostSuccessors && last.Successor is { } next && known.TryGetValue(next, out var newer); i++) last = newer;
            return last;
        }, StringComparer.Ordinal);
    }

    private sealed record Held(long Graph, CatalogueStamp Stamp, IReadOnlyDictionary<string, HeldDataset> Datasets);
}
