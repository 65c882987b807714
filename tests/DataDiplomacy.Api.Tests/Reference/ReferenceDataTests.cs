using CsvHelper;
using DataDiplomacy.Api.Reference;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Catalogue;

namespace DataDiplomacy.Api.Tests.Reference;

public class ReferenceDataTests
{
    private static readonly ReferenceData Data = ReferenceData.Load();

    [Fact]
    public void Holds_the_2025_edition_as_its_annex_counts_it()
    {
        // Counted in the annex of A/RES/71/313 after the 2025 review.
        Data.Sdg.Edition.Id.ShouldBe("2025");
        Data.Sdg.Goals.Count.ShouldBe(17);
        Data.Sdg.Targets.Count.ShouldBe(169);
        Data.Sdg.Entries.Count.ShouldBe(251);
        Data.Sdg.Indicators.Count.ShouldBe(235);
        Data.Sdg.Indicators.Count(i => i.Codes.Count > 1).ShouldBe(12);
    }

    [Fact]
    public void Holds_the_part_of_the_2019_edition_that_had_data()
    {
        var old = Data.SdgEditions[0];

        old.Edition.Id.ShouldBe(Data.Sdg.Edition.Supersedes);
        (old.Goals.Count, old.Targets.Count, old.Indicators.Count).ShouldBe((16, 113, 151));
        old.FindIndicator("7.2.1").ShouldNotBeNull().Tier.ShouldBe("1");
    }

    [Fact]
    public void Says_the_codes_of_the_published_framework_and_no_others()
    {
        var file = SharedData.Require("sdg/global_indicator_framework_2025.csv");

        var published = Rows(file, hasHeader: false, r => (Text: r.GetString(2).Split(' ')[0], Unsd: r.GetString(3)))
            .Where(r => SdgCode.KindOf(r.Unsd) == SdgCodeKind.UnsdCode);

        Data.Sdg.Entries.Select(e => (e.Code, e.UnsdCode!)).ShouldBe(published, ignoreOrder: true);
    }

    [Theory]
    [InlineData("17.6.1", "Fixed broadband subscriptions per 100 inhabitants, by speed")]
    [InlineData("3.2.1", "Under-5 mortality rate")]
    public void Strips_footnotes_but_no_figures_of_the_text(string code, string title)
    {
        Data.Sdg.FindIndicator(code).ShouldNotBeNull().Title.ShouldBe(title);
    }

    [Fact]
    public void Knows_every_country_of_the_published_list_and_its_groups()
    {
        var file = SharedData.Require("geo/country-codes.csv");

        var published = Rows(file, hasHeader: true, r => (Code: r.GetString("M49"), Iso3: r.GetString("ISO3166-1-Alpha-3"), Ldc: r.GetString("Least Developed Countries (LDC)") == "x"));

        published.Count.ShouldBe(249);
        published.ShouldAllBe(p => Data.FindArea(p.Iso3)!.Code == p.Code);
        Group("LDC").ShouldBe(published.Where(p => p.Ldc).Select(p => p.Code), ignoreOrder: true);
    }

    [Fact]
    public void Knows_the_development_groups_in_the_edition_it_names()
    {
        // After Bhutan (13 December 2023) and before Sao Tome and Principe (13 December 2024) left the LDCs.
        Group("LDC").Count.ShouldBe(45);
        Group("LDC").ShouldNotContain("64");
        Group("LDC").ShouldContain("678");
        Group("LLDC").Count.ShouldBe(32);
        Group("SIDS").Count.ShouldBe(53);
    }

    [Fact]
    public void Puts_every_member_and_parent_into_the_list_of_areas()
    {
        var codes = Data.Areas.Select(a => a.Code).ToHashSet();

        Data.AreaGroups.SelectMany(g => g.Members).ShouldAllBe(m => codes.Contains(m));
        Data.AreaGroups.ShouldAllBe(g => g.Members.Count > 0);
        Data.Areas.Where(a => a.Parent is not null).ShouldAllBe(a => codes.Contains(a.Parent!));
        Group("14").ShouldContain("404");
        Group("2").ShouldContain("404");
        Group("1").Count.ShouldBe(250);
    }

    [Theory]
    [InlineData("NA", "516")]
    [InlineData("004", "4")]
    [InlineData("Swaziland", "748")]
    [InlineData("Turkey", "792")]
    [InlineData("Burma", "104")]
    [InlineData("Ivory Coast", "384")]
    [InlineData("Cape Verde", "132")]
    [InlineData("Macedonia", "807")]
    [InlineData("Czech Republic", "203")]
    [InlineData("Zaire", "180")]
    [InlineData("DRC", "180")]
    [InlineData("Holland", "528")]
    [InlineData("UK", "826")]
    [InlineData("USA", "840")]
    [InlineData("Russia", "643")]
    [InlineData("South Korea", "410")]
    [InlineData("North Korea", "408")]
    [InlineData("Vatican", "336")]
    [InlineData("Laos", "418")]
    [InlineData("Syria", "760")]
    [InlineData("Iran", "364")]
    [InlineData("Bolivia", "68")]
    [InlineData("Venezuela", "862")]
    [InlineData("Tanzania", "834")]
    [InlineData("Moldova", "498")]
    [InlineData("Vietnam", "704")]
    [InlineData("Brunei", "96")]
    [InlineData("Micronesia (Federated States of)", "583")]
    [InlineData("Palestine", "275")]
    [InlineData("Taiwan", "158")]
    [InlineData("Kosovo", "412")]
    [InlineData("Germany", "276")]
    [InlineData("Sudan", "729")]
    [InlineData("Niger", "562")]
    [InlineData("Guinea", "324")]
    [InlineData("Congo", "178")]
    [InlineData("Allemagne", "276")]
    [InlineData("Estados Unidos de América", "840")]
    [InlineData("Saint Lucia", "662")]
    [InlineData("St. Lucia", "662")]
    [InlineData("842", "840")]
    [InlineData("490", "490")]
    [InlineData("LDC", "199")]
    public void Offers_the_meant_area_first(string query, string code)
    {
        Data.AreaResolver.Resolve(query).Candidates[0].Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("Mali", "706")]
    [InlineData("Niger", "566")]
    [InlineData("NA", "530")]
    public void Does_not_offer_an_area_that_only_resembles_an_exact_match(string query, string other)
    {
        Data.AreaResolver.Resolve(query).Candidates.ShouldNotContain(c => c.Code == other);
    }

