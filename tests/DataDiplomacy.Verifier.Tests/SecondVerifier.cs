using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace DataDiplomacy.Verifier.Tests;

/// <summary>The verifier in one file of Python, run as an expert would.</summary>
internal static class SecondVerifier
{
    /// <summary>The exit code; a named skip without Python.</summary>
    public static int Run(params string[] args) => Start(args).Exit;

    /// <summary>The one object of the output; a named skip without Python.</summary>
    public static JsonElement Answer(params string[] args) => JsonDocument.Parse(Start(args).Output).RootElement;

    /// <summary>All of the output; a named skip without Python.</summary>
    public static string Text(params string[] args) => Start(args).Output;

    private static (int Exit, string Output) Start(string[] args)
    {
        var start = new ProcessStartInfo("python3") { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        foreach (var each in args.Prepend(Script())) start.ArgumentList.Add(each);
        try
        {
            using var process = Process.Start(start) ?? throw new InvalidOperationException("python3 did not start.");
            var output = process.StandardOutput.ReadToEnd();
            var people = process.StandardError.ReadToEnd();
            process.WaitForExit();
            people.ShouldBeEmpty();
            return (process.ExitCode, output);
        }
        catch (Win32Exception)
        {
            Assert.Skip("There is no python3 on this machine.");
            return (-1, "");
        }
    }

    private static string Script()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DataDiplomacy.Api.sln"))) return Path.Combine(folder.FullName, "src", "DataDiplomacy.Verifier.Python", "verify.py");
        }
        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
