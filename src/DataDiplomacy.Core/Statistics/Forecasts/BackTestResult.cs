namespace DataDiplomacy.Core.Statistics.Forecasts;

/// <summary>How a model did on values that were held back, from several origins, each a mean over the steps scored.</summary>
public sealed record BackTestResult
{
    /// <summary>Number of origins: the model was fitted anew to the values up to each of them.</summary>
    public required int Origins { get; init; }

    /// <summary>Number of steps that met their value, over all origins.</summary>
    public required int Scored { get; init; }

    /// <summary>Mean absolute error over that of the naive forecast one step ahead in training; null where training has no change.</summary>
    public required double? Mase { get; init; }

    /// <summary>Continuous ranked probability score, in units of the values, 0 or more; less is better.</summary>
    public required double Crps { get; init; }

    /// <summary>Interval score of the 95 % interval, in units of the values, 0 or more; less is better.</summary>
    public required double IntervalScore95 { get; init; }

    /// <summary>Share of the values inside the 95 % interval, 0 to 1.</summary>
    public required double Coverage95 { get; init; }

    /// <summary>1 - crps over that of the naive forecast at the same steps; above 0 is better than naive. Null for the naive forecast itself, and where that has no error.</summary>
    public required double? SkillAgainstNaive { get; init; }

    /// <summary>One-sided p that it is no better than naive one step ahead; null for the naive forecast itself, and where the gains do not vary.</summary>
    public required double? P { get; init; }

    /// <summary>p adjusted over the family (Benjamini-Hochberg); null as p.</summary>
    public double? Q { get; init; }

    /// <summary>Mean absolute error, in units of the values.</summary>
    public required double MeanAbsoluteError { get; init; }

    /// <summary>Root mean squared error, in units of the values.</summary>
    public required double RootMeanSquaredError { get; init; }

    /// <summary>Whether skill may be claimed: it is above 0, and q is below 0.05.</summary>
    public bool IsBetterThanNaive => SkillAgainstNaive > 0 && Q < BackTest.SignificanceLevel;
}
