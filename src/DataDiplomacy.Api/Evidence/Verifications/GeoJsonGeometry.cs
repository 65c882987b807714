using System.Text.Json;
using NetTopologySuite.Geometries;

namespace DataDiplomacy.Api.Evidence.Verifications;

/// <summary>Reads a geometry of GeoJSON (RFC 7946, 3.1, 2016) for computing with it.</summary>
public sealed class GeoJsonGeometry
{
    private const int MostPositions = 100_000;
    private const int MostNesting = 8;

    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    private int _positions;

    /// <summary>The geometry; null where it is none, has positions off the Earth, or more than 100,000 of them.</summary>
    public static Geometry? Read(JsonElement json)
    {
        try
        {
            return new GeoJsonGeometry().Geometry(json, 0);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private Geometry Geometry(JsonElement json, int depth)
    {
        if (depth > MostNesting)
        {
            throw new FormatException("The geometry is nested too deeply.");
        }

        if (Member(json, "type").GetString() == "GeometryCollection")
        {
            return Factory.CreateGeometryCollection([.. Member(json, "geometries").EnumerateArray().Select(g => Geometry(g, depth + 1))]);
        }

        var coordinates = Member(json, "coordinates");
        return Member(json, "type").GetString() switch
        {
            "Point" => Factory.CreatePoint(Position(coordinates)),
            "MultiPoint" => Factory.CreateMultiPointFromCoords(Positions(coordinates)),
            "LineString" => Factory.CreateLineString(Positions(coordinates)),
            "MultiLineString" => Factory.CreateMultiLineString([.. coordinates.EnumerateArray().Select(l => Factory.CreateLineString(Positions(l)))]),
            "Polygon" => Polygon(coordinates),
            "MultiPolygon" => Factory.CreateMultiPolygon([.. coordinates.EnumerateArray().Select(Polygon)]),
            _ => throw new FormatException("The type is none of RFC 7946."),
        };
    }

    private Polygon Polygon(JsonElement json)
    {
        var rings = json.EnumerateArray().Select(r => Factory.CreateLinearRing(Positions(r))).ToList();
        return rings.Count == 0 ? Factory.CreatePolygon() : Factory.CreatePolygon(rings[0], [.. rings.Skip(1)]);
    }

    private Coordinate[] Positions(JsonElement json) => [.. json.EnumerateArray().Select(Position)];

    private Coordinate Position(JsonElement json)
    {
        if (++_positions > MostPositions || json.GetArrayLength() < 2)
        {
            throw new FormatException("There are too many positions, or one has less than two numbers.");
        }

        var (longitude, latitude) = (json[0].GetDouble(), json[1].GetDouble());
        return longitude is >= -180 and <= 180 && latitude is >= -90 and <= 90
            ? new Coordinate(longitude, latitude)
            : throw new FormatException("A position is off the Earth.");
    }

    private static JsonElement Member(JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var member) ? member : throw new FormatException($"{name} is missing.");
}
