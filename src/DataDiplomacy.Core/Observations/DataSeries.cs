namespace DataDiplomacy.Core.Observations;

/// <summary>A series of one data set, such as SI_POV_DAY1: one measure over areas, periods and dimensions.</summary>
public sealed class DataSeries
{
    private DataSeries()
    {
    }

    /// <summary>Surrogate key; its order is the order of lists.</summary>
    public int Id { get; private set; }

    /// <summary>The data set.</summary>
    public string DatasetId { get; private set; } = "";

    /// <summary>Code, unique within the data set.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Title as last published.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Unit code when all its observations share one; null when they have none or several.</summary>
    public string? Unit { get; private set; }

    /// <summary>Number of the version that first had it.</summary>
    public int FirstVersion { get; private set; }

    /// <summary>Codes of the indicators it serves, as published.</summary>
    public ICollection<SeriesIndicator> Indicators { get; private set; } = [];

    /// <summary>A series that a version has for the first time.</summary>
    public static DataSeries First(string datasetId, string code, string title, int version) =>
        new() { DatasetId = datasetId, Code = code, Title = title, FirstVersion = version };

    /// <summary>Takes over what a newer file says; a title or units that it does not give stand as they were.</summary>
    public void Describe(string? title, IReadOnlyCollection<string> units)
    {
        Title = title ?? Title;
        if (units.Count > 0)
        {
            Unit = units.Count == 1 ? units.First() : null;
        }
    }
}

/// <summary>Links a series to the code of an indicator that it serves.</summary>
public sealed record SeriesIndicator
{
    /// <summary>The series.</summary>
    public int SeriesId { get; init; }

    /// <summary>Indicator code as published, such as 7.2.1.</summary>
    public required string Indicator { get; init; }
}
