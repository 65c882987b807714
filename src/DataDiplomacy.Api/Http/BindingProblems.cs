using System.Text.Json;
using System.Text.RegularExpressions;

namespace DataDiplomacy.Api.Http;

/// <summary>Turns what the framework says about a request that it could not bind into a problem that names the field.</summary>
internal static partial class BindingProblems
{
    public static ProblemException From(BadHttpRequestException fault)
    {
        if (fault.InnerException is JsonException json)
        {
            var field = json.Path is { Length: > 2 } path ? path[2..] : "body";
            return ProblemException.Invalid(field, $"The JSON of the body is not valid at '{field}' (line {json.LineNumber + 1}): {Plain(json)}");
        }

        if (Parameter().Match(fault.Message) is { Success: true } match)
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(match.Groups["name"].Value);
            return ProblemException.Invalid(name, $"'{match.Groups["value"].Value}' is not a valid {name}: {Expected(match.Groups["type"].Value)}.");
        }

        return new ProblemException(Problems.InvalidRequest, fault.Message.StartsWith("Required", StringComparison.Ordinal)
            ? "The request lacks a required part: " + fault.Message
            : "The request could not be read: " + fault.Message);
    }

    /// <summary>What is wrong, without the name of a type of ours.</summary>
    private static string Plain(JsonException fault) => fault.Message switch
    {
        var m when m.Contains("missing required", StringComparison.Ordinal) && Missing().Match(m) is { Success: true } found =>
            $"required and missing: {found.Groups["names"].Value}.",
        var m when m.Contains("could not be converted", StringComparison.Ordinal) => "the value has the wrong type or is not one of the allowed names.",
        var m when m.Contains("could not be mapped", StringComparison.Ordinal) => "there is no such field.",
        var m => m.Split(" Path:")[0],
    };

    private static string Expected(string type) => type switch
    {
        "int" or "Int32" or "long" or "Int64" or "Nullable<int>" => "a whole number is expected",
        "bool" or "Boolean" or "Nullable<bool>" => "true or false is expected",
        _ => "see the description of the parameter in /openapi/v1.json",
    };

    [GeneratedRegex("""parameter "(?<type>\S+) (?<name>\w+)" from "(?<value>.*)"\.""")]
    private static partial Regex Parameter();

    [GeneratedRegex("including: (?<names>.+?)\\.?$")]
    private static partial Regex Missing();
}
