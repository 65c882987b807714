using System.Diagnostics.CodeAnalysis;

namespace DataDiplomacy.Verifier.Inputs;

/// <summary>Where malformed input is a refusal and not an unreadable file.</summary>
internal static class Parsing
{
    /// <summary>What the parser gives, or the reason that it gives.</summary>
    public static bool Try<T>(Func<T> parse, [NotNullWhen(true)] out T? read, out string problem) where T : class
    {
        try
        {
            (read, problem) = (parse(), "");
            return true;
        }
        catch (FormatException error)
        {
            (read, problem) = (null, error.Message);
            return false;
        }
    }
}
