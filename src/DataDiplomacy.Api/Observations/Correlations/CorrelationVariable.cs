using DataDiplomacy.Api.Observations.Series;
using DataDiplomacy.Core.Observations.Relations;
using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Api.Observations.Correlations;

/// <summary>A series in an area with its values.</summary>
internal sealed class CorrelationVariable
{
    private readonly AreaPoints _points;
    private readonly string _source;

    public CorrelationVariable(SeriesRef series, AreaPoints points, string source)
    {
        (Series, _points, _source) = (series, points, source);
        Values = SeriesValues.Of($"{series.Code} in {points.AreaName}", [.. points.Points], points.Refusal is null ? null : SeriesPairReasons.MixedUnits);
    }

    public SeriesRef Series { get; }

    public string Area => _points.Area;

    public string Id => $"{Series.Code}@{Area}";

    public SeriesValues Values { get; }

    /// <summary>Number of periods: what its pairs cost.</summary>
    public int Periods => _points.Points.Count();

    public CorrelationVariableView ToView()
    {
        var trend = Values.Trend;
        var p = trend.PExact ?? trend.PTwoSided;
        var present = _points.Observed.Count;
        return new CorrelationVariableView
        {
            Id = Id,
            Series = Series.Code,
            SeriesTitle = Series.Title,
            Area = Area,
            AreaName = _points.AreaName,
            Dataset = Series.Dataset,
            DatasetVersion = Series.Version,
            Source = _source,
            Unit = _points.Unit ?? (_points.Refusal is null ? Series.Unit : null),
            Dimensions = _points.Shared,
            N = present,
            NDropped = Periods - present,
            Trend = new CorrelationTrendView { Direction = DirectionOf(p, trend.S), P = p },
            Autocorrelation = Values.NeighbourCorrelation,
            Warnings = _points.Refusal is { } refusal ? [refusal] : [.. _points.Warnings()],
        };
    }

    private static TrendDirection DirectionOf(double? p, long? s)
    {
        if (p is null)
        {
            return TrendDirection.NotAssessable;
        }

        if (p >= SeriesPair.SignificanceLevel)
        {
            return TrendDirection.NotDistinguishable;
        }

        return s > 0 ? TrendDirection.Increasing : TrendDirection.Decreasing;
    }
}
