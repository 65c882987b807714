namespace DataDiplomacy.Api.Tests.Graph;

/// <summary>A country of the
/// test atlas.</summary>
public sealed record CountryView
{
    /// <summary>The two letters of the
    /// country.</summary>
    public required string Id { get; init; }

    /// <summary>The short name.</summary>
    public required string Name { get; init; }

    /// <summary>Inhabitants.</summary>
    public long Population { get; init; }

    /// <summary>Bytes of its file.</summary>
    public ulong Bytes { get; init; }

    /// <summary>Where it lies.</summary>
    public PartOfWorld Part { get; init; }

    /// <summary>When it was recorded.</summary>
    public DateTime RecordedAt { get; init; }

    /// <summary>When it was withdrawn, if it was.</summary>
    public DateTime? WithdrawnAt { get; init; }

    /// <summary>A point within it.</summary>
    public PointView? Point { get; init; }

    /// <summary>Names by language, which have no form in GraphQL.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>A number that may not be one.</summary>
    public double Share { get; init; }
}

/// <summary>A city.</summary>
public sealed record CityView
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Its country.</summary>
    public required string CountryId { get; init; }
}

/// <summary>A point on the map.</summary>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
public sealed record PointView(double Latitude, double Longitude);

/// <summary>A part of the world.</summary>
public enum PartOfWorld
{
    /// <summary>Not placed.</summary>
    NotPlaced,

    /// <summary>The south of Europe.</summary>
    SouthernEurope,

    /// <summary>As UNSD had it in 2022.</summary>
    Unsd2022,

    /// <summary>A name of its own on the wire.</summary>
    [System.Text.Json.Serialization.JsonStringEnumMemberName("far-east")]
    Orient,
}
