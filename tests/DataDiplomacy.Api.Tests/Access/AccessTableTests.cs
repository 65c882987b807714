using System.Net;
using System.Text;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Access;

/// <summary>schema/access.md: who may do what, walked through the doors. A route or a field without a row fails.</summary>
public abstract class AccessTableTests(ApiFixture api) : ApiTests(api)
{
    private const string Allowed = "allowed";

    [Fact]
    public async Task Each_caller_gets_what_the_checked_in_table_says()
    {
        var world = await AccessWorld.CreateAsync(Api);

        var routes = await WalkRoutesAsync(world);
        var fields = await new GraphWalk(world, Stop).RunAsync();

        var refused = await WalkRefusedAsync();

        RefuseLeaks(routes);
        fields.Where(f => !f.IsKept).Select(f => f.Row).ShouldBeEmpty();
        await CheckedIn.MatchAsync("schema/access.md", Write(routes, fields, refused));
    }

    private async Task<IReadOnlyList<RouteRow>> WalkRoutesAsync(AccessWorld world)
    {
        var rows = new List<RouteRow>();
        foreach (var route in Routes())
        {
            AccessProbes.Routes.ShouldContainKey(route, "A new route needs a request in AccessProbes.Routes, by which the walk finds who may use it.");
            var probe = AccessProbes.Routes[route];
            foreach (var label in probe.IsAboutData ? AccessWorld.Labels : ["public"])
                rows.Add(new RouteRow(route, probe.IsAboutData ? label : "any", await AskAsync(world, route.Split(' ')[0], probe, label)));
        }

        return rows;
    }

    private async Task<IReadOnlyList<string>> AskAsync(AccessWorld world, string method, AccessProbe probe, string label)
    {
        var cells = new List<string>();
        foreach (var caller in world.Callers)
        {
            // What a caller changed or deleted is not there for the next one.
            var empty = probe.Path.Contains("{empty}", StringComparison.Ordinal) ? await world.EmptyAsync(label) : "";
            var fresh = world.NewId();
            var key = probe.Path.Contains("{key}", StringComparison.Ordinal) ? await world.KeyAsync() : "";
            var doomed = probe.Path.Contains("{doomed}", StringComparison.Ordinal) ? await world.DoomedAsync(label) : "";
            var statement = probe.Path.Contains("{statement}", StringComparison.Ordinal) ? await world.StatementAsync() : "";
            var fact = await world.FactAsync(probe.Path, label);
            var filled = probe with { Path = await world.Talks.FillAsync(probe.Path, "walk-" + label) };
            using var request = filled.Request(method, text => world.Fill(text, label).Replace("{delegation}", fact, StringComparison.Ordinal).Replace("{role}", fact, StringComparison.Ordinal).Replace("{fact}", fact, StringComparison.Ordinal).Replace("{empty}", empty, StringComparison.Ordinal).Replace("{new}", fresh, StringComparison.Ordinal).Replace("{key}", key, StringComparison.Ordinal).Replace("{doomed}", doomed, StringComparison.Ordinal).Replace("{statement}", statement, StringComparison.Ordinal));
            var answer = await caller.SendAsync(request, Stop);
            var body = await answer.Content.ReadAsStringAsync(Stop);
            if (answer.StatusCode is HttpStatusCode.Accepted && answer.Headers.Location?.ToString().StartsWith("/v1/imports/", StringComparison.Ordinal) == true)
                await Given.FinishAsync(answer);
            cells.Add(CellOf(answer.StatusCode, body, probe.Shows is { } shows ? world.Fill(shows, label) : null));
        }

        return cells;
    }

    private async Task<IReadOnlyList<string>> WalkRefusedAsync()
    {
        var rows = new List<string>();
        foreach (var refused in RefusedCredential.All)
        {
            var sent = await refused.Make(Api, ((ITokenApi)Api).Issuer);
            var rest = await (await sent.ToAsync(Anonymous, "/v1/keys")).RefusedAsync(refused.Status);
            var graph = (int)(await sent.ToAsync(Anonymous, "/graphql?query={datasets{totalCount}}")).StatusCode;
            rows.Add($"| {refused.Name} | {rest.Status} | {(graph == 200 ? "as anonymous" : graph)} | {rest.Detail.Split([". Send", ". Ask"], StringSplitOptions.None)[0].TrimEnd('.')}. |");
        }

        return rows;
    }

    private static string CellOf(HttpStatusCode status, string body, string? shows) => (int)status switch
    {
        >= 200 and < 300 => shows is null || body.Contains(shows, StringComparison.Ordinal) ? Allowed : "omitted",
        404 => "404",
        var other => other.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>What the labels mean, whatever the table says: readers see internal data, editors and above confidential data.</summary>
    private static void RefuseLeaks(IReadOnlyList<RouteRow> rows)
    {
        rows.Where(r => r.Label == "internal" && r.Cells[0] == Allowed).Select(r => r.Route).ShouldBeEmpty();
        rows.Where(r => r.Label == "confidential" && r.Cells.Take(2).Contains(Allowed)).Select(r => r.Route).ShouldBeEmpty();
        rows.Where(r => r.Cells[^1] != Allowed).Select(r => $"{r.Route} {r.Label} {r.Cells[^1]}").ShouldBeEmpty("An admin may do everything.");
    }

    private IReadOnlyList<string> Routes() =>
    [
        .. Api.Factory.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<AccessRule>() is not null)
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["POST"], (e, method) => $"{method} /{e.RoutePattern.RawText?.Trim('/')}")
            .Distinct().Order(StringComparer.Ordinal),
    ];

    private static string Write(IReadOnlyList<RouteRow> routes, IReadOnlyList<GraphRow> fields, IReadOnlyList<string> refused)
    {
        var text = new StringBuilder("""
            # Who may do what

            A test asks each route and each field as each caller, on both databases, about a data set of each handling label, and writes down what it got.

            - `allowed`: the answer has what was asked for. `omitted`: an answer without it, as if it did not exist.
            - `401`: needs a key. `403`: needs a higher role. `404`: as if it did not exist.
            - A key or token that is not taken is refused everywhere, also where none is needed; the last section lists which.

            ## Routes

            | Route | Label | anonymous | reader | editor | verifier | admin |
            |---|---|---|---|---|---|---|

            """);
        foreach (var row in routes)
            text.Append($"| `{row.Route}` | {row.Label} | {string.Join(" | ", row.Cells)} |\n");
        text.Append("""

            ## GraphQL

            The least caller to whom the field gives what is labelled so, and what the callers below get.

            | Field | public | internal | confidential | below |
            |---|---|---|---|---|

            """);
        foreach (var row in fields)
            text.Append(row.Row + "\n");
        text.Append("""

            ## Keys and tokens that are refused

            Sent to `GET /v1/keys` and to `/graphql`. "as anonymous" means that it was not looked at. What is said is the beginning of `detail`.

            | Sent | REST | GraphQL | What is said |
            |---|---|---|---|

            """);
        foreach (var row in refused)
            text.Append(row + "\n");
        return text.ToString();
    }

    private sealed record RouteRow(string Route, string Label, IReadOnlyList<string> Cells);

    public sealed class OnSqlite(TokenSqliteApi api) : AccessTableTests(api), IClassFixture<TokenSqliteApi>;

    public sealed class OnPostgres(TokenPostgresApi api) : AccessTableTests(api), IClassFixture<TokenPostgresApi>;
}
