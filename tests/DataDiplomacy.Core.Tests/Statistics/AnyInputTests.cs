using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Core.Statistics;

namespace DataDiplomacy.Core.Tests.Statistics;

/// <summary>Every published method on reference cases that were spoilt: whatever comes in, an answer or a named fault comes out.</summary>
public sealed class AnyInputTests
{
    /// <summary>Spoilt versions of each case; fewer of long ones, so that the test stays quick.</summary>
    private const int Most = 200;

    private const int Least = 40;

    public static TheoryData<string, string> Cases => GoldenTests.Cases;

    [Theory, MemberData(nameof(Cases))]
    public void Answers_or_names_a_fault_whatever_comes_in(string method, string id)
    {
        var golden = GoldenFile.Case(method, id);
        var random = new Random(40_961);
        var known = StatisticalMethods.Find(method).ShouldNotBeNull().Parameters.Select(parameter => parameter.Name).ToList();
        var rounds = Math.Clamp(400_000 / golden.GetProperty("inputs").GetRawText().Length, Least, Most);

        for (var round = 0; round < rounds; round++)
        {
            var inputs = JsonObject.Create(golden.GetProperty("inputs")).ShouldNotBeNull();
            var parameters = JsonObject.Create(golden.GetProperty("parameters")).ShouldNotBeNull();
            var spoilt = SpoiltInput.Spoil(inputs, parameters, known, random);

            Check(method, inputs.ToJsonString(), parameters.ToJsonString(), $"{spoilt}, round {round}");
        }
    }

    private static void Check(string method, string inputs, string parameters, string spoilt)
    {
        var run = Run(method, inputs, parameters, spoilt);

        if (run.Error is { } error)
        {
            run.Result.ShouldBeNull(spoilt);
            (error.Field.StartsWith("inputs", StringComparison.Ordinal) || error.Field.StartsWith("parameters", StringComparison.Ordinal)).ShouldBeTrue($"{spoilt}: {error}");
            error.Message.ShouldStartWith(error.Field + " ", Case.Sensitive, spoilt);
            return;
        }
        // A number that JSON cannot write, NaN or infinite, would be refused here.
        var text = Should.NotThrow(() => run.Result.ShouldNotBeNull(spoilt).ToJsonString(), spoilt);
        var fields = JsonElement.Parse(text).EnumerateObject().ToList();
        var outputs = StatisticalMethods.Find(method).ShouldNotBeNull().Outputs;
        var names = fields.Select(field => field.Name).ToList();
        if (fields[0].Value.GetBoolean()) names.ShouldBe(outputs.Where(o => o.OnlyWhere is null || names.Contains(o.Name)).Select(o => o.Name), spoilt);
        else CheckReason(fields, spoilt);
    }

    private static void CheckReason(List<JsonProperty> fields, string spoilt)
    {
        fields.Select(field => field.Name).ShouldBe(["defined", "reason"], spoilt);
        fields[1].Value.GetString().ShouldNotBeNullOrEmpty(spoilt);
    }

    private static StatisticalRun Run(string method, string inputs, string parameters, string spoilt) => Should.NotThrow(
        () => StatisticalMethods.Run(method, JsonElement.Parse(inputs), JsonElement.Parse(parameters)), $"{method}, {spoilt}: {Shortened(inputs)} {parameters}").ShouldNotBeNull();

    private static string Shortened(string text) => text.Length <= 2_000 ? text : text[..2_000] + "…";
}
