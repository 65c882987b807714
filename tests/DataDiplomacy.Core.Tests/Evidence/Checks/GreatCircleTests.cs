using DataDiplomacy.Core.Evidence.Checks;

namespace DataDiplomacy.Core.Tests.Evidence.Checks;

public class GreatCircleTests
{
    /// <summary>By hand: a degree of a great circle is 2π · 6,371,008.8 m / 360 = 111,195.08 m; half a circle 20,015,114.4 m.</summary>
    [Theory]
    [InlineData(0, 0, 0, 1, 111_195.08)]
    [InlineData(10, 20, 11, 20, 111_195.08)]
    [InlineData(0, 179.5, 0, -179.5, 111_195.08)]
    [InlineData(90, 0, -90, 77, 20_015_114.4)]
    [InlineData(0, 0, 0, 180, 20_015_114.4)]
    [InlineData(43.4675, 11.8851, 43.4675, 11.8851, 0)]
    public void Measures_metres(double latitude, double longitude, double otherLatitude, double otherLongitude, double metres) =>
        GreatCircle.Metres(latitude, longitude, otherLatitude, otherLongitude).ShouldBe(metres, 0.1);
}
