using System.Text.Json;
using DataDiplomacy.Core.Statistics;

namespace DataDiplomacy.Core.Tests.Statistics;

/// <summary>Asks a published method through its door, in JSON.</summary>
internal static class StatisticalAsk
{
    public static StatisticalRun Run(string method, string inputs, string parameters = "{}") =>
        StatisticalMethods.Run(method, JsonElement.Parse(inputs), JsonElement.Parse(parameters)).ShouldNotBeNull();

    /// <summary>The field that was refused; null where the run was accepted.</summary>
    public static string? Fault(string method, string inputs, string parameters = "{}") => Run(method, inputs, parameters).Error?.Field;

    /// <summary>Holds the fields of the answer, in their order, against those that the catalogue lists.</summary>
    public static void AnswersItsOutputs(string method, string inputs, string parameters = "{}")
    {
        var run = Run(method, inputs, parameters);

        run.Error.ShouldBeNull();
        run.Result.ShouldNotBeNull().Select(field => field.Key)
            .ShouldBe(StatisticalMethods.Find(method).ShouldNotBeNull().Outputs.Select(output => output.Name));
    }

    public static void Refuses(string method, string inputs, string parameters, string field)
    {
        var error = Run(method, inputs, parameters).Error.ShouldNotBeNull();

        error.Field.ShouldBe(field);
        error.Message.ShouldStartWith(field + " ");
    }

    public static void IsUndefined(string method, string inputs, string reason, string parameters = "{}") =>
        Run(method, inputs, parameters).Result.ShouldNotBeNull().ToJsonString().ShouldBe($$"""{"defined":false,"reason":"{{reason}}"}""");
}
