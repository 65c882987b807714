using System.Reflection;
using System.Text;
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
}
