using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Series;
using DataDiplomacy.Api.Reference;
using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Api.Tests.Observations.Series;

/// <summary>The writers make no views: their bytes are held to those of the view, so that no field is forgotten.</summary>
public class ObservationFormatsTests
{
    private static readonly ReferenceData Reference = ReferenceData.Load();

    private static readonly SeriesRef Series = new()
    {
        Id = 7,
        IsNewest = true,
        AsksTerms = false,
        Dataset = "sdg",
        Code = "EG_FEC_RNEW",
        Title = "Share, \"total\" Ünit <%>",
        Unit = "PERCENT",
        Indicators = ["7.2.1", "7.b.1"],
        Version = 3,
        FirstVersion = 1,
        State = new Snapshot(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), 3, null),
    };

    private static readonly AttributeSet FullSet = new()
    {
        Id = 1,
        Hash = "h",
        Nature = "E",
        Status = "A",
        Unit = "PERCENT",
        UnitMultiplier = "UNITS",
        Source = "A, \"b\"\nc",
        Footnote = "Fuß\u2028note",
        TimeDetail = "2015",
        TimeCoverage = "Annual",
        BasePeriod = "2011",
        GeoInfoUrl = "https://unstats.un.org/?a=1&b=2",
    };

    public static TheoryData<string> Values =>
        ["0.10", "1e5", "-0", "+5", "1e16", "5e-324", "1.7976931348623157E+308", "9007199254740993", "72.25", "<2.5", ">95", "NaN", "N", ""];

    [Theory]
    [MemberData(nameof(Values))]
    public void Writes_each_value_as_the_view_has_it(string published)
    {
        PublishedValue.TryParse(published, out var value).ShouldBeTrue();
        var row = Row(FullSet) with { Value = value };

        Json(row).ShouldBe(JsonSerializer.Serialize(ViewOf(row), WireJson.Options));
    }

    [Fact]
    public void Writes_every_property_of_the_view_when_all_are_there_and_when_none_is()
    {
        var full = Row(FullSet) with { LowerBound = 1.5, UpperBound = 2, Change = ObservationChange.Withdrawn, WithdrawnAt = new DateTime(2021, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc) };
        var empty = Row(new AttributeSet { Id = 2, Hash = "e" }) with { Dimensions = "" };

        Json(full).ShouldBe(JsonSerializer.Serialize(ViewOf(full), WireJson.Options));
        Json(empty).ShouldBe(JsonSerializer.Serialize(ViewOf(empty), WireJson.Options));
        JsonDocument.Parse(Json(full)).RootElement.EnumerateObject().Select(p => p.Name).ShouldBe(Properties);
        JsonDocument.Parse(Json(full)).RootElement.EnumerateObject().Count(p => p.Value.ValueKind == JsonValueKind.Null).ShouldBe(1); // missingReason: there is a value.
    }

    [Fact]
    public void Writes_the_rows_of_one_writer_each_with_its_own_parts()
    {
        using var bytes = new AnswerBuffer();
        var json = new ObservationJson(Reference, new HeldBytes());
        ObservationRow[] rows =
        [
            Row(FullSet), Row(new AttributeSet { Id = 2, Hash = "e", Unit = "USD" }) with { Place = new ObservationPlace(1, 1, 2016_02_01 * 10 + (int)Frequency.Month) },
            Row(FullSet) with { Place = new ObservationPlace(2, 2, 2015_01_01 * 10), KeyHash = "0f", Area = "516", AreaName = "Namibia", Dimensions = "SEX=MALE", FromVersion = 3, RecordedAt = new DateTime(2022, 1, 1, 0, 0, 0, DateTimeKind.Utc), Activity = "b" },
        ];

        foreach (var row in rows)
            json.Write(bytes, Series, row);

        Encoding.UTF8.GetString(bytes.Written).ShouldBe(string.Concat(rows.Select(r => JsonSerializer.Serialize(ViewOf(r), WireJson.Options))));
    }

    [Fact]
    public void Writes_a_line_of_CSV_with_quotes_where_they_are_needed()
    {
        using var bytes = new AnswerBuffer();
        var csv = new ObservationCsv(Reference, new HeldBytes(), ["AGE", "SEX"]);

        csv.WriteHeader(bytes);
        csv.Write(bytes, Series, Row(FullSet) with { LowerBound = 1.5, Change = ObservationChange.Changed });

        Encoding.UTF8.GetString(bytes.Written).ShouldBe(
            "id,dataset,series,seriesTitle,indicators,area,areaName,period,value,valueText,unit,unitLabel,lowerBound,upperBound,status,nature,missingReason,AGE,SEX," +
            "footnote,source,unitMultiplier,timeDetail,timeCoverage,basePeriod,geoInfoUrl,recordedAt,datasetVersion,activity,change,withdrawnAt\r\n" +
            "cc-2015-v2,sdg,EG_FEC_RNEW,\"Share, \"\"total\"\" Ünit <%>\",7.2.1;7.b.1,404,Kenya,2015,0.1,0.10,PERCENT,Percentage,1.5,,A,E,,,FEMALE," +
            "Fuß\u2028note,\"A, \"\"b\"\"\nc\",UNITS,2015,Annual,2011,https://unstats.un.org/?a=1&b=2,2020-10-19T00:00:00Z,2,activity-1,changed,\r\n");
    }

    private static IEnumerable<string> Properties => typeof(ObservationView).GetProperties()
        .Where(p => p.GetCustomAttribute<JsonIgnoreAttribute>() is not { Condition: JsonIgnoreCondition.Always })
        .Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name));

    private static ObservationRow Row(AttributeSet attributes)
    {
        PublishedValue.TryParse("0.10", out var value).ShouldBeTrue();
        return new ObservationRow
        {
            Place = new ObservationPlace(1, 1, 2015_01_01 * 10),
            Area = "404",
            AreaName = "Kenya",
            KeyHash = "cc",
            Dimensions = "SEX=FEMALE",
            FromVersion = 2,
            Value = value,
            LowerBound = null,
            UpperBound = null,
            Attributes = attributes,
            RecordedAt = new DateTime(2020, 10, 19, 0, 0, 0, DateTimeKind.Utc),
            Activity = "activity-1",
        };
    }

    private static ObservationView ViewOf(ObservationRow row) => ObservationMapping.ToView(Series, row, Reference);

    private static string Json(ObservationRow row)
    {
        using var bytes = new AnswerBuffer();
        new ObservationJson(Reference, new HeldBytes()).Write(bytes, Series, row);
        return Encoding.UTF8.GetString(bytes.Written);
    }
}
