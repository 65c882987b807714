
namespace DataDiplomacy.Api.Tests.Graph;

public sealed class QueryLimitsTests
{
    // Written out by graphql-js 16.11 (getIntrospectionQuery with its default options).
    internal const string Introspection = """
        query IntrospectionQuery {
          __schema {
            queryType { name kind } mutationType { name kind } subscriptionType { name kind }
            types { ...FullType }
            directives { name description locations args { ...InputValue } }
          }
        }
        fragment FullType on __Type {
          kind name description
          fields(includeDeprecated: true) { name description args { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
          inputFields { ...InputValue }
          interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
          possibleTypes { ...TypeRef }
        }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue }
        fragment TypeRef on __Type {
          kind name
          ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name
            ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } }
        }
        """;

    [Fact]
    public async Task Lets_the_standard_introspection_query_pass()
    {
        await using var host = await GraphHost.StartAsync(new() { MaxComplexity = 10 });

        var answer = await host.PostAsync(Introspection);

        answer.Status.ShouldBe(200);
        answer.Body.ShouldContain("\"CountryConnection\"");
    }

    [Fact]
    public async Task Refuses_introspection_that_goes_round_in_circles()
    {
        await using var host = await GraphHost.StartAsync();

        var answer = await host.PostAsync("{ __schema { types { fields { type { fields { type { fields { type { fields { type { fields { type { fields { name } } } } } } } } } } } } } }");

        (answer.Status, answer.Code).ShouldBe((400, "COMPLEXITY"));
    }

    [Fact]
    public async Task Introspection_is_no_free_pass_for_the_rest_of_the_query()
    {
        await using var host = await GraphHost.StartAsync(new() { MaxComplexity = 10 });

        var answer = await host.PostAsync("{ __typename all { id name population } }");

        (answer.Status, answer.Code).ShouldBe((400, "COMPLEXITY"));
    }

    [Theory]
    [InlineData(15, 200)]
    [InlineData(16, 400)]
    public async Task Takes_fifteen_levels_of_fields(int levels, int status)
    {
        await using var host = await GraphHost.StartAsync(new() { ListMultiplier = 1 });
        // The country, its cities and their country in turn, and a name at the last level.
        var query = "name";
        for (var level = levels - 1; level > 1; level--) query = (level % 2 == 0 ? "cities" : "country") + " { " + query + " }";

        var answer = await host.PostAsync($"{{ country(code: \"IT\") {{ {query} }} }}");

        answer.Status.ShouldBe(status, answer.Body);
    }

    [Theory]
    // countries 1, nodes 1, then id and name for each of the items.
    [InlineData("{ countries(first: 10) { nodes { id name } } }", 22)]
    [InlineData("{ countries { nodes { id name } } }", 202)]
    [InlineData("{ countries(first: 10) { edges { cursor } } }", 12)]
    // all 1, then id for each of the 10 that are expected.
    [InlineData("{ all { id } }", 11)]
    [InlineData("{ echo }", 1)]
    public async Task Counts_a_field_once_per_expected_item(string query, int cost)
    {
        await using var enough = await GraphHost.StartAsync(new() { MaxComplexity = cost });
        await using var little = await GraphHost.StartAsync(new() { MaxComplexity = cost - 1 });

        (await enough.PostAsync(query)).Status.ShouldBe(200);
        (await little.PostAsync(query)).Code.ShouldBe("COMPLEXITY");
    }

    [Fact]
    public async Task A_full_page_of_all_fields_is_within_the_limits()
    {
        await using var host = await GraphHost.StartAsync();

        var answer = await host.PostAsync("{ countries(first: 1000) { edges { cursor node { id name population bytes part recordedAt withdrawnAt point { latitude longitude } cities { name } } } pageInfo { endCursor } totalCount } }");

        answer.Status.ShouldBe(200);
    }
}
