using System.Globalization;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Uses;

/// <summary>Reads how often data sets were read. Whoever is no admin gets numbers of days that are over, rounded down to multiples of five, whatever they are told apart by: nobody watches others read.</summary>
public sealed class UseQueries(IDbContextFactory<DataContext> contexts, Visibility visibility, UseWorker worker, UseReportQueries reports, TimeProvider time, IValidator<GetUses> validator)
{
    /// <summary>Below this a number is not told, and above it numbers are its multiples.</summary>
    public const long LeastTold = 5;

    private const int MostDays = 366;
    private const int MostGroups = 1_000;

    /// <summary>The uses of a data set, or null when there is none that the caller may see.</summary>
    public async Task<DatasetUsesView?> FindAsync(string id, GetUses request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var to = Instants.DayOf(request.To) ?? today;
        var from = Instants.DayOf(request.From) ?? (to.DayNumber < MostDays ? DateOnly.MinValue : to.AddDays(-364));
        if (to < from) throw ProblemException.Invalid("to", ValidatorRules.DaysInOrder);
        if (to.DayNumber - from.DayNumber >= MostDays) throw ProblemException.Invalid("from", $"{from:yyyy-MM-dd} to {to:yyyy-MM-dd} are more than {MostDays} days. Ask for fewer.");
        var isExact = visibility.Caller.Has(Role.Admin);
        if (isExact) await worker.WriteAsync(cancellationToken);
        // Whoever could see the sums of a day grow would see others read.
        var closed = isExact || to < today ? to : today.AddDays(-1);
        if (closed < from) throw ProblemException.Invalid("from", $"Reads of a day are told when it is over. Ask for days up to {closed:yyyy-MM-dd}.");
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await visibility.Datasets(context).AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancellationToken) is not { } dataset) return null;

        var counts = await context.UseCounts.AsNoTracking().Where(u => u.DatasetId == id && u.Day >= from && u.Day <= closed).ToListAsync(cancellationToken);
        var (counted, last) = await KnownAsync(context, id, cancellationToken);
        var (reads, text) = Told(counts.Sum(c => c.Reads), isExact);
        return new DatasetUsesView
        {
            Dataset = id,
            From = from,
            To = closed,
            Exact = isExact,
            Reads = reads,
            ReadsText = text,
            Groups = Groups(counts, Paging.Codes(request.By), isExact),
            CountedSince = counted,
            LastRead = last,
            UnusedSince = UnusedSince(counted, last, dataset.CreatedAt, today),
            Reported = await reports.CountAsync(context, id, cancellationToken),
            Reports = $"/v1/datasets/{id}/uses/reports",
        };
    }

    /// <summary>What was counted of a data set that was found before, over 30 and 365 days that are over.</summary>
    internal async Task<UseSummary> SummaryAsync(DataContext context, Dataset dataset, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var (month, year) = (today.AddDays(-30), today.AddDays(-365));
        var channels = await context.UseCounts.Where(u => u.DatasetId == dataset.Id && u.Day > year).GroupBy(u => u.Channel)
            .Select(g => new { Channel = g.Key, Year = g.Sum(u => u.Day < today ? u.Reads : 0), Month = g.Sum(u => u.Day > month && u.Day < today ? u.Reads : 0), First = g.Min(u => u.Day) }).ToListAsync(cancellationToken);
        var (counted, last) = await KnownAsync(context, dataset.Id, cancellationToken);
        return new UseSummary(
            [.. channels.OrderBy(c => c.Channel).Select(c => new ChannelUse(c.Channel, Rounded(c.Month), Rounded(c.Year)))],
            channels.Count == 0 ? null : channels.Min(c => c.First),
            UnusedSince(counted, last, dataset.CreatedAt, today));
    }

    private static async Task<(DateOnly? Counted, DateOnly? Last)> KnownAsync(DataContext context, string id, CancellationToken cancellationToken) =>
        (await context.UseCounts.MinAsync(u => (DateOnly?)u.Day, cancellationToken), await context.UseCounts.Where(u => u.DatasetId == id).MaxAsync(u => (DateOnly?)u.Day, cancellationToken));

    private static DateOnly? UnusedSince(DateOnly? counted, DateOnly? last, DateTime createdAt, DateOnly today)
    {
        if (counted is not { } first) return null;
        var created = DateOnly.FromDateTime(createdAt);
        var since = last?.AddDays(1) ?? (created > first ? created : first);
        return since <= today ? since : null;
    }

    private static IReadOnlyList<UseGroupView> Groups(List<UseCount> counts, IReadOnlyList<string> asked, bool isExact)
    {
        var by = asked.Count == 0 ? ["channel", "purpose", "caller"] : asked;
        bool Has(string key) => by.Contains(key);
        var groups = counts.GroupBy(c => (
                Version: Has("version") ? c.VersionNumber : (int?)null, Day: Has("day") ? c.Day : (DateOnly?)null, Channel: Has("channel") ? c.Channel : (UseChannel?)null,
                Purpose: Has("purpose") ? c.Purpose : (UsePurpose?)null, Caller: Has("caller") ? c.Caller : (UseCallerKind?)null), c => c.Reads)
            .OrderBy(g => g.Key.Version).ThenBy(g => g.Key.Day).ThenBy(g => g.Key.Channel).ThenBy(g => g.Key.Purpose).ThenBy(g => g.Key.Caller).ToList();
        if (groups.Count > MostGroups) throw ProblemException.Invalid("by", $"That are {groups.Count} groups, more than {MostGroups}. Tell apart by less, or ask for fewer days.");
        return
        [
            .. groups.Select(g => (g.Key, Told: Told(g.Sum(), isExact))).Select(g => new UseGroupView
            {
                Version = g.Key.Version,
                Day = g.Key.Day,
                Channel = g.Key.Channel,
                Purpose = g.Key.Purpose,
                Caller = g.Key.Caller,
                Reads = g.Told.Reads,
                ReadsText = g.Told.Text,
            }),
        ];
    }

    private static (long? Reads, string Text) Told(long reads, bool isExact)
    {
        if (!isExact && reads is > 0 and < LeastTold) return (null, $"<{LeastTold}");
        var told = isExact ? reads : Rounded(reads);
        return (told, told.ToString(CultureInfo.InvariantCulture));
    }

    private static long Rounded(long reads) => reads - reads % LeastTold;
}

/// <summary>What was counted of a data set in 365 days.</summary>
/// <param name="Channels">Reads by channel, rounded down to multiples of five.</param>
/// <param name="First">First day of them on which it was read; null for none.</param>
/// <param name="UnusedSince">Since when it was not read; null while it is, and when nothing was counted yet.</param>
internal sealed record UseSummary(IReadOnlyList<ChannelUse> Channels, DateOnly? First, DateOnly? UnusedSince);

/// <summary>Reads by one channel over 30 and 365 days.</summary>
internal sealed record ChannelUse(UseChannel Channel, long Month, long Year);
