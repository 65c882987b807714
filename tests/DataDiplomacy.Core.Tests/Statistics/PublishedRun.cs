using System.Text.Json;
using DataDiplomacy.Core.Statistics;

namespace DataDiplomacy.Core.Tests.Statistics;

/// <summary>Runs a published method on JSON texts.</summary>
internal static class PublishedRun
{
    public static StatisticalRun Of(string id, string inputs, string parameters = "{}") => StatisticalMethods
        .Run(id, JsonElement.Parse(inputs), JsonElement.Parse(parameters)).ShouldNotBeNull();

    /// <summary>The field that was refused.</summary>
    public static string? Fault(string id, string inputs, string parameters = "{}") => Of(id, inputs, parameters).Error?.Field;

    /// <summary>Holds the fields of the answer, in their order, against those the catalogue lists.</summary>
    public static void AnswersAsListed(string id, string inputs, string parameters = "{}") =>
        Of(id, inputs, parameters).Result.ShouldNotBeNull().Select(field => field.Key)
            .ShouldBe(StatisticalMethods.Find(id).ShouldNotBeNull().Outputs.Select(output => output.Name));
}
