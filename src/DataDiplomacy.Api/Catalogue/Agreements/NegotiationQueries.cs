using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue.Negotiations;
using DataDiplomacy.Core.Standards.Odrl;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>Reads negotiations: editors those on all data sets that they see, others those that they are bound to. To everybody else there are none.</summary>
public sealed class NegotiationQueries(
    IDbContextFactory<DataContext> contexts, Visibility visibility, AgreementCallers callers, AgreementOptions options, AuditNote note, TimeProvider time,
    IValidator<ListNegotiations> listValidator, IValidator<CompareMoves> compareValidator, IValidator<VerifyMoves> verifyValidator)
{
    public async Task<PageView<DataNegotiationView>> ListAsync(ListNegotiations request, CancellationToken cancellationToken)
    {
        listValidator.Check(request);
        var query = Cursor.Fingerprint("data-negotiations", request.Dataset, request.State, request.Track);
        var after = Cursor.Decode(request.Cursor, query, keyParts: 1)?.After[0];
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var filtered = Filter(Visible(context), request);
        var limit = request.Limit ?? Paging.DefaultLimit;
        var rows = await filtered.Where(n => after == null || string.Compare(n.Id, after) > 0).OrderBy(n => n.Id).Take(limit + 1).AsNoTracking().ToListAsync(cancellationToken);
        List<DataNegotiation> shown = [.. rows.Take(limit)];
        foreach (var dataset in shown.Select(n => n.DatasetId).Distinct(StringComparer.Ordinal)) note.Add(dataset);
        var state = new Snapshot(default, 0, null);
        var cursors = shown.Select(n => state.CursorAfter(query, n.Id)).ToList();
        return new PageView<DataNegotiationView>
        {
            Items = await ShowAsync(context, shown, cancellationToken),
            Next = rows.Count > limit ? cursors[^1] : null,
            Cursors = cursors,
            Total = request.Count is null ? null : await filtered.LongCountAsync(cancellationToken),
        };
    }

    /// <summary>The negotiation; null when there is none that the caller may see.</summary>
    public async Task<DataNegotiationView?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var negotiation = await Visible(context).AsNoTracking().FirstOrDefaultAsync(n => n.Id == id, cancellationToken);
        note.AddFound(negotiation?.DatasetId);
        return negotiation is null ? null : (await ShowAsync(context, [negotiation], cancellationToken))[0];
    }

    /// <summary>How the terms of two moves differ; null when there is no such negotiation that the caller may see.</summary>
    /// <exception cref="ProblemException">A move is not there, or has no terms.</exception>
    public async Task<TermsDiffView?> CompareAsync(string id, CompareMoves request, CancellationToken cancellationToken)
    {
        compareValidator.Check(request);
        if (await FindAsync(id, cancellationToken) is not { } negotiation) return null;
        var withTerms = negotiation.Moves.Where(m => m.Policy is not null).ToList();
        var to = withTerms.FirstOrDefault(m => m.Number == (request.To ?? withTerms[^1].Number)) ?? throw NoTerms("to", withTerms);
        var from = withTerms.LastOrDefault(m => request.From is { } number ? m.Number == number : m.Number < to.Number) ?? throw NoTerms("from", withTerms);
        var differences = PolicyDiff.Compare(Policy(from), Policy(to));
        return new TermsDiffView { From = from.Number, To = to.Number, Same = differences.Count == 0, Differences = [.. differences.Select(NegotiationViews.Difference)] };
    }

    /// <summary>Whether the moves are those that were made; null when there is no such negotiation that the caller may see.</summary>
    public async Task<MoveChainView?> VerifyAsync(string id, VerifyMoves request, CancellationToken cancellationToken)
    {
        verifyValidator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await Visible(context).AsNoTracking().FirstOrDefaultAsync(n => n.Id == id, cancellationToken) is not { } negotiation) return null;
        note.Add(negotiation.DatasetId);
        var moves = await context.NegotiationMoves.AsNoTracking().Where(m => m.NegotiationId == id).OrderBy(m => m.Sequence).ToListAsync(cancellationToken);
        var fault = MoveChain.Verify([.. moves.Select(NegotiationSteps.ToMove)], request.Head ?? negotiation.Head);
        return new MoveChainView { Valid = fault is null, Moves = moves.Count, Head = moves.Count == 0 ? "" : moves[^1].Hash, BrokenAt = fault?.Index + 1, Fault = fault?.Reason };
    }

    /// <summary>Whether an offer or a negotiation names a data set, whoever may see it.</summary>
    public static async Task<bool> IsNamedAsync(DataContext context, string dataset, CancellationToken cancellationToken) =>
        await context.DatasetOffers.AnyAsync(o => o.DatasetId == dataset, cancellationToken) || await context.DataNegotiations.AnyAsync(n => n.DatasetId == dataset, cancellationToken);

    /// <summary>What the caller may see.</summary>
    internal IQueryable<DataNegotiation> Visible(DataContext context)
    {
        var datasets = visibility.Datasets(context).Select(d => d.Id);
        var (isEditor, isKnown, member) = (callers.IsEditor, callers.IsKnown, callers.IsKnown ? callers.Member : "");
        return context.DataNegotiations.Where(n => isKnown && datasets.Contains(n.DatasetId) && (isEditor || n.Members.Contains(member)));
    }

    /// <summary>Negotiations with their moves, approvals and terms, in three statements for all of them.</summary>
    internal async Task<IReadOnlyList<DataNegotiationView>> ShowAsync(DataContext context, IReadOnlyList<DataNegotiation> negotiations, CancellationToken cancellationToken)
    {
        var ids = negotiations.Select(n => n.Id).ToList();
        var moves = (await context.NegotiationMoves.AsNoTracking().Where(m => ids.Contains(m.NegotiationId)).ToListAsync(cancellationToken)).ToLookup(m => m.NegotiationId, StringComparer.Ordinal);
        var approvals = (await context.MoveApprovals.AsNoTracking().Where(a => ids.Contains(a.NegotiationId)).ToListAsync(cancellationToken)).ToLookup(a => a.NegotiationId, StringComparer.Ordinal);
        var hashes = moves.SelectMany(m => m).Select(m => m.PolicySha256).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var policies = await context.DataPolicies.AsNoTracking().Where(p => hashes.Contains(p.Sha256)).ToDictionaryAsync(p => p.Sha256, StringComparer.Ordinal, cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        return [.. negotiations.Select(n => NegotiationViews.Of(n, moves[n.Id], approvals[n.Id], policies, options, now))];
    }

    private static IQueryable<DataNegotiation> Filter(IQueryable<DataNegotiation> negotiations, ListNegotiations request)
    {
        if (request.Dataset is { } dataset) negotiations = negotiations.Where(n => n.DatasetId == dataset);
        if (request.State is { } name && WireNames.TryParse<NegotiationState>(name, out var state)) negotiations = negotiations.Where(n => n.State == state);
        if (request.Track is null) return negotiations;
        var track = NegotiationViews.Track(request.Track);
        return negotiations.Where(n => n.Track == track);
    }

    private static OdrlPolicy Policy(NegotiationMoveView move) => OdrlReader.Read(move.Policy?.ToJsonString() ?? "");

    private static ProblemException NoTerms(string field, IReadOnlyList<NegotiationMoveView> withTerms) =>
        ProblemException.Invalid(field, $"{field} is the number of a move that has terms; these are {string.Join(", ", withTerms.Select(m => m.Number))}, and from is another than to.");
}
