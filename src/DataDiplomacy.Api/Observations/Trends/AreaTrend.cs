using DataDiplomacy.Api.Observations.Series;
using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Api.Observations.Trends;

/// <summary>The assessment of one area with what it rests on.</summary>
internal sealed record AreaTrend
{
    /// <summary>Reason when the values are in different units.</summary>
    public const string MixedUnits = "mixed_units";

    /// <summary>Assesses the points of one area.</summary>
    public static AreaTrend Of(AreaPoints points, double confidence)
    {
        var there = points.Observed;
        return new AreaTrend
        {
            Area = points.Area,
            AreaName = points.AreaName,
            Result = ResultOf(points, confidence),
            Unit = points.Unit,
            From = there is [var first, ..] ? first : null,
            To = there is [.., var last] ? last : null,
            Periods = there,
            Dimensions = points.Shared,
            Refusal = points.Refusal,
        };
    }

    public required string Area { get; init; }

    public required string AreaName { get; init; }

    public required TrendResult Result { get; init; }

    public required string? Unit { get; init; }

    public required string? From { get; init; }

    public required string? To { get; init; }

    /// <summary>Periods with a value, in the order of time.</summary>
    public required IReadOnlyList<string> Periods { get; init; }

    public required IReadOnlyDictionary<string, string> Dimensions { get; init; }

    /// <summary>Why these observations are no series at all; null when they are.</summary>
    public required string? Refusal { get; init; }

    private static TrendResult ResultOf(AreaPoints points, double confidence)
    {
        var slopeUnit = points.UnitLabel + " per year";
        if (points.Refusal is not null)
        {
            var (present, all) = (points.Observed.Count, points.Points.Count());
            return Trend.Assess([], slopeUnit, confidence).Refused(MixedUnits) with { N = present, NDropped = all - present };
        }

        var result = Trend.Assess([.. points.Points.Select(p => new TrendPoint(p.Period.Year, p.Value))], slopeUnit, confidence);
        return result with { Warnings = [.. result.Warnings, .. points.Warnings()] };
    }
}
