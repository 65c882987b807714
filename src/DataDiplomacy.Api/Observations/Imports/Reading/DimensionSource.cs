namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>A dimension of a layout and where its code comes from.</summary>
internal readonly record struct DimensionSource(string Id, FieldSource Code);
