namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>The keys of an <see cref="ImportMapping"/>.</summary>
public static class ImportMappingKeys
{
    public const string Dimensions = "dimensions";

    public static IReadOnlyList<string> Required { get; } = ["series", "area", "period", "value"];

    public static IReadOnlyList<string> Optional { get; } =
        ["seriesTitle", "areaName", "indicator", "lowerBound", "upperBound", .. Attributes];

    /// <summary>The attributes in the order of <see cref="AttributeColumns"/>; NDJSON uses the same names.</summary>
    internal static IReadOnlyList<string> Attributes =>
        ["nature", "status", "unit", "source", "footnote", "timeDetail", "timeCoverage", "basePeriod", "geoInfoUrl", "unitMultiplier", "unitLabel"];
}
