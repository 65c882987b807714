namespace DataDiplomacy.Core.Statistics;

/// <summary>One field of the answer of a statistical method.</summary>
/// <param name="Name" example="tau_b">Name of the field.</param>
/// <param name="Meaning" example="Kendall's tau-b, -1 to 1">What it stands for, with unit and range.</param>
public sealed record StatisticalOutput(string Name, string Meaning);
