namespace DataDiplomacy.Core.Statistics.Pictures;

/// <summary>The rectangle between the axes of a picture of alarms, and where bins and values lie in it.</summary>
internal sealed class AlarmPlot
{
    private readonly int _count;
    private readonly double _divisor;

    public AlarmPlot(IReadOnlyList<AlarmPictureBin> bins, double top, double bottom, double right)
    {
        (Top, Bottom, Right, _count) = (top, bottom, right, bins.Count);
        double[] observed = [.. bins.Select(bin => bin.Observed).OfType<double>()];
        double[] shown = [.. observed, .. Limited(bins, observed)];
        HasValues = observed.Length > 0;
        var exponent = NiceScale.ExponentFor(shown.Length == 0 ? 0 : shown.Max(Math.Abs));
        _divisor = Math.Pow(10, exponent);
        Scale = NiceScale.Around([.. shown.Select(value => value / _divisor)], exponent);
        Left = 40 + Scale.Ticks.Max(tick => SvgText.Width(Scale.Label(tick), TrendPicture.LabelSize));
    }

    public double Left { get; }

    public double Right { get; }

    public double Top { get; }

    public double Bottom { get; }

    public NiceScale Scale { get; }

    public bool HasValues { get; }

    /// <summary>x of a bin.</summary>
    public double X(int index) => Left + 18 + (_count < 2 ? 0.5 : index / (_count - 1.0)) * (Right - Left - 36);

    /// <summary>y of a value; beyond the scale it stays at its edge.</summary>
    public double Y(double value) => Math.Clamp(YOfTick(value / _divisor), Top, Bottom);

    public double YOfTick(double tick) => Bottom - (tick - Scale.Low) / (Scale.High - Scale.Low) * (Bottom - Top);

    /// <summary>Limits and expected values, as far as they do not flatten the observations.</summary>
    private static IEnumerable<double> Limited(IReadOnlyList<AlarmPictureBin> bins, double[] observed)
    {
        if (observed.Length == 0) return [];
        var (low, high) = (observed.Min(), observed.Max());
        var room = Math.Max(high - low, Math.Abs(high) * 1e-3);
        return bins.SelectMany(bin => new[] { bin.Expected, bin.Upper, bin.Lower }).OfType<double>().Select(value => Math.Clamp(value, low - room, high + room));
    }
}
