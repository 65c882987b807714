using System.Buffers;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Core.Observations;
using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Api.Observations.Trends;

/// <summary>The trend of one key as it is held until all are known: about 120 bytes, the rest by number.</summary>
internal readonly record struct ScannedTrend
{
    /// <summary>Place of the series in the scope.</summary>
    public int Series { get; init; }

    public int Area { get; init; }

    /// <summary>Number of the dimensions in the tables of the scan.</summary>
    public int Dimensions { get; init; }

    /// <summary>Number of the unit in the tables of the scan; 0 for none.</summary>
    public int Unit { get; init; }

    public int Dropped { get; init; }

    /// <summary>First period with a value; 0 without one.</summary>
    public int From { get; init; }

    /// <summary>Last period with a value; 0 without one.</summary>
    public int To { get; init; }

    public TrendFigures Figures { get; init; }

    /// <summary>The trends of a block of whole keys, in their order.</summary>
    public static List<ScannedTrend> Of(PointBlock block)
    {
        var (points, found) = (block.Points, new List<ScannedTrend>());
        var (times, values) = (ArrayPool<double>.Shared.Rent(points.Count), ArrayPool<double>.Shared.Rent(points.Count));
        var start = 0;
        while (start < points.Count)
        {
            var end = EndOfKey(points, start);
            found.Add(OfKey(block, start, end, times, values));
            start = end;
        }

        ArrayPool<double>.Shared.Return(times);
        ArrayPool<double>.Shared.Return(values);
        return found;
    }

    /// <summary>Where the next key begins.</summary>
    public static int EndOfKey(IReadOnlyList<StoredPoint> points, int start)
    {
        var end = start + 1;
        while (end < points.Count && points[end].Key == points[start].Key)
        {
            end++;
        }

        return end;
    }

    private static ScannedTrend OfKey(PointBlock block, int start, int end, double[] times, double[] values)
    {
        var (n, first, last, unit, isMixed) = (0, 0, 0, 0, false);
        for (var i = start; i < end; i++)
        {
            var point = block.Points[i];
            var said = block.Units[point.Attributes];
            isMixed |= said != 0 && unit != 0 && said != unit;
            unit = said == 0 ? unit : said;
            if (point.Value is not { } value)
            {
                continue;
            }

            first = n == 0 ? point.Period : first;
            last = point.Period;
            (times[n], values[n]) = (TimePeriod.FromCode(point.Period).Year, value);
            n++;
        }

        return new ScannedTrend
        {
            Series = block.Series,
            Area = block.Points[start].Area,
            Dimensions = block.Keys[block.Points[start].Key],
            Unit = isMixed ? ScanTables.MixedUnits : unit,
            Dropped = end - start - n,
            From = first,
            To = last,
            Figures = isMixed ? new TrendFigures { N = n, Reason = AreaTrend.MixedUnits } : Assess(times.AsSpan(0, n), values.AsSpan(0, n)),
        };
    }

    private static TrendFigures Assess(Span<double> times, Span<double> values)
    {
        // A week belongs to the year of its Thursday, so that where lengths mix the order of the codes is not always that of the times.
        for (var i = 1; i < times.Length; i++)
        {
            if (times[i] < times[i - 1])
            {
                times.Sort(values);
                break;
            }
        }

        return TrendScreen.Assess(times, values, TrendQueries.DefaultConfidence);
    }
}

/// <summary>Points of some whole keys of a series with what tells their numbers.</summary>
/// <param name="Ordinal">Its place among all blocks.</param>
/// <param name="Series">Place of the series in the scope.</param>
/// <param name="Points">By area, key and period.</param>
/// <param name="Keys">Numbers of the dimensions by key.</param>
/// <param name="Units">Numbers of the units by attribute set.</param>
internal sealed record PointBlock(int Ordinal, int Series, IReadOnlyList<StoredPoint> Points, IReadOnlyDictionary<int, int> Keys, IReadOnlyDictionary<int, int> Units);
