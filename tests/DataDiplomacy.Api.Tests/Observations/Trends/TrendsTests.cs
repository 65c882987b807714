using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Observations.Trends;

/// <summary>
/// Trends of the demo through a running server. The expected slopes, S, p and q were worked out apart from this code: the median of all pairwise
/// slopes, the exact distribution of inversions, and the sums of Hamed and Rao, Yue and Wang, and Newey and West by their definitions.
/// </summary>
public sealed class TrendsTests(RunningApi api) : IClassFixture<RunningApi>
{
    [Fact]
    public async Task Gives_one_object_for_one_area()
    {
        var (status, trend) = await GetAsync("series=EG_FEC_RNEW&area=KEN");

        status.ShouldBe(HttpStatusCode.OK);
        trend.GetProperty("area").GetString().ShouldBe("404");
        trend.GetProperty("n").GetInt32().ShouldBe(18);
        trend.GetProperty("from").GetString().ShouldBe("2000");
        trend.GetProperty("to").GetString().ShouldBe("2017");
        trend.GetProperty("slope").GetDouble().ShouldBe(-0.61, 1e-9);
        trend.GetProperty("slopeUnit").GetString().ShouldBe("Percentage per year");
        trend.GetProperty("s").GetInt32().ShouldBe(-99);
        trend.GetProperty("p").GetDouble().ShouldBe(6.992118589945655e-05, 1e-15);
        trend.GetProperty("q").ValueKind.ShouldBe(JsonValueKind.Null);
        trend.GetProperty("familySize").GetInt32().ShouldBe(1);
        // Neighbours are correlated: the largest p of the plain and the corrected tests decides.
        trend.GetProperty("pDeciding").GetDouble().ShouldBe(0.03281780416421929, 1e-9);
        trend.GetProperty("decidedBy").GetString().ShouldBe("yue_wang_ar1");
        trend.GetProperty("direction").GetString().ShouldBe("decreasing");
        trend.GetProperty("datasetVersion").GetInt32().ShouldBe(2);
        trend.GetProperty("version").GetString().ShouldBe("2.0");
    }

    [Fact]
    public async Task Answers_all_tests_and_what_stands_beside_the_trend()
    {
        var (_, trend) = await GetAsync("series=EG_FEC_RNEW&area=KEN");

        var tests = trend.GetProperty("tests").EnumerateArray().ToDictionary(t => t.GetProperty("test").GetString().ShouldNotBeNull());
        tests.Keys.ShouldBe(["mann_kendall", "hamed_rao", "yue_wang_ar1", "random_walk_drift", "seasonal_mann_kendall"]);
        tests["hamed_rao"].GetProperty("p").GetDouble().ShouldBe(0.006175923951469354, 1e-12);
        tests["yue_wang_ar1"].GetProperty("p").GetDouble().ShouldBe(0.03281780416421929, 1e-12);
        tests["seasonal_mann_kendall"].GetProperty("applied").GetBoolean().ShouldBeFalse();
        tests["seasonal_mann_kendall"].GetProperty("reason").GetString().ShouldBe("not_seasonal");
        trend.GetProperty("slopeLow").GetDouble().ShouldBe(-0.9190909090909091, 1e-9);
        trend.GetProperty("slopeHigh").GetDouble().ShouldBe(-0.24, 1e-9);
        trend.GetProperty("hac").GetProperty("se").GetDouble().ShouldBe(0.14356896798112448, 1e-9);
        trend.GetProperty("growth").GetProperty("cagr").GetDouble().ShouldBe(-0.0056596582702951315, 1e-12);
        trend.GetProperty("seasonality").GetProperty("reason").GetString().ShouldBe("not_seasonal");
        var changes = trend.GetProperty("changePoints");
        changes.GetProperty("label").GetString().ShouldBe("level shift candidates");
        changes.GetProperty("shape").GetString().ShouldBe("line");
        changes.GetProperty("step").GetProperty("lastBefore").GetString().ShouldBe("2012");
        changes.GetProperty("step").GetProperty("firstAfter").GetString().ShouldBe("2013");
        changes.GetProperty("onValues").GetProperty("pettitt")[0].GetProperty("lastBefore").GetString().ShouldBe("2008");
    }

    [Fact]
    public async Task Names_the_step_of_a_series_that_is_no_line()
    {
        // Namibia, by the sums of squares: BIC 67.05 of the step against 74.49 of the line; means 276.37/8 and 292.19/10.
        var (_, answer) = await GetAsync("series=EG_FEC_RNEW");

        var namibia = answer.GetProperty("items").EnumerateArray().Single(t => t.GetProperty("area").GetString() == "516");
        namibia.GetProperty("direction").GetString().ShouldBe("decreasing");
        namibia.GetProperty("changePoints").GetProperty("shape").GetString().ShouldBe("step");
        namibia.GetProperty("verdict").GetString().ShouldNotBeNull().ShouldContain("but not steadily");
        namibia.GetProperty("verdict").GetString().ShouldNotBeNull().ShouldContain("a single step between 2007 and 2008, from 34.5 to 29.2 on average, describes the values better than a line");
    }

