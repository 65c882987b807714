using DataDiplomacy.Api.Observations.Imports.Reading;
using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Api.Tests.Observations.Imports.Reading;

public sealed class NdjsonTests
{
    [Fact]
    public async Task Reads_every_property()
    {
        const string line = """
            {"series":"SP_POP","seriesTitle":"Population","indicators":["1.1.1","2.1.1"],"area":"AFG","areaName":"Afghanistan","period":"2020-Q1","value":1.50,"dimensions":{"SEX":"FEMALE","AGE":"NOTSPEC","X":null},"unit":"NUMBER","unitLabel":"Number","nature":"E","status":"A","source":"UN","footnote":"Caf\u00e9","lowerBound":1,"upperBound":"2.0"}
            """;

        var reading = await ReadFile.OfAsync(line, ImportFormat.Ndjson);

        var read = reading.OnlyRow;
        (read.Series, read.SeriesTitle, read.Area, read.AreaName, read.Attributes.UnitLabel).ShouldBe(("SP_POP", "Population", "AFG", "Afghanistan", "Number"));
        read.Indicators.ShouldBe(["1.1.1", "2.1.1"]);
        read.Period.ToString().ShouldBe("2020-Q1");
        read.Value.Text.ShouldBe("1.50");
        read.Dimensions.ShouldBe("SEX=FEMALE");
        (read.LowerBound, read.UpperBound).ShouldBe((1, 2));
        read.Attributes.ShouldBe(new ObservationAttributes { Unit = "NUMBER", Nature = "E", Status = "A", Source = "UN", Footnote = "Caf\u00e9", UnitLabel = "Number" });
        reading.Columns.ShouldBe(AttributeColumns.Unit | AttributeColumns.UnitLabel | AttributeColumns.Nature | AttributeColumns.Status | AttributeColumns.Source | AttributeColumns.Footnote | AttributeColumns.LowerBound | AttributeColumns.UpperBound);
    }

    [Fact]
    public async Task Knows_an_attribute_that_only_a_later_line_has_but_not_a_dimension_of_that_name()
    {
        const string file = """
            {"series":"S","area":"4","period":2020,"value":1,"dimensions":{"nature":"x"}}
            {"series":"S","area":"4","period":2021,"value":1,"footnote":null}
            """;

        var reading = await ReadFile.OfAsync(file, ImportFormat.Ndjson);

        reading.Columns.ShouldBe(AttributeColumns.Footnote);
    }

    [Theory]
    [InlineData("1e3", 1000.0, "1e3", null)]
    [InlineData("0.10", 0.1, "0.10", null)]
    [InlineData("-0", -0.0, "-0", null)]
    [InlineData("\"0.10\"", 0.1, "0.10", null)]
    [InlineData("null", null, "", MissingReason.NotReported)]
    [InlineData("\"NaN\"", null, "NaN", MissingReason.NotReported)]
    [InlineData("\"N\"", null, "N", MissingReason.NotApplicable)]
    [InlineData("\"<2.5\"", null, "<2.5", MissingReason.Bounded)]
    public async Task Keeps_a_value_exactly_as_it_is_written(string json, double? value, string text, MissingReason? missing)
    {
        var read = (await ReadFile.OfAsync(Line($"\"value\":{json}"), ImportFormat.Ndjson)).OnlyRow;

        (read.Value.Value, read.Value.Text, read.Value.Missing).ShouldBe((value, text, missing));
    }

    [Theory]
    [InlineData("\"value\":null,\"missingReason\":\"suppressed\"", MissingReason.Suppressed)]
    [InlineData("\"missingReason\":\"notApplicable\",\"value\":\"\"", MissingReason.NotApplicable)]
    [InlineData("\"value\":\"N\",\"missingReason\":\"notApplicable\"", MissingReason.NotApplicable)]
    [InlineData("\"value\":\"<5\",\"missingReason\":\"bounded\"", MissingReason.Bounded)]
    [InlineData("\"value\":null,\"status\":\"Q\"", MissingReason.Suppressed)]
    [InlineData("\"value\":null,\"status\":\"Q\",\"missingReason\":\"notReported\"", MissingReason.NotReported)]
    public async Task Takes_the_reason_that_is_stated(string properties, MissingReason reason)
    {
        (await ReadFile.OfAsync(Line(properties), ImportFormat.Ndjson)).OnlyRow.Value.Missing.ShouldBe(reason);
    }

