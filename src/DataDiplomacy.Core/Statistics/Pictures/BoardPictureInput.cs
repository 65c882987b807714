namespace DataDiplomacy.Core.Statistics.Pictures;

/// <summary>How good a cell of a board is.</summary>
public enum BoardTone
{
    /// <summary>As wanted.</summary>
    Good,

    /// <summary>Nearly as wanted.</summary>
    Fair,

    /// <summary>Hardly as wanted.</summary>
    Poor,

    /// <summary>The opposite of what is wanted.</summary>
    Bad,

    /// <summary>Nothing can be said.</summary>
    None
}

/// <summary>One cell of a board.</summary>
/// <param name="Text">What stands in it; long texts are shortened.</param>
/// <param name="Tone">Its colour and mark.</param>
public sealed record BoardCell(string Text, BoardTone Tone);

/// <summary>One row of a board.</summary>
/// <param name="Label">Name of the row.</param>
/// <param name="Note">Second line under the name; may be empty.</param>
/// <param name="Cells">One cell for each column.</param>
public sealed record BoardRow(string Label, string Note, IReadOnlyList<BoardCell> Cells);

/// <summary>What a board shows: several readings of several things, side by side.</summary>
public sealed record BoardPictureInput
{
    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Second line; may be empty.</summary>
    public required string Subtitle { get; init; }

    /// <summary>Names of the columns.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The rows, from the top.</summary>
    public required IReadOnlyList<BoardRow> Rows { get; init; }

    /// <summary>What each tone stands for, in the order in which it is explained.</summary>
    public required IReadOnlyList<KeyValuePair<BoardTone, string>> Legend { get; init; }

    /// <summary>Sentences below the board.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Source of the data.</summary>
    public required string Source { get; init; }

    /// <summary>Date or instant of the state of knowledge, printed as <c>As known on …</c>.</summary>
    public required string AsOf { get; init; }
}
