namespace DataDiplomacy.Core.Evidence.Bags;

/// <summary>A finding about a bag.</summary>
/// <param name="Code">Which rule.</param>
/// <param name="Path">The file it is about, or the tag file where it stands; null where it is about the whole bag.</param>
/// <param name="Detail">What was found and what would be right.</param>
public sealed record BagProblem(BagProblemCode Code, string? Path, string Detail);
