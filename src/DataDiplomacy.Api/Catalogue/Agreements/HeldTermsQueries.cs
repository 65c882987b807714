using DataDiplomacy.Api.Catalogue.Provenance;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Core.Standards.Odrl;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>
/// Remembers which data sets are held under which terms until bindings, agreements or duties change; other changes of the graph cost one look for these.
/// Who asks after a change waits for one reading, together with all others who ask.
/// </summary>
public sealed class HeldTermsQueries(IDbContextFactory<DataContext> contexts) : IDisposable
{
    /// <summary>Replaced agreements are followed so far.</summary>
    private const int MostSuccessors = 100;

    private readonly SemaphoreSlim _turn = new(1);
    private volatile Held? _held;

    /// <summary>What is held in this state, or in a later one.</summary>
    public async Task<HeldDatasets> ReadAsync(DataState state, CancellationToken cancellationToken)
    {
        if (_held is { } held && held.Covers(state)) return held.Datasets;
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_held is not { } before || !before.Covers(state)) _held = before = await AnewAsync(_held, state, cancellationToken);
            return before.Datasets;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>The state was read before what it stands for: at worst this is read once more.</summary>
    private async Task<Held> AnewAsync(Held? before, DataState state, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var isSame = before is not null && before.Bindings >= state.Bindings && !await BindingQueries.HaveChangedAsync(context, before.Graph, cancellationToken);
        if (isSame && before is not null && before.Described == Held.DescribedIn(state)) return before with { Graph = Math.Max(before.Graph, state.Graph) };
        var terms = isSame && before is not null ? before.Datasets.Terms : await TermsAsync(context, cancellationToken);
        var ids = terms.Keys.ToList();
        var labels = await context.Datasets.AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => d.Handling, StringComparer.Ordinal, cancellationToken);
        return new Held(state.Graph, state.Bindings, Held.DescribedIn(state), HeldDatasets.Of(terms, labels));
    }

    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<HeldTerms>>> TermsAsync(DataContext context, CancellationToken cancellationToken)
    {
        var bound = await BindingQueries.HeldAsync(context, cancellationToken);
        var agreements = await AgreementsAsync(context, [.. bound.Select(b => b.Agreement).Distinct(StringComparer.Ordinal)], cancellationToken);
        var (ids, hashes) = (agreements.Values.Select(a => a.Id).Distinct().ToList(), agreements.Values.Select(a => a.PolicySha256).Distinct().ToList());
        var policies = (await context.DataPolicies.AsNoTracking().Where(p => hashes.Contains(p.Sha256)).ToListAsync(cancellationToken)).ToDictionary(p => p.Sha256, p => OdrlReader.Read(p.Json), StringComparer.Ordinal);
        var events = (await context.AgreementEvents.AsNoTracking().Where(e => ids.Contains(e.AgreementId)).ToListAsync(cancellationToken)).ToLookup(e => e.AgreementId, StringComparer.Ordinal);
        var done = (await context.DutyFulfilments.AsNoTracking().Where(f => ids.Contains(f.AgreementId)).ToListAsync(cancellationToken)).ToLookup(f => f.AgreementId, f => f.DutyKey, StringComparer.Ordinal);
        return bound.GroupBy(b => b.Dataset, StringComparer.Ordinal).ToDictionary(g => g.Key, g => (IReadOnlyList<HeldTerms>)
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
        ], StringComparer.Ordinal);
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

    /// <param name="Graph">No source after this one was looked at.</param>
    /// <param name="Bindings">Number of the last binding.</param>
    /// <param name="Described">The state of the catalogue in which the labels were read, without its versions.</param>
    /// <param name="Datasets">What was read.</param>
    private sealed record Held(long Graph, long Bindings, CatalogueStamp Described, HeldDatasets Datasets)
    {
        public static CatalogueStamp DescribedIn(DataState state) => state.Stamp with { Sequence = 0 };

        public bool Covers(DataState state) => Graph >= state.Graph && Bindings >= state.Bindings && Described == DescribedIn(state);
    }
}
