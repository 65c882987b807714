using System.Net;
using System.Text.Json;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Catalogue.Provenance;

/// <summary>What callers state of the origin of things: taken once, refused when it contradicts, withdrawn.</summary>
public abstract class StatedProvenanceTests(ApiFixture api) : ProvenanceDoorTests(api)
{
    [Fact]
    public async Task Takes_the_same_document_once()
    {
        var document = Derived($"https://example.org/{Guid.NewGuid()}", "https://example.org/source");

        var first = await StateAsync(document);
        var again = await StateAsync(document);

        (first.StatusCode, again.StatusCode).ShouldBe((HttpStatusCode.Created, HttpStatusCode.OK));
        var (one, other) = (await first.ReadAsync<JsonElement>(), await again.ReadAsync<JsonElement>());
        (one.GetProperty("added").GetBoolean(), other.GetProperty("added").GetBoolean()).ShouldBe((true, false));
        other.GetProperty("source").GetInt64().ShouldBe(one.GetProperty("source").GetInt64());
    }

    /// <summary>Each document is valid alone; the second contradicts what the first one stated.</summary>
    [Theory]
    [InlineData("24", """{"wasGeneratedBy":{"E/g1":{"prov:entity":"E/e","prov:activity":"E/a"}}}""", """{"wasGeneratedBy":{"E/g2":{"prov:entity":"E/e","prov:activity":"E/a"}}}""")]
    [InlineData("23", """{"used":{"E/u":{"prov:activity":"E/a","prov:entity":"E/e"}}}""", """{"used":{"E/u":{"prov:activity":"E/b","prov:entity":"E/e"}}}""")]
    [InlineData("22", """{"activity":{"E/a":{"prov:startTime":"2026-01-01T00:00:00Z"}}}""", """{"activity":{"E/a":{"prov:startTime":"2026-01-02T00:00:00Z"}}}""")]
    [InlineData("28", """{"activity":{"E/a":{"prov:startTime":"2026-01-01T00:00:00Z"}}}""", """{"wasStartedBy":{"E/s":{"prov:activity":"E/a","prov:time":"2026-01-02T00:00:00Z"}}}""")]
    [InlineData("55", """{"used":{"_:u":{"prov:activity":"E/a","prov:entity":"E/e"}}}""", """{"used":{"_:u":{"prov:activity":"E/e","prov:entity":"E/x"}}}""")]
    [InlineData("53", """{"used":{"E/r":{"prov:activity":"E/a"}}}""", """{"wasGeneratedBy":{"E/r":{"prov:entity":"E/e"}}}""")]
    [InlineData("56", """{"entity":{"E/c":{"prov:type":{"$":"prov:EmptyCollection","type":"prov:QUALIFIED_NAME"}}}}""", """{"hadMember":{"_:m":{"prov:collection":"E/c","prov:entity":"E/e"}}}""")]
    [InlineData("42", """{"wasDerivedFrom":{"_:1":{"prov:generatedEntity":"E/b","prov:usedEntity":"E/a"},"_:2":{"prov:generatedEntity":"E/c","prov:usedEntity":"E/b"}}}""", """{"wasDerivedFrom":{"_:1":{"prov:generatedEntity":"E/a","prov:usedEntity":"E/c"}}}""")]
    [InlineData("42", """{"wasGeneratedBy":{"_:g":{"prov:entity":"E/b","prov:activity":"E/act"}},"wasStartedBy":{"_:s":{"prov:activity":"E/act","prov:trigger":"E/a"}}}""", """{"wasDerivedFrom":{"_:1":{"prov:generatedEntity":"E/a","prov:usedEntity":"E/b"}}}""")]
    [InlineData("52", """{"specializationOf":{"_:s":{"prov:specificEntity":"E/a","prov:generalEntity":"E/b"}}}""", """{"specializationOf":{"_:s":{"prov:specificEntity":"E/b","prov:generalEntity":"E/a"}}}""")]
    public async Task Refuses_what_contradicts_what_is_held_and_stores_nothing_of_it(string constraint, string first, string second)
    {
        var place = $"https://example.org/{Guid.NewGuid()}";
        (await StateAsync(first.Replace("E/", place + "/"))).StatusCode.ShouldBe(HttpStatusCode.Created);
        var before = await CountAsync();

        var refusal = await (await StateAsync(second.Replace("E/", place + "/"))).RefusedAsync(422);

        refusal.Type.ShouldBe("invalid-provenance");
        refusal.Errors.ShouldContainKey(constraint);
        refusal.Detail.ShouldContain(place);
        (await CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Withdraws_a_statement_and_still_tells_what_was_held_before()
    {
        var (result, source) = ($"https://example.org/{Guid.NewGuid()}", "https://example.org/origin");
        await StateAsync(Derived(result, source));
        var before = Api.Time.GetUtcNow();
        var path = $"/v1/provenance/{Uri.EscapeDataString(result)}";
        var number = (await Anonymous.GetJsonAsync(path)).GetProperty("edges")[0].GetProperty("statement").GetInt64();
        Api.Time.UtcNow += TimeSpan.FromMinutes(1);

        (await Admin.DeleteAsync($"/v1/provenance/statements/{number}", Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await (await Anonymous.GetAsync(path, Stop)).RefusedAsync(404);
        (await Anonymous.GetJsonAsync($"{path}?asOf={before:yyyy-MM-ddTHH:mm:ss.fffZ}")).GetProperty("edges").GetArrayLength().ShouldBe(1);
        (await StateAsync(Derived("https://example.org/again/" + number, result))).StatusCode.ShouldBe(HttpStatusCode.Created);
        await (await Admin.DeleteAsync($"/v1/provenance/statements/{number}", Stop)).RefusedAsync(404);
    }

    [Fact]
    public async Task Does_not_withdraw_what_the_server_recorded_of_its_own_work()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, File);
        var number = (await Anonymous.GetJsonAsync($"/v1/provenance/{dataset}@1")).GetProperty("edges")[0].GetProperty("statement").GetInt64();

        (await (await Admin.DeleteAsync($"/v1/provenance/statements/{number}", Stop)).RefusedAsync(422)).Type.ShouldBe("rule-broken");
    }

    [Fact]
    public async Task Keeps_bundles_apart()
    {
        var place = $"https://example.org/{Guid.NewGuid()}";
        var bundled = """{"bundle":{"E/b":{"wasGeneratedBy":{"E/g":{"prov:entity":"E/e","prov:activity":"E/other"}}}},"wasGeneratedBy":{"E/g":{"prov:entity":"E/e","prov:activity":"E/a"}}}""".Replace("E/", place + "/");

        (await StateAsync(bundled)).StatusCode.ShouldBe(HttpStatusCode.Created);
        var lineage = await Anonymous.GetJsonAsync($"/v1/provenance/{Uri.EscapeDataString(place + "/e")}");

        lineage.GetProperty("edges").EnumerateArray().Select(e => e.GetProperty("bundle").GetString()).ShouldBe([null, place + "/b"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("[]", "an array where one JSON object")]
    [InlineData("""{"entity":{"ex:e":{}}}""", "prefix 'ex'")]
    public async Task Says_what_is_no_PROV_JSON(string body, string why)
    {
        foreach (var path in new[] { "/v1/provenance", "/v1/provenance/validate" })
        {
            var refusal = await (await Admin.PostAsync(path, Body(body), Stop)).RefusedAsync(400);
            refusal.Detail.ShouldContain(why);
        }
    }

    [Fact]
    public async Task Judges_a_document_without_storing_it()
    {
        var before = await CountAsync();

        var valid = await (await Anonymous.PostAsync("/v1/provenance/validate", Body(Derived("urn:b", "urn:a")), Stop)).ReadAsync<JsonElement>();
        var invalid = await (await Anonymous.PostAsync("/v1/provenance/validate", Body(Derived("urn:a", "urn:a")), Stop)).ReadAsync<JsonElement>();

        (valid.GetProperty("valid").GetBoolean(), invalid.GetProperty("valid").GetBoolean()).ShouldBe((true, false));
        var violation = invalid.GetProperty("violations")[0];
        violation.GetProperty("constraint").GetString().ShouldBe("42");
        violation.GetProperty("statements")[0].GetString().ShouldBe("wasDerivedFrom(<urn:a>, <urn:a>, -, -, -)");
        (await CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Refuses_names_that_no_index_takes()
    {
        var refusal = await (await StateAsync(Derived("urn:" + new string('é', 1_100), "urn:a"))).RefusedAsync(400);

        refusal.Detail.ShouldContain("2000 bytes");
    }

    public sealed class OnSqlite(SqliteApi api) : StatedProvenanceTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : StatedProvenanceTests(api), IClassFixture<PostgresApi>;
}
