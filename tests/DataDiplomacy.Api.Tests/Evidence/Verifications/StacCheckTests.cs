using System.Text;
using DataDiplomacy.Api.Evidence.Verifications;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Evidence.Verifications;

/// <summary>Scenes as their STAC items describe them.</summary>
public abstract class StacCheckTests(ApiFixture api) : VerifyingTests(api)
{
    private const string Square = """{ "type": "Polygon", "coordinates": [[[10, 0], [11, 0], [11, 1], [10, 1], [10, 0]]] }""";

    /// <summary>The published example: 172.9117 to 172.9547 E, 1.3439 to 1.3690 N, 2020-12-11T22:38:32Z.</summary>
    [Theory]
    [InlineData("2020-12-11T22:00:00Z", 1.35, 172.93, CheckOutcome.Pass, CheckOutcome.Pass)]
    [InlineData("2020-12-11", 1.35, 172.91, CheckOutcome.Pass, CheckOutcome.Fail)]
    [InlineData("2020-12-13", 1.35, 172.93, CheckOutcome.Fail, CheckOutcome.Pass)]
    public async Task Holds_the_published_example_against_a_claim(string time, double latitude, double longitude, CheckOutcome ofTime, CheckOutcome ofPlace)
    {
        var item = await File.ReadAllTextAsync(SharedData.Require("evidence/stac/simple-item.json"), Stop);

        var report = await VerifyAsync(await SceneAsync(item, time, latitude, longitude), Everything);

        Of(report, CheckCode.StacTime).Outcome.ShouldBe(ofTime);
        Of(report, CheckCode.StacFootprint).Outcome.ShouldBe(ofPlace);
        Of(report, CheckCode.StacFootprint).Tool.Name.ShouldBe("NetTopologySuite");
    }

    [Theory]
    [InlineData(0.5, 10.5, CheckOutcome.Pass, "0")]
    [InlineData(1, 10.5, CheckOutcome.Pass, "0")]
    [InlineData(0, 12, CheckOutcome.Fail, "111195")]
    public async Task Measures_how_far_a_place_is_outside(double latitude, double longitude, CheckOutcome outcome, string metres)
    {
        var check = await CheckAsync(await SceneAsync(Item(Square), "2020-01-01", latitude, longitude), CheckCode.StacFootprint);

        check.Outcome.ShouldBe(outcome);
        Measured(check, "distanceToFootprint").ShouldBe(metres);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("""{ "type": "Polygon", "coordinates": [[[10, 0], [11, 1], [11, 0], [10, 1], [10, 0]]] }""")]
    [InlineData("""{ "type": "Polygon", "coordinates": [[[10, 0], [11, 1]]] }""")]
    [InlineData("""{ "type": "Polygon", "coordinates": [] }""")]
    [InlineData("""{ "type": "Polygon", "coordinates": [[[1e400, 0], [11, 1], [11, 0], [1e400, 0]]] }""")]
    [InlineData("""{ "type": "Polygon", "coordinates": "none" }""")]
    [InlineData("""{ "type": "Point", "coordinates": [200, 0] }""")]
    [InlineData("""{ "type": ["Point"] }""")]
    [InlineData("""{ "type": "GeometryCollection", "geometries": [7] }""")]
    public async Task Decides_nothing_by_a_geometry_that_is_none(string geometry)
    {
        var check = await CheckAsync(await SceneAsync(Item(geometry), "2020-01-01", 0.5, 10.5), CheckCode.StacFootprint);

        check.Outcome.ShouldBe(CheckOutcome.Inconclusive);
    }

    [Theory]
    [InlineData("""{ "datetime": null, "start_datetime": "2020-01-01T00:00:00Z", "end_datetime": "2020-01-31T00:00:00Z" }""", CheckOutcome.Pass)]
    [InlineData("""{ "datetime": null }""", CheckOutcome.Inconclusive)]
    [InlineData("""{ "datetime": "yesterday" }""", CheckOutcome.Inconclusive)]
    [InlineData("""{ "datetime": "\ud800" }""", CheckOutcome.Inconclusive)]
    [InlineData("[]", CheckOutcome.Inconclusive)]
    public async Task Reads_the_time_in_either_form(string properties, CheckOutcome outcome)
    {
        var check = await CheckAsync(await SceneAsync(Item(Square, properties), "2020-01-15", 0.5, 10.5), CheckCode.StacTime);

        check.Outcome.ShouldBe(outcome);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{ \"stac_version\": ")]
    [InlineData("""{ "stac_version": "1.0.0", "type": "Catalog" }""")]
    public async Task Applies_to_items_alone(string content)
    {
        (await CheckAsync(await SceneAsync(content, "2020-01-01", 0, 0), CheckCode.StacTime)).Outcome.ShouldBe(CheckOutcome.NotApplicable);
    }

    private static string Item(string geometry, string properties = """{ "datetime": "2020-01-01T12:00:00.125+02:00" }""") =>
        $$"""{ "stac_version": "1.0.0", "type": "Feature", "id": "scene", "geometry": {{geometry}}, "properties": {{properties}} }""";

    private Task<string> SceneAsync(string item, string claimedTime, double latitude, double longitude) =>
        TakeInAsync(new { kind = "satelliteScene", title = "A scene", sensitivity = "public", claimedTime, claimedPlace = new { latitude, longitude } }, Encoding.UTF8.GetBytes(item), "application/geo+json");

    public sealed class OnSqlite(SqliteApi api) : StacCheckTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : StacCheckTests(api), IClassFixture<PostgresApi>;
}
