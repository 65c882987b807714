namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>A tidy CSV file as an <see cref="ImportMapping"/> describes it. Columns the mapping does not name are passed over.</summary>
internal static class MappedCsvLayout
{
    public static CsvLayout Read(CsvHeader header, ImportMapping mapping) => new()
    {
        ColumnCount = header.Names.Count,
        Series = Field(header, mapping, "series"),
        Area = Field(header, mapping, "area"),
        Period = Field(header, mapping, "period"),
        Value = Field(header, mapping, "value"),
        SeriesTitle = Field(header, mapping, "seriesTitle"),
        Indicators = Field(header, mapping, "indicator"),
        AreaName = Field(header, mapping, "areaName"),
        LowerBound = Field(header, mapping, "lowerBound"),
        UpperBound = Field(header, mapping, "upperBound"),
        Attributes = [.. ImportMappingKeys.Attributes.Select(key => Field(header, mapping, key))],
        Dimensions = [.. mapping.Dimensions.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new DimensionSource(pair.Key, Source(header, pair.Key, pair.Value)))],
        ReadArea = ObservationRules.ReadArea,
        AreaDetail = ObservationRules.AreaDetail,
        ReadPeriod = ObservationRules.ReadPeriod,
    };

    private static FieldSource Field(CsvHeader header, ImportMapping mapping, string key) =>
        mapping.Fields.TryGetValue(key, out var field) ? Source(header, key, field) : default;

    private static FieldSource Source(CsvHeader header, string key, MappedField field)
    {
        if (field.Constant is { } constant)
            return FieldSource.Of(key, constant);
        var column = field.Column ?? "";
        var source = header.Take(column);
        return source.IsGiven ? source : throw header.Missing("mapping.column", column, $"The mapping of '{key}' names the column '{column}', which the file does not have.");
    }
}
