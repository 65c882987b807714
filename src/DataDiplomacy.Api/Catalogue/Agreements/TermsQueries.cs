using System.Globalization;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>
/// Decides whether data that are held under agreements may be read: each agreement must be in force, and for who is no party its terms must permit that
/// the data are passed on; what cannot be said is denied. Where nothing is held under terms this costs nothing.
/// </summary>
public sealed class TermsQueries(
    IDbContextFactory<DataContext> contexts, CurrentState current, HeldTermsQueries memory, Visibility visibility, AgreementCallers callers, AgreementIris iris, DeclaredPurpose purpose, AuditNote note, TimeProvider time)
    : IReadTerms
{
    private const int NamedDatasets = 20;
    private const int NamedReasons = 3;

    public async Task RequireAsync(IEnumerable<string> datasets, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (await DeniedAsync(datasets, now, cancellationToken) is { Count: > 0 } refused) throw Refuse(refused, now);
    }

    public async Task<IReadOnlyDictionary<string, string>> RefusedAsync(IEnumerable<string> datasets, CancellationToken cancellationToken) =>
        (await DeniedAsync(datasets, time.GetUtcNow().UtcDateTime, cancellationToken)).GroupBy(r => r.Terms.Dataset, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => $"The data set {g.Key} was made of data that were shared under terms. {string.Join(" ", g.First().Decision.Because.Take(NamedReasons))}", StringComparer.Ordinal);

    // The caller is a part of the tag already.
    public async Task<string?> MarkAsync(CancellationToken cancellationToken) =>
        (await HeldAsync(cancellationToken)).MarkOf(visibility.Caller.Readable, time.GetUtcNow().UtcDateTime) is { } mark ? $"{mark} {purpose.Value}" : null;

    /// <summary>Under which terms a data set is held; null when there is no such data set that the caller may see.</summary>
    public async Task<DatasetTermsView?> FindAsync(string id, CancellationToken cancellationToken) => (await OfDatasetsAsync([id], cancellationToken)).GetValueOrDefault(id);

    /// <summary>Under which terms data sets are held, by id; without those that the caller may not see. Two statements for all.</summary>
    public async Task<IReadOnlyDictionary<string, DatasetTermsView>> OfDatasetsAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var held = (await HeldAsync(cancellationToken)).Terms;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var datasets = await visibility.Datasets(context).AsNoTracking().Where(d => ids.Contains(d.Id)).ToListAsync(cancellationToken);
        note.Add(datasets.Select(d => d.Id));
        var sources = datasets.SelectMany(d => AgreementsOf(d.Id)).Select(t => t.Agreement.DatasetId).Distinct().ToList();
        var visible = sources.Count == 0 ? [] : await visibility.Datasets(context).Where(d => sources.Contains(d.Id)).Select(d => d.Id).ToListAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        return datasets.ToDictionary(d => d.Id, d => TermsViews.Of(
            d, [.. AgreementsOf(d.Id).Select(t => new ShownTerms(t, Decide(t, now), IsParty(t), visible.Contains(t.Agreement.DatasetId)))], purpose.Value, now), StringComparer.Ordinal);

        IReadOnlyList<HeldTerms> AgreementsOf(string id) => held.GetValueOrDefault(id, []);
    }

    private async Task<HeldDatasets> HeldAsync(CancellationToken cancellationToken)
    {
        var state = await current.ReadAsync(cancellationToken);
        return state.Bindings > 0 ? await memory.ReadAsync(state, cancellationToken) : HeldDatasets.None;
    }

    /// <summary>What forbids the caller to read observations of these data sets, by the order of their ids.</summary>
    private async Task<List<(HeldTerms Terms, TermsDecision Decision)>> DeniedAsync(IEnumerable<string> datasets, DateTime now, CancellationToken cancellationToken)
    {
        var asked = datasets.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (asked.Count == 0) return [];
        var held = (await HeldAsync(cancellationToken)).Terms;
        return [.. asked.SelectMany(d => held.GetValueOrDefault(d, [])).Select(t => (Terms: t, Decision: Decide(t, now))).Where(t => !t.Decision.Permits)];
    }

    private bool IsParty(HeldTerms terms) => callers.IsEditor || callers.IsKnown && callers.IsAmong(terms.Agreement.Members);

    private TermsDecision Decide(HeldTerms terms, DateTime now) => terms.Decide(IsParty(terms), purpose.Value, iris.Dataset(terms.Agreement.DatasetId), now);

    private ProblemException Refuse(List<(HeldTerms Terms, TermsDecision Decision)> refused, DateTime now)
    {
        var (terms, decision) = refused[0];
        var problem = refused.Exists(r => !r.Decision.IsInForce) ? Problems.TermsNotInForce : Problems.TermsNotMet;
        var others = refused.Select(r => r.Terms.Dataset).Distinct(StringComparer.Ordinal).Count() is > 1 and var count ? string.Create(CultureInfo.InvariantCulture, $" So it is with {count - 1} more of the data sets asked for.") : "";
        return new ProblemException(problem,
            $"The data set {terms.Dataset} was made of data that were shared under terms. {string.Join(" ", decision.Because.Take(NamedReasons))} {terms.WayBack(decision, now)} GET /v1/datasets/{terms.Dataset}/terms has the terms; other data sets can be named by dataset=.{others}")
        {
            Candidates =
            [
                .. refused.Take(NamedDatasets).Select(r => new
                {
                    r.Terms.Dataset,
                    Agreement = IsParty(r.Terms) ? r.Terms.Agreement.Id : null,
                    State = WireNames.Of(AgreementViews.StateAt(r.Terms.Agreement, now)),
                    Since = r.Terms.StateSince(now),
                    Reason = IsParty(r.Terms) ? r.Terms.Last?.Reason : null,
                    r.Decision.Because,
                    WayBack = r.Terms.WayBack(r.Decision, now),
                    Terms = $"/v1/datasets/{r.Terms.Dataset}/terms",
                }),
            ],
        };
    }
}

/// <summary>Terms under which a data set is held, as one caller may see them.</summary>
/// <param name="Held">The terms.</param>
/// <param name="Decision">What follows from them for the caller.</param>
/// <param name="IsParty">Whether the caller may see the agreement.</param>
/// <param name="SeesSource">Whether the caller may see the data set that was shared.</param>
public sealed record ShownTerms(HeldTerms Held, TermsDecision Decision, bool IsParty, bool SeesSource);
