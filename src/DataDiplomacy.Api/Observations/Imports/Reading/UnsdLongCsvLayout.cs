namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>The long CSV layout of UNSD's 2019 releases: a dimension is a pair of columns <c>…_Code</c> and <c>…_Desc</c>.</summary>
internal static class UnsdLongCsvLayout
{
    private const string CodeSuffix = "_Code";
    private const string DescriptionSuffix = "_Desc";

    private static readonly string[] Descriptive =
    [
        "GoalCode", "GoalDesc", "TargetCode", "TargetDesc", "IndicatorDesc", "IndicatorTier", "SeriesRelease",
        "ValueType", "ISO3CD", "X", "Y",
    ];

    public static CsvLayout Read(CsvHeader header)
    {
        var layout = new CsvLayout
        {
            ColumnCount = header.Names.Count,
            Series = header.Require("SeriesCode"),
            Area = header.Require("GeoArea_Code"),
            Period = header.Require("Year"),
            Value = header.Require("Value"),
            SeriesTitle = header.Take("SeriesDesc"),
            Indicators = header.Take("IndicatorCode"),
            AreaName = header.Take("GeoArea_Desc"),
            LowerBound = header.Take("LowerBound"),
            UpperBound = header.Take("UpperBound"),
            Frequency = header.Take("Freq_Code"),
            Attributes =
            [
                header.Take("Nature_Code"), header.Take("ObservationStatus_Code", "ObsStatus_Code"), header.Take("Units_Code"), header.Take("Source"),
                header.Take("Footnotes"), header.Take("TimeDetail"), header.Take("TimeCoverage"), header.Take("BasePeriod"), header.Take("GeoInfoUrl"),
                header.Take("Unitmultiplier_Code"), header.Take("Units_Desc"),
            ],
            Dimensions = [],
            DefaultDimension = UnsdCsvLayout.GlobalReporting,
            EmptyAttribute = "NULL",
        };
        foreach (var name in Descriptive)
            header.Take(name);
        return layout with { Dimensions = ReadDimensions(header) };
    }

    private static DimensionSource[] ReadDimensions(CsvHeader header)
    {
        var rest = header.Rest.Where(column => !Ends(column, DescriptionSuffix)).ToArray();
        // A column nobody understands might tell two observations apart, so it is not passed over in silence.
        foreach (var unknown in rest.Where(column => !Ends(column, CodeSuffix)))
            throw new ImportFormatException("header.unknown", $"The column '{unknown.Name}' is not part of the long layout; a dimension is named '{unknown.Name}{CodeSuffix}'. Rename or remove it.", line: 1, column: unknown.Name);
        return CsvHeader.Dimensions(rest);
    }

    private static bool Ends(FieldSource column, string suffix) => column.Name!.EndsWith(suffix, StringComparison.OrdinalIgnoreCase); // A column always has a name.
}
