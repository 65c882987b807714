using System.CommandLine;
using System.Text.Json.Nodes;
using DataDiplomacy.Core.Evidence.Bags;
using DataDiplomacy.Verifier.Inputs;

namespace DataDiplomacy.Verifier.Verbs;

/// <summary><c>bag DIR|ZIP</c>: a bag by RFC 8493.</summary>
internal static class BagVerb
{
    public static Command Build(Output output)
    {
        var bag = new Argument<string>("BAG") { Description = "A folder, or a zip of one." };
        var command = new Command("bag", "Checks that a bag is complete and unchanged.") { bag };
        command.SetAction(parsed => output.Answer("bag", () => Judge(BagVerification.Verify(BagSource.Open(parsed.GetRequiredValue(bag)), BagPolicy.Default))));
        return command;
    }

    public static JsonObject Describe(BagReport report) => new()
    {
        ["version"] = report.Version,
        ["payloadFiles"] = report.PayloadFileCount,
        ["payloadOctets"] = report.PayloadOctets,
        ["algorithms"] = new JsonArray([.. report.Algorithms.Select(each => (JsonNode)each)]),
        ["problems"] = List(report.Problems),
        ["refusals"] = List(report.Refusals),
        ["warnings"] = List(report.Warnings)
    };

    private static Finding Judge(BagReport report)
    {
        if (!report.Valid) return Finding.Refused("bagInvalid", report.Problems[0].Detail, Describe(report));
        return report.RefusedByPolicy
            ? Finding.Refused("bagRefused", report.Refusals[0].Detail, Describe(report))
            : Finding.Valid($"{report.PayloadFileCount} files are those of the manifests. Says that they are as they were packed, not who packed them.", Describe(report));
    }

    private static JsonArray List(IReadOnlyList<BagProblem> problems) =>
        new([.. problems.Select(each => (JsonNode)new JsonObject { ["code"] = JsonName(each.Code), ["path"] = each.Path, ["detail"] = each.Detail })]);

    private static string JsonName(BagProblemCode code) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(code.ToString());
}