    [Theory]
    [InlineData("\"value\":1,\"missingReason\":\"suppressed\"", "missing.invalid", "missingReason")]
    [InlineData("\"value\":null,\"missingReason\":\"bounded\"", "missing.invalid", "missingReason")]
    [InlineData("\"value\":null,\"missingReason\":\"lost\"", "missing.invalid", "missingReason")]
    [InlineData("\"value\":true", "value.invalid", "value")]
    [InlineData("\"value\":{\"a\":[1]}", "value.invalid", "value")]
    [InlineData("\"value\":\"1,5\"", "value.invalid", "value")]
    [InlineData("\"value\":1e999", "value.invalid", "value")]
    [InlineData("\"unit\":\"X\"", "value.invalid", "value")]
    [InlineData("\"value\":1,\"lowerBound\":\"x\"", "bound.invalid", "lowerBound")]
    [InlineData("\"value\":1,\"unit\":5", "property.invalid", "unit")]
    [InlineData("\"value\":1,\"indicators\":\"1.1.1\"", "property.invalid", "indicators")]
    [InlineData("\"value\":1,\"indicators\":[1]", "property.invalid", "indicators")]
    [InlineData("\"value\":1,\"value\":2", "property.duplicate", "value")]
    [InlineData("\"value\":1,\"colour\":{\"a\":[1,2]}", "property.unknown", "colour")]
    [InlineData("\"value\":1,\"dimensions\":[]", "dimension.invalid", "dimensions")]
    [InlineData("\"value\":1,\"dimensions\":{\"sex\":\"F\"}", "dimension.invalid", "dimensions.sex")]
    [InlineData("\"value\":1,\"dimensions\":{\"SEX\":1.5}", "dimension.invalid", "dimensions.SEX")]
    [InlineData("\"value\":1,\"dimensions\":{\"SEX\":\"F\",\"SEX\":\"M\"}", "dimension.invalid", "dimensions.SEX")]
    public async Task Rejects_a_line_and_keeps_its_key(string properties, string code, string column)
    {
        var rejected = (await ReadFile.OfAsync(Line(properties), ImportFormat.Ndjson)).OnlyRejected;

        (rejected.Code, rejected.Column).ShouldBe((code, column));
        (rejected.Series, rejected.Area, rejected.Period?.ToString()).ShouldBe(("S", "4", "2020"));
        rejected.Dimensions.ShouldBe(code == "dimension.invalid" ? null : "");
        rejected.Raw.ShouldBe(Line(properties));
    }

    [Theory]
    [InlineData("""{"series":"S","area":"Peru","period":2020,"value":1}""", "area.invalid", "'Peru'")]
    [InlineData("""{"series":5,"area":"4","period":2020,"value":1}""", "series.invalid", "'5'")]
    [InlineData("""{"series":"S","area":"4","period":2020.5,"value":1}""", "period.invalid", "'2020.5'")]
    [InlineData("""{"area":"4","period":2020,"value":1}""", "series.invalid", "The series is missing")]
    [InlineData("""{"series":"S","period":2020,"value":1}""", "area.invalid", "The area is missing")]
    [InlineData("""{"series":"S","area":"4","value":1}""", "period.invalid", "The period is missing")]
    [InlineData("""{"series":"S","areaa":"4"}""", "property.unknown", "'areaa' is no property of an observation. Did you mean 'area'?")]
    [InlineData("""{"series":"S" """, "row.json", "The line is no valid JSON object")]
    [InlineData("""["S"]""", "row.json", "The line is no valid JSON object")]
    [InlineData("""{"series":"S"} {}""", "row.json", "The line is no valid JSON object")]
    [InlineData("""{"series":"\ud800"}""", "row.json", "The line is no valid JSON object")]
    public async Task Says_what_is_wrong_with_a_line(string line, string code, string detail)
    {
        var rejected = (await ReadFile.OfAsync(line, ImportFormat.Ndjson)).OnlyRejected;

        rejected.Code.ShouldBe(code);
        rejected.Detail.ShouldStartWith(detail);
    }

    [Fact]
    public async Task Counts_lines_and_passes_over_blank_ones()
    {
        var file = "\uFEFF" + Line("\"value\":1") + "\r\n\r\n  \n" + Line("\"value\":2") + "\nx\n" + Line("\"value\":3");

        var reading = await ReadFile.OfAsync(file, ImportFormat.Ndjson);

        reading.Rows.Select(row => (row.Line, row.Value.Text)).ShouldBe([(1, "1"), (4, "2"), (6, "3")]);
        reading.OnlyRejected.Line.ShouldBe(5);
    }

    [Fact]
    public async Task Must_be_UTF_8()
    {
        var refused = await Should.ThrowAsync<ImportFormatException>(() => ReadFile.OfAsync([(byte)'"', 0xE9, (byte)'"'], ImportFormat.Ndjson));

        refused.Code.ShouldBe("file.encoding");
    }

    private static string Line(string properties) => $"{{\"series\":\"S\",\"area\":4,\"period\":2020,{properties}}}";
}
