using CsvHelper;
using DataDiplomacy.Api.Reference;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Reference;

public class DemoDataTests
{
    private static readonly DemoData Demo = DemoData.Load();
    private static readonly Dictionary<string, string> Old = Values(Demo.Vintages[0]);
    private static readonly Dictionary<string, string> New = Values(Demo.Vintages[1]);

    [Fact]
    public void Describes_two_vintages_the_oldest_first()
    {
        Demo.Id.ShouldBe("sdg-demo");
        Demo.Redistribution.ShouldBe("open");
        Demo.Vintages.Select(v => v.RecordedAt).ShouldBe([new DateOnly(2019, 3, 31), new DateOnly(2020, 10, 19)]);
        (Old.Count, New.Count).ShouldBe((364, 843));
    }

    [Theory]
    [InlineData("EG_FEC_RNEW", "404", "2010", "76.27", "76.5")]
    [InlineData("EG_FEC_RNEW", "356", "2015", "36.02", "34.53")]
    [InlineData("EG_FEC_RNEW", "728", "2015", "39.07", "26.22")]
    [InlineData("EG_FEC_RNEW", "276", "2015", "14.21", "14.21")]
    public void Holds_both_values_of_a_country_year(string series, string area, string year, string old, string revised)
    {
        (Old[$"{series}/{area}/{year}/"], New[$"{series}/{area}/{year}/"]).ShouldBe((old, revised));
    }

    [Fact]
    public void Withdraws_and_adds_values_between_the_vintages()
    {
        Old.Keys.Except(New.Keys).Count(k => k.StartsWith("EG_FEC_RNEW/", StringComparison.Ordinal)).ShouldBe(12);
        New.Keys.Except(Old.Keys).Count(k => k.StartsWith("EG_FEC_RNEW/", StringComparison.Ordinal)).ShouldBe(20);
        New.Keys.Except(Old.Keys).ShouldContain("EG_FEC_RNEW/404/2017/");
    }

    [Fact]
    public void Holds_bounded_values_and_a_breakdown_by_sex()
    {
        Old.Values.ShouldContain("<2.5");
        New.Keys.Count(k => k.StartsWith("SH_DYN_MORT/404/2015/", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public void Cites_the_database_in_every_row()
    {
        Demo.Vintages.SelectMany(v => Rows(v, r => r.GetString("Source")))
            .ShouldAllBe(s => s.StartsWith("UNSD, Global SDG Indicators Database", StringComparison.Ordinal));
    }

    [Fact]
    public void Uses_areas_series_and_units_of_the_reference_lists()
    {
        var data = ReferenceData.Load();
        var rows = Demo.Vintages.SelectMany(v => Rows(v, r => (Area: r.GetString("GeoAreaCode"), Series: r.GetString("SeriesCode"), Unit: r.GetString("Units")))).Distinct().ToList();

        rows.ShouldAllBe(r => data.FindArea(r.Area) != null);
        rows.ShouldAllBe(r => data.SdgSeries.Single(s => s.Code == r.Series).Unit == r.Unit);
    }

    [Fact]
    public void Repeats_the_published_values()
    {
        var file = SharedData.Require("sdg/raw_unsd_2019q1_long/7.2.1-EG_FEC_RNEW_long.csv");
        using var csv = CsvReader.FromFile(file, new CsvReaderOptions { Separator = ',' });
        var published = new Dictionary<string, string>();
        while (csv.Read())
            published[$"EG_FEC_RNEW/{csv.GetString("GeoArea_Code")}/{csv.GetString("Year").Replace(".0", "", StringComparison.Ordinal)}/"] = csv.GetString("Value");

        Old.Where(o => o.Key.StartsWith("EG_FEC_RNEW/", StringComparison.Ordinal)).ShouldAllBe(o => published[o.Key] == o.Value);
    }

    private static Dictionary<string, string> Values(DemoVintage vintage) =>
        Rows(vintage, r => (
            Key: $"{r.GetString("SeriesCode")}/{r.GetString("GeoAreaCode")}/{r.GetString("TimePeriod")}/{r.GetString("Sex")}",
            Value: r.GetString("Value"))).ToDictionary(r => r.Key, r => r.Value);

    private static List<T> Rows<T>(DemoVintage vintage, Func<CsvReader, T> value)
    {
        using var file = DemoData.Open(vintage);
        using var csv = CsvReader.Create(file, new CsvReaderOptions { Separator = ',' }, leaveOpen: true);
        var rows = new List<T>();
        while (csv.Read())
            rows.Add(value(csv));
        return rows;
    }
}
