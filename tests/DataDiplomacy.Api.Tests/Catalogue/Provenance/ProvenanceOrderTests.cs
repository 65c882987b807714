using System.Net;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Catalogue.Provenance;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Standards.Prov;
using DataDiplomacy.Core.Standards.Prov.Constraints;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Tests.Catalogue.Provenance;

/// <summary>Circles: refused when they are impossible, whatever the order in which their statements come.</summary>
public abstract class ProvenanceOrderTests(ApiFixture api) : ProvenanceDoorTests(api)
{
    /// <summary>Statements at random, with circles that may be and others that may not: the door decides as a check of all that is held does.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Decides_as_a_check_of_all_that_is_held_does(int seed)
    {
        var (random, place) = (new Random(seed), $"https://example.org/{Guid.NewGuid()}");
        var held = new List<ProvStatement>();
        var decisions = new HashSet<bool>();
        for (var document = 0; document < 60; document++)
        {
            // The entity tells documents apart that state the same.
            var statements = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Any(random, place)).Append(ProvStatement.Element(ProvKind.Entity, $"{place}/document{document}")).ToList();
            var isValid = ProvConstraints.Check(Document([.. held, .. statements])).IsValid;

            var answer = await StateAsync(Json(Document(statements)));

            answer.StatusCode.ShouldBe(isValid ? HttpStatusCode.Created : HttpStatusCode.UnprocessableEntity, $"document {document}: {Json(Document(statements))}");
            if (isValid) held.AddRange(statements);
            decisions.Add(isValid);
            if (isValid && random.Next(5) == 0) await WithdrawLastAsync(held, place);
        }

        decisions.Count.ShouldBe(2);
        (await UnorderedAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Ranks_what_was_stated_before_there_was_an_order()
    {
        var place = $"https://example.org/{Guid.NewGuid()}";
        (await StateAsync(Fan(place, 50))).StatusCode.ShouldBe(HttpStatusCode.Created);
        await using (var context = await Api.ContextAsync())
        {
            await context.ProvenanceNodes.ExecuteUpdateAsync(n => n.SetProperty(x => x.Rank, (long?)null), Stop);
        }

        await using var restarted = new ApiFactory(Api.Database, Api.Time);
        using var client = restarted.ClientWith(ApiFactory.AdminKey);

        (await client.PostAsync("/v1/provenance?handling=public", Body(Derived(place + "/0", place + "/49")), Stop)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await UnorderedAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Takes_in_a_bundle_what_would_close_a_circle_outside()
    {
        var place = $"https://example.org/{Guid.NewGuid()}";
        var bundled = """{"bundle":{"E/b":{"wasDerivedFrom":{"_:d":{"prov:generatedEntity":"E/1","prov:usedEntity":"E/2"}}}}}""".Replace("E/", place + "/");
        await StateAsync(bundled);

        var outside = await StateAsync(Derived(place + "/2", place + "/1"));
        var back = await StateAsync(Derived(place + "/1", place + "/2"));

        (outside.StatusCode, back.StatusCode).ShouldBe((HttpStatusCode.Created, HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task Lets_nothing_of_a_thing_change_but_its_rank_and_what_it_turns_out_to_be()
    {
        var thing = $"https://example.org/{Guid.NewGuid()}";
        await StateAsync(Derived(thing, "https://example.org/origin"));
        await using var context = await Api.ContextAsync();
        var rows = context.ProvenanceNodes.Where(n => n.Iri == thing);

        await Should.ThrowAsync<Exception>(() => rows.ExecuteUpdateAsync(n => n.SetProperty(x => x.Iri, thing + "/other"), Stop));
        await Should.ThrowAsync<Exception>(() => rows.ExecuteDeleteAsync(Stop));

        (await rows.CountAsync(Stop)).ShouldBe(1);
    }

    /// <summary>Held steps against the order, and things without a rank.</summary>
    private async Task<int> UnorderedAsync()
    {
        await using var context = await Api.ContextAsync();
        var kinds = Enum.GetValues<ProvKind>().Where(ProvSteps.OrdersGenerations).ToList();
        return await context.ProvenanceEdges.CountAsync(e => e.RecordedTo == ProvenanceStatement.Current && kinds.Contains(e.Kind) && e.From.Rank < e.To.Rank
            && context.ProvenanceStatements.Any(s => s.Id == e.StatementId && s.Bundle == null), Stop) + await context.ProvenanceNodes.CountAsync(n => n.Rank == null, Stop);
    }

    private async Task WithdrawLastAsync(List<ProvStatement> held, string place)
    {
        await using var context = await Api.ContextAsync();
        var last = await context.ProvenanceStatements.Where(s => s.RecordedTo == ProvenanceStatement.Current && s.Arguments.Contains(place)).OrderByDescending(s => s.Id).FirstAsync(Stop);
        (await Admin.DeleteAsync($"/v1/provenance/statements/{last.Id}", Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        held.Remove(held.Last(s => s.Kind == last.Kind && ProvenanceText.OfArguments(s) == last.Arguments));
    }

    /// <summary>Entities derived from, attributed to and generated by others; activities that start each other.</summary>
    private static ProvStatement Any(Random random, string place)
    {
        var (one, other) = (random.Next(8), random.Next(8));
        return random.Next(6) switch
        {
            0 or 1 => Of(ProvKind.Derivation, $"{place}/e{one}", $"{place}/e{other}", null, null, null),
            2 => Of(ProvKind.Attribution, $"{place}/e{one}", $"{place}/e{other}"),
            3 => Of(ProvKind.Generation, $"{place}/e{one}", $"{place}/a{one}", null),
            _ => Of(ProvKind.Start, $"{place}/a{one}", $"{place}/e{other}", null, null),
        };
    }

    private static ProvDocument Document(IReadOnlyList<ProvStatement> statements) => new() { Namespaces = ProvNamespaces.Of(), Statements = statements };

    private static string Json(ProvDocument document)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream)) ProvJsonWriter.Write(document, json);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static ProvStatement Of(ProvKind kind, params string?[] arguments) => new() { Kind = kind, Arguments = arguments, Attributes = [] };

    public sealed class OnSqlite(SqliteApi api) : ProvenanceOrderTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : ProvenanceOrderTests(api), IClassFixture<PostgresApi>;
}
