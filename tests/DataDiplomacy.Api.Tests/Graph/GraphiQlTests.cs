using System.Net;
using System.Text.RegularExpressions;

namespace DataDiplomacy.Api.Tests.Graph;

public sealed partial class GraphiQlTests
{
    [Fact]
    public async Task Serves_the_page_and_every_file_it_names_from_this_server()
    {
        await using var host = await GraphHost.StartAsync();

        var page = await host.Client.GetStringAsync(new Uri("/graphiql", UriKind.Relative), TestContext.Current.CancellationToken);
        var files = Named().Matches(page).Select(match => match.Groups[1].Value).ToList();

        files.ShouldBe(["graphiql/graphiql.min.css", "graphiql/start.css", "graphiql/react.production.min.js",
            "graphiql/react-dom.production.min.js", "graphiql/graphiql.min.js", "graphiql/start.js"]);
        foreach (var file in files)
        {
            using var response = await host.Client.GetAsync(new Uri("/" + file, UriKind.Relative), TestContext.Current.CancellationToken);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, file);
            response.Content.Headers.ContentType!.MediaType.ShouldBe(file.EndsWith(".js", StringComparison.Ordinal) ? "text/javascript" : "text/css");
        }
    }

    [Fact]
    public async Task The_page_runs_no_script_but_its_own_files()
    {
        await using var host = await GraphHost.StartAsync();

        using var response = await host.Client.GetAsync(new Uri("/graphiql", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        response.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldContain("script-src 'self';");
        page.ShouldNotContain("http:");
        page.ShouldNotContain("https:");
        InlineScript().IsMatch(page).ShouldBeFalse();
    }

    [Fact]
    public async Task Opens_with_a_query_about_renewable_energy()
    {
        await using var host = await GraphHost.StartAsync();

        var start = await host.Client.GetStringAsync(new Uri("/graphiql/start.js", UriKind.Relative), TestContext.Current.CancellationToken);

        start.ShouldContain("series(code: \"EG_FEC_RNEW\")");
    }

    [Fact]
    public async Task A_file_is_not_sent_again_to_who_has_it()
    {
        await using var host = await GraphHost.StartAsync();
        using var first = await host.Client.GetAsync(new Uri("/graphiql/start.js", UriKind.Relative), TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphiql/start.js");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("/graphiql/other.js")]
    [InlineData("/graphiql/..%2Fappsettings.json")]
    public async Task Serves_nothing_else(string path)
    {
        await using var host = await GraphHost.StartAsync();

        using var response = await host.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Leads_from_the_address_with_a_slash_to_the_page()
    {
        await using var host = await GraphHost.StartAsync();

        using var response = await host.Client.GetAsync(new Uri("/graphiql/", UriKind.Relative), TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);
        response.Headers.Location!.ToString().ShouldBe("/graphiql");
    }

    [GeneratedRegex("(?:src|href)=\"([^\"]+\\.(?:js|css))\"")]
    private static partial Regex Named();

    [GeneratedRegex("<script(?![^>]*\\bsrc=)|\\son\\w+=", RegexOptions.IgnoreCase)]
    private static partial Regex InlineScript();
}
