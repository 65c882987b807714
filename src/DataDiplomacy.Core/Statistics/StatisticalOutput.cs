namespace DataDiplomacy.Core.Statistics;

/// <summary>One field of the answer of a statistical method.</summary>
/// <param name="Name">Name of the field.</param>
/// <param name="Meaning">What it stands for, with unit and range.</param>
public sealed record StatisticalOutput(string Name, string Meaning);
