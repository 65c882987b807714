namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>A right operand (ODRL Information Model 2.2, section 2.5.1, 2018).</summary>
/// <param name="Text">The value as text; numbers without needless zeros.</param>
/// <param name="DataType">"xsd:dateTime", "xsd:integer", the IRI of another type; null for texts and IRIs, which policies mix up.</param>
/// <param name="Language">The language of a text; null if not said.</param>
public sealed record OdrlValue(string Text, string? DataType = null, string? Language = null);
