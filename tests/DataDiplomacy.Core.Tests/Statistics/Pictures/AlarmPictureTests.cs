using System.Xml.Linq;
using DataDiplomacy.Core.Statistics.Pictures;

namespace DataDiplomacy.Core.Tests.Statistics.Pictures;

public sealed class AlarmPictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Carries_what_it_needs_away_from_its_page()
    {
        var texts = Texts(Draw(Given()));

        texts.ShouldContain("Cases");
        texts.ShouldContain("Kenya");
        texts.ShouldContain("number");
        texts.ShouldContain("Source: A register");
        texts.ShouldContain("As known on 2024-07-31");
        texts.ShouldContain("1 alarm among 3 tests; about 0.003 are expected by chance if nothing changed.");
        texts.ShouldContain("Read with care: ears: a season.");
    }

    [Fact]
    public void Names_the_period_of_an_alarm_once_and_gives_each_method_a_shape()
    {
        var root = Draw(Given() with { Alarms = [new(3, "ears"), new(3, "negbin")] });

        // Once at the alarm, once under the axis.
        Texts(root).Count(text => text == "2019-M04").ShouldBe(2);
        Texts(root).ShouldContain("alarm: ears");
        Texts(root).ShouldContain("alarm: negbin");
        // Each at the bin and in the legend.
        root.Descendants(Svg + "path").Where(path => path.Attribute("transform") is not null).Select(path => path.Attribute("d")?.Value).GroupBy(d => d).Select(shape => shape.Count()).ShouldBe([2, 2]);
    }

    [Fact]
    public void Tells_those_who_cannot_see_it_what_it_shows()
    {
        var root = Draw(Given());

        root.Attribute("role").ShouldNotBeNull().Value.ShouldBe("img");
        root.Element(Svg + "title").ShouldNotBeNull().Value.ShouldBe("Cases, Kenya");
        root.Element(Svg + "desc").ShouldNotBeNull().Value.ShouldStartWith("4 values in number. Alarms: 2019-M04 (ears). 1 alarm among 3 tests");
    }

    [Fact]
    public void Leaves_gaps_where_values_are_missing_and_lines_where_nothing_was_judged()
    {
        var root = Draw(Given());

        var line = root.Descendants(Svg + "path").Single(path => path.Attribute("stroke-linejoin") is not null);
        line.Attribute("d").ShouldNotBeNull().Value.Count(c => c == 'M').ShouldBe(2);
        // The limit of two bins, and its sample in the legend.
        root.Descendants(Svg + "path").Count(path => path.Attribute("stroke-dasharray")?.Value == "8 4").ShouldBe(2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(400)]
    public void Draws_any_number_of_bins(int count)
    {
        var bins = Enumerable.Range(0, count).Select(i => new AlarmPictureBin($"B{i}", i % 5, i, 1e12, -1e300)).ToList();

        var root = Draw(Given() with { Bins = bins, Alarms = [.. Enumerable.Range(0, count).Select(i => new AlarmPictureMark(i, "ewma"))] });

        root.ToString().ShouldNotContain("NaN");
        root.ToString().ShouldNotContain("∞");
        Texts(root).Contains("No values to show").ShouldBe(count == 0);
    }

    [Fact]
    public void Escapes_what_others_wrote() =>
        Texts(Draw(Given() with { Title = "<script>&\"'" })).ShouldContain("<script>&\"'");

    [Fact]
    public void Refuses_what_is_no_number() =>
        Should.Throw<ArgumentException>(() => AlarmPicture.Draw(Given() with { Bins = [new("2019", double.NaN, null, null, null)] }));

    private static AlarmPictureInput Given() => new()
    {
        Title = "Cases",
        Subtitle = "Kenya",
        UnitLabel = "number",
        Source = "A register",
        AsOf = "2024-07-31",
        Verdict = "1 alarm among 3 tests; about 0.003 are expected by chance if nothing changed.",
        Warnings = ["ears: a season."],
        Bins =
        [
            new("2019-M01", 4, null, null, null), new("2019-M02", 5, null, null, null), new("2019-M03", null, null, null, null),
            new("2019-M04", 30, 5, 14, null), new("2019-M05", 6, 5, 14, null)
        ],
        LinesOf = "ears",
        Alarms = [new(3, "ears")]
    };

    private static XElement Draw(AlarmPictureInput input) => XDocument.Parse(AlarmPicture.Draw(input)).Root ?? throw new InvalidOperationException();

    private static List<string> Texts(XElement root) => [.. root.Descendants(Svg + "text").Select(text => text.Value)];
}
