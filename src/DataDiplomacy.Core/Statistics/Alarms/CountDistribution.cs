using MathNet.Numerics.Distributions;

namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>Negative-binomial distribution of counts with the given mean and size, or the Poisson distribution, its limit.</summary>
/// <param name="Mean">Mean, 0 or more and finite.</param>
/// <param name="Size">Size, above 0: the variance is mean + mean^2/size; null for Poisson.</param>
internal readonly record struct CountDistribution(double Mean, double? Size)
{
    /// <summary>Largest count: tails of larger ones would take too long.</summary>
    public const double MaxCount = 1e9;

    private const int MaxTerms = 10_000_000;

    /// <summary>P(X >= count), as accurate in the far tail as near the mean; the count is whole and 0 or more.</summary>
    public double UpperTail(double count)
    {
        if (count <= 0) return 1;
        if (Mean == 0) return 0;
        if (count > Mean) return Mass(count) * Above(count);
        // 1 - (1 - tail) loses nothing here: the tail is near a half or larger.
        return Math.Max(0, 1 - (Size < Mean ? Spread(count) : Mass(count - 1) * Below(count - 1)));
    }

    /// <summary>Smallest count u with P(X &lt;= u) >= 1 - alpha: bisection between two counts that a normal guess finds.</summary>
    public double Upper(double alpha)
    {
        var spread = Math.Sqrt(Mean + (Size is { } size ? Mean / size * Mean : 0));
        var high = Math.Max(0, Math.Floor(Mean - Normal.InvCDF(0, 1, alpha) * spread));
        var step = Math.Max(1, Math.Floor(spread / 16));
        var low = high - step;
        while (UpperTail(high + 1) > alpha) (low, high, step) = (high, high + step, 2 * step);
        while (UpperTail(low + 1) <= alpha) (low, high, step) = (low - step, low, 2 * step);
        while (high - low > 1)
        {
            var middle = Math.Floor((low + high) / 2);
            if (UpperTail(middle + 1) > alpha) low = middle;
            else high = middle;
        }
        return high;
    }

    /// <summary>P(X = count).</summary>
    private double Mass(double count)
    {
        if (count == 0) return Math.Exp(Size is { } s ? -s * LogOnePlus(Mean / s) : -Mean);
        if (Size is not { } size)
            return Math.Exp(-StirlingSeries.Error(count) - StirlingSeries.Deviance(count, Mean)) / Math.Sqrt(2 * Math.PI * count);

        var n = count + size;
        var exponent = StirlingSeries.Error(n) - StirlingSeries.Error(size) - StirlingSeries.Error(count)
            - StirlingSeries.Deviance(size, n * (size / (size + Mean))) - StirlingSeries.Deviance(count, n * (Mean / (size + Mean)));
        return Math.Exp(exponent) * Math.Sqrt(size / (2 * Math.PI * count * n));
    }

    /// <summary>P(X >= count)/P(X = count), count above the mean.</summary>
    private double Above(double count)
    {
        if (Size is { } size) return Fraction(count, size, Mean / (Mean + size));
        var (sum, term) = (1.0, 1.0);
        for (var j = 1; j < MaxTerms && term > sum * 1e-17; j++) sum += term *= Mean / (count + j);
        return sum;
    }

    /// <summary>P(X &lt; count) where the variance is large: the terms to sum would be as many as the standard deviation.</summary>
    private double Spread(double count)
    {
        var size = Size.GetValueOrDefault();
        return Mass(count) * (count / size) * Fraction(size, count, size / (Mean + size));
    }

    /// <summary>P(X &lt;= count)/P(X = count), count at most the mean; for a size so large that 1 - p has no digits left, too.</summary>
    private double Below(double count)
    {
        var (sum, term) = (1.0, 1.0);
        for (var i = count; i >= 1 && term > sum * 1e-17; i--)
        {
            // Mean (i - 1 + size)/(mean + size) tends to the mean of the Poisson distribution.
            var rate = Size is { } size ? Mean * ((i - 1 + size) / (Mean + size)) : Mean;
            sum += term *= i / rate;
        }
        return sum;
    }

    /// <summary>
    /// The continued fraction of the incomplete beta function, I_x(a, b) = x^a (1-x)^b/(a B(a, b)) times this (Lentz's
    /// method; DLMF 8.17.22). The factor before it is the probability of one count, which <see cref="Mass"/> knows better.
    /// </summary>
    private static double Fraction(double a, double b, double x)
    {
        const double tiny = 1e-300;
        var d = Away(1 - (a + b) * x / (a + 1), tiny);
        var (c, value) = (1.0, 1 / d);
        d = 1 / d;
        for (var m = 1; m < MaxTerms; m++)
        {
            var even = m * (b - m) * x / ((a + 2.0 * m - 1) * (a + 2.0 * m));
            d = 1 / Away(1 + even * d, tiny);
            c = Away(1 + even / c, tiny);
            value *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1));
            d = 1 / Away(1 + odd * d, tiny);
            c = Away(1 + odd / c, tiny);
            value *= d * c;
            if (Math.Abs(d * c - 1) < 1e-15) break;
        }
        return value;
    }

    /// <summary>ln(1 + x) for x of 0 or more, accurate where 1 + x rounds to 1 (Kahan).</summary>
    private static double LogOnePlus(double x)
    {
        var one = 1 + x;
        return one == 1 ? x : Math.Log(one) * (x / (one - 1));
    }

    private static double Away(double number, double tiny) => Math.Abs(number) < tiny ? tiny : number;
}
