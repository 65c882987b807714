namespace DataDiplomacy.Api.Data.Readers;

/// <summary>Which observations of a series are wanted; empty lists and nulls mean all.</summary>
public sealed record ObservationFilter
{
    /// <summary>Numbers of the areas; null for all. An empty list finds nothing.</summary>
    public IReadOnlyList<int>? Areas { get; init; }

    /// <summary>First day, yyyymmdd: periods that begin before it are left out.</summary>
    public int? FirstDay { get; init; }

    /// <summary>Last day, yyyymmdd: periods that end after it are left out.</summary>
    public int? LastDay { get; init; }

    /// <summary>Codes by dimension; a key must have one of the codes on each.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Dimensions { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Only the undisaggregated observations.</summary>
    public bool Headline { get; init; }

    /// <summary>Only the latest observation with a value of each series key.</summary>
    public bool Latest { get; init; }
}

/// <summary>A series as a reader needs it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Dataset">Its data set.</param>
/// <param name="Version">The version to read.</param>
/// <param name="Since">Only what changed after this version; null for the whole state.</param>
public sealed record SeriesSlice(int Id, string Dataset, int Version, int? Since = null);

/// <summary>A series in one area, as part of a batch.</summary>
/// <param name="Series">The series in the version to read.</param>
/// <param name="IsNewest">Whether that is the newest version of its data set, to which the stored headline marks belong.</param>
/// <param name="Area">Number of the area.</param>
/// <param name="Question">Place of the question that is asked of it.</param>
public readonly record struct AreaSlice(SeriesSlice Series, bool IsNewest, int Area, int Question);

/// <summary>What a batch asks of some of its areas.</summary>
/// <param name="Filter">On time and dimensions; the areas are named one by one.</param>
/// <param name="First">Most rows of each area; null for all.</param>
public sealed record AreaQuestion(ObservationFilter Filter, int? First);

/// <summary>Place of an observation in the total order within a series.</summary>
public readonly record struct ObservationPlace(int Area, int Key, int Period);
