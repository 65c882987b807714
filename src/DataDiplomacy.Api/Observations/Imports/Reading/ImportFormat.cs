namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>The layout of an import file; <see cref="ImportFormats"/> has the names used in requests.</summary>
public enum ImportFormat
{
    /// <summary>The CSV download of the UNSD Global SDG Indicators Database.</summary>
    UnsdCsv,

    /// <summary>The long CSV layout of UNSD's 2019 releases, with a code and a description column per dimension.</summary>
    UnsdLongCsv,

    /// <summary>Any tidy CSV file, read by an <see cref="ImportMapping"/>.</summary>
    Csv,

    /// <summary>One JSON object a line.</summary>
    Ndjson,
}
