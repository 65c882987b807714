using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Core.Statistics.Pictures;

/// <summary>The Theil-Sen line through the medians, with the band of its interval turning about the same point.</summary>
internal sealed class MedianLine
{
    private readonly double _time;
    private readonly double _value;
    private readonly TrendResult _trend;

    private MedianLine(IReadOnlyList<TrendPicturePoint> present, TrendResult trend)
    {
        _time = Middle.Of(present.Select(point => point.Time));
        _value = Middle.Of(present.Select(point => point.Value).OfType<double>());
        _trend = trend;
        (First, Last) = (present.Min(point => point.Time), present.Max(point => point.Time));
    }

    /// <summary>Time of the first value.</summary>
    public double First { get; }

    /// <summary>Time of the last value.</summary>
    public double Last { get; }

    /// <summary>Values of the line at its ends.</summary>
    public IReadOnlyList<double> Ends => [At(First, _trend.Slope), At(Last, _trend.Slope)];

    /// <summary>Corners of the band: at the first time with the low and the high slope, at the last with both; empty without interval.</summary>
    public IReadOnlyList<double> BandEnds => _trend is { SlopeLow: { } low, SlopeHigh: { } high }
        ? [At(First, low), At(First, high), At(Last, low), At(Last, high)]
        : [];

    /// <summary>Time and value that line and band go through.</summary>
    public (double Time, double Value) Pivot => (_time, _value);

    /// <summary>The line; null where the trend has no slope, or too few values are there to draw one.</summary>
    public static MedianLine? Of(TrendPictureInput input)
    {
        TrendPicturePoint[] present = [.. input.Points.Where(point => point.Value is not null)];
        if (input.Trend.Slope is null || present.Length < 2) return null;
        var line = new MedianLine(present, input.Trend);
        return line.Ends.Concat(line.BandEnds).All(double.IsFinite) ? line : null;
    }

    private double At(double time, double? slope) => _value + slope.GetValueOrDefault() * (time - _time);
}
