namespace DataDiplomacy.Api.Tests.Graph;

public sealed class ViewTypeTests
{
    [Fact]
    public async Task A_view_is_printed_with_its_names_types_and_comments()
    {
        await using var host = await GraphHost.StartAsync();

        var sdl = host.Sdl();

        sdl.ShouldContain("""
            "A country of the test atlas."
            type Country {
              "Bytes of its file."
              bytes: Long!
              cities: [City!]
              "The two letters of the country."
              id: ID!
              "The short name."
              name: String!
              "Where it lies."
              part: PartOfWorld!
              "A point within it."
              point: Point
              "Inhabitants."
              population: Long!
              "When it was recorded."
              recordedAt: DateTime!
              "A number that may not be one."
              share: Float!
              twin: Country
              "When it was withdrawn, if it was."
              withdrawnAt: DateTime
            }
            """, Case.Sensitive);
    }

    [Fact]
    public async Task The_parameters_of_a_positional_view_document_its_fields()
    {
        await using var host = await GraphHost.StartAsync();

        host.Sdl().ShouldContain("""
            "A point on the map."
            type Point {
              "Degrees north."
              latitude: Float!
              "Degrees east."
              longitude: Float!
            }
            """, Case.Sensitive);
    }

    [Fact]
    public async Task Enum_values_are_the_wire_names_in_upper_snake_case()
    {
        await using var host = await GraphHost.StartAsync();

        host.Sdl().ShouldContain("""
            "A part of the world."
            enum PartOfWorld {
              "A name of its own on the wire."
              FAR_EAST
              "Not placed."
              NOT_PLACED
              "The south of Europe."
              SOUTHERN_EUROPE
              "As UNSD had it in 2022."
              UNSD2022
            }
            """, Case.Sensitive);
    }

    [Fact]
    public async Task What_a_derived_type_leaves_out_is_not_in_the_schema()
    {
        await using var host = await GraphHost.StartAsync();

        host.Sdl().ShouldContain("""
            "A city."
            type City {
              country: Country
              "The name."
              name: String!
            }
            """, Case.Sensitive);
    }

    [Fact]
    public async Task Writes_the_values_of_a_view()
    {
        await using var host = await GraphHost.StartAsync();

        var answer = await host.PostAsync("{ country(code: \"IT\") { id population bytes part recordedAt withdrawnAt point { latitude } } }");

        answer.Data.ShouldBe("{\"country\":{\"id\":\"IT\",\"population\":58000000000,\"bytes\":5000000000,\"part\":\"SOUTHERN_EUROPE\","
            + "\"recordedAt\":\"2026-01-02T03:04:05Z\",\"withdrawnAt\":null,\"point\":{\"latitude\":42.5}}}");
    }

    [Theory]
    [InlineData("FAR_EAST")]
    [InlineData("UNSD2022")]
    public async Task Reads_an_enum_from_a_literal_and_from_a_variable(string value)
    {
        await using var host = await GraphHost.StartAsync();

        var literal = await host.PostAsync($"{{ part(part: {value}) }}");
        var variable = await host.PostAsync("query($p: PartOfWorld) { part(part: $p) }", new { p = value });

        literal.Data.ShouldBe($"{{\"part\":\"{value}\"}}");
        variable.Data.ShouldBe(literal.Data);
    }
}
