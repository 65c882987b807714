using DataDiplomacy.Core.Catalogue;

namespace DataDiplomacy.Core.Tests.Catalogue;

public class AreaResolverTests
{
    private static readonly AreaResolver Resolver = new(
        [
            Country("4", "AF", "AFG", "Afghanistan"),
            Country("466", "ML", "MLI", "Mali"),
            Country("706", "SO", "SOM", "Somalia"),
            Country("562", "NE", "NER", "Niger"),
            Country("566", "NG", "NGA", "Nigeria"),
            Country("516", "NA", "NAM", "Namibia"),
            Country("178", "CG", "COG", "Congo"),
            Country("180", "CD", "COD", "Democratic Republic of the Congo"),
            Country("324", "GN", "GIN", "Guinea"),
            Country("624", "GW", "GNB", "Guinea-Bissau"),
            Country("598", "PG", "PNG", "Papua New Guinea"),
            Country("408", "KP", "PRK", "Democratic People's Republic of Korea"),
            Country("410", "KR", "KOR", "Republic of Korea"),
            Country("384", "CI", "CIV", "Côte d'Ivoire"),
            Country("276", "DE", "DEU", "Germany", new(1990, 10, 3)),
            Country("840", "US", "USA", "United States of America"),
            Country("748", "SZ", "SWZ", "Eswatini"),
            Country("203", "CZ", "CZE", "Czechia", new(1993, 1, 1)),
            Country("703", "SK", "SVK", "Slovakia", new(1993, 1, 1)),
            Country("499", "ME", "MNE", "Montenegro", new(2006, 6, 3)),
            Country("688", "RS", "SRB", "Serbia", new(2006, 6, 3)),
            Former("200", "Czechoslovakia", null, new(1992, 12, 31), "203", "703"),
            Former("278", "German Democratic Republic", null, new(1990, 10, 3), "276"),
            Former("890", "Socialist Federal Republic of Yugoslavia", null, new(1992, 4, 27), "891"),
            Former("891", "Serbia and Montenegro", new(1992, 4, 27), new(2006, 6, 3), "499", "688"),
        ],
        [
            new AreaAlias { Code = "840", Alias = "842", Scheme = "comtrade" },
            new AreaAlias { Code = "276", Alias = "Allemagne", Scheme = "nameFr" },
            new AreaAlias { Code = "748", Alias = "Swaziland", Scheme = "formerName", ValidTo = new DateOnly(2018, 4, 19) },
            new AreaAlias { Code = "384", Alias = "Ivory Coast", Scheme = "commonName" },
            new AreaAlias { Code = "276", Alias = "GER", Scheme = "ioc" },
            new AreaAlias { Code = "706", Alias = "NA", Scheme = "fips" },
        ]);

    [Theory]
    [InlineData("4", "4", "m49")]
    [InlineData("004", "4", "m49")]
    [InlineData("AF", "4", "iso2")]
    [InlineData("afg", "4", "iso3")]
    [InlineData("Afghanistan", "4", "name")]
    [InlineData("cote d ivoire", "384", "name")]
    [InlineData("COTE D’IVOIRE", "384", "name")]
    [InlineData("The Congo", "178", "name")]
    [InlineData("Korea, Republic of", "410", "name")]
    [InlineData("ivory-coast", "384", "commonName")]
    [InlineData("842", "840", "comtrade")]
    [InlineData("NA", "516", "iso2")]
    [InlineData("Guinea", "324", "name")]
    [InlineData("Afganistan", "4", "name")]
    [InlineData("Afghan", "4", "name")]
    public void Offers_the_meant_area_first(string query, string code, string scheme)
    {
        var first = Resolver.Resolve(query).Candidates[0];

        (first.Code, first.Scheme).ShouldBe((code, scheme));
    }

    [Theory]
    [InlineData("Mali", "466")]
    [InlineData("Niger", "562")]
    [InlineData("Nigeria", "566")]
    [InlineData("NA", "516")]
    public void Offers_nothing_beside_an_exact_name_that_others_only_resemble(string query, string code)
    {
        Codes(Resolver.Resolve(query)).ShouldBe([code]);
    }

    [Theory]
    [InlineData("Congo", "178,180")]
    [InlineData("Guinea", "324,624,598")]
    [InlineData("Korea", "410,408")]
    public void Offers_every_area_whose_name_contains_the_words(string query, string codes)
    {
        Codes(Resolver.Resolve(query)).ShouldBe(codes.Split(','));
    }

    [Fact]
    public void Says_when_case_or_zeros_were_ignored()
    {
        Resolver.Resolve("na").Candidates[0].Reason
            .ShouldBe("It has the iso2 code NA, written 'na'; leading zeros and upper or lower case are ignored.");
    }