    [Fact]
    public async Task Adjusts_p_over_all_areas_that_were_looked_at()
    {
        var (_, answer) = await GetAsync("series=EG_FEC_RNEW");

        answer.GetProperty("familySize").GetInt32().ShouldBe(10);
        var items = answer.GetProperty("items").EnumerateArray().ToDictionary(t => t.GetProperty("area").GetString().ShouldNotBeNull());
        items.Keys.ShouldBe(["1", "50", "76", "242", "276", "356", "404", "516", "578", "728"]);
        // Fiji has the fourth smallest p of ten: q = p * 10/4.
        items["242"].GetProperty("q").GetDouble().ShouldBe(4.3609775379122777e-07 * 10 / 4, 1e-18);
        // The world has the eighth smallest p of ten, that of Yue and Wang; Brazil's is the largest, and no q of a smaller p passes it.
        items["1"].GetProperty("q").GetDouble().ShouldBe(0.5579547299852303 * 10 / 8, 1e-9);
        items["578"].GetProperty("q").GetDouble().ShouldBe(0.8284068384778385, 1e-9);
    }

    [Fact]
    public async Task Counts_only_areas_with_a_test_and_leaves_none_out()
    {
        // Germany and Norway are published as <2.5 throughout, South Sudan as not applicable.
        var (_, answer) = await GetAsync("series=SN_ITK_DEFC");

        answer.GetProperty("items").GetArrayLength().ShouldBe(10);
        answer.GetProperty("familySize").GetInt32().ShouldBe(7);
        var germany = answer.GetProperty("items").EnumerateArray().Single(t => t.GetProperty("area").GetString() == "276");
        germany.GetProperty("defined").GetBoolean().ShouldBeFalse();
        germany.GetProperty("reason").GetString().ShouldBe("insufficient_data");
        germany.GetProperty("nDropped").GetInt32().ShouldBe(18);
        germany.GetProperty("direction").GetString().ShouldBe("notAssessable");
    }

