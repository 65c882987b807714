using DataDiplomacy.Core.Catalogue.Negotiations;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>A public account of how requests for data are answered. It names nobody.</summary>
public sealed record NegotiationStatisticsView
{
    /// <summary>The data set; null for all that the caller may see.</summary>
    /// <example>sdg-demo</example>
    public required string? Dataset { get; init; }

    /// <summary>All requests.</summary>
    /// <example>12</example>
    public required int Requests { get; init; }

    /// <summary>Those that led to an agreement.</summary>
    /// <example>7</example>
    public required int Agreed { get; init; }

    /// <summary>Those that the provider ended.</summary>
    /// <example>2</example>
    public required int Refused { get; init; }

    /// <summary>Those that the consumer ended, or did not go on with in time.</summary>
    /// <example>1</example>
    public required int Withdrawn { get; init; }

    /// <summary>Those that have not ended.</summary>
    /// <example>1</example>
    public required int Pending { get; init; }

    /// <summary>Those that ended because the provider did not move in time.</summary>
    /// <example>1</example>
    public required int TimedOut { get; init; }

    /// <summary>How often requests are agreed to.</summary>
    public required AcceptanceView Acceptance { get; init; }

    /// <summary>How long the first answer takes.</summary>
    public required ResponseTimesView Times { get; init; }
}

/// <summary>How often requests are agreed to.</summary>
public sealed record AcceptanceView
{
    /// <summary>Whether there is a rate; with nothing decided there is none.</summary>
    public required FigureStatus Status { get; init; }

    /// <summary>Requests that the provider decided, or let time out.</summary>
    /// <example>10</example>
    public required int Decided { get; init; }

    /// <summary>Agreed as a share of those decided, 0 to 1; null for none decided.</summary>
    /// <example>0.7</example>
    public required double? Rate { get; init; }

    /// <summary>Lower end of the 95 % interval of the rate (Wilson, 1927); null for none decided.</summary>
    /// <example>0.397</example>
    public required double? Lower { get; init; }

    /// <summary>Upper end of the 95 % interval of the rate (Wilson, 1927); null for none decided.</summary>
    /// <example>0.892</example>
    public required double? Upper { get; init; }
}

/// <summary>How long the first answer takes.</summary>
public sealed record ResponseTimesView
{
    /// <summary>Whether there are times; without any answer there are none.</summary>
    public required FigureStatus Status { get; init; }

    /// <summary>Requests that have an answer.</summary>
    /// <example>11</example>
    public required int Answered { get; init; }

    /// <summary>Median, days; null without any answer.</summary>
    /// <example>4.5</example>
    public required double? MedianDays { get; init; }

    /// <summary>90th percentile, days, by linear interpolation; null without any answer.</summary>
    /// <example>16</example>
    public required double? NinetiethPercentileDays { get; init; }

    /// <summary>How long the oldest request that is pending without an answer has waited, days; null for none.</summary>
    /// <example>2</example>
    public required double? OldestPendingDays { get; init; }
}
