namespace DataDiplomacy.Core.Statistics.Forecasts;

/// <summary>To the scale of the forecast and back. All of it rises, so that quantiles stay quantiles.</summary>
public sealed class ForecastScaling
{
    /// <summary>Upper end of a share in per cent; the lower one is 0.</summary>
    internal const double Most = 100;

    /// <summary>UNSD, progress assessment 2023: within one point of a target of 0 or 100 per cent counts as met.</summary>
    private const double MetWithin = 1;

    /// <summary>Values as they are.</summary>
    public static readonly ForecastScaling Linear = new(ForecastScale.Linear, isBounded: false);

    /// <summary>Values as they are; what a forecast puts outside of 0 to 100 is put at the end.</summary>
    public static readonly ForecastScaling Cut = new(ForecastScale.Linear, isBounded: true);

    /// <summary>The logit of a share in per cent.</summary>
    public static readonly ForecastScaling Logit = new(ForecastScale.Logit, isBounded: true);

    private ForecastScaling(ForecastScale scale, bool isBounded) => (Scale, IsBounded) = (scale, isBounded);

    /// <summary>The scale.</summary>
    public ForecastScale Scale { get; }

    /// <summary>Whether the answer stays within 0 to 100.</summary>
    public bool IsBounded { get; }

    /// <summary>A value on the scale; infinite at the ends of a logit and beyond.</summary>
    internal double Forward(double value)
    {
        if (Scale == ForecastScale.Linear) return value;
        if (value <= 0) return double.NegativeInfinity;
        return value >= Most ? double.PositiveInfinity : Math.Log(value / (Most - value));
    }

    /// <summary>A figure of the scale as a value.</summary>
    internal double Back(double scaled)
    {
        if (Scale == ForecastScale.Logit) return Most / (1 + Math.Exp(-scaled));
        return IsBounded ? Math.Clamp(scaled, 0, Most) : scaled;
    }

    /// <summary>The target as it is compared: an end of the scale, which a logit never reaches, counts as met within one point.</summary>
    internal double Aim(double target, bool atMost)
    {
        if (!IsBounded) return target;
        // Exactly the ends are meant: they are words for "all" and "none".
        if (!atMost && target == Most) return Most - MetWithin;
        return atMost && target == 0 ? MetWithin : target;
    }
}
