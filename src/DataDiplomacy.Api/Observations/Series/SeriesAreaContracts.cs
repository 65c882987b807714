using System.Text.Json.Serialization;
using DataDiplomacy.Api.Catalogue.Areas;

namespace DataDiplomacy.Api.Observations.Series;

/// <summary>Lists the areas that have observations in a series that was found before.</summary>
/// <param name="Series">The series, in the state in which it was found.</param>
/// <param name="Limit">Most items of the page, 1 to 1,000.</param>
/// <param name="Cursor">Cursor of the last item of the page before; null for the first page.</param>
public sealed record ListSeriesAreas(SeriesRef Series, int Limit, string? Cursor);

/// <summary>Lists the observations of one area in a series that was found before.</summary>
/// <param name="Series">The series, in the state in which it was found.</param>
/// <param name="Area">Number of the area.</param>
/// <param name="Request">The filters, of the same request as for any list of observations.</param>
public sealed record ListAreaObservations(SeriesRef Series, int Area, ListObservations Request);

/// <summary>An area that has observations in a series.</summary>
public sealed record SeriesAreaView
{
    /// <summary>The area, as lists of areas give it.</summary>
    public required AreaView Area { get; init; }

    /// <summary>Number of the area.</summary>
    [JsonIgnore]
    public int AreaId { get; init; }

    /// <summary>The series and the state in which it was found, for what is read of it next.</summary>
    [JsonIgnore]
    public SeriesRef? Ref { get; init; }
}
