namespace DataDiplomacy.Core.Statistics;

/// <summary>Why a request for a statistical method cannot be carried out.</summary>
/// <param name="Field">The field at fault, such as <c>inputs.values[3]</c>.</param>
/// <param name="Message">What is wrong with it and what would be right.</param>
/// <param name="TooLarge">Whether the only fault is that there are too many elements.</param>
public sealed record StatisticalInputError(string Field, string Message, bool TooLarge);
