using DataDiplomacy.Api.Observations.Imports.Reading;

namespace DataDiplomacy.Api.Tests.Observations.Imports.Reading;

public sealed class ImportMappingTests
{
    [Fact]
    public void Reads_columns_constants_and_dimensions()
    {
        var mapping = ImportMapping.Parse("""{ "series": { "constant": "X" }, "area": "a", "period": "p", "value": "v", "dimensions": { "SEX": "s" } }""");

        mapping.Fields["series"].ShouldBe(new MappedField { Constant = "X" });
        mapping.Fields["area"].ShouldBe(new MappedField { Column = "a" });
        mapping.Dimensions["SEX"].ShouldBe(new MappedField { Column = "s" });
    }

    [Theory]
    [InlineData("""{ "series": "s", "area": "a", "period": "p", "value": "v", "unti": "u" }""", "unti", "unit")]
    [InlineData("""{ "serie": "s" }""", "serie", "series")]
    [InlineData("""{ "series": { "const": "s" } }""", "const", "constant")]
    [InlineData("""{ "dimensions": { "Education level": "e" } }""", "Education level", "EDUCATION_LEVEL")]
    public void Refuses_an_unknown_key_and_names_the_nearest(string json, string key, string suggestion)
    {
        var refused = Should.Throw<ImportFormatException>(() => ImportMapping.Parse(json));

        (refused.Code, refused.Column).ShouldBe(("mapping.invalid", key));
        refused.Suggestions[0].ShouldBe(suggestion);
    }

    [Theory]
    [InlineData("""{ "area": "a", "period": "p", "value": "v" }""", "series")]
    [InlineData("""{ "series": "s", "period": "p", "value": "v" }""", "area")]
    [InlineData("""{ "series": "s", "area": "a", "value": "v" }""", "period")]
    [InlineData("""{ "series": "s", "area": "a", "period": "p" }""", "value")]
    [InlineData("""{ "series": 5 }""", "series")]
    [InlineData("""{ "series": {} }""", "series")]
    [InlineData("""{ "series": { "constant": 5 } }""", "series")]
    [InlineData("""{ "dimensions": "SEX" }""", "dimensions")]
    public void Refuses_a_key_that_is_missing_or_of_the_wrong_kind(string json, string key)
    {
        var refused = Should.Throw<ImportFormatException>(() => ImportMapping.Parse(json));

        (refused.Code, refused.Column).ShouldBe(("mapping.invalid", key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{ \"series\": \"s\", }")]
    [InlineData("{ \"series\": \"s\", \"series\": \"t\" }")]
    public void Refuses_what_is_no_JSON_object(string json)
    {
        Should.Throw<ImportFormatException>(() => ImportMapping.Parse(json)).Code.ShouldBe("mapping.invalid");
    }
}
