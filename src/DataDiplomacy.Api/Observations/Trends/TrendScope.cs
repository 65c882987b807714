using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Observations.Series;
using DataDiplomacy.Core.Catalogue;

namespace DataDiplomacy.Api.Observations.Trends;

/// <summary>What a request reads, resolved: one series in one state, and the areas that are looked at together.</summary>
internal sealed record TrendScope
{
    public required SeriesRef Series { get; init; }

    /// <summary>How the data set asks to be cited, else its publisher or title.</summary>
    public required string Source { get; init; }

    /// <summary>Unit of the series in words, else its code; null when not said.</summary>
    public required string? UnitLabel { get; init; }

    public required DateTime AsOf { get; init; }

    public required ObservationFilter Filter { get; init; }

    /// <summary>The areas that were asked for; null for all.</summary>
    public required IReadOnlyList<KnownArea>? Wanted { get; init; }

    public required bool IsOneArea { get; init; }

    public required double Confidence { get; init; }

    public TrendView ToView(AreaTrend trend)
    {
        var result = trend.Result;
        return new TrendView
        {
            Area = trend.Area,
            AreaName = trend.AreaName,
            Series = Series.Code,
            SeriesTitle = Series.Title,
            Dataset = Series.Dataset,
            DatasetVersion = Series.Version,
            Source = Source,
            Unit = trend.Unit,
            Dimensions = trend.Dimensions,
            Observations = result.N + result.NDropped,
            N = result.N,
            NDropped = result.NDropped,
            From = trend.From,
            To = trend.To,
            Slope = result.Slope,
            SlopeLow = result.SlopeLow,
            SlopeHigh = result.SlopeHigh,
            SlopeUnit = result.SlopeUnit,
            Confidence = result.Confidence,
            SmallestDetectable = result.SmallestDetectable,
            S = result.S,
            Z = result.Z,
            Tau = result.Tau,
            P = result.P,
            PIsExact = result.PIsExact,
            Q = result.Q,
            FamilySize = result.FamilySize ?? 1,
            Direction = result.Direction,
            Verdict = trend.Refusal ?? result.Verdict,
            Method = result.Method,
            Version = result.Version,
            Defined = result.Defined,
            Reason = result.Reason,
            Warnings = result.Warnings,
            AsOf = AsOf,
            Tests = [.. result.Tests.Select(TrendParts.ToView)],
            PDeciding = result.PDeciding,
            DecidedBy = result.DecidedBy,
            VarianceFactor = result.VarianceFactor,
            Hac = TrendParts.ToView(result.Hac),
            ChangePoints = TrendParts.ToView(result.Changes, trend.Periods),
            Growth = TrendParts.ToView(result.Growth),
            Seasonality = TrendParts.ToView(result.Seasonality),
        };
    }
}
