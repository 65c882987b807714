namespace DataDiplomacy.Core.Standards.Dcat;

/// <summary>A text and the language it is in.</summary>
/// <param name="Value">The text.</param>
/// <param name="Language">Language tag (BCP 47), such as <c>en</c>; null when nobody said.</param>
public sealed record LocalizedText(string Value, string? Language);
