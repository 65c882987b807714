using System.Text.Json;
using DataDiplomacy.Core.Statistics;

namespace DataDiplomacy.Core.Tests.Statistics;

/// <summary>Each published method against the reference cases of R and Python that carry its name.</summary>
public sealed class GoldenTests
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var method in StatisticalMethods.All)
            {
                foreach (var id in GoldenFile.Ids(method.Id)) data.Add(method.Id, id);
            }
            return data;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Agrees_with_R_and_Python(string method, string id)
    {
        var golden = GoldenFile.Case(method, id);

        var run = StatisticalMethods.Run(method, golden.GetProperty("inputs"), golden.GetProperty("parameters")).ShouldNotBeNull();

        run.Error.ShouldBeNull();
        GoldenComparison.Agree(golden, JsonSerializer.SerializeToElement(run.Result));
        if (run.Result?["n"] is { } n) run.NUsed.ToString().ShouldBe(n.ToJsonString());
    }
}
