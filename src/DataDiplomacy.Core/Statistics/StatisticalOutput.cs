namespace DataDiplomacy.Core.Statistics;

/// <summary>One field of the answer of a statistical method.</summary>
/// <param name="Name" example="tau_b">Name of the field.</param>
/// <param name="Meaning" example="Kendall's tau-b, -1 to 1">What it stands for, with unit and range.</param>
/// <param name="OnlyWhere" example="kind is count">Condition under which the answer has the field; null where it always has.</param>
public sealed record StatisticalOutput(string Name, string Meaning, string? OnlyWhere = null)
{
    internal static readonly StatisticalOutput Defined = new("defined", "whether the figures exist; where false, reason says why and the figures are absent");

    internal static readonly StatisticalOutput Used = new("n", "number of values used, missing ones dropped");
}
