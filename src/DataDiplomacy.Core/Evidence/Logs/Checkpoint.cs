using System.Globalization;

namespace DataDiplomacy.Core.Evidence.Logs;

/// <summary>The state of a log at one size (c2sp.org/tlog-checkpoint): the text of a note that the log signs.</summary>
/// <param name="Origin">The name of the log.</param>
/// <param name="Size">Leaves of the tree.</param>
/// <param name="Root">The root, 32 bytes.</param>
/// <param name="Extensions">Further lines, none of them empty; none are written here.</param>
public sealed record Checkpoint(string Origin, ulong Size, ReadOnlyMemory<byte> Root, IReadOnlyList<string> Extensions)
{
    /// <summary>Reads the text of a checkpoint's note.</summary>
    /// <param name="text">Origin, size and root, a line each, and further lines.</param>
    /// <returns>The checkpoint.</returns>
    /// <exception cref="FormatException">A line is missing, empty or malformed.</exception>
    public static Checkpoint Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.EndsWith('\n')) throw new FormatException("A checkpoint ends with a line feed.");
        var lines = text.Split('\n')[..^1];
        if (lines.Length < 3) throw new FormatException("A checkpoint has at least three lines: origin, size, root.");
        if (lines.Any(line => line.Length == 0)) throw new FormatException("No line of a checkpoint is empty.");
        if (!NoteText.TryNumber(lines[1], out var size)) throw new FormatException($"\"{lines[1]}\" is no size: decimal, without sign and leading zeros.");
        var root = NoteText.Base64(lines[2]);
        if (root is not { Length: Merkle.HashLength }) throw new FormatException("The root of a checkpoint is base64 of 32 bytes.");
        return new(lines[0], size, root, lines[3..]);
    }

    /// <summary>The text of the note.</summary>
    /// <returns>Lines, each with a line feed.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root.Span)}\n") + string.Concat(Extensions.Select(line => line + "\n"));
}
