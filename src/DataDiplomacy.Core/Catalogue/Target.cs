namespace DataDiplomacy.Core.Catalogue;

/// <summary>A target of a Sustainable Development Goal.</summary>
/// <param name="Code">Code such as <c>1.5</c> or <c>1.a</c>.</param>
/// <param name="Goal">Code of its goal.</param>
/// <param name="Title">Text of the target in the edition.</param>
public sealed record Target(string Code, string Goal, string Title);
