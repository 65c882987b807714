namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>
/// The attributes a file has a column for (in NDJSON: a property in at least one row). An attribute whose column the file lacks says nothing:
/// what is known of it already stands.
/// </summary>
[Flags]
public enum AttributeColumns
{
    None = 0,
    Nature = 1 << 0,
    Status = 1 << 1,
    Unit = 1 << 2,
    Source = 1 << 3,
    Footnote = 1 << 4,
    TimeDetail = 1 << 5,
    TimeCoverage = 1 << 6,
    BasePeriod = 1 << 7,
    GeoInfoUrl = 1 << 8,
    UnitMultiplier = 1 << 9,
    UnitLabel = 1 << 10,
    LowerBound = 1 << 11,
    UpperBound = 1 << 12,
}
