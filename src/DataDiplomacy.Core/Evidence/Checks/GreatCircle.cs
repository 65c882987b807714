namespace DataDiplomacy.Core.Evidence.Checks;

/// <summary>Distances on the Earth as a sphere (haversine; Sinnott, "Virtues of the Haversine", Sky and Telescope 68, 1984).</summary>
public static class GreatCircle
{
    /// <summary>Mean radius of the Earth, metres (IUGG, 1980: R1 of GRS 80). The ellipsoid differs from the sphere by at most 0.6 %.</summary>
    public const double RadiusMetres = 6_371_008.8;

    /// <summary>The distance of two places.</summary>
    /// <param name="latitude">Degrees north of the first.</param>
    /// <param name="longitude">Degrees east of the first.</param>
    /// <param name="otherLatitude">Degrees north of the second.</param>
    /// <param name="otherLongitude">Degrees east of the second.</param>
    /// <returns>Metres.</returns>
    public static double Metres(double latitude, double longitude, double otherLatitude, double otherLongitude)
    {
        var (north, otherNorth) = (double.DegreesToRadians(latitude), double.DegreesToRadians(otherLatitude));
        var half = Math.Pow(Math.Sin((otherNorth - north) / 2), 2)
            + Math.Cos(north) * Math.Cos(otherNorth) * Math.Pow(Math.Sin(double.DegreesToRadians(otherLongitude - longitude) / 2), 2);
        return 2 * RadiusMetres * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }
}
