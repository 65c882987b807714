using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Graph;

/// <summary>
/// What the query of a request counts for: one request for each 1,000 points of its complexity, which is the number that <see cref="QueryLimits"/> bounds.
/// A page of REST holds up to 1,000 items and counts as one.
/// </summary>
public sealed class QueryCost
{
    public const int PointsPerRequest = 1_000;

    /// <summary>The count that the request belongs to; null when requests are not counted.</summary>
    public RateWindow? Window { get; set; }

    /// <summary>The refusal of a query that came after the quota was used up; null when it may be executed.</summary>
    public ProblemException? Refusal { get; private set; }

    /// <summary>Counts the query before it is executed; false when it may not be. The request itself was counted when it came.</summary>
    public bool TryCharge(double complexity)
    {
        var more = (int)(complexity / PointsPerRequest) - 1;
        if (Window is { } window && more > 0 && !window.TryAdd(more))
        {
            Refusal = window.Refusal();
        }

        return Refusal is null;
    }
}
