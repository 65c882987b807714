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
        { "directives", $"{{ root {{ {Many(21, i => $"... on T @include(if: true) {{ f{i} }}")} }} }}" },
        { "fields named 'a' in one place", $"{{ root {{ {Many(11, _ => "... { ... { a } }")} }} }}" },
        { "directives", $"query({Many(21, i => $"$v{i}: Int @d")}) {{ a }}" },
        { "operations", Many(51, i => $"query Q{i} {{ a }}") },
        { "brackets inside each other", $"{{ a(list: {new string('[', 200)}) }}" },
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

        var refused = Should.Throw<DocumentLimitError>(() => Guard.Build(query));

        refused.Message.ShouldBe("The query has more selections with all fragments spread out than the 5000 this server takes.");
    }

    [Theory]
    [InlineData("{ ...A } fragment A on Query { ...A }")]
    [InlineData("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }")]
    [InlineData("{ a } fragment A on Query { a { ... { ...B } } } fragment B on Query { ...A }")]
    public void Refuses_fragments_in_a_circle_before_a_rule_follows_them(string query)
    {
        Should.Throw<DocumentLimitError>(() => Guard.Build(query)).Message.ShouldBe("The fragment 'A' is spread within itself.");
    }

    [Fact]
    public void Leaves_a_fragment_that_nobody_wrote_to_the_validation()
    {
        Guard.Build("{ ...A }").Definitions.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public void Counts_selections_inside_each_other_through_fragments(int depth, bool taken)
    {
        var inner = string.Concat(Enumerable.Repeat("a { ", depth - 26)) + "a" + string.Concat(Enumerable.Repeat(" }", depth - 26));
        var query = "{ ...F0 }" + Many(24, i => $"fragment F{i} on T {{ ...F{i + 1} }}") + $"fragment F24 on T {{ {inner} }}";

        Action build = () => Guard.Build(query);

        if (taken) build.ShouldNotThrow();
        else build.ShouldThrow<DocumentLimitError>().Message.ShouldBe("The query has more selections inside each other than the 50 this server takes.");
    }

    // n fields in one place are n (n - 1) / 2 pairs.
    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void Counts_the_pairs_of_fields_that_merge_wherever_they_are_written(int fields, bool taken)
    {
        var guard = new DocumentGuard(new DocumentLimits { Pairs = 100 * 99 / 2, SameKey = 1, Fragments = 200 });
        var query = $"{{ {Many(9, i => $"...F{i}")} ...G }} fragment G on T {{ {Many(fields - 9, i => $"...F{i + 9}")} }}" + Many(fields, i => $"fragment F{i} on T {{ a }}");

        Action build = () => guard.Build(query);

        if (taken) build.ShouldNotThrow();
        else build.ShouldThrow<DocumentLimitError>().Message.ShouldBe("The query has more pairs of fields to merge, as for 'a', than the 4950 this server takes.");
    }

    [Fact]
    public void Counts_bytes_and_not_characters()
    {
        var query = $"{{ a(text: \"{new string('é', 8 * 1024)}\") }}";

        Should.Throw<DocumentLimitError>(() => Guard.Build(query)).Message.ShouldBe("The query has more bytes than the 16384 this server takes.");
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
