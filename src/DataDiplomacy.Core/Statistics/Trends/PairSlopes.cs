using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>The slopes between all pairs of points, as many at once as the processor divides.</summary>
internal static class PairSlopes
{
    /// <summary>Fills in (y_j - y_i)/(t_j - t_i), i before j; the times ascend strictly.</summary>
    public static void Fill(ReadOnlySpan<double> times, ReadOnlySpan<double> values, Span<double> slopes)
    {
        for (var i = 0; i + 1 < values.Length; i++)
        {
            var later = values.Length - i - 1;
            From(times[i], values[i], times[(i + 1)..], values[(i + 1)..], slopes[..later]);
            slopes = slopes[later..];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void From(double time, double value, ReadOnlySpan<double> times, ReadOnlySpan<double> values, Span<double> slopes)
    {
        var (t, y) = (new Vector<double>(time), new Vector<double>(value));
        var ts = MemoryMarshal.Cast<double, Vector<double>>(times);
        var ys = MemoryMarshal.Cast<double, Vector<double>>(values);
        var to = MemoryMarshal.Cast<double, Vector<double>>(slopes);
        for (var i = 0; i < to.Length; i++) to[i] = (ys[i] - y) / (ts[i] - t);
        for (var i = to.Length * Vector<double>.Count; i < slopes.Length; i++) slopes[i] = (values[i] - value) / (times[i] - time);
    }
}
