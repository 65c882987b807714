using System.CommandLine;
using DataDiplomacy.Core.Evidence.Statements;
using DataDiplomacy.Verifier.Inputs;

namespace DataDiplomacy.Verifier.Verbs;

/// <summary><c>jcs FILE</c>: the canonical bytes (RFC 8785) and nothing else, so that they can be hashed from a pipe.</summary>
internal static class JcsVerb
{
    public const string Name = "jcs";

    public static Command Build(Output output)
    {
        var file = new Argument<string>("FILE") { Description = "One JSON value." };
        var command = new Command(Name, "Prints the canonical bytes of a JSON value (RFC 8785).") { file };
        command.SetAction(parsed => output.AnswerBytes(() => Jcs.Canonicalize(InputFile.Bytes(parsed.GetRequiredValue(file)))));
        return command;
    }
}
