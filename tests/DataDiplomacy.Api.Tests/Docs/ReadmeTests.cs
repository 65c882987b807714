using System.Text;
using System.Text.RegularExpressions;
using DataDiplomacy.Api.Graph;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Anomalies;
using DataDiplomacy.Api.Observations.Imports;
using DataDiplomacy.Api.Observations.Statistics;
using DataDiplomacy.Api.Observations.Trends;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Docs;

/// <summary>What the README shows is what the server does.</summary>
public sealed partial class ReadmeTests(DemoServer server) : ApiTests(server), IClassFixture<DemoServer>
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n");

    [Fact]
    public async Task Its_curl_commands_answer_what_it_says()
    {
        var commands = CurlCommand.In(Text);
        var tags = new Dictionary<string, string>();

        foreach (var command in commands)
        {
            using var message = new HttpRequestMessage(new HttpMethod(command.Method), command.Url);
            if (command.Body is not null)
            {
                message.Content = new StringContent(command.Body, Encoding.UTF8, "application/json");
            }

            foreach (var (name, value) in command.Headers.Where(h => h.Name != "Content-Type"))
            {
                message.Headers.TryAddWithoutValidation(name, value.Replace("$KEY", ApiFactory.AdminKey, StringComparison.Ordinal));
            }

            if (command.TagFile is { } asked && tags.TryGetValue(asked, out var tag))
            {
                message.Headers.TryAddWithoutValidation("If-None-Match", tag);
            }

            var response = await Anonymous.SendAsync(message, Stop);
            var answer = await response.Content.ReadAsStringAsync(Stop);
            if (command.TagFile is { } kept)
            {
                tags[kept] = response.Headers.ETag!.ToString();
            }

            if (command.PrintsStatus)
            {
                answer = ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
            else
            {
                response.IsSuccessStatusCode.ShouldBeTrue($"{command.Text}: {answer}");
            }

            answer.ShouldContain(command.Expected ?? "", customMessage: command.Text);
        }

        commands.Count.ShouldBeGreaterThan(5);
        commands.Count(c => c.Expected is not null).ShouldBeGreaterThan(3);
    }

    [Fact]
    public void Its_links_into_the_repository_lead_somewhere()
    {
        var links = Links().Matches(Text).Select(m => m.Groups["to"].Value).Where(l => !l.StartsWith("http", StringComparison.Ordinal) && !l.StartsWith('#')).ToList();

        var dead = links.Where(l => !Path.Exists(Path.Combine(Repository.Root, l))).ToList();

        dead.ShouldBeEmpty();
        links.ShouldNotBeEmpty();
    }

    [Fact]
    public void Its_limits_are_those_of_the_server()
    {
        var (rates, imports, query, document) = (new RateLimitOptions(), new ImportOptions(), new QueryLimits(), new DocumentLimits());
        FormattableString[] rows =
        [
            $"| {rates.AnonymousPerMinute:N0} of an address, {rates.KeyPerMinute:N0} of a key |",
            $"| {Paging.MaxLimit:N0} ({Paging.DefaultLimit} unless you ask); {Paging.MaxCodes} |",
            $"| {TrendQueries.MaxAreas:N0} |",
            $"| {AnomalyQueries.MaxSeries}; {AnomalyQueries.MaxPairs:N0}; {AnomalyQueries.MaxTests:N0}; {AnomalyQueries.MaxModels:N0} |",
            $"| {ServerLimits.BodyBytes >> 20} MiB; statistics {StatisticsEndpoints.MaxBodyBytes >> 20} MiB; a file of an import {imports.MaxBytes >> 20} MiB as sent |",
            $"| {document.Bytes >> 10} KiB, {document.Fields} fields, {document.Aliases} aliases, {document.RootFields} fields at the root, {query.MaxDepth} levels |",
            $"| {query.MaxComplexity:N0} points |",
            $"| {query.Timeout.TotalSeconds} seconds |",
            $"one request for each full {QueryCost.PointsPerRequest:N0} points",
            $"`RateLimits__KeyPerMinute` | `{rates.AnonymousPerMinute}`, `{rates.KeyPerMinute}` |",
            $"| `Imports__MaxBytes` | `{imports.MaxBytes}` |",
        ];

        rows.Select(FormattableString.Invariant).Where(r => !Text.Contains(r, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_page_for_newcomers_asks_only_what_is_answered()
    {
        var page = await Anonymous.GetStringAsync("/", Stop);
        var urls = Urls().Matches(page).Select(m => System.Net.WebUtility.HtmlDecode(m.Groups["url"].Value)).Distinct().ToList();

        var record = (await Anonymous.GetJsonAsync("/v1/evidence?case=demo-bridge")).GetProperty("items")[0].GetProperty("id").GetString();
        var observation = (await Anonymous.GetJsonAsync("/v1/observations?series=EG_FEC_RNEW&area=KEN&from=2015&to=2015")).GetProperty("items")[0].GetProperty("id").GetString();
        foreach (var url in urls.Select(u => u.Replace("{id}", u.StartsWith("/v1/provenance/", StringComparison.Ordinal) ? observation : record, StringComparison.Ordinal)))
        {
            (await Anonymous.GetAsync(url, Stop)).StatusCode.ShouldBeOneOf([System.Net.HttpStatusCode.OK, System.Net.HttpStatusCode.Found, System.Net.HttpStatusCode.MovedPermanently], url);
        }

        urls.Count.ShouldBeGreaterThan(10);
    }

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex("(?:href|src|data-src|data-of|data-rows|data-object|data-text)=\"(?<url>/[^\"]*)\"")]
    private static partial Regex Urls();
}
