using DataDiplomacy.Api.Observations.Series;
using DataDiplomacy.Core.Observations;
using DataDiplomacy.Core.Statistics;
using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Api.Observations.Trends;

/// <summary>All trends of a scan with their q, and how to answer them one by one.</summary>
internal sealed class TrendScan(TrendScanScope scope, ScanTables tables, ScannedTrend[] trends, IReadOnlyDictionary<int, (string Code, string Name)> areas)
{
    /// <summary>Number of items of an answer in JSON that names no limit.</summary>
    private const int DefaultLimit = Http.Paging.DefaultLimit;

    /// <summary>Places of the tested ones, smallest p first; their q beside them, and by place.</summary>
    private readonly int[] _byP = [.. Enumerable.Range(0, trends.Length).Where(i => trends[i].Figures.P is not null)];
    private readonly double?[] _q = new double?[trends.Length];

    /// <summary>Adjusts p over all that were tested.</summary>
    public TrendScan Adjusted()
    {
        var q = Array.ConvertAll(_byP, i => trends[i].Figures.P.GetValueOrDefault());
        Array.Sort(q, _byP);
        KeepOrderOfEqual(q);
        MultipleTesting.AdjustSorted(q);
        for (var i = 0; i < q.Length; i++)
        {
            _q[_byP[i]] = q[i];
        }

        return this;
    }

    /// <summary>The first trends, and how many there are.</summary>
    public TrendScanView ToView(ScanTrends request) => new()
    {
        Items = [.. Items(request with { Limit = request.Limit ?? DefaultLimit })],
        FamilySize = _byP.Length,
        Assessed = _byP.Length,
        NotAssessable = trends.Length - _byP.Length,
        Found = _q.Count(IsFound),
        Dataset = scope.Dataset,
        DatasetVersion = scope.Version,
        Source = scope.Source,
        Method = "Mann-Kendall test (two-sided p, exact without ties and below 50 values, else normal with continuity correction); Theil-Sen slope with Sen's rank interval (95 %); "
            + "q by Benjamini-Hochberg over all keys with a test; level 0.05; not corrected for autocorrelation or seasons",
        Version = TrendScreen.Version,
        AsOf = scope.AsOf,
    };

    /// <summary>The trends in the order and choice of the request, made one by one.</summary>
    public IEnumerable<ScannedTrendView> Items(ScanTrends request)
    {
        var places = request.Order == "series" ? Enumerable.Range(0, trends.Length) : _byP.Concat(Enumerable.Range(0, trends.Length).Where(i => _q[i] is null));
        var chosen = request.OnlyFound == true ? places.Where(i => IsFound(_q[i])) : places;
        return chosen.Take(request.Limit ?? int.MaxValue).Select(ViewOf);
    }

    private static bool IsFound(double? q) => q < Trend.SignificanceLevel;

    /// <summary>Equal p come in the order of the store, so that the same state always gives the same answer.</summary>
    private void KeepOrderOfEqual(double[] sorted)
    {
        var start = 0;
        while (start < sorted.Length)
        {
            var end = start + 1;
            // Equality is meant exactly: what the same counts give is the same number.
            while (end < sorted.Length && sorted[end] == sorted[start])
            {
                end++;
            }

            Array.Sort(_byP, start, end - start);
            start = end;
        }
    }

    private ScannedTrendView ViewOf(int place)
    {
        var (trend, q) = (trends[place], _q[place]);
        var (series, figures, area) = (scope.Series[trend.Series], trend.Figures, areas[trend.Area]);
        return new ScannedTrendView
        {
            Area = area.Code,
            AreaName = area.Name,
            Series = series.Code,
            SeriesTitle = series.Title,
            Dataset = series.Dataset,
            DatasetVersion = series.Version,
            Dimensions = tables.DimensionsOf(trend),
            Unit = tables.UnitOf(trend),
            N = figures.N,
            NDropped = trend.Dropped,
            From = PeriodOf(trend.From),
            To = PeriodOf(trend.To),
            Slope = figures.Slope,
            SlopeLow = figures.SlopeLow,
            SlopeHigh = figures.SlopeHigh,
            SlopeUnit = tables.SlopeUnitOf(trend),
            S = q is null ? null : figures.S,
            P = figures.P,
            PIsExact = figures.PIsExact,
            Q = q,
            FamilySize = _byP.Length,
            Direction = figures.DirectionBy(q),
            Reason = figures.Reason,
            AsOf = scope.AsOf,
        };
    }

    private static string? PeriodOf(int code) => code == 0 ? null : TimePeriod.FromCode(code).ToString();
}

/// <summary>What a scan reads, resolved.</summary>
internal sealed record TrendScanScope
{
    public required string Dataset { get; init; }

    public required int Version { get; init; }

    /// <summary>How the data set asks to be cited, else its publisher or title.</summary>
    public required string Source { get; init; }

    public required DateTime AsOf { get; init; }

    /// <summary>The series in the order of their reading.</summary>
    public required IReadOnlyList<SeriesRef> Series { get; init; }

    public required Data.Readers.ObservationFilter Filter { get; init; }
}
