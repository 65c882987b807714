using MathNet.Numerics.Distributions;

namespace DataDiplomacy.Core.Statistics.Relations;

/// <summary>Tests and intervals of correlation coefficients.</summary>
internal static class CoefficientInference
{
    /// <summary>A coefficient this near to 1 or -1 differs from it by rounding only.</summary>
    public const double Rounding = 1e-15;

    /// <summary>Refuses a confidence that is none.</summary>
    public static void RequireConfidence(double confidence)
    {
        if (!(confidence > 0 && confidence < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "The confidence lies between 0 and 1, both excluded.");
    }

    /// <summary>The coefficient within -1 and 1, and at them where only rounding keeps it away.</summary>
    public static double Bounded(double coefficient) =>
        1 - Math.Abs(coefficient) <= Rounding ? Math.Sign(coefficient) : coefficient;

    /// <summary>Student's t with its two-sided p; t is null and p is 0 where the coefficient is 1 or -1.</summary>
    public static (double? T, double P) Student(double coefficient, double degreesOfFreedom)
    {
        if (Math.Abs(coefficient) == 1) return (null, 0);
        var t = coefficient * Math.Sqrt(degreesOfFreedom / ((1 - coefficient) * (1 + coefficient)));
        return (t, TwoSidedP(t, degreesOfFreedom));
    }

    /// <summary>P(|T| >= |t|), from the lower tail so that nothing is subtracted from 1.</summary>
    public static double TwoSidedP(double t, double degreesOfFreedom) =>
        Math.Min(1, 2 * StudentT.CDF(0, 1, degreesOfFreedom, -Math.Abs(t)));

    /// <summary>tanh(atanh(coefficient) +- z standard error), Fisher's transformation; a coefficient of 1 or -1 is its own interval.</summary>
    public static (double Low, double High) Interval(double coefficient, double standardError, double confidence)
    {
        if (Math.Abs(coefficient) == 1) return (coefficient, coefficient);
        var reach = NormalTail.TwoSidedZ(confidence) * standardError;
        var middle = Math.Atanh(coefficient);
        return (Math.Tanh(middle - reach), Math.Tanh(middle + reach));
    }
}
