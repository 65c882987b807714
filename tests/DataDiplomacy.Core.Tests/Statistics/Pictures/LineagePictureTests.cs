using System.Globalization;
using System.Xml.Linq;
using DataDiplomacy.Core.Statistics.Pictures;

namespace DataDiplomacy.Core.Tests.Statistics.Pictures;

public sealed class LineagePictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Draws_each_thing_in_the_shape_of_its_kind_and_each_relation_by_its_name()
    {
        var root = Draw(Given());

        Titles(root, "node").ShouldBe(["A number\nurn:n", "A file\nurn:f", "An import\nurn:i", "An office\nurn:o", "A thing\nurn:t"], ignoreOrder: true);
        Node(root, "A number").Elements(Svg + "ellipse").Count().ShouldBe(1);
        Node(root, "An import").Elements(Svg + "rect").Count().ShouldBe(1);
        Node(root, "An office").Elements(Svg + "polygon").Count().ShouldBe(1);
        Node(root, "A thing").Element(Svg + "rect").ShouldNotBeNull().Attribute("stroke-dasharray").ShouldNotBeNull();
        Titles(root, "edge").ShouldBe(
            ["A number wasDerivedFrom A file.", "A number wasGeneratedBy An import.", "An import used A file.", "A number wasAttributedTo An office (owner).\nA number wasAttributedTo An office (publisher).", "A file wasInfluencedBy A thing."],
            ignoreOrder: true);
        Texts(root).ShouldContain("wasAttributedTo (owner, publisher)");
        Texts(root).ShouldContain("used");
    }

    [Fact]
    public void Lets_time_flow_down_to_what_was_asked_for()
    {
        var root = Draw(Given());

        double YOf(string label) => Number(Node(root, label).Elements(Svg + "text").First(), "y");

        YOf("A file").ShouldBeLessThan(YOf("An import"));
        YOf("An import").ShouldBeLessThan(YOf("A number"));
        Node(root, "A number").Element(Svg + "ellipse").ShouldNotBeNull().Attribute("stroke-width").ShouldNotBeNull().Value.ShouldBe("3.5");
        Node(root, "A file").Element(Svg + "ellipse").ShouldNotBeNull().Attribute("stroke-width").ShouldNotBeNull().Value.ShouldBe("1.5");
    }

    [Fact]
    public void Tells_those_who_cannot_see_it_what_it_shows()
    {
        var root = Draw(Given() with { Missing = ["Some of it is withheld from you."] });

        root.Attribute("role").ShouldNotBeNull().Value.ShouldBe("img");
        root.Attribute("aria-labelledby").ShouldNotBeNull().Value.Split(' ').ShouldAllBe(id => root.Elements().Any(e => (string?)e.Attribute("id") == id));
        root.Element(Svg + "title").ShouldNotBeNull().Value.ShouldBe("Where it comes from: A number");
        root.Element(Svg + "desc").ShouldNotBeNull().Value.ShouldBe("A number wasDerivedFrom A file. A number wasGeneratedBy An import. An import used A file. A number wasAttributedTo An office (owner). "
            + "A number wasAttributedTo An office (publisher). A file wasInfluencedBy A thing. Some of it is withheld from you. As known on 2024-07-31.");
    }

    [Fact]
    public void Says_in_the_picture_that_it_is_not_all_and_why()
    {
        var all = Draw(Given());
        var part = Draw(Given() with { Missing = ["Some of it is withheld from you."] });

        all.Descendants().Where(e => (string?)e.Attribute("class") == "partial").ShouldBeEmpty();
        part.Descendants().Single(e => (string?)e.Attribute("class") == "partial").Elements(Svg + "text").Select(t => t.Value).ShouldBe(["Not all of it", "Some of it is withheld from you."]);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>\" onload=\"alert(1)")]
    [InlineData("]]>&lt;&#0;\u0000\u0008\uFFFE")]
    [InlineData("\u202Eback\u200Dward\uD83C\uDF0D")]
    public void Keeps_labels_text_whatever_they_hold(string hostile)
    {
        var root = Draw(Given() with
        {
            Title = hostile,
            Nodes = [new(hostile, hostile, LineageShape.Entity), new("A file", hostile, LineageShape.Entity)],
            Edges = [new(0, 1, hostile, hostile)],
            Missing = [hostile],
        });

        root.Descendants(Svg + "script").ShouldBeEmpty();
        root.DescendantsAndSelf().SelectMany(e => e.Attributes()).Where(a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Cuts_long_labels_and_keeps_them_whole_where_they_are_pointed_at()
    {
        var longName = string.Join(' ', Enumerable.Repeat("statistical", 40));
        var root = Draw(Given() with { Nodes = [new(longName, "", LineageShape.Agent)], Edges = [] });

        Titles(root, "node").ShouldBe([longName]);
        Node(root, longName).Elements(Svg + "text").Select(t => t.Value).ShouldBe(["statistical statistical", "statistical statistical", "statistical statistical…"]);
    }

    [Fact]
    public void Draws_the_nearest_sixty_and_says_so()
    {
        var root = Draw(Given() with
        {
            Nodes = [.. Enumerable.Range(0, 90).Select(i => new LineageNode($"n{i}", "", LineageShape.Entity))],
            Edges = [.. Enumerable.Range(1, 89).Select(i => new LineageEdge((i - 1) / 3, i, "wasDerivedFrom", null))],
        });

        Titles(root, "node").Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(0, 60).Select(i => $"n{i}").Order(StringComparer.Ordinal));
        Titles(root, "edge").Count.ShouldBe(59);
        Texts(root).ShouldContain("Of 90 things, the 60 nearest are drawn.");
    }

    [Fact]
    public void Draws_circles_and_lines_to_itself_without_end()
    {
        var root = Draw(Given() with { Edges = [new(0, 1, "alternateOf", null), new(1, 0, "alternateOf", null), new(2, 2, "wasInfluencedBy", null), new(1, 3, "wasDerivedFrom", null), new(3, 0, "wasDerivedFrom", null)] });

        Titles(root, "edge").Count.ShouldBe(4);
        LineagePicture.Draw(Given() with { Nodes = [], Edges = [], Asked = null }).ShouldNotContain("NaN");
    }

    [Fact]
    public void Puts_no_thing_onto_another()
    {
        var root = Draw(Given() with
        {
            Nodes = [.. Enumerable.Range(0, 40).Select(i => new LineageNode($"n{i}", "", LineageShape.Activity))],
            Edges = [.. Enumerable.Range(0, 40).SelectMany(i => Enumerable.Range(i + 1, 39 - i).Where(j => j % (i + 2) == 0).Select(j => new LineageEdge(i, j, "wasDerivedFrom", null)))],
        });
        var boxes = root.Descendants(Svg + "rect").Where(r => r.Parent?.Attribute("class")?.Value.StartsWith("node", StringComparison.Ordinal) == true)
            .Select(r => (Left: Number(r, "x"), Top: Number(r, "y"), Width: Number(r, "width"), Height: Number(r, "height"))).ToList();

        boxes.Count.ShouldBe(40);
        boxes.Where((b, i) => boxes.Take(i).Any(o => b.Left < o.Left + o.Width && o.Left < b.Left + b.Width && b.Top < o.Top + o.Height && o.Top < b.Top + b.Height)).ShouldBeEmpty();
        var (width, height) = (root.Attribute("viewBox")!.Value.Split(' ')[2], root.Attribute("viewBox")!.Value.Split(' ')[3]); // Every picture has one.
        boxes.ShouldAllBe(b => b.Left >= 0 && b.Left + b.Width <= double.Parse(width, CultureInfo.InvariantCulture) && b.Top >= 0 && b.Top + b.Height <= double.Parse(height, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Draws_the_same_twice_and_refuses_an_edge_to_nothing()
    {
        LineagePicture.Draw(Given()).ShouldBe(LineagePicture.Draw(Given()));
        Should.Throw<ArgumentException>(() => LineagePicture.Draw(Given() with { Edges = [new(0, 9, "used", null)] }));
    }

    private static XElement Draw(LineagePictureInput input) => XDocument.Parse(LineagePicture.Draw(input)).Root.ShouldNotBeNull();

    private static XElement Node(XElement root, string label) => Groups(root, "node").Single(g => g.Element(Svg + "title") is { } title && title.Value.Split('\n')[0] == label);

    private static List<string> Titles(XElement root, string group) => [.. Groups(root, group).Select(g => g.Element(Svg + "title").ShouldNotBeNull().Value)];

    private static IEnumerable<XElement> Groups(XElement root, string name) => root.Elements(Svg + "g").Where(g => g.Attribute("class") is { } c && c.Value.Split(' ')[0] == name);

    private static List<string> Texts(XElement root) => [.. root.Descendants(Svg + "text").Select(text => text.Value)];

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute).ShouldNotBeNull().Value, CultureInfo.InvariantCulture);

    private static LineagePictureInput Given() => new()
    {
        Title = "Where it comes from: A number",
        Nodes =
        [
            new("A number", "urn:n", LineageShape.Entity), new("A file", "urn:f", LineageShape.Entity), new("An import", "urn:i", LineageShape.Activity),
            new("An office", "urn:o", LineageShape.Agent), new("A thing", "urn:t", LineageShape.Unknown),
        ],
        Asked = 0,
        Edges =
        [
            new(0, 1, "wasDerivedFrom", null), new(0, 2, "wasGeneratedBy", null), new(2, 1, "used", null),
            new(0, 3, "wasAttributedTo", "owner"), new(0, 3, "wasAttributedTo", "publisher"), new(1, 4, "wasInfluencedBy", null),
        ],
        Missing = [],
        AsOf = "2024-07-31",
    };
}
