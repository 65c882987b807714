namespace DataDiplomacy.Core.Catalogue;

/// <summary>A Sustainable Development Goal.</summary>
/// <param name="Code">Number of the goal: <c>1</c> to <c>17</c>.</param>
/// <param name="Title">Text of the goal in the edition.</param>
public sealed record Goal(string Code, string Title);
