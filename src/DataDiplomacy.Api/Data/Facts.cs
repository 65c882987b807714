using System.Globalization;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Data;

/// <summary>Facts that are never overwritten: which of them are held at an instant, their pages, and the number of the next one.</summary>
public static class Facts
{
    /// <summary>Number and instant of the next fact of a kind: later than all before, so that each state has its own instant. The caller holds a lock.</summary>
    public static async Task<(long Id, DateTime RecordedAt)> NextAsync<T>(IQueryable<T> facts, TimeProvider time, CancellationToken cancellationToken)
        where T : class, IRecordedFact
    {
        var last = await facts.OrderByDescending(f => f.Id).Select(f => new { f.Id, f.RecordedAt }).FirstOrDefaultAsync(cancellationToken);
        var now = Instants.Truncate(time.GetUtcNow().UtcDateTime);
        return last is null ? (1, now) : (last.Id + 1, now > last.RecordedAt ? now : last.RecordedAt.AddMilliseconds(1));
    }

    /// <summary>Those that were recorded by an instant and neither replaced nor withdrawn by then.</summary>
    /// <param name="facts">Those to choose from.</param>
    /// <param name="all">All of their kind, among which the later ones are.</param>
    /// <param name="at">The instant.</param>
    public static IQueryable<T> HeldAt<T>(this IQueryable<T> facts, IQueryable<T> all, DateTime at)
        where T : class, IRecordedFact => facts.NewestAt(all, at).Where(f => !f.IsWithdrawn);

    /// <summary>As <see cref="HeldAt"/>, with those that say that something is held no more.</summary>
    public static IQueryable<T> NewestAt<T>(this IQueryable<T> facts, IQueryable<T> all, DateTime at)
        where T : class, IRecordedFact => facts.Where(f => f.RecordedAt <= at && !all.Any(l => l.Replaces == f.Id && l.RecordedAt <= at));

    /// <summary>Refuses to replace what was replaced already, or what says that something is held no more.</summary>
    /// <exception cref="ProblemException">422 with the number of the later one.</exception>
    public static async Task RequireCurrentAsync<T>(IQueryable<T> all, T fact, CancellationToken cancellationToken)
        where T : class, IRecordedFact =>
        RequireCurrent(fact.Id, fact.IsWithdrawn, await all.Where(l => l.Replaces == fact.Id).Select(l => (long?)l.Id).FirstOrDefaultAsync(cancellationToken));

    /// <summary>As above, with the number of the later one; null for none.</summary>
    public static void RequireCurrent(long number, bool isWithdrawn, long? later)
    {
        if (isWithdrawn) throw new ProblemException(Problems.RuleBroken, $"Fact {number} says that something never was, or is held no more; there is nothing to replace.");
        if (later is not null) throw new ProblemException(Problems.RuleBroken, $"Fact {number} was replaced by {later}; replace that one.");
    }

    /// <summary>A page of facts in the order of entry. Without a wish it is the state of the newest of them: the same facts give the same bytes.</summary>
    /// <param name="seen">Those that the caller may see and asked for, whenever recorded.</param>
    /// <param name="heldAt">Those of them that are shown as of an instant.</param>
    /// <param name="query">Fingerprint of the query.</param>
    /// <param name="asked">State, limit, cursor and count as asked for.</param>
    /// <param name="show">Makes views of the facts of the page, in their order, as of its state.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<PageView<TView>> PageAsync<T, TView>(
        IQueryable<T> seen, Func<DateTime, IQueryable<T>> heldAt, string query, FactPage asked, Func<IReadOnlyList<T>, DateTime, Task<IReadOnlyList<TView>>> show, CancellationToken cancellationToken)
        where T : class, IRecordedFact
    {
        var cursor = Cursor.Decode(asked.Cursor, query, keyParts: 1);
        var newest = await seen.MaxAsync(f => (DateTime?)f.RecordedAt, cancellationToken) ?? DateTime.UnixEpoch;
        var at = cursor?.AsOf ?? asked.AsOf ?? newest;
        var held = heldAt(at);
        var (limit, after) = (asked.Limit ?? Paging.DefaultLimit, cursor?.LongNumber(0) ?? 0);
        var facts = await held.Where(f => f.Id > after).OrderBy(f => f.Id).Take(limit + 1).AsNoTracking().ToListAsync(cancellationToken);
        var page = facts.Take(limit).ToList();
        var cursors = page.Select(f => new Snapshot(at, 0, null).CursorAfter(query, f.Id.ToString(CultureInfo.InvariantCulture))).ToList();
        return new PageView<TView>
        {
            Items = await show(page, at),
            Next = facts.Count > limit ? cursors[^1] : null,
            Cursors = cursors,
            AsOf = at,
            Total = asked.Count is null ? null : await held.LongCountAsync(cancellationToken),
        };
    }
}

/// <summary>What a caller asked of a page of facts.</summary>
/// <param name="AsOf">The instant asked for; null for the newest state.</param>
/// <param name="Limit">Most items.</param>
/// <param name="Cursor">The cursor of the page before.</param>
/// <param name="Count"><c>exact</c>, or null.</param>
public sealed record FactPage(DateTime? AsOf, int? Limit, string? Cursor, string? Count);
