using System.Globalization;
using System.Xml.Linq;
using DataDiplomacy.Core.Statistics.Pictures;
using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Core.Tests.Statistics.Pictures;

public sealed class TrendPictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Carries_what_it_needs_away_from_its_page()
    {
        var input = Given([1, 3, 2, 4, 5, 7, 6, 8, 9]);

        var texts = Texts(Draw(input));

        texts.ShouldContain("Poverty");
        texts.ShouldContain("Namibia");
        texts.ShouldContain("percent");
        texts.ShouldContain("Source: UNSD");
        texts.ShouldContain("As known on 2024-07-31");
        string.Join(' ', texts).ShouldContain(input.Trend.Verdict);
    }

    [Fact]
    public void Tells_those_who_cannot_see_it_what_it_shows()
    {
        var input = Given([1, 3, 2, 4, 5, 7, 6, 8, 9]);

        var root = Draw(input);

        root.Attribute("role").ShouldNotBeNull().Value.ShouldBe("img");
        root.Elements().First().ShouldBe(root.Element(Svg + "title"));
        root.Element(Svg + "title").ShouldNotBeNull().Value.ShouldBe("Poverty, Namibia");
        root.Element(Svg + "desc").ShouldNotBeNull().Value.ShouldContain(input.Trend.Verdict);
    }

    [Fact]
    public void Leaves_gaps_where_values_are_missing_or_periods_absent()
    {
        var input = Given([1, 3, null, 4, 5, 7]);
        input = input with { Points = [.. input.Points, new TrendPicturePoint("2010", 2010, 8), new TrendPicturePoint("2011", 2011, 9)] };

        var line = Draw(input).Descendants(Svg + "path").Single(path => path.Attribute("stroke-linejoin") is not null);

        // 2000-2001, 2003-2005, 2010-2011.
        line.Attribute("d").ShouldNotBeNull().Value.Count(c => c == 'M').ShouldBe(3);
    }

    [Fact]
    public void Draws_one_dot_per_value_and_one_band()
    {
        var root = Draw(Given([1, 3, null, 4, 5, 7]));

        // One more dot stands in the legend.
        root.Descendants(Svg + "circle").Count().ShouldBe(5 + 1);
        root.Descendants(Svg + "path").Count(path => path.Attribute("fill-opacity") is not null).ShouldBe(1);
    }

    [Fact]
    public void Draws_no_line_where_the_trend_has_no_slope()
    {
        var root = Draw(Given([1, 3]));

        root.Descendants().ShouldAllBe(element => element.Attribute("stroke-dasharray") == null);
        Texts(root).ShouldNotContain("Theil-Sen line");
    }

    [Theory]
    [InlineData(new double[0])]
    [InlineData(new[] { 3.3 })]
    [InlineData(new[] { 3.3, 4 })]
    [InlineData(new[] { 0.0, 0, 0, 0, 0 })]
    [InlineData(new[] { -7.0, -7, -7, -7, -7 })]
    [InlineData(new[] { 1e-12, 3e-12, 2e-12, 5e-12, 4e-12 })]
    [InlineData(new[] { 1e12, 3e12, 2e12, 5e12, 4e12 })]
    [InlineData(new[] { 1e-12, 1e12, 1, -1e12, 1e6 })]
    [InlineData(new[] { 1e12, 1e12 + 0.125, 1e12 + 0.25, 1e12 + 0.375, 1e12 + 0.5 })]
    [InlineData(new[] { double.MaxValue, -double.MaxValue, 0, double.MaxValue, 1 })]
    [InlineData(new[] { double.Epsilon, 0, double.Epsilon, 0, 0 })]
    public void Is_well_formed_and_within_its_frame_for_any_values(double[] values)
    {
        var text = TrendPicture.Draw(Given([.. values.Select(v => (double?)v)]));

        text.ShouldNotContain("NaN");
        text.ShouldNotContain("∞");
        text.ShouldNotContain("Infinity");
        foreach (var dot in XElement.Parse(text).Descendants(Svg + "circle"))
        {
            Number(dot, "cx").ShouldBeInRange(0, 960);
            Number(dot, "cy").ShouldBeInRange(0, 600);
        }
    }

    [Fact]
    public void Says_that_there_is_nothing_to_show()
    {
        var texts = Texts(Draw(Given([null, null])));

        texts.ShouldContain("No values to show");
    }

    [Fact]
    public void Escapes_every_text()
    {
        const string hostile = "</text><script>alert('\"&\")</script>\u0000\uD800";
        var input = Given([1, 3, 2, 4, 5]) with { Title = hostile, Subtitle = hostile, UnitLabel = hostile, Source = hostile, AsOf = hostile };
        input = input with { Points = [.. input.Points.Select(p => p with { Label = hostile })] };

        var root = Draw(input);

        root.Descendants(Svg + "script").ShouldBeEmpty();
        Texts(root).ShouldContain("As known on </text><script>alert('\"&\")</script>\uFFFD\uFFFD");
    }

    [Fact]
    public void Wraps_a_long_title_once_and_then_shortens_it()
    {
        var input = Given([1, 3, 2, 4, 5]) with { Title = string.Join(' ', Enumerable.Repeat("assistance", 60)) };

        var title = Draw(input).Elements(Svg + "text").Where(text => text.Attribute("font-weight") is not null).ToArray();

        title.Length.ShouldBe(2);
        title[1].Value.ShouldEndWith("…");
        title.ShouldAllBe(line => line.Value.Length < 95);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(70)]
    [InlineData(400)]
    public void Names_years_without_overlap_and_round_ones_where_it_must_choose(int n)
    {
        var labels = Draw(Given([.. Enumerable.Range(0, n).Select(i => (double?)(i * 7 % 13))])).Elements(Svg + "text")
            .Where(text => text.Attribute("text-anchor")?.Value == "middle").ToArray();

        var positions = labels.Select(label => Number(label, "x")).ToArray();
        positions.Zip(positions.Skip(1)).ShouldAllBe(pair => pair.Second - pair.First > 40);
        var years = labels.Select(label => int.Parse(label.Value, CultureInfo.InvariantCulture)).ToArray();
        var step = years[1] - years[0];
        new[] { 1, 2, 5, 10, 20, 25, 50, 100 }.ShouldContain(step);
        years.ShouldAllBe(year => year % step == 0);
    }

    [Fact]
    public void Scales_large_values_in_the_label_of_the_unit()
    {
        var texts = Texts(Draw(Given([1e9, 2e9, 3e9, 4e9, 5e9])));

        texts.ShouldContain("percent (×10⁹)");
        texts.ShouldContain("5");
    }

    [Fact]
    public void Refuses_NaN_because_missing_is_null()
    {
        var input = Given([1, 2, 3, 4]) with { Points = [new("2000", 2000, double.NaN)] };

        Should.Throw<ArgumentException>(() => TrendPicture.Draw(input)).Message.ShouldStartWith("points.Value[0] is NaN");
    }

    [Fact]
    public void Marks_the_step_where_it_describes_the_values_better_than_a_line()
    {
        var root = Draw(Given([1.2, 0.8, 1.1, 0.9, 1, 1.3, 0.7, 1.05, 5.1, 4.8, 5.3, 4.9, 5, 5.2, 4.7, 5.05]));

        // One more stands in the legend.
        var marks = root.Elements(Svg + "path").Where(path => path.Attribute("stroke")?.Value == "#CC79A7").ToArray();
        marks.Length.ShouldBe(2);
        Texts(root).ShouldContain("level shift candidate");
        // Between the eighth and the ninth of sixteen values: the middle of the axis, which runs 14 within its ends.
        var dots = root.Elements(Svg + "circle").Select(dot => Number(dot, "cx")).Skip(1).ToArray();
        var mark = marks.Single(path => path.Attribute("d").ShouldNotBeNull().Value.Contains('V'));
        var x = double.Parse(mark.Attribute("d").ShouldNotBeNull().Value[1..].Split(' ')[0], CultureInfo.InvariantCulture);
        x.ShouldBe((dots[7] + dots[8]) / 2, 0.02);
    }

    [Fact]
    public void Says_in_the_legend_that_the_band_is_widened()
    {
        double?[] kenya = [79.04, 80.27, 80.6, 83.25, 82.36, 81.34, 79.91, 80.42, 80.65, 78.36, 76.5, 77.31, 78.72, 76.87, 75.06, 72.25, 71.23, 71.77];

        var texts = Texts(Draw(Given(kenya)));

        texts.ShouldContain("95 % interval of the slope, widened for autocorrelation");
        texts.ShouldNotContain("level shift candidate");
    }

    private static TrendPictureInput Given(double?[] values) => new()
    {
        Title = "Poverty",
        Subtitle = "Namibia",
        UnitLabel = "percent",
        Source = "UNSD",
        AsOf = "2024-07-31",
        Points = [.. values.Select((value, i) => new TrendPicturePoint((2000 + i).ToString(CultureInfo.InvariantCulture), 2000 + i, value))],
        Trend = Trend.Assess([.. values.Select((value, i) => new TrendPoint(2000 + i, value))], "percent per year")
    };

    private static XElement Draw(TrendPictureInput input) => XElement.Parse(TrendPicture.Draw(input));

    private static string[] Texts(XElement root) => [.. root.Descendants(Svg + "text").Select(text => text.Value)];

    private static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute).ShouldNotBeNull().Value, CultureInfo.InvariantCulture);
}
