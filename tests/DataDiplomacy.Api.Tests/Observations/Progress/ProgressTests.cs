using System.Net;
using System.Xml.Linq;
using DataDiplomacy.Api.Tests.Graph;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Observations.Progress;

/// <summary>
/// Progress through the door, on both databases. The figures were worked out by hand from the published formulas: UNSD technical notes 2022 and 2023,
/// Eurostat, Open SDG 2.4, UN ESCAP and SDSN.
/// </summary>
public abstract class ProgressTests(ApiFixture api) : ProgressAsk(api)
{
    [Fact]
    public async Task Gives_six_readings_of_a_fall_from_43_to_37_towards_25()
    {
        var series = await SeriesAsync([(2015, 43), (2022, 37)], """{ "direction": "decrease", "target": 25, "indexLower": 130.1, "indexUpper": 2.6, "source": "A target of a test" }""");

        var items = await ItemsAsync($"series={series}");

        items.Keys.ShouldBe(["unsd2022", "unsd2023", "eurostat", "opensdg", "escap", "sdsn"]);
        items.ToDictionary(i => i.Key, i => Text(i.Value, "class")).ShouldBe(new Dictionary<string, string>
        {
            ["unsd2022"] = "fair",
            ["unsd2023"] = "fair",
            ["eurostat"] = "insufficient",
            ["opensdg"] = "limited",
            ["escap"] = "accelerate",
            ["sdsn"] = "moderately_improving",
        });
        Number(items["unsd2022"], "measure").ShouldBe(0.598157, 1e-6);
        Input(items["unsd2022"], "cagrObserved").ShouldBe(-0.021240, 1e-6);
        Input(items["unsd2022"], "cagrRequired").ShouldBe(-0.035509, 1e-6);
        Input(items["unsd2023"], "expectedInTargetYear").ShouldBe(31.160985, 1e-6);
        Number(items["unsd2023"], "measure").ShouldBe(0.657723, 1e-6);
        Number(items["opensdg"], "score").ShouldBe(-0.00766, 1e-5);
        Number(items["escap"], "score").ShouldBe(3.3333, 1e-4);
        Input(items["escap"], "predictedInTargetYear").ShouldBe(30.142857, 1e-6);
        Input(items["escap"], "anticipatedGapOfBase").ShouldBe(28.571, 1e-3);
        Input(items["escap"], "anticipatedGapOfCurrent").ShouldBe(42.857, 1e-3);
        Input(items["sdsn"], "baseScore").ShouldBe(68.3137, 1e-4);
        Input(items["sdsn"], "latestScore").ShouldBe(73.0196, 1e-4);
        Input(items["sdsn"], "targetScore").ShouldBe(82.4314, 1e-4);
        Input(items["sdsn"], "observedPerYear").ShouldBe(0.672269, 1e-6);
        Input(items["sdsn"], "requiredPerYear").ShouldBe(0.941176, 1e-6);
        Number(items["sdsn"], "measure").ShouldBe(0.714286, 1e-6);
    }

    [Fact]
    public async Task Says_that_the_methods_disagree_and_which_small_error_would_flip_a_class()
    {
        var series = await SeriesAsync([(2015, 43), (2022, 37)], """{ "direction": "decrease", "target": 25, "source": "A target of a test" }""");

        var answer = await GetAsync($"series={series}");

        answer.GetProperty("agreement")[0].GetProperty("verdict").GetString()
            .ShouldBe("The methods disagree: some progress, too slow (unsd2022, unsd2023, escap, sdsn); little or no progress (eurostat, opensdg).");
        // 36.63 instead of 37: CAGR -0.022645, ratio 0.6377, above the threshold of 0.6.
        var open = answer.GetProperty("items").EnumerateArray().Single(i => Text(i, "method") == "opensdg");
        var flip = open.GetProperty("flips").EnumerateArray().Single(f => Text(f, "kind") == "latest_value");
        (Text(flip, "change"), Text(flip, "class")).ShouldBe(("latest value 1 % lower", "moderate"));
        flip.GetProperty("measure").GetDouble().ShouldBe(0.6377, 1e-4);
        open.GetProperty("flipsTried").EnumerateArray().Select(f => f.GetString()).ShouldContain("a rise taken as the wanted change");
        Text(answer.GetProperty("items").EnumerateArray().Single(i => Text(i, "method") == "sdsn"), "warnings").ShouldContain("bounds of the index");
    }

