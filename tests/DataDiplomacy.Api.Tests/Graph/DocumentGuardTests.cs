using System.Diagnostics;
using DataDiplomacy.Api.Graph;
using GraphQLParser.AST;

namespace DataDiplomacy.Api.Tests.Graph;

public sealed class DocumentGuardTests
{
    private static readonly DocumentGuard Guard = new(new DocumentLimits());

    [Fact]
    public void Takes_what_is_exactly_at_the_limits()
    {
        var aliases = Many(30, i => $"a{i}: name");
        var fields = Many(500 - 30 - 1, i => $"f{i}");

        var document = Guard.Build($"{{ root {{ {aliases} {fields} }} }}");

        document.Definitions.OfType<GraphQLOperationDefinition>().Count().ShouldBe(1);
    }

    public static TheoryData<string, string> Oversized => new()
    {
        { "characters", "{ a }".PadRight(16 * 1024 + 1) },
        { "fields", $"{{ root {{ {Many(500, i => $"f{i}")} }} }}" },
        { "aliases", $"{{ root {{ {Many(31, i => $"a{i}: name")} }} }}" },
        { "root fields", $"{{ {Many(11, i => $"f{i}")} }}" },
        { "fields named 'a' in one place", $"{{ root {{ {Many(11, _ => "a")} }} }}" },
        { "directives", $"{{ root {{ a {Many(21, i => $"@d{i}")} }} }}" },
        { "directives", $"{{ root {{ {Many(21, _ => "... on T @include(if: true) { a }")} }} }}" },
        { "fragments", "{ a }" + Many(51, i => $"fragment F{i} on T {{ a }}") },
    };

    [Theory]
    [MemberData(nameof(Oversized))]
    public void Refuses_a_document_with_more(string what, string query)
    {
        var refused = Should.Throw<DocumentLimitError>(() => Guard.Build(query));

        refused.Message.ShouldStartWith($"The query has more {what} than the ");
        refused.Code.ShouldBe("DOCUMENT_LIMIT");
    }

    // 25 fragments that each spread the next one twice are 2^25 selections in about a kilobyte.
    [Fact]
    public void Refuses_fragments_that_multiply_without_walking_them()
    {
        var query = "{ ...F0 }" + Many(25, i => $"fragment F{i} on Query {{ ...F{i + 1} ...F{i + 1} }}") + "fragment F25 on Query { echo }";
        var clock = Stopwatch.StartNew();

        var refused = Should.Throw<DocumentLimitError>(() => Guard.Build(query));

        refused.Message.ShouldBe("The query has more selections with all fragments spread out than the 5000 this server takes.");
        clock.ElapsedMilliseconds.ShouldBeLessThan(1_000);
    }

    [Theory]
    [InlineData("{ ...A } fragment A on Query { ...A }")]
    [InlineData("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }")]
    public async Task Leaves_fragments_in_a_circle_to_the_rule_against_them(string query)
    {
        await using var host = await GraphHost.StartAsync();

        var answer = await host.PostAsync(query);

        answer.Status.ShouldBe(400);
        answer.Errors.ShouldContain(error => error.GetProperty("extensions").GetProperty("code").GetString() == "NO_FRAGMENT_CYCLES");
    }

    [Theory]
    [InlineData("{ a(text: \"\\uD800\") }")]
    [InlineData("{ a(list: [{ in: \"\\uDC00x\" }]) }")]
    [InlineData("query($t: String = \"\\uD800\") { a(text: $t) }")]
    [InlineData("{ a @skip(if: \"\\uD800\") }")]
    public void Refuses_half_a_surrogate_pair_wherever_it_stands(string query)
    {
        Should.Throw<DocumentLimitError>(() => Guard.Build(query)).Message.ShouldContain("surrogate");
    }

    // Not as a theory: the runner itself cannot carry such a text.
    [Fact]
    public void Refuses_half_a_surrogate_pair_that_is_not_escaped()
    {
        Should.Throw<DocumentLimitError>(() => Guard.Build("{ a(text: \"" + (char)0xD800 + "\") }")).Message.ShouldContain("surrogate");
    }

    [Fact]
    public void Takes_a_whole_surrogate_pair()
    {
        Guard.Build("{ a(text: \"\\uD83D\\uDE00 \U0001F600\") }").Definitions.Count.ShouldBe(1);
    }

    private static string Many(int count, Func<int, string> part) => string.Join(' ', Enumerable.Range(0, count).Select(part)) + " ";
}