    [Theory]
    [InlineData("Congo", "178", "180")]
    [InlineData("Korea", "410", "408")]
    public void Offers_both_areas_of_a_shared_name(string query, string one, string other)
    {
        var found = Data.AreaResolver.Resolve(query).Candidates;

        found.Select(c => c.Code).ShouldBe([one, other]);
        found.ShouldAllBe(c => c.Reason.Length > 0);
    }

    [Theory]
    [InlineData("Yugoslavia", "1980-01-01", "890")]
    [InlineData("Yugoslavia", "2000-01-01", "891")]
    [InlineData("Germany", "1985-01-01", "280")]
    [InlineData("Sudan", "2005-01-01", "736")]
    [InlineData("USSR", "1985-01-01", "810")]
    public void Offers_the_area_that_had_the_name_on_the_day(string query, string day, string code)
    {
        var on = DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        Data.AreaResolver.Resolve(query, on: on).Candidates[0].Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("CSK", "200")]
    [InlineData("YMD", "720")]
    [InlineData("DE", "276")]
    [InlineData("CS", null)]
    public void Reads_codes_of_ended_countries_where_they_mean_one(string code, string? m49)
    {
        Data.FindArea(code)?.Code.ShouldBe(m49);
        (Data.FindArea(code) is null).ShouldBe(m49 is null);
    }

    [Theory]
    [InlineData("UNK", null, "'UNK' is no area: UNHCR writes it for unknown origin.")]
    [InlineData("sta", "unhcr", "'sta' is no area: UNHCR writes it for stateless people.")]
    [InlineData("UNK", "iso3", "No area has the code or name 'UNK' in the scheme 'iso3', and none is near it.")]
    public void Says_what_a_code_means_that_is_no_area(string code, string? scheme, string reason)
    {
        Data.AreaResolver.Resolve(code, scheme).Reason.ShouldBe(reason);
    }

    [Fact]
    public void Finds_every_area_by_its_code_and_by_its_name()
    {
        foreach (var area in Data.Areas)
        {
            Data.AreaResolver.Resolve(area.Code.PadLeft(3, '0')).Candidates[0].Code.ShouldBe(area.Code);
            Data.AreaResolver.Resolve(area.Name).Candidates.ShouldContain(c => c.Code == area.Code && c.Score > 0.9, area.Name);
        }
    }

    [Fact]
    public void Gives_each_series_well_formed_indicators_and_a_known_unit()
    {
        var units = Data.Codes.Where(c => c.Codelist == "UNITS").Select(c => c.Code).ToHashSet();

        Data.SdgSeries.Select(s => s.Code).Distinct().Count().ShouldBe(Data.SdgSeries.Count);
        Data.SdgSeries.SelectMany(s => s.Indicators).ShouldAllBe(i => SdgCode.KindOf(i) == SdgCodeKind.Indicator);
        Data.SdgSeries.Where(s => s.Unit is not null).ShouldAllBe(s => units.Contains(s.Unit!));
        var renewable = Data.SdgSeries.Single(s => s.Code == "EG_FEC_RNEW");
        (renewable.Unit, renewable.Direction, renewable.Custodian).ShouldBe(("PERCENT", DesiredDirection.Increase, "UNSD, IEA, IRENA"));
    }

    [Fact]
    public void Marks_the_codes_that_stand_for_all_values()
    {
        Data.Codes.Select(c => (c.Codelist, c.Code)).Distinct().Count().ShouldBe(Data.Codes.Count);
        Data.Codes.Where(c => c.Codelist == "SEX" && c.IsTotal).Select(c => c.Code).ShouldBe(["BOTHSEX", "_T"]);
        Data.Codes.Single(c => c.Codelist == "NATURE" && c.Code == "NA").Label.ShouldBe("Data nature not available");
    }

    private static IReadOnlyList<string> Group(string code) => Data.AreaGroups.Single(g => g.Code == code).Members;

    private static List<T> Rows<T>(string file, bool hasHeader, Func<CsvReader, T> value)
    {
        using var csv = CsvReader.FromFile(file, new CsvReaderOptions { Separator = ',', HasHeader = hasHeader });
        var rows = new List<T>();
        while (csv.Read())
            rows.Add(value(csv));
        return rows;
    }
}
