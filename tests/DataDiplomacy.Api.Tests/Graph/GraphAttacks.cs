using System.Text.Json;

namespace DataDiplomacy.Api.Tests.Graph;

/// <summary>Requests that are small to write and were dear to answer, by name, each with a part of the refusal it gets.</summary>
internal static class GraphAttacks
{
    private const string Typed = "query($s: [ID!], $d: [DimensionFilter!], $n: Int) { observations(series: $s, dimensions: $d, first: $n) { totalCount } }";

    /// <summary>As a request body, as it is sent.</summary>
    public static IReadOnlyDictionary<string, (string Body, string Refusal)> All { get; } = new Dictionary<string, (string, string)>
    {
        ["fragments that multiply to 2^25"] = (Query("{ ...F0 }" + Many(25, i => $"fragment F{i} on Query {{ ...F{i + 1} ...F{i + 1} }}") + "fragment F25 on Query { __typename }"), "more selections with all fragments spread out than the 5000"),
        ["3,000 equal object fields"] = (Query($"{{ datasets {{ {Many(3_000, _ => "nodes{id}")} }} }}"), "more characters than the 16384"),
        ["1,000 equal object fields"] = (Query($"{{ datasets {{ {Many(1_000, _ => "nodes{id}")} }} }}"), "more fields named 'nodes' in one place than the 10"),
        ["50,000 equal leaf fields"] = (Query($"{{ datasets {{ {Many(50_000, _ => "totalCount")} }} }}"), "more characters than the 16384"),
        ["10,000 aliases"] = (Query($"{{ {Many(10_000, i => $"a{i}:__typename")} }}"), "more characters than the 16384"),
        ["1,000 aliases"] = (Query($"{{ datasets {{ {Many(1_000, i => $"a{i}:totalCount")} }} }}"), "more aliases than the 30"),
        ["10,000 directives that nobody knows"] = (Query($"{{ __typename {Many(10_000, i => $"@d{i}")} }}"), "more characters than the 16384"),
        ["1,000 directives that nobody knows"] = (Query($"{{ __typename {Many(1_000, i => $"@d{i}")} }}"), "more directives than the 20"),
        ["directives on variables"] = (Query($"query({Many(30, i => $"$v{i}: Int @d{i}")}) {{ __typename }}"), "more directives than the 20"),
        ["100,000 brackets"] = (Query($"{{ observations(series: {new string('[', 100_000)}) {{ totalCount }} }}"), "more characters than the 16384"),
        ["8,000 brackets"] = (Query($"{{ observations(series: {new string('[', 8_000)}) {{ totalCount }} }}"), "more brackets inside each other than the 128"),
        ["8,000 brackets in a type"] = (Query($"query($v: {new string('[', 8_000)}Int{new string(']', 8_000)}) {{ __typename }}"), "more brackets inside each other than the 128"),
        ["8,000 braces"] = (Query(new string('{', 8_000)), "Expected Name"),
        ["fields inside each other"] = (Query(Nested(60)), "more selections inside each other than the 50"),
        ["levels beyond the depth"] = (Query(Nested(40)), "too nested"),
        ["fragments on fragments, deeper than a stack"] = (Query("{ ...F0 }" + Many(49, i => $"fragment F{i} on Query {{{Inline(40, $"...F{i + 1}", "...")}}}") + "fragment F49 on Query { __typename }"), "more selections inside each other than the 50"),
        ["fragments in a circle"] = (Query("{ ...A } fragment A on Query { ...B } fragment B on Query { ...C ...C } fragment C on Query { ...A }"), "The fragment 'A' is spread within itself"),
        ["introspection in circles"] = (Query("{ __schema { types { fields { type { fields { type { fields { type { fields { type { fields { name } } } } } } } } } } } }"), "too complex"),
        ["a field repeated through inline fragments"] = (Query($"{{ datasets {{ {Many(400, _ => "...{nodes{id}}")} }} }}"), "more fields named 'nodes' in one place than the 10"),
        ["a field repeated through fragments"] = (Query($"{{ datasets {{ {Many(49, i => $"...F{i}")} }} }}" + Many(49, i => $"fragment F{i} on DatasetConnection {{ {Many(4, _ => "nodes{id}")} }}")), "more pairs of fields to merge, as for 'nodes', than the 5000"),
        ["a field repeated within repeated fields"] = (Query($"{{ datasets {{ {Many(10, _ => $"edges{{ {Many(10, _ => "node{id id id}")} }}")} }} }}"), "more pairs of fields to merge, as for 'id', than the 5000"),
        ["51 fragments"] = (Query("{ __typename }" + Many(51, i => $"fragment F{i} on Query {{ __typename }}")), "more fragments than the 50"),
        ["51 operations"] = (Query(Many(51, i => $"query Q{i} {{ __typename }}")), "more operations than the 50"),
        ["11 root fields"] = (Query($"{{ {Many(11, i => $"a{i}: datasets {{ totalCount }}")} }}"), "more root fields than the 10"),
        ["a name of 12,000 letters, quoted ten times"] = (Query($"query {new string('q', 12_000)} {{ observations(series: [{Many(10, i => $"$x{i}")}]) {{ totalCount }} }}"), "Variable '$x0' is not defined"),
        ["an operation name of 900,000 letters"] = (Body("{ __typename }", operationName: new string('o', 900_000)), "Document does not contain an operation named"),
        ["a number of 10,000 digits"] = (Query($"{{ observations(first: {new string('9', 10_000)}) {{ totalCount }} }}"), "Argument 'first' has invalid value"),
        ["a number of 1,000,000 digits in a variable"] = (Raw("{\"n\":" + new string('9', 1_000_000) + "}"), "holds a number with more characters than the 100"),
        ["first beyond 32 bits"] = (Body(Typed, new { n = 4_294_967_296 }), "Unable to convert '4294967296'"),
        ["first beyond the page"] = (Body(Typed, new { n = 2_147_483_647 }), "1000"),
        ["first below nothing"] = (Body(Typed, new { n = -1 }), "1000"),
        ["200,000 values in a variable"] = (Body(Typed, new { s = Enumerable.Repeat("A", 200_000) }), "holds more values than the 10000"),
        ["9,000 values of the wrong type in a variable"] = (Body(Typed, new { d = Enumerable.Repeat(new { nothing = 1 }, 4_900) }), "dimension"),
        ["100,000 brackets in a variable"] = (Raw("{\"s\":" + new string('[', 100_000) + new string(']', 100_000) + "}"), "more than 32 inside each other"),
        ["33 brackets in a variable"] = (Raw("{\"s\":" + new string('[', 33) + new string(']', 33) + "}"), "more than 32 inside each other"),
        ["a list of 1,000 requests"] = ($"[{string.Join(',', Enumerable.Repeat(Query("{ __typename }"), 1_000))}]", "Send one request at a time"),
    };

    private static string Query(string query) => Body(query);

    private static string Body(string query, object? variables = null, string? operationName = null) => JsonSerializer.Serialize(new { query, variables, operationName });

    private static string Raw(string variables) => $"{{\"query\":{JsonSerializer.Serialize(Typed)},\"variables\":{variables}}}";

    // Nothing of our own goes round in circles; the type of a type does, and is exempt from the depth only on its own.
    private static string Nested(int levels) => $"{{ datasets {{ totalCount }} __type(name: \"Query\") {{ {Inline(levels, "name", "ofType")} }} }}";

    private static string Inline(int levels, string inner, string around = "...") => string.Concat(Enumerable.Repeat(around + "{", levels)) + inner + new string('}', levels);

    private static string Many(int count, Func<int, string> part) => string.Join(' ', Enumerable.Range(0, count).Select(part)) + " ";
}
