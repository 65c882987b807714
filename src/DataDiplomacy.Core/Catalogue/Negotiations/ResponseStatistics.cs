namespace DataDiplomacy.Core.Catalogue.Negotiations;

/// <summary>A public account of how requests for data are answered.</summary>
public sealed record ResponseStatistics
{
    /// <summary>All requests.</summary>
    public required int Requests { get; init; }

    /// <summary>Those that ended with an agreement.</summary>
    public required int Agreed { get; init; }

    /// <summary>Those that the provider ended.</summary>
    public required int Refused { get; init; }

    /// <summary>Those that the consumer ended.</summary>
    public required int Withdrawn { get; init; }

    /// <summary>Those that have not ended.</summary>
    public required int Pending { get; init; }

    /// <summary>Those that ended because nobody moved in time.</summary>
    public required int TimedOut { get; init; }

    /// <summary>How often requests are agreed to.</summary>
    public required AcceptanceRate Acceptance { get; init; }

    /// <summary>How long the first answer takes.</summary>
    public required ResponseTimes Times { get; init; }

    /// <summary>Works the account out.</summary>
    /// <param name="requests">The requests in any order; empty gives counts of 0 and no figures.</param>
    /// <param name="now">The time, UTC.</param>
    /// <returns>The account.</returns>
    /// <exception cref="ArgumentException">An answer is older than its request, or a request than <paramref name="now"/> is new.</exception>
    public static ResponseStatistics Of(IReadOnlyCollection<AnsweredRequest> requests, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(requests);
        if (requests.Any(each => each.FirstAnswerAt < each.RequestedAt || each.RequestedAt > now)) throw new ArgumentException("A request is not answered before it is made, nor made after now.", nameof(requests));
        int Count(RequestOutcome outcome) => requests.Count(each => each.Outcome == outcome);
        return new ResponseStatistics
        {
            Requests = requests.Count,
            Agreed = Count(RequestOutcome.Agreed),
            Refused = Count(RequestOutcome.Refused),
            Withdrawn = Count(RequestOutcome.Withdrawn),
            Pending = Count(RequestOutcome.Pending),
            TimedOut = Count(RequestOutcome.TimedOut),
            Acceptance = AcceptanceOf(Count(RequestOutcome.Agreed), Count(RequestOutcome.Refused) + Count(RequestOutcome.TimedOut)),
            Times = TimesOf(requests, now)
        };
    }

    private static AcceptanceRate AcceptanceOf(int agreed, int notAgreed)
    {
        var decided = agreed + notAgreed;
        return new AcceptanceRate
        {
            Status = decided == 0 ? FigureStatus.NotAssessable : FigureStatus.Assessed,
            Decided = decided,
            Rate = decided == 0 ? null : (double)agreed / decided,
            Interval = decided == 0 ? null : WilsonInterval.Of(agreed, decided)
        };
    }

    private static ResponseTimes TimesOf(IReadOnlyCollection<AnsweredRequest> requests, DateTime now)
    {
        var times = requests.Where(each => each.FirstAnswerAt is not null).Select(each => ((each.FirstAnswerAt ?? now) - each.RequestedAt).Ticks).Order().ToArray();
        var waiting = requests.Where(each => each.Outcome == RequestOutcome.Pending && each.FirstAnswerAt is null).Select(each => now - each.RequestedAt).ToList();
        return new ResponseTimes
        {
            Status = times.Length == 0 ? FigureStatus.NotAssessable : FigureStatus.Assessed,
            Answered = times.Length,
            Median = Quantile(times, 5),
            NinetiethPercentile = Quantile(times, 9),
            OldestPending = waiting.Count == 0 ? null : waiting.Max()
        };
    }

    /// <summary>In whole ticks, so that no rounding depends on the machine.</summary>
    private static TimeSpan? Quantile(long[] sorted, int tenths)
    {
        if (sorted.Length == 0) return null;
        var (below, rest) = Math.DivRem((sorted.Length - 1) * tenths, 10);
        var next = Math.Min(below + 1, sorted.Length - 1);
        return new TimeSpan(sorted[below] + (sorted[next] - sorted[below]) / 10 * rest + (sorted[next] - sorted[below]) % 10 * rest / 10);
    }
}
