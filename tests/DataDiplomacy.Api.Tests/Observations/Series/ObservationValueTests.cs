using System.Globalization;
using System.Text.Json;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Observations.Series;

/// <summary>Values come back exactly as published, in each format and from both databases.</summary>
public abstract class ObservationValueTests(ApiFixture api) : ApiTests(api)
{
    private static readonly (string Text, double? Value, string? Missing, double? Lower, double? Upper)[] Published =
    [
        ("0.10", 0.1, null, null, null), ("1e5", 1e5, null, null, null), ("-0", 0, null, null, null), ("0", 0, null, null, null), ("+5", 5, null, null, null), ("007", 7, null, null, null),
        ("<2.5", null, "bounded", null, 2.5), (">95", null, "bounded", 95, null), ("<=2.50", null, "bounded", null, 2.5), ("NaN", null, "notReported", null, null),
        ("N", null, "notApplicable", null, null), ("", null, "notReported", null, null), ("1E-300", 1e-300, null, null, null), ("5e-324", double.Epsilon, null, null, null),
        ("0.12345678901234567", 0.12345678901234567, null, null, null), ("12345678901234567890", 12345678901234567890d, null, null, null),
        ("1.7976931348623157E+308", double.MaxValue, null, null, null), ("9007199254740993", 9007199254740992d, null, null, null), ("1.", 1, null, null, null), (".5", 0.5, null, null, null),
    ];

