namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>The CSV download of the UNSD Global SDG Indicators Database (2020 and later): every column not known is a dimension.</summary>
internal static class UnsdCsvLayout
{
    /// <summary>Global, what UNSD means where it does not say.</summary>
    public static readonly KeyValuePair<string, string> GlobalReporting = new("REPORTING_TYPE", "G");

    public static CsvLayout Read(CsvHeader header)
    {
        var layout = new CsvLayout
        {
            ColumnCount = header.Names.Count,
            Series = header.Require("SeriesCode"),
            Area = header.Require("GeoAreaCode"),
            Period = header.Require("TimePeriod"),
            Value = header.Require("Value"),
            SeriesTitle = header.Take("SeriesDescription"),
            Indicators = header.Take("Indicator"),
            AreaName = header.Take("GeoAreaName"),
            LowerBound = header.Take("LowerBound"),
            UpperBound = header.Take("UpperBound"),
            Attributes =
            [
                header.Take("Nature"), header.Take("Observation Status"), header.Take("Units"), header.Take("Source"), header.Take("FootNote"),
                header.Take("Time_Detail"), header.Take("TimeCoverage"), header.Take("BasePeriod"), header.Take("GeoInfoUrl"), default, default,
            ],
            Dimensions = [],
            DefaultDimension = GlobalReporting,
        };
        header.Take("Goal");
        header.Take("Target");
        return layout with { Dimensions = CsvHeader.Dimensions(header.Rest) };
    }
}
