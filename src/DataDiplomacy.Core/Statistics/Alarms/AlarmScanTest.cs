namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>One bin judged by one method.</summary>
public sealed record AlarmScanTest
{
    /// <summary>Position of the bin, from 0 on.</summary>
    public required int Index { get; init; }

    /// <summary>Its value.</summary>
    public required double Observed { get; init; }

    /// <summary>The value that the method expects, unit of the values; null where it is out of range.</summary>
    public double? Expected { get; init; }

    /// <summary>Values above this are alarms, unit of the values; null where it is out of range.</summary>
    public double? Upper { get; init; }

    /// <summary>Values below this are alarms; null for methods that watch for increases only.</summary>
    public double? Lower { get; init; }

    /// <summary>The statistic of the method, which <see cref="AlarmScanResult.StatisticName"/> explains; null without spread.</summary>
    public double? Statistic { get; init; }

    /// <summary>Chance of a value at least as extreme if nothing changed, 0 to 1, allowing for the baseline being estimated; null for charts.</summary>
    public double? P { get; init; }

    /// <summary>P adjusted over all tests that were made together (Benjamini-Hochberg); null as <see cref="P"/>.</summary>
    public double? Q { get; init; }

    /// <summary>Whether the value lies beyond the limits of this scan.</summary>
    public required bool Alarm { get; init; }

    /// <summary>Whether the value lies beyond the limit of the publication, which takes the baseline as known.</summary>
    public required bool BeyondPublished { get; init; }

    /// <summary>Position of the first bin of the baseline.</summary>
    public required int BaselineFirst { get; init; }

    /// <summary>Position of the last bin of the baseline.</summary>
    public required int BaselineLast { get; init; }

    /// <summary>Number of values in the baseline.</summary>
    public required int BaselineN { get; init; }

    /// <summary>What must be known of this bin.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