    [Fact]
    public async Task Gives_back_each_value_as_it_was_published()
    {
        var (dataset, code) = (await Given.DatasetAsync(), $"VA_{Guid.NewGuid():N}");
        var rows = Published.Select((p, i) => $"{code},404,{(2000 + i).ToString(CultureInfo.InvariantCulture)},{p.Text}");

        var import = await Given.ImportAsync(dataset, "SeriesCode,GeoAreaCode,TimePeriod,Value\n" + string.Join('\n', rows));

        (import.RowsAccepted, import.RowsRejected).ShouldBe((Published.Length, 0), string.Join("; ", import.Problems.Select(p => p.Detail)));
        var page = await Anonymous.GetJsonAsync($"/v1/observations?series={code}");
        page.GetProperty("items").EnumerateArray().Select(Read).ShouldBe(Published);
        var lines = (await Anonymous.GetStringAsync($"/v1/observations?series={code}&format=ndjson", Stop)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Select(l => Read(JsonDocument.Parse(l).RootElement)).ShouldBe(Published);
        var table = (await Anonymous.GetStringAsync($"/v1/observations?series={code}&format=csv", Stop)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(',')).ToList();
        var at = Array.IndexOf(table[0], "valueText");
        table.Skip(1).Select(r => r[at]).ShouldBe(Published.Select(p => p.Text));
    }

    [Fact]
    public async Task Explains_a_unit_that_no_list_knows_as_its_file_does()
    {
        var (dataset, code) = (await Given.DatasetAsync(), $"VU_{Guid.NewGuid():N}");
        const string mapping = "format=csv&mapping={\"series\":\"s\",\"area\":\"a\",\"period\":\"p\",\"value\":\"v\",\"unit\":\"u\"";
        async Task<string?> LabelAsync(string asOf) =>
            (await Anonymous.GetJsonAsync($"/v1/observations?series={code}&asOf={asOf}")).GetProperty("items")[0].GetProperty("unitLabel").GetString();

        await Given.ImportAsync(dataset, $"s,a,p,v,u,l\n{code},404,2010,1,MM_D,Millimetres a day", mapping + ",\"unitLabel\":\"l\"}&recordedAt=2011-01-01");
        var second = await Given.ImportAsync(dataset, $"s,a,p,v,u\n{code},404,2010,1,MM_D", mapping + "}&recordedAt=2012-01-01");
        var third = await Given.ImportAsync(dataset, $"s,a,p,v,u,l\n{code},404,2010,1,MM_D,mm per day", mapping + ",\"unitLabel\":\"l\"}&recordedAt=2013-01-01");

        (await LabelAsync("2011-06-01")).ShouldBe("Millimetres a day");
        (await LabelAsync("2012-06-01")).ShouldBe("Millimetres a day", "the second file has no such column");
        (await LabelAsync("2013-06-01")).ShouldBe("mm per day");
        ((second.Unchanged, second.AttributesChanged), (third.Unchanged, third.AttributesChanged)).ShouldBe(((1, 0), (1, 1)));
        var table = (await Anonymous.GetStringAsync($"/v1/observations?series={code}&format=csv", Stop)).Split("\r\n");
        table[1].Split(',')[Array.IndexOf(table[0].Split(','), "unitLabel")].ShouldBe("mm per day");
    }

    [Fact]
    public async Task Takes_the_same_values_again_as_unchanged()
    {
        var (dataset, code) = (await Given.DatasetAsync(), $"VB_{Guid.NewGuid():N}");
        var file = "SeriesCode,GeoAreaCode,TimePeriod,Value\n" + string.Join('\n', Published.Select((p, i) => $"{code},404,{(2000 + i).ToString(CultureInfo.InvariantCulture)},{p.Text}"));
        await Given.ImportAsync(dataset, file);

        var again = await Given.ImportAsync(dataset, file);

        (again.Added, again.Changed, again.AttributesChanged, again.Unchanged, again.Withdrawn).ShouldBe((0, 0, 0, Published.Length, 0));
    }

    [Fact]
    public async Task Compares_values_whose_relation_is_larger_than_any_number()
    {
        var (dataset, code) = (await Given.DatasetAsync(), $"VC_{Guid.NewGuid():N}");
        const string header = "SeriesCode,GeoAreaCode,TimePeriod,Value\n";
        await Given.ImportAsync(dataset, $"{header}{code},404,2010,1e-300\n{code},404,2011,-1e308");
        await Given.ImportAsync(dataset, $"{header}{code},404,2010,1e300\n{code},404,2011,1e308");

        var diff = await Anonymous.GetJsonAsync($"/v1/datasets/{dataset}/versions/1/diff/2");

        diff.GetProperty("changed").GetInt64().ShouldBe(2);
        diff.GetProperty("items")[0].GetProperty("relativeChange").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("1e308", "-1e308")]
    [InlineData("1e-320", "5e-324")]
    [InlineData("-0", "0")]
    public async Task Assesses_and_draws_values_at_the_edge_of_what_a_number_holds(string high, string low)
    {
        var (dataset, code) = (await Given.DatasetAsync(), $"VD_{Guid.NewGuid():N}");
        await Given.ImportAsync(dataset, "SeriesCode,GeoAreaCode,TimePeriod,Value\n" + string.Join('\n', Enumerable.Range(2000, 12).Select(y => $"{code},404,{y.ToString(CultureInfo.InvariantCulture)},{(y % 3 == 0 ? high : low)}")));

        foreach (var format in new[] { "json", "csv", "svg" })
        {
            var answer = await Anonymous.GetAsync($"/v1/trends?series={code}&area=404&format={format}", Stop);
            answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, $"{format}: {await answer.Content.ReadAsStringAsync(Stop)}");
            (await answer.Content.ReadAsStringAsync(Stop)).ShouldNotContain("Infinity");
            (await answer.Content.ReadAsStringAsync(Stop)).ShouldNotContain("NaN");
        }
    }

    private static (string, double?, string?, double?, double?) Read(JsonElement o) => (
        o.GetProperty("valueText").GetString()!, Number(o, "value"), o.GetProperty("missingReason").GetString(), Number(o, "lowerBound"), Number(o, "upperBound"));

    private static double? Number(JsonElement o, string name) => o.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    public sealed class OnSqlite(SqliteApi api) : ObservationValueTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : ObservationValueTests(api), IClassFixture<PostgresApi>;
}
