using System.Text.RegularExpressions;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.Playwright;

namespace DataDiplomacy.Api.Tests.Http;

/// <summary>The pages as a newcomer meets them: in a browser, on a server that listens.</summary>
public partial class PagesTests(RunningApi api, PagesTests.Bare bare, Browser browser) : IClassFixture<RunningApi>, IClassFixture<PagesTests.Bare>, IClassFixture<Browser>
{
    [Fact]
    public async Task The_home_page_fills_itself_with_live_answers()
    {
        await using var home = await OpenAsync("/");

        // UNSD's release of October 2020: renewable energy share of Kenya in 2015, 72.25 %; that of March 2019 said 72.66.
        await ShowsAsync(home.Page.Locator("table").Nth(0), "72.25");
        await ShowsAsync(home.Page.Locator("table").Nth(1), "72.66");
        await ShowsAsync(home.Page.Locator(".verdict"), "Decreasing, unless it is a random walk");
        await ShowsAsync(home.Page.Locator("main"), "The methods disagree");
        await ShowsAsync(home.Page.Locator("main"), "alarm among");
        await ShowsAsync(home.Page.Locator("main"), "both_trending");
        await ShowsAsync(home.Page.Locator("main"), "Namibia");
        await ShowsAsync(home.Page.Locator("table").Nth(6), "open"); // redistribution
        await ShowsAsync(home.Page.Locator("table").Nth(7), "bdd87c76243ea958c2e39146267f16f614691b75dfb3ce6cc8cfe5be1a3fc31a");
        await ShowsAsync(home.Page.Locator("main"), "Keeps the Global SDG Indicators Database");
        await ShowsAsync(home.Page.Locator("main"), "is no change in Kenya");
        await DrawsAsync(home.Page.Locator("#lineage img"));
        await DrawsAsync(home.Page.Locator("img[src^='/v1/trends']"));
        (await home.Page.Locator(".problem").CountAsync()).ShouldBe(0);
        home.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_the_demo_the_home_page_says_what_can_be_asked_all_the_same()
    {
        await using var home = await OpenAsync("/", bare);

        await ShowsAsync(home.Page.Locator(".lead"), "without its demonstration set");
        await ShowsAsync(home.Page.Locator("main"), "Namibia");
        (await home.Page.Locator("[data-demo]:visible").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Swagger_UI_answers_a_query()
    {
        await using var swagger = await OpenAsync("/swagger");
        var operation = await ExpandAsync(swagger.Page, "operations-Areas-getAreasResolve");

        await operation.Locator("tr[data-param-name='q'] input").FillAsync("NA");
        await operation.Locator("button.execute").ClickAsync();

        await ShowsAsync(operation.Locator(".live-responses-table .response .response-col_status"), "200");
        await ShowsAsync(operation.Locator(".live-responses-table .response .highlight-code"), "Namibia");
        swagger.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Observations-getObservations")]
    [InlineData("Series-getSeriesByCode")]
    [InlineData("Trends-getTrends")]
    [InlineData("Datasets-getDatasetsByIdVersionsByADiffByB")]
    public async Task Swagger_UI_answers_at_the_first_try_with_what_it_filled_in(string name)
    {
        await using var swagger = await OpenAsync("/swagger");
        var operation = await ExpandAsync(swagger.Page, "operations-" + name);

        await operation.Locator("button.execute").ClickAsync();

        await ShowsAsync(operation.Locator(".live-responses-table .response .response-col_status"), "200");
        swagger.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Swagger_UI_sends_the_key_that_was_entered()
    {
        await using var swagger = await OpenAsync("/swagger");

        await swagger.Page.Locator("button.authorize.unlocked").First.ClickAsync();
        await swagger.Page.Locator(".auth-container input").FillAsync(RunningApi.Key);
        await swagger.Page.Locator(".auth-container button[type=submit]").ClickAsync();
        await swagger.Page.Locator(".auth-container .btn-done").ClickAsync();
        var operation = await ExpandAsync(swagger.Page, "operations-Access-getMe");
        await operation.Locator("button.execute").ClickAsync();

        await ShowsAsync(operation.Locator(".live-responses-table .response .highlight-code"), "\"admin\"");
        swagger.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task GraphiQL_answers_the_query_it_opens_with()
    {
        await using var graphiql = await OpenAsync("/graphiql");

        await graphiql.Page.Locator(".graphiql-execute-button").ClickAsync();

        await ShowsAsync(graphiql.Page.Locator(".result-window"), "\"code\": \"EG_FEC_RNEW\"");
        graphiql.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task GraphiQL_answers_a_query_that_is_typed()
    {
        await using var graphiql = await OpenAsync("/graphiql");
        var editor = graphiql.Page.Locator(".graphiql-query-editor .CodeMirror");

        await editor.ClickAsync();
        await graphiql.Page.Keyboard.PressAsync("Control+A");
        await graphiql.Page.Keyboard.InsertTextAsync("{ area(code: \"NAM\") { name iso2 } }");
        await graphiql.Page.Keyboard.PressAsync("Control+Enter");

        await ShowsAsync(graphiql.Page.Locator(".result-window"), "\"iso2\": \"NA\"");
        graphiql.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/", ".verdict")]
    [InlineData("/swagger", ".opblock")]
    [InlineData("/graphiql", ".graphiql-query-editor")]
    public async Task Each_page_fits_a_telephone(string path, string content)
    {
        await using var page = await OpenAsync(path, width: 390);

        await Assertions.Expect(page.Page.Locator(content).First).ToBeVisibleAsync();
        (await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBe(390);
        page.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_policy_stops_is_seen()
    {
        await using var home = await OpenAsync("/");

        await home.Page.EvaluateAsync("document.body.append(Object.assign(document.createElement('script'), { textContent: '1' }))");
        await home.Page.EvaluateAsync("fetch('http://127.0.0.1:9/').catch(() => 0)");

        await home.UntilFaultAsync("policy: script-src-elem inline");
        await home.UntilFaultAsync("policy: connect-src http://127.0.0.1:9/");
    }

    private Task<WatchedPage> OpenAsync(string path, RunningApi? of = null, int width = 1280) =>
        browser.OpenAsync(new Uri((of ?? api).Client.BaseAddress ?? throw new InvalidOperationException("The server has no address."), path), width);

    private const int MostSteps = 200;

    private static async Task<ILocator> ExpandAsync(IPage page, string id)
    {
        var operation = page.Locator("#" + id);
        await page.Locator(".opblock").First.WaitForAsync();
        await page.Mouse.MoveAsync(400, 400);
        // Of so many operations the page renders those that are on the screen: a reader scrolls to the one they look for.
        for (var step = 0; step < MostSteps && await operation.CountAsync() == 0; step++)
        {
            await page.Mouse.WheelAsync(0, 300);
            await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        }

        await operation.Locator(".opblock-summary-control").ClickAsync();
        return operation;
    }

    // Waits until it does.
    private static Task ShowsAsync(ILocator place, string text) => Assertions.Expect(place).ToContainTextAsync(text);

    // Waits until it has an address and what is there has come.
    private static async Task DrawsAsync(ILocator picture)
    {
        await Assertions.Expect(picture).ToHaveAttributeAsync("src", AnyAddress());
        await picture.EvaluateAsync("image => image.decode()");
    }

    [GeneratedRegex("^/")]
    private static partial Regex AnyAddress();

    /// <summary>A server of somebody who wants no demo.</summary>
    public sealed class Bare : RunningApi
    {
        protected override IEnumerable<string> Settings => ["--Demo:Load=false"];
    }
}
