using System.CommandLine;
using DataDiplomacy.Verifier.Verbs;

namespace DataDiplomacy.Verifier;

/// <summary>Checks proofs, signatures and logs on the reader's own machine: nothing but <c>log URL</c> uses the network.</summary>
public static class Program
{
    /// <summary>The verbs; each stands in its own file under Verbs.</summary>
    private static RootCommand Root(Output output) => new("Checks evidence offline. Exit code: 0 valid, 1 not valid or refused, 2 usage or unreadable file. Prints one JSON object.")
    {
        MerkleVerb.Build(output),
        NoteVerb.Build(output),
        ProofVerb.Build(output),
        JcsVerb.Build(output),
        DsseVerb.Build(output),
        TimestampVerb.Build(output),
        DkimVerb.Build(output),
        ArcVerb.Build(output),
        LogVerb.Build(output),
        BagVerb.Build(output),
        PackageVerb.Build(output)
    };

    /// <summary>Runs one verb.</summary>
    /// <param name="args">The verb with its options.</param>
    /// <param name="standard">Takes the answer.</param>
    /// <param name="people">Takes what is meant for people.</param>
    /// <returns>0 valid, 1 not valid or refused, 2 usage or unreadable file.</returns>
    public static int Run(string[] args, Stream standard, TextWriter people)
    {
        ArgumentNullException.ThrowIfNull(standard);
        ArgumentNullException.ThrowIfNull(people);
        var output = new Output(standard, people);
        // No response files: an argument that begins with @ is a file name like any other.
        var parsed = Root(output).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0) return output.Usage(Verb(parsed), string.Join(" ", parsed.Errors.Select(each => each.Message)));
        using var help = new StreamWriter(standard, leaveOpen: true);
        return parsed.Invoke(new InvocationConfiguration { Output = help, Error = people, EnableDefaultExceptionHandler = false });
    }

    private static int Main(string[] args)
    {
        using var standard = Console.OpenStandardOutput();
        return Run(args, standard, Console.Error);
    }

    private static string? Verb(ParseResult parsed) => parsed.CommandResult.Command is RootCommand ? null : parsed.CommandResult.Command.Name;
}
