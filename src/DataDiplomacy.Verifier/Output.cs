using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Verifier.Inputs;

namespace DataDiplomacy.Verifier;

/// <summary>The two outputs and the exit codes. The same finding gives the same bytes.</summary>
internal sealed class Output(Stream standard, TextWriter people)
{
    private const int ExitValid = 0;
    private const int ExitRefused = 1;
    private const int ExitUnreadable = 2;

    // It is read by programs and on terminals, never pasted into HTML: names stay legible.
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Runs a verb that answers with a JSON object.</summary>
    public int Answer(string verb, Func<Finding> run)
    {
        try
        {
            var finding = run();
            Write(verb, finding.IsValid, finding.Code, finding.Explanation, finding.Details);
            return finding.IsValid ? ExitValid : ExitRefused;
        }
        catch (UnreadableException error)
        {
            Write(verb, null, "unreadable", error.Message, []);
            return ExitUnreadable;
        }
    }

    /// <summary>Runs a verb that answers with bytes; without any, only people are told why.</summary>
    public int AnswerBytes(Func<byte[]> run)
    {
        try
        {
            standard.Write(run());
            standard.Flush();
            return ExitValid;
        }
        catch (FormatException error)
        {
            people.WriteLine(error.Message);
            return ExitRefused;
        }
        catch (UnreadableException error)
        {
            people.WriteLine(error.Message);
            return ExitUnreadable;
        }
    }

    /// <summary>Tells what is wrong with the arguments.</summary>
    public int Usage(string? verb, string message)
    {
        if (verb == Verbs.JcsVerb.Name) people.WriteLine(message);
        else Write(verb, null, "usage", message, []);
        people.WriteLine(verb is null ? "See --help." : $"See {verb} --help.");
        return ExitUnreadable;
    }

    private void Write(string? verb, bool? valid, string code, string explanation, JsonObject details)
    {
        var answer = new JsonObject { ["verb"] = verb, ["valid"] = valid, ["code"] = code, ["explanation"] = explanation };
        foreach (var (name, value) in details) answer[name] = value?.DeepClone();
        standard.Write(Encoding.UTF8.GetBytes(answer.ToJsonString(Json) + "\n"));
        standard.Flush();
        if (valid != true) people.WriteLine(explanation);
    }
}
