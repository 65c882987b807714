namespace DataDiplomacy.Api.Http;

/// <summary>What one caller may ask in the minute that a request came in. Each request counts 1; what turns out to be dear counts for more once its cost is known.</summary>
public sealed class RateWindow(RateWindows windows, string who, int quota, DateTimeOffset now)
{
    public const int Seconds = 60;

    private readonly long _minute = now.ToUnixTimeSeconds() / Seconds;

    public int Quota => quota;

    /// <summary>What is left now, which other requests of the caller may have used since.</summary>
    public int Left => Math.Max(0, quota - windows.Charge(who, _minute, 0));

    /// <summary>Until the next minute begins, as of the arrival of the request.</summary>
    public long SecondsLeft { get; } = Seconds - now.ToUnixTimeSeconds() % Seconds;

    /// <summary>Counts the request itself; false when it is one too many.</summary>
    public bool TryEnter() => windows.Charge(who, _minute, 1) <= quota;

    /// <summary>
    /// Counts what a request costs beside being one; false when others have used up the quota meanwhile. A cost above what is left is let through:
    /// it takes the rest of the minute, where a refusal would mean that a dear query can never be asked.
    /// </summary>
    public bool TryAdd(int cost) => windows.Charge(who, _minute, cost) - cost <= quota;

    public ProblemException Refusal() =>
        new(Problems.TooManyRequests, $"More than {quota} requests in this minute; a GraphQL query counts as several. Go on in {SecondsLeft} seconds.");
}
