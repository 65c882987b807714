namespace DataDiplomacy.Core.Statistics.Relations;

/// <summary>A fitted autoregression: value minus mean = sum of coefficient times earlier value minus mean, plus noise.</summary>
public sealed record AutoregressiveModel
{
    /// <summary>Number of earlier values that count, 0 or more.</summary>
    public int Order => Coefficients.Count;

    /// <summary>Coefficients, that of the value one step back first; no unit.</summary>
    public required IReadOnlyList<double> Coefficients { get; init; }
}
