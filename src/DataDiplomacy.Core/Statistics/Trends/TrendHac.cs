using DataDiplomacy.Core.Statistics.Regressions;

namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>Least squares slope with Newey-West errors, beside the Theil-Sen slope. The figures are null where <see cref="Defined"/> is false.</summary>
public sealed record TrendHac
{
    /// <summary>Whether there is a fit.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why there is none; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>Number of values.</summary>
    public required int N { get; init; }

    /// <summary>Lags of the Bartlett kernel.</summary>
    public int? Lag { get; init; }

    /// <summary>Slope, in the unit of the Theil-Sen slope.</summary>
    public double? Slope { get; init; }

    /// <summary>Newey-West standard error with the factor n/(n-2), in the unit of the slope; 0 where the fit is exact.</summary>
    public double? Se { get; init; }

    /// <summary>Slope over its error; null where the fit is exact.</summary>
    public double? T { get; init; }

    /// <summary>Two-sided p of Student's t with n - 2 degrees of freedom, 0 to 1; null where the fit is exact.</summary>
    public double? P { get; init; }

    /// <summary>Lower end of the 95 % interval.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the 95 % interval.</summary>
    public double? High { get; init; }

    internal static TrendHac None(string reason, int n) => new() { Defined = false, Reason = reason, N = n };

    internal static TrendHac Of(TrendSeries series)
    {
        // About the middle of the times, so that years such as 2015 do not use up the digits.
        var middle = series.Times.Average();
        double?[] times = [.. series.Times.Select(time => time - middle)];
        if (!times.All(time => double.IsFinite(time.GetValueOrDefault()))) return None(TrendResult.OutOfRange, series.N);
        var fit = OlsHac.Fit([.. series.Values], [times]);
        if (!fit.Defined) return None(fit.Reason ?? TrendResult.InsufficientData, series.N);
        return new TrendHac
        {
            Defined = true,
            N = fit.N,
            Lag = fit.Lag,
            Slope = fit.Beta?[1],
            Se = fit.SeHacAdj?[1],
            T = fit.THacAdj?[1],
            P = fit.PHacAdj?[1],
            Low = fit.Ci95LowAdj?[1],
            High = fit.Ci95HighAdj?[1]
        };
    }
}
