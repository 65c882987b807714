using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Conventions;

public class ProblemCatalogueTests
{
    [Fact]
    public void Lists_each_problem_once()
    {
        var declared = typeof(Problems).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<Problem>().ToList();

        Problems.All.ShouldBe(declared);
        Problems.All.Select(p => p.Slug).ShouldBeUnique();
    }

    /// <summary>
    /// Read from the tests, since no single run sees them all: a line that compares what was answered (its <c>Type</c>, <c>Slug</c>, <c>Code</c> or
    /// <c>Problem</c>) with the problem by name, or a case that gives its status and its name side by side. That a name stands somewhere is not enough:
    /// <c>forbidden</c> and <c>internal</c> are labels of data too.
    /// </summary>
    [Fact]
    public void Has_a_test_that_reaches_each_problem()
    {
        var lines = TestLines();

        Declared().Where(p => !lines.Any(l => Asserts(l, p.Member, p.Problem))).Select(p => p.Problem.Slug).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("(await answer.RefusedAsync(403)).Type.ShouldBe(\"forbidden\");", true)]
    [InlineData("Should.Throw<ProblemException>(Act).Problem.ShouldBe(Problems.Forbidden);", true)]
    [InlineData("(refusal.Type, refusal.Errors.Count).ShouldBe((\"forbidden\", 1));", true)]
    [InlineData("[InlineData(\"reader\", 403, \"forbidden\")]", true)]
    [InlineData("[InlineData(\"forbidden\", 403)]", false)]
    [InlineData(".ShouldBe([(forbidden, \"forbidden\", \"CC0-1.0\")]);", false)]
    [InlineData("(await answer.RefusedAsync(403)).Type.ShouldBe(\"redistribution-forbidden\");", false)]
    public void Tells_an_assertion_from_a_mention(string line, bool asserts)
    {
        Asserts(line, nameof(Problems.Forbidden), Problems.Forbidden).ShouldBe(asserts);
    }

    [Fact]
    public async Task Is_described_for_those_who_meet_a_problem()
    {
        var text = new StringBuilder("""
            # Problems

            Every refusal is `application/problem+json` as RFC 9457 (2023) has it. Its `type` is the name of a section below; GraphQL gives the same name
            in `extensions.code`. `detail` says which value was wrong and what would be right.

            """);
        foreach (var problem in Problems.All)
            text.Append($"\n## {problem.Slug}\n\n{problem.Title}. Status {problem.Status}.\n\n{problem.Remedy}\n");

        await CheckedIn.MatchAsync("schema/problems.md", text.ToString());
    }

    private static List<(string Member, Problem Problem)> Declared() =>
        [.. typeof(Problems).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.FieldType == typeof(Problem)).Select(f => (f.Name, (Problem)f.GetValue(null)!))];

    private static bool Asserts(string line, string member, Problem problem) =>
        Regex.IsMatch(line, $"""(\b(Type|Slug|Code|Problem)\b|"type").*ShouldBe\(.*("{problem.Slug}"|\bProblems\.{member}\b)""")
        || Regex.IsMatch(line, $"""\[InlineData\(.*\b{problem.Status}, "{problem.Slug}"[,)]""");

    private static List<string> TestLines() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "DataDiplomacy.Api.Tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(Path.GetDirectoryName(f)) != "Conventions").SelectMany(File.ReadLines),
    ];
}