    [Fact]
    public async Task Reads_a_rise_as_deterioration_where_a_fall_is_wanted()
    {
        var series = await SeriesAsync([(2015, 20), (2022, 22)], """{ "direction": "decrease", "target": 10, "source": "A target of a test" }""");

        var items = await ItemsAsync($"series={series}");

        Number(items["opensdg"], "measure").ShouldBe(-0.303573, 1e-6);
        Text(items["opensdg"], "class").ShouldBe("deterioration");
        Text(items["unsd2022"], "class").ShouldBe("deterioration");
        Number(items["unsd2023"], "measure").ShouldBe(-0.453175, 1e-6);
        Number(items["escap"], "score").ShouldBe(-2.0, 1e-9);
    }

    [Fact]
    public async Task Shrinks_the_thresholds_near_a_limit()
    {
        var series = await SeriesAsync([(2015, 95), (2022, 97)], """{ "direction": "increase", "limit": 100, "source": "A direction of a test" }""");

        var items = await ItemsAsync($"series={series}");

        var open = items["opensdg"];
        Number(open, "measure").ShouldBe(0.00298073, 1e-8);
        Input(open, "limitFactor").ShouldBe(0.203670, 1e-6);
        open.GetProperty("thresholds")[0].GetProperty("class").GetString().ShouldBe("on_track");
        open.GetProperty("thresholds")[0].GetProperty("atLeast").GetDouble().ShouldBe(0.00305506, 1e-8);
        Text(open, "class").ShouldBe("moderate");
        Number(open, "score").ShouldBe(2.408767, 1e-6);
        (Text(items["escap"], "class"), Text(items["escap"], "reason")).ShouldBe(("not_assessable", "no_target"));
    }

    [Theory]
    [InlineData("", 0.162443, "limited", "moderate")]
    [InlineData("&zeroReplacement=1", 0.691723, "moderate", null)]
    public async Task Replaces_a_target_of_zero_and_warns_that_the_class_depends_on_it(string query, double ratio, string named, string? flipped)
    {
        var series = await SeriesAsync([(2015, 5), (2022, 3)], """{ "direction": "decrease", "target": 0, "source": "A target of a test" }""");

        var open = (await ItemsAsync($"series={series}&methods=opensdg{query}"))["opensdg"];

        Number(open, "measure").ShouldBe(ratio, 1e-6);
        Text(open, "class").ShouldBe(named);
        Text(open, "warnings").ShouldContain("zero");
        open.GetProperty("flips").EnumerateArray().Where(f => Text(f, "kind") == "zero_replacement").Select(f => Text(f, "class"))
            .ShouldBe(flipped is null ? [] : [flipped]);
    }

    [Fact]
    public async Task Measures_parity_by_the_distance_from_one()
    {
        var series = await SeriesAsync([(2015, 0.90), (2022, 0.95)], """{ "direction": "stable", "target": 1, "source": "Parity" }""");

        var items = await ItemsAsync($"series={series}");

        Number(items["escap"], "score").ShouldBe(5.0, 1e-9);
        // 1/0.9 and 1/0.95 fall towards 1.
        Input(items["opensdg"], "cagrObserved").ShouldBe(Math.Pow(0.90 / 0.95, 1.0 / 7) - 1, 1e-12);
    }

    [Fact]
    public async Task Says_why_nothing_can_be_assessed_without_a_direction_or_with_one_value()
    {
        var undirected = await SeriesAsync([(2015, 1), (2022, 2)], null);
        var single = await SeriesAsync([(2015, 1)], """{ "direction": "increase", "target": 5, "source": "A target of a test" }""");

        var without = await ItemsAsync($"series={undirected}");
        var one = await ItemsAsync($"series={single}");

        without.Values.Select(i => (Text(i, "class"), Text(i, "reason"))).Distinct().ShouldBe([("not_assessable", "no_direction")]);
        one.Values.Select(i => (Text(i, "class"), Text(i, "reason"))).Distinct().ShouldBe([("not_assessable", "insufficient_data")]);
    }

