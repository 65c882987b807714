using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DataDiplomacy.Api.Tests.Docs;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Catalogue.Provenance;

/// <summary>The lineage of one number of the demo as a picture.</summary>
public sealed partial class LineageImageTests(DemoServer server) : ProvenanceDoorTests(server), IClassFixture<DemoServer>
{
    private const string Number = "/v1/provenance/cce8991b2d76e83f0ad0dd60da05b252-2015-v2";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public async Task Draws_every_thing_and_every_relation_of_the_walk()
    {
        var graph = await Anonymous.GetJsonAsync(Number);
        var root = await DrawAsync(Number + "?format=svg");

        Titles(root, "node").Select(t => t.Split('\n')[1]).ShouldBe(graph.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").GetString() ?? ""), ignoreOrder: true);
        Titles(root, "edge").SelectMany(t => t.Split('\n')).Count().ShouldBe(graph.GetProperty("edges").GetArrayLength());
        Titles(root, "edge").ShouldContain("SDG indicators: a small demonstration set, version 2 wasDerivedFrom sdg-demo-2020.csv.");
        Titles(root, "edge").ShouldContain("SDG indicators: a small demonstration set wasAttributedTo United Nations Statistics Division (UNSD) (manager).");
        root.Descendants().Where(e => (string?)e.Attribute("class") == "partial").ShouldBeEmpty();
    }

    [Fact]
    public async Task Says_in_the_picture_that_more_lies_beyond_the_steps_asked_for()
    {
        var root = await DrawAsync(Number + "?format=svg&depth=2");

        root.Descendants().Single(e => (string?)e.Attribute("class") == "partial").Elements(Svg + "text").Select(t => t.Value)
            .ShouldBe(["Not all of it", "More lies beyond the steps that were asked for: a greater depth shows it."]);
    }

    [Fact]
    public async Task Draws_the_demo_as_checked_in()
    {
        var picture = await Anonymous.GetStringAsync(Number + "?format=svg", Stop);

        await CheckedIn.MatchAsync("tests/DataDiplomacy.Api.Tests/Catalogue/Provenance/lineage.svg", Instant().Replace(picture, "INSTANT"));
    }

    [Fact]
    public async Task Keeps_a_label_that_a_caller_states_text()
    {
        var thing = $"https://example.org/{Guid.NewGuid()}";
        await StateAsync($$"""{"entity":{"{{thing}}":{"prov:label":"<script>alert(1)</script>"} } }""");

        var root = await DrawAsync($"/v1/provenance/{Uri.EscapeDataString(thing)}?format=svg");

        Titles(root, "node").Single().Split('\n')[0].ShouldBe("<script>alert(1)</script>");
        root.Descendants(Svg + "script").ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_asked_for_by_the_media_type_too()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Number) { Headers = { { "Accept", "image/svg+xml" } } };

        var response = await Anonymous.SendAsync(request, Stop);

        (response.StatusCode, response.Content.Headers.ContentType?.MediaType).ShouldBe((HttpStatusCode.OK, "image/svg+xml"));
        (await (await Anonymous.GetAsync(Number + "?format=png", Stop)).RefusedAsync(406)).Detail.ShouldContain("image/svg+xml (format=svg)");
    }

    private async Task<XElement> DrawAsync(string path) => XDocument.Parse(await Anonymous.GetStringAsync(path, Stop)).Root.ShouldNotBeNull();

    private static List<string> Titles(XElement root, string group) =>
        [.. root.Elements(Svg + "g").Where(g => g.Attribute("class") is { } c && c.Value.Split(' ')[0] == group).Select(g => g.Element(Svg + "title").ShouldNotBeNull().Value)];

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{1,3}Z")]
    private static partial Regex Instant();
}
