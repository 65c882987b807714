using System.Text;

namespace DataDiplomacy.Core.Observations;

/// <summary>Names of dimensions as identifiers.</summary>
public static class DimensionNames
{
    private const string CodeSuffix = "_Code";

    /// <summary>
    /// The upper snake case of a source column: <c>Education level</c>, <c>[Education level]</c> and <c>EducationLevel_Code</c> give <c>EDUCATION_LEVEL</c>.
    /// Runs of anything but letters and digits become one underscore, a capital after a small letter starts a word, the suffix <c>_Code</c> of the long UNSD layout is dropped.
    /// </summary>
    /// <returns>The identifier; empty when the column holds neither letter nor digit.</returns>
    public static string ToId(string column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var name = column.EndsWith(CodeSuffix, StringComparison.Ordinal) ? column.AsSpan(0, column.Length - CodeSuffix.Length) : column;
        var id = new StringBuilder(name.Length + 4);
        var previous = '\0';
        foreach (var character in name)
        {
            if (char.IsLetterOrDigit(character))
            {
                var startsWord = !char.IsLetterOrDigit(previous) || char.IsLower(previous) && char.IsUpper(character);
                if (startsWord && id.Length > 0)
                    id.Append('_');
                id.Append(char.ToUpperInvariant(character));
            }
            previous = character;
        }
        return id.ToString();
    }
}
