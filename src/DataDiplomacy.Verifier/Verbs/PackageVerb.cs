using System.CommandLine;
using System.Text.Json.Nodes;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Packages;
using DataDiplomacy.Core.Evidence.Time;
using DataDiplomacy.Verifier.Inputs;

namespace DataDiplomacy.Verifier.Verbs;

/// <summary><c>package ZIP --policy FILE [--roots PEM] [--custodian PEM]</c>: everything in a package, by what the reader trusts.</summary>
internal static class PackageVerb
{
    public static Command Build(Output output)
    {
        var package = new Argument<string>("PACKAGE") { Description = "The zip, or the folder of the bag." };
        var policy = new Option<string>("--policy") { Required = true, Description = "The policy that you trust (c2sp.org/tlog-policy); never the one in the bag." };
        var roots = new Option<string?>("--roots") { Description = "Roots of time-stamping authorities that you trust, as PEM." };
        var custodian = new Option<string?>("--custodian") { Description = "The custodian's key, if you have it from somebody you trust." };
        var command = new Command("package", "Checks an exported package as a whole.") { package, policy, roots, custodian };
        command.SetAction(parsed => output.Answer("package", () => Check(parsed.GetRequiredValue(package), parsed.GetRequiredValue(policy), parsed.GetValue(roots), parsed.GetValue(custodian))));
        return command;
    }

    private static Finding Check(string path, string policyFile, string? roots, string? custodian)
    {
        var bytes = InputFile.Bytes(policyFile);
        if (!Parsing.Try(() => WitnessPolicy.Parse(bytes), out var policy, out var problem)) return Finding.Refused("policyInvalid", problem);
        var certificates = roots is null ? [] : InputFile.Certificates(roots);
        var files = BagSource.Open(path);
        var report = PackageVerification.Verify(files, new PackageTrust(policy, custodian is null ? null : KeyFile.Read(custodian), certificates.Count == 0 ? null : new TimestampTrust(certificates, [])));
        var details = new JsonObject
        {
            ["checks"] = new JsonArray([.. report.Checks.Select(each => (JsonNode)new JsonObject { ["code"] = each.Code, ["record"] = each.Record, ["outcome"] = each.Outcome, ["detail"] = each.Detail, ["limits"] = each.Limits })]),
            ["notChecked"] = new JsonArray([.. NotChecked(report).Select(each => (JsonNode)each)]),
            ["trusted"] = new JsonObject
            {
                ["logs"] = new JsonArray([.. policy.Logs.Select(each => (JsonNode)each.ToString())]),
                ["custodianKeyId"] = report.CustodianKeyId,
                ["custodianPinned"] = report.CustodianPinned
            },
            ["bag"] = BagVerb.Describe(report.Bag)
        };
        var failed = report.Checks.Where(each => each.Outcome == PackageVerification.Fail).ToList();
        return report.Holds
            ? Finding.Valid("Every check holds. Says that nothing was changed since it was taken in, not that it is true.", details)
            : Finding.Refused("packageInvalid", string.Join(" | ", failed.Select(each => $"{each.Code} {each.Record}: {each.Detail}").DefaultIfEmpty("The package holds no record.")), details);
    }

    /// <summary>A report that keeps silent about what it did not look at would be read as if it had.</summary>
    private static IEnumerable<string> NotChecked(PackageReport report)
    {
        foreach (var check in report.Checks.Where(each => each.Outcome is PackageVerification.NotPerformed or PackageVerification.NotApplicable))
        {
            yield return $"{check.Code} {check.Record}: {check.Detail}";
        }

        yield return "whether the content is true, and who made it";
    }
}