    [Fact]
    public async Task Puts_the_significance_of_the_change_beside_the_class()
    {
        // Ten strictly falling values have 45 pairs, all falling: exact p = 2/10!.
        var series = await SeriesAsync([.. Enumerable.Range(2013, 10).Select(y => (y, 100.0 - y))], """{ "direction": "increase", "target": 5, "source": "A target of a test" }""");

        var item = (await ItemsAsync($"series={series}"))["unsd2022"];

        // Eight of them are from 2015 on.
        item.GetProperty("trend").GetProperty("n").GetInt32().ShouldBe(8);
        item.GetProperty("trend").GetProperty("p").GetDouble().ShouldBe(2.0 / 40_320, 1e-12);
        item.GetProperty("trend").GetProperty("direction").GetString().ShouldBe("decreasing");
    }

    [Fact]
    public async Task Shows_every_series_of_an_area_and_sums_up_its_goals()
    {
        var all = await GetAsync("area=404&dataset=sdg-demo&asOf=2021-01-01", area: null);
        var goals = await Anonymous.GetJsonAsync("/v1/sdg/progress/goals?area=KEN&dataset=sdg-demo&asOf=2021-01-01");

        var series = all.GetProperty("items").EnumerateArray().Select(i => Text(i, "series")).Distinct().ToList();
        series.ShouldBe(["EG_ELC_ACCS", "EG_FEC_RNEW", "SH_DYN_MORT", "SI_POV_DAY1", "SN_ITK_DEFC"]);
        all.GetProperty("items").GetArrayLength().ShouldBe(30);
        all.GetProperty("agreement").GetArrayLength().ShouldBe(5);
        goals.GetProperty("items").EnumerateArray().Select(g => Text(g, "goal")).Distinct().ShouldBe(["1", "2", "3", "7"]);
        goals.GetProperty("items").EnumerateArray().Where(g => Text(g, "goal") == "7").Select(g => g.GetProperty("series").GetInt32()).Distinct().ShouldBe([2]);
    }

    [Fact]
    public async Task Pages_through_the_series_without_losing_one()
    {
        var whole = await GetAsync("area=404&dataset=sdg-demo&asOf=2021-01-01&methods=unsd2022", area: null);

        var seen = new List<string>();
        for (string? cursor = null; ;)
        {
            var page = await GetAsync($"area=404&dataset=sdg-demo&asOf=2021-01-01&methods=unsd2022&limit=2{(cursor is null ? "" : $"&cursor={cursor}")}", area: null);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(i => Text(i, "series")));
            cursor = page.GetProperty("next").GetString();
            if (cursor is null)
            {
                break;
            }
        }

