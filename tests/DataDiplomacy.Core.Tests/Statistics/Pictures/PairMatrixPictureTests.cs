using System.Xml.Linq;
using DataDiplomacy.Core.Statistics.Pictures;

namespace DataDiplomacy.Core.Tests.Statistics.Pictures;

public sealed class PairMatrixPictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Carries_what_it_needs_away_from_its_page()
    {
        var texts = Texts(Draw(Given()));

        texts.ShouldContain("Correlations");
        texts.ShouldContain("Changes (mode=differences)");
        texts.ShouldContain("percent");
        texts.ShouldContain("0.81");
        texts.ShouldContain("-0.30");
        texts.ShouldContain("refused");
        texts.ShouldContain("Source: UNSD");
        texts.ShouldContain("As known on 2024-07-31");
    }

    [Fact]
    public void Tells_those_who_cannot_see_it_what_it_shows()
    {
        var root = Draw(Given());

        root.Attribute("role").ShouldNotBeNull().Value.ShouldBe("img");
        root.Element(Svg + "desc").ShouldNotBeNull().Value.ShouldContain("A, Kenya with B, Kenya: 0.81 at lag 2, significant. A, Kenya with C <&> D, Kenya: -0.30.");
    }

    [Fact]
    public void Marks_what_is_told_from_chance_and_hatches_what_is_refused()
    {
        var root = Draw(Given());

        root.Descendants(Svg + "circle").Count().ShouldBe(1);
        // One more stands in the legend.
        root.Descendants(Svg + "rect").Count(r => r.Attribute("fill") is { Value: "url(#hatch)" }).ShouldBe(2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(30)]
    public void Draws_any_number_of_variables(int count)
    {
        var input = Given() with
        {
            Variables = [.. Enumerable.Range(0, count).Select(i => new PairMatrixVariable($"variable {i} of a long name that does not fit into its place", "percent"))],
            Cells = [.. Enumerable.Range(0, count).SelectMany(i => Enumerable.Range(0, i).Select(j => new PairMatrixCell { Column = j, Row = i, R = (j - i) / 30.0, State = PairMatrixState.Given }))],
        };

        PairMatrixPicture.Draw(input).ShouldNotContain("NaN");
    }

    [Fact]
    public void Refuses_a_pair_of_the_upper_triangle_and_what_is_no_correlation()
    {
        Should.Throw<ArgumentException>(() => Draw(Given() with { Cells = [new PairMatrixCell { Column = 1, Row = 0, State = PairMatrixState.Given }] }));
        Should.Throw<ArgumentException>(() => Draw(Given() with { Cells = [new PairMatrixCell { Column = 0, Row = 1, R = double.NaN, State = PairMatrixState.Given }] }));
    }

    private static XElement Draw(PairMatrixInput input) => XDocument.Parse(PairMatrixPicture.Draw(input)).Root.ShouldNotBeNull();

    private static List<string> Texts(XElement root) => [.. root.Descendants(Svg + "text").Select(text => text.Value)];

    private static PairMatrixInput Given() => new()
    {
        Title = "Correlations",
        Subtitle = "Changes (mode=differences)",
        Variables = [new("A, Kenya", "percent"), new("B, Kenya", "percent"), new("C <&> D, Kenya", "deaths")],
        Cells =
        [
            new PairMatrixCell { Column = 0, Row = 1, R = 0.812, Lag = 2, IsSignificant = true, State = PairMatrixState.Given },
            new PairMatrixCell { Column = 0, Row = 2, R = -0.3, State = PairMatrixState.Given },
            new PairMatrixCell { Column = 1, Row = 2, State = PairMatrixState.Refused },
        ],
        Notes = ["3 pairs."],
        Source = "UNSD",
        AsOf = "2024-07-31",
    };
}
