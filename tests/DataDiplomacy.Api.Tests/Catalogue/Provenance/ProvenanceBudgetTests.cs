using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Catalogue.Provenance;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Catalogue.Provenance;

/// <summary>What a walk may cost, whatever the cursor says.</summary>
public abstract class ProvenanceBudgetTests(ApiFixture api) : ProvenanceDoorTests(api)
{
    [Fact]
    public async Task Goes_on_after_so_many_things_at_most()
    {
        var place = $"https://example.org/{Guid.NewGuid()}";
        await StateAsync(Fan(place, 30));
        var path = $"/v1/provenance/{Uri.EscapeDataString(place + "/0")}?direction=downstream&nodes=7";
        var cursor = (await Anonymous.GetJsonAsync(path)).GetProperty("next").GetString() ?? "";

        var last = await Anonymous.GetJsonAsync($"{path}&cursor={Forged(cursor, "1000000")}");
        var refusal = await (await Anonymous.GetAsync($"{path}&cursor={Forged(cursor, "2147483647")}", Stop)).RefusedAsync(400);

        (last.GetProperty("nodes").GetArrayLength(), last.GetProperty("next").ValueKind).ShouldBe((0, JsonValueKind.Null));
        refusal.Type.ShouldBe("invalid-cursor");
        refusal.Detail.ShouldContain("1000000");
    }

    [Fact]
    public async Task Walks_over_what_was_told_before_for_a_time_and_goes_on_where_it_would_have_begun()
    {
        var place = $"https://example.org/{Guid.NewGuid()}";
        await StateAsync(Fan(place, 30));
        await using var context = await Api.ContextAsync();
        var node = await context.ProvenanceNodes.SingleAsync(n => n.Iri == place + "/0", Stop);
        await using var connection = await Api.Factory.Services.GetRequiredService<IReadConnections>().OpenAsync(Stop);
        var scope = new WalkScope(long.MaxValue - 1, long.MaxValue, [Handling.Public]);
        var walk = new ProvenanceWalk(new ProvenanceReader(connection), scope, maxDepth: 100, maxNodes: 10, skip: 20, validAt: null, new LeapingTime(TimeSpan.FromSeconds(6)));

        await walk.RunAsync(new Dictionary<Direction, IReadOnlyList<(WalkedNode Node, int Depth)>>
        {
            [Direction.Downstream] = [(new WalkedNode(node.Id, node.Iri, IsEntity: true, IsActivity: false, IsAgent: false, Dataset: null, Version: null), 0)],
        }, Stop);

        walk.Reasons.ShouldBe([PartialReason.Time]);
        (walk.Nodes.Count, walk.GoesOnAfter).ShouldBe((0, 20));
    }

    /// <summary>Steps are read in parts of 2,000: one thing has more, and of others the steps are in two parts.</summary>
    [Fact]
    public async Task Goes_on_within_the_steps_of_a_thing()
    {
        var place = $"https://example.org/{Guid.NewGuid()}";
        var records = Enumerable.Range(1, 4_500).Select(i => $"\"_:h{i}\":{{\"prov:generatedEntity\":\"{place}/made/{i}\",\"prov:usedEntity\":\"{place}/0\"}}");
        await StateAsync("{\"wasDerivedFrom\":{" + string.Join(",", records) + "}}");
        await StateAsync(Fan(place, 3_000));
        var root = $"/v1/provenance/{Uri.EscapeDataString(place + "/0")}?direction=downstream&depth=100";

        var whole = await Anonymous.GetJsonAsync($"{root}&nodes=10000");
        var (nodes, edges, next) = (new List<string>(), new List<string>(), "");
        do
        {
            var page = await Anonymous.GetJsonAsync($"{root}&nodes=2500{next}");
            nodes.AddRange(page.Reached());
            edges.AddRange(Edges(page));
            next = page.GetProperty("next").GetString() is { } cursor ? "&cursor=" + cursor : "";
        }
        while (next.Length > 0);

        (whole.Reached().Distinct().Count(), whole.GetProperty("partial").GetBoolean()).ShouldBe((7_501, false));
        Edges(whole).Count.ShouldBe(4_500 + 6_000);
        Edges(whole).Distinct().Count().ShouldBe(4_500 + 6_000 - 3);
        nodes.ShouldBe(whole.Reached());
        edges.ShouldBe(Edges(whole));
    }

    private static string Forged(string cursor, string after)
    {
        var parts = JsonNode.Parse(Base64Url.DecodeFromChars(cursor))!.AsObject(); // A cursor is an object.
        parts["after"] = new JsonArray(after);
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(parts.ToJsonString()));
    }

    /// <summary>A clock that goes on by as much each time somebody looks at it.</summary>
    private sealed class LeapingTime(TimeSpan leap) : TimeProvider
    {
        private long _looks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => ++_looks * leap.Ticks;
    }

    public sealed class OnSqlite(SqliteApi api) : ProvenanceBudgetTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : ProvenanceBudgetTests(api), IClassFixture<PostgresApi>;
}