    [Fact]
    public void Keeps_to_the_scheme_that_was_asked_for()
    {
        Codes(Resolver.Resolve("NA", "fips")).ShouldBe(["706"]);
        Codes(Resolver.Resolve("842", "m49")).ShouldBeEmpty();
        Codes(Resolver.Resolve("Allemagne", "name")).ShouldBe(["276"]);
    }

    [Fact]
    public void Falls_back_to_m49_for_comtrade_and_to_other_codes_last()
    {
        Resolver.Resolve("4", "comtrade").Candidates.Single().Reason.ShouldBe("Comtrade uses the M49 code 4 here.");
        Codes(Resolver.Resolve("GER"))[0].ShouldBe("276");
    }

    [Fact]
    public void Offers_the_successors_of_an_area_that_had_ended()
    {
        var found = Resolver.Resolve("Czechoslovakia", on: new DateOnly(2000, 1, 1)).Candidates;

        found.Select(c => c.Code).ShouldBe(["200", "203", "703"]);
        found[0].Reason.ShouldBe("Its name 'Czechoslovakia' is the same. It ended on 1992-12-31; its successors are Czechia, Slovakia.");
        found[1].Reason.ShouldBe("Czechoslovakia ended on 1992-12-31; successor.");
        found[1].Scheme.ShouldBe("successor");
    }

    [Fact]
    public void Follows_successors_that_had_ended_too()
    {
        var found = Resolver.Resolve("890", on: new DateOnly(2010, 1, 1));

        Codes(found).ShouldBe(["890", "891", "499", "688"]);
    }

    [Fact]
    public void Offers_the_predecessor_of_an_area_that_had_not_begun()
    {
        var found = Resolver.Resolve("Germany", on: new DateOnly(1985, 1, 1)).Candidates;

        found.Select(c => c.Code).ShouldBe(["276", "278"]);
        found[0].Reason.ShouldBe("Its name 'Germany' is the same. It began on 1990-10-03, after 1985-01-01.");
        found[1].Scheme.ShouldBe("predecessor");
    }

    [Fact]
    public void Says_when_a_name_was_no_longer_in_use()
    {
        var found = Resolver.Resolve("Swaziland", on: new DateOnly(2020, 1, 1)).Candidates.Single();

        found.Code.ShouldBe("748");
        found.Reason.ShouldBe("Its formerName alias 'Swaziland' is the same. That was in use until 2018-04-19.");
    }

    [Theory]
    [InlineData("Atlantis", null, "No area has the code or name 'Atlantis', and none is near it.")]
    [InlineData("  ", null, "The query is empty; give a code or a name.")]
    [InlineData("4", "esperanto", "There is no scheme 'esperanto'; there are commonName, comtrade, fips, formerName, ioc, iso2, iso3, m49, name, nameFr.")]
    public void Gives_the_reason_when_nothing_is_found(string query, string? scheme, string reason)
    {
        var found = Resolver.Resolve(query, scheme);

        found.Candidates.ShouldBeEmpty();
        found.Reason.ShouldBe(reason);
    }

    [Fact]
    public void Offers_an_area_that_only_data_names_below_a_listed_one_of_the_same_name()
    {
        var resolver = new AreaResolver(
            [Country("562", "NE", "NER", "Niger"), new Area { Code = "X1", Name = "Niger", Type = AreaType.Aggregate, Provisional = true }], []);

        var byName = resolver.Resolve("Niger").Candidates;
        var byCode = resolver.Resolve("x1").Candidates.Single();

        byName.Select(c => (c.Code, c.Score)).ShouldBe([("562", 0.95), ("X1", 0.93)]);
        (byCode.Scheme, byCode.Score).ShouldBe(("provisional", 0.98));
        resolver.Resolve("X1", "m49").Candidates.ShouldBeEmpty();
    }

    [Fact]
    public void Refuses_a_successor_that_is_not_in_the_list()
    {
        Should.Throw<KeyNotFoundException>(() => new AreaResolver([Former("200", "Czechoslovakia", null, null, "203")], []));
    }

    private static string[] Codes(AreaResolution resolution) => [.. resolution.Candidates.Select(c => c.Code)];

    private static Area Country(string code, string iso2, string iso3, string name, DateOnly? from = null) =>
        new() { Code = code, Iso2 = iso2, Iso3 = iso3, Name = name, Type = AreaType.Country, ValidFrom = from };

    private static Area Former(string code, string name, DateOnly? from, DateOnly? to, params string[] successors) =>
        new() { Code = code, Name = name, Type = AreaType.Former, ValidFrom = from, ValidTo = to, Successors = successors };
}