    [Fact]
    public async Task Answers_for_each_area_that_was_asked_for_even_without_data()
    {
        var (_, answer) = await GetAsync("series=EG_FEC_RNEW&area=404,008");

        answer.GetProperty("items").EnumerateArray().Select(t => (t.GetProperty("area").GetString(), t.GetProperty("n").GetInt32())).ShouldBe([("8", 0), ("404", 18)]);
        answer.GetProperty("familySize").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Reads_the_trend_as_it_was_known_then()
    {
        var (_, then) = await GetAsync("series=EG_FEC_RNEW&area=404&asOf=2019-06-01");

        then.GetProperty("datasetVersion").GetInt32().ShouldBe(1);
        then.GetProperty("to").GetString().ShouldBe("2015");
        then.GetProperty("asOf").GetString().ShouldBe("2019-06-01T00:00:00Z");
    }

    [Fact]
    public async Task Keeps_to_the_periods_that_were_asked_for()
    {
        var (_, trend) = await GetAsync("series=EG_FEC_RNEW&area=404&from=2005&to=2014");

        trend.GetProperty("from").GetString().ShouldBe("2005");
        trend.GetProperty("to").GetString().ShouldBe("2014");
        trend.GetProperty("n").GetInt32().ShouldBe(10);
    }

    [Theory]
    [InlineData("headline=true", "BOTHSEX")]
    [InlineData("dim.SEX=FEMALE", "FEMALE")]
    public async Task Takes_one_observation_for_each_period_by_choice(string choice, string sex)
    {
        var (status, trend) = await GetAsync($"series=SH_DYN_MORT&area=404&{choice}");

        status.ShouldBe(HttpStatusCode.OK);
        trend.GetProperty("dimensions").GetProperty("SEX").GetString().ShouldBe(sex);
        trend.GetProperty("n").GetInt32().ShouldBe(9);
    }

    [Theory]
    [InlineData("", 400, "invalid-request", "series is exactly one code")]
    [InlineData("series=EG_FEC_RNEW,SH_DYN_MORT", 400, "invalid-request", "series is exactly one code")]
    [InlineData("series=EG_FEC_RNEW&area=404&confidence=1", 400, "invalid-request", "between 0 and 1")]
    [InlineData("series=EG_FEC_RNEW&area=404&confidence=NaN", 400, "invalid-request", "between 0 and 1")]
    [InlineData("series=EG_FEC_RNEW&from=2020&to=2010", 400, "invalid-request", "to ends before from begins")]
    [InlineData("series=EG_FEC_RNEW&from=20x", 400, "invalid-request", "is no period")]
    [InlineData("series=EG_FEC_RNEW&aera=404", 400, "unknown-parameter", "'aera'")]
    [InlineData("series=EG_FEC_RNEW&dataset=other", 404, "not-found", "in a data set 'other'")]
    [InlineData("series=SH_DYN_MORT&area=404", 422, "dimensions-needed", "dim.SEX=BOTHSEX or FEMALE or MALE")]
    [InlineData("series=EG_FEC_RNEW&format=svg", 422, "rule-broken", "exactly one area")]
    [InlineData("series=EG_FEC_RNEW&format=xml", 406, "not-acceptable", "image/svg+xml")]
    public async Task Refuses_with_a_problem_that_says_what_would_be_right(string query, int status, string type, string detail)
    {
        var (code, problem) = await GetAsync(query);

        ((int)code).ShouldBe(status);
        problem.GetProperty("type").GetString().ShouldBe(type);
        problem.GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain(detail);
    }

    [Theory]
    [InlineData("series=EG_FEC_RNW&area=404", "EG_FEC_RNEW")]
    [InlineData("series=EG_FEC_RNEW&area=Kenia", "404")]
    [InlineData("series=EG_FEC_RNEW&area=Kenya", "404")]
    [InlineData("series=EG_FEC_RNEW&group=LCD", "LDC")]
    public async Task Suggests_the_code_that_was_meant(string query, string near)
    {
        var (status, problem) = await GetAsync(query);

        status.ShouldBe(HttpStatusCode.NotFound);
        problem.GetProperty("suggestions").EnumerateArray().Select(s => s.GetString()).ShouldContain(near);
    }

    [Fact]
    public async Task Asks_for_the_data_set_when_the_code_lives_in_several()
    {
        await ImportAsync("first", "series,area,period,value\nLIVES_TWICE,404,2001,1\n");
        await ImportAsync("second", "series,area,period,value\nLIVES_TWICE,404,2001,2\n");

        var (status, problem) = await GetAsync("series=LIVES_TWICE&area=404");
        var (chosen, _) = await GetAsync("series=LIVES_TWICE&area=404&dataset=second");

        status.ShouldBe(HttpStatusCode.Conflict);
        problem.GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain("dataset=");
        problem.GetProperty("candidates").EnumerateArray().Select(c => c.GetProperty("dataset").GetString()).ShouldBe(["first", "second"], ignoreOrder: true);
        chosen.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Writes_a_header_and_a_row_for_each_area_as_CSV()
    {
        var text = await api.Client.GetStringAsync(new Uri("/v1/trends?series=EG_FEC_RNEW&area=404,578&format=csv", UriKind.Relative), TestContext.Current.CancellationToken);

        var lines = text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(3);
        lines[0].ShouldStartWith("area,areaName,series,seriesTitle,dataset,datasetVersion,source,unit,dimensions,observations,n,nDropped,from,to,slope,");
        lines[0].ShouldContain(",warnings,asOf,pDeciding,decidedBy,hamedRaoP,");
        lines[0].ShouldEndWith(",strengthTrend,strengthSeason,seasonalSlope");
        lines[1].ShouldStartWith("404,Kenya,EG_FEC_RNEW,");
        lines[2].ShouldStartWith("578,Norway,EG_FEC_RNEW,");
    }

    [Fact]
    public async Task Draws_one_area_with_its_source_and_the_day_of_knowledge()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/v1/trends?series=EG_FEC_RNEW&area=404&asOf=2020-10-19", UriKind.Relative));
        request.Headers.Accept.ParseAdd("image/svg+xml");

        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);

        response.Content.Headers.ContentType.ShouldNotBeNull().MediaType.ShouldBe("image/svg+xml");
        var svg = XDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var text = string.Join(' ', svg.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value));
        text.ShouldContain("Kenya");
        text.ShouldContain("As known on 2020-10-19T00:00:00Z");
        text.ShouldContain("Source: UNSD, Global SDG Indicators Database");
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> GetAsync(string query)
    {
        using var response = await api.Client.GetAsync(new Uri($"/v1/trends?{query}", UriKind.Relative), TestContext.Current.CancellationToken);
        return (response.StatusCode, JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    private async Task ImportAsync(string dataset, string csv)
    {
        await SendAsync(HttpMethod.Post, "/v1/datasets",
            $$"""{ "id": "{{dataset}}", "title": "A source", "sourceKind": "online", "licence": "CC0-1.0", "redistribution": "open", "handling": "public" }""", "application/json");
        var mapping = Uri.EscapeDataString("""{ "series": "series", "area": "area", "period": "period", "value": "value" }""");
        var import = JsonSerializer.Deserialize<JsonElement>(await SendAsync(HttpMethod.Post, $"/v1/datasets/{dataset}/imports?format=csv&mapping={mapping}", csv, "text/csv"));
        // The stream of events ends with the import.
        var events = await SendAsync(HttpMethod.Get, $"/v1/imports/{import.GetProperty("id").GetString()}/events", "", "text/plain");
        events.ShouldContain("succeeded");
    }

    private async Task<string> SendAsync(HttpMethod method, string path, string body, string type)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Content = new StringContent(body, Encoding.UTF8, type);
        request.Headers.Authorization = new("Bearer", RunningApi.Key);
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.IsSuccessStatusCode.ShouldBeTrue(answer);
        return answer;
    }
}
