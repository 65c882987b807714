using System.Text;
using System.Text.Json;

namespace DataDiplomacy.Verifier.Tests;

/// <summary>One run of the program within the test.</summary>
internal sealed record Run(int ExitCode, byte[] Output, string People)
{
    public static Run Of(params string[] args)
    {
        using var standard = new MemoryStream();
        using var people = new StringWriter();
        var exit = Program.Run(args, standard, people);
        return new Run(exit, standard.ToArray(), people.ToString());
    }

    public string Text => Encoding.UTF8.GetString(Output);

    /// <summary>The one object of the output.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public string? Code => Json.GetProperty("code").GetString();

    /// <summary>Exit code and code of the outcome.</summary>
    public (int ExitCode, string? Code) Outcome => (ExitCode, Code);
}
