namespace DataDiplomacy.Core.Statistics.Pictures;

/// <summary>The rectangle between the axes, and where times and values lie in it.</summary>
internal sealed class PlotArea
{
    private readonly double _firstTime;
    private readonly double _lastTime;
    private readonly double _divisor;

    public PlotArea(TrendPictureInput input, double top, double bottom, double right)
        : this(input.Points, MedianLine.Of(input), Shown, top, bottom, right)
    {
        StepTime = input.Trend is { IsStep: true, Changes.Step.Shift: var shift } ? shift.Before + (shift.After - shift.Before) / 2 : null;
    }

    /// <summary>An area whose scale holds what is shown besides the points.</summary>
    public PlotArea(IReadOnlyList<TrendPicturePoint> points, IReadOnlyList<double> shown, double top, double bottom, double right)
        : this(points, null, (_, _) => [.. shown], top, bottom, right)
    {
    }

    private PlotArea(
        IReadOnlyList<TrendPicturePoint> points, MedianLine? line, Func<double[], MedianLine?, double[]> shown, double top, double bottom, double right)
    {
        (Top, Bottom, Right, Line) = (top, bottom, right, line);
        Points = [.. points.OrderBy(point => point.Time)];
        (_firstTime, _lastTime) = TimesOf(Points);

        double[] values = [.. Points.Select(p => p.Value).OfType<double>()];
        var exponent = NiceScale.ExponentFor(values.Length == 0 ? 0 : values.Max(Math.Abs));
        // 10^exponent is exact up to 10^22 only; the rounding beyond is far below a pixel.
        _divisor = Math.Pow(10, exponent);
        Scale = NiceScale.Around([.. shown(values, line).Select(value => value / _divisor)], exponent);
        Left = 40 + Scale.Ticks.Max(tick => SvgText.Width(Scale.Label(tick), TrendPicture.LabelSize));
    }

    /// <summary>Smallest x, of the vertical axis.</summary>
    public double Left { get; }

    /// <summary>Largest x.</summary>
    public double Right { get; }

    /// <summary>Smallest y.</summary>
    public double Top { get; }

    /// <summary>Largest y, of the horizontal axis.</summary>
    public double Bottom { get; }

    /// <summary>The vertical scale.</summary>
    public NiceScale Scale { get; }

    /// <summary>The points in the order of time.</summary>
    public IReadOnlyList<TrendPicturePoint> Points { get; }

    /// <summary>The line of the trend; null where there is none.</summary>
    public MedianLine? Line { get; }

    /// <summary>Time in the middle of the step, where a single step describes the values better than a line; else null.</summary>
    public double? StepTime { get; }

    /// <summary>x of a time.</summary>
    public double X(double time) => Left + 14 + (time - _firstTime) / (_lastTime - _firstTime) * (Right - Left - 28);

    /// <summary>y of a value.</summary>
    public double Y(double value) => YOfTick(value / _divisor);

    /// <summary>y of a tick of the scale.</summary>
    public double YOfTick(double tick) => Bottom - (tick - Scale.Low) / (Scale.High - Scale.Low) * (Bottom - Top);

    private static (double First, double Last) TimesOf(IReadOnlyList<TrendPicturePoint> points)
    {
        if (points.Count == 0) return (0, 1);
        var (first, last) = (points[0].Time, points[^1].Time);
        return last - first > 1e-9 * Math.Max(1, Math.Abs(first)) ? (first, last) : (first - 1, last + 1);
    }

    /// <summary>The values, the ends of the line, and as much of the band as does not flatten the values.</summary>
    private static double[] Shown(double[] values, MedianLine? line)
    {
        if (line is null) return values;
        double[] shown = [.. values, .. line.Ends];
        var room = (shown.Max() - shown.Min()) / 3;
        return [.. shown, .. line.BandEnds.Select(end => Math.Clamp(end, shown.Min() - room, shown.Max() + room))];
    }
}