        seen.ShouldBe(whole.GetProperty("items").EnumerateArray().Select(i => Text(i, "series")));
    }

    [Fact]
    public async Task Adjusts_for_all_series_whatever_the_page_shows()
    {
        var whole = await GetAsync("limit=1000");

        var page = await GetAsync("limit=1");

        var family = whole.GetProperty("familySize").GetInt32();
        family.ShouldBeGreaterThan(1);
        page.GetProperty("familySize").GetInt32().ShouldBe(family);
        page.GetProperty("agreement").GetArrayLength().ShouldBe(1);
        var all = whole.GetProperty("items").EnumerateArray().ToDictionary(i => (Text(i, "dataset"), Text(i, "series"), Text(i, "method")), i => i.GetProperty("trend").ToString());
        page.GetProperty("items").EnumerateArray().ShouldAllBe(i => i.GetProperty("trend").ToString() == all[new(Text(i, "dataset"), Text(i, "series"), Text(i, "method"))]);
    }

    [Fact]
    public async Task Reads_values_of_a_time_and_the_target_of_an_instant()
    {
        var series = await SeriesAsync([(2015, 40), (2018, 38), (2022, 26)], """{ "direction": "decrease", "target": 25, "source": "A target of a test" }""");
        var before = Api.Time.UtcNow;
        Api.Time.UtcNow = before.AddDays(2);
        await SetTargetAsync(series, """{ "direction": "decrease", "target": 10, "source": "A later target" }""");

        var then = await ItemsAsync($"series={series}&asOf={before.AddDays(1):yyyy-MM-ddTHH:mm:ssZ}");
        var now = await ItemsAsync($"series={series}");
        var early = await ItemsAsync($"series={series}&to=2019");

        (Input(then["opensdg"], "target"), Input(now["opensdg"], "target")).ShouldBe((25, 10));
        (Input(now["opensdg"], "latestYear"), Input(early["opensdg"], "latestYear"), Input(early["opensdg"], "latestValue")).ShouldBe((2022, 2018, 38));
        early["opensdg"].GetProperty("trend").GetProperty("n").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task Gives_the_same_at_the_graph_door()
    {
        var byRest = await GetAsync("area=404&indicator=7.1.1&dataset=sdg-demo&asOf=2021-01-01&methods=opensdg,escap", area: null);

        var byGraph = await Anonymous.DataAsync(
            """{ it: sdgProgress(area: 404, indicator: "7.1.1", dataset: "sdg-demo", asOf: "2021-01-01", methods: [OPENSDG, ESCAP]) { series method class score inputs { name value } thresholds { class atLeast } flips { kind class } target { target source } trend { p } } }""", "it");

        var items = byRest.GetProperty("items");
        byGraph.GetArrayLength().ShouldBe(2);
        foreach (var (rest, graph) in items.EnumerateArray().Zip(byGraph.EnumerateArray()))
        {
            Text(graph, "class").ShouldBe(Text(rest, "class"));
            Text(graph, "method").ShouldBe(Text(rest, "method").ToUpperInvariant());
            graph.GetProperty("inputs").EnumerateArray().ToDictionary(i => Text(i, "name"), i => i.GetProperty("value").GetDouble())
                .ShouldBe(rest.GetProperty("inputs").EnumerateObject().ToDictionary(i => i.Name, i => i.Value.GetDouble()));
            graph.GetProperty("trend").GetProperty("p").ToString().ShouldBe(rest.GetProperty("trend").GetProperty("p").ToString());
        }
    }

    [Fact]
    public async Task Draws_the_board_and_writes_rows()
    {
        var svg = await Anonymous.GetStringAsync(new Uri("/v1/sdg/progress?area=404&dataset=sdg-demo&asOf=2021-01-01&format=svg", UriKind.Relative), Stop);
        var csv = await Anonymous.GetStringAsync(new Uri("/v1/sdg/progress?area=404&dataset=sdg-demo&asOf=2021-01-01&format=csv", UriKind.Relative), Stop);

        var picture = XDocument.Parse(svg);
        picture.Root.ShouldNotBeNull().Name.LocalName.ShouldBe("svg");
        picture.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value).ShouldContain("unsd2023");
        csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(31);
    }

    [Theory]
    [InlineData("series=EG_ELC_ACCS", HttpStatusCode.BadRequest)]
    [InlineData("area=404,50", HttpStatusCode.BadRequest)]
    [InlineData("area=404&methods=oecd", HttpStatusCode.BadRequest)]
    [InlineData("area=404&zeroReplacement=0", HttpStatusCode.BadRequest)]
    [InlineData("area=404&series=NO_SUCH", HttpStatusCode.BadRequest)]
    [InlineData("area=nowhere", HttpStatusCode.NotFound)]
    [InlineData("area=404&series=SH_DYN_MORT&dataset=sdg-demo", HttpStatusCode.UnprocessableEntity)]
    public async Task Refuses_what_it_cannot_answer(string query, HttpStatusCode status)
    {
        var response = await Anonymous.GetAsync(new Uri($"/v1/sdg/progress?{query}", UriKind.Relative), Stop);

        response.StatusCode.ShouldBe(status);
    }

    public sealed class OnSqlite(GraphDemo.OnSqlite api) : ProgressTests(api), IClassFixture<GraphDemo.OnSqlite>;

    public sealed class OnPostgres(GraphDemo.OnPostgres api) : ProgressTests(api), IClassFixture<GraphDemo.OnPostgres>;
}
