using System.Text.RegularExpressions;

namespace DataDiplomacy.Core.Evidence.Assessments;

/// <summary>Tells whether two records are assessed for the same claim.</summary>
public static partial class ClaimText
{
    /// <summary>The text by which claims are the same: lower case, white space as single spaces, no full stop at the end. Composed and decomposed letters stay apart: without data of cultures they are not compared.</summary>
    /// <param name="claim">The claim as it was written.</param>
    /// <returns>The normalised text; empty for an empty claim.</returns>
    public static string Normalize(string claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return Spaces().Replace(claim, " ").Trim().TrimEnd('.').TrimEnd().ToLowerInvariant();
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
