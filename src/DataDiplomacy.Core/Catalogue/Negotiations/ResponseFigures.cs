namespace DataDiplomacy.Core.Catalogue.Negotiations;

/// <summary>Whether a figure could be worked out.</summary>
public enum FigureStatus
{
    /// <summary>It could.</summary>
    Assessed,

    /// <summary>There is nothing to work it out from; the figure is null.</summary>
    NotAssessable
}

/// <summary>How often requests are agreed to.</summary>
public sealed record AcceptanceRate
{
    /// <summary>Whether there is a rate.</summary>
    public required FigureStatus Status { get; init; }

    /// <summary>Requests that the provider decided or let time out. Those withdrawn by the consumer or still pending say nothing about the provider.</summary>
    public required int Decided { get; init; }

    /// <summary>Agreed as a share of <see cref="Decided"/>, 0 to 1; null for none decided.</summary>
    public required double? Rate { get; init; }

    /// <summary>The 95 % interval of the rate; null for none decided.</summary>
    public required WilsonInterval? Interval { get; init; }
}

/// <summary>How long the first answer takes.</summary>
public sealed record ResponseTimes
{
    /// <summary>Whether there are times.</summary>
    public required FigureStatus Status { get; init; }

    /// <summary>Requests with an answer; those without are not in median and percentile, which so say less about a provider who seldom answers.</summary>
    public required int Answered { get; init; }

    /// <summary>The median; null for no answer.</summary>
    public required TimeSpan? Median { get; init; }

    /// <summary>The 90th percentile by linear interpolation (Hyndman and Fan 1996, definition 7); null for no answer.</summary>
    public required TimeSpan? NinetiethPercentile { get; init; }

    /// <summary>How long the oldest pending request without an answer has waited; null for none.</summary>
    public required TimeSpan? OldestPending { get; init; }
}
