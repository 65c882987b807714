namespace DataDiplomacy.Core.Statistics.Pictures;

/// <summary>How a pair stands in a matrix.</summary>
public enum PairMatrixState
{
    /// <summary>With its figure.</summary>
    Given,

    /// <summary>With its figure, which was asked for although it cannot be believed.</summary>
    Forced,

    /// <summary>Without a figure, because it would mislead.</summary>
    Refused,

    /// <summary>Without a figure, because there is none.</summary>
    Undefined
}

/// <summary>One variable of a matrix.</summary>
/// <param name="Name">Its name; long ones are shortened.</param>
/// <param name="Unit">Its unit.</param>
public sealed record PairMatrixVariable(string Name, string Unit);

/// <summary>One pair of a matrix.</summary>
public sealed record PairMatrixCell
{
    /// <summary>Index of the variable that comes first.</summary>
    public required int Column { get; init; }

    /// <summary>Index of the variable that comes later.</summary>
    public required int Row { get; init; }

    /// <summary>The correlation, -1 to 1; null without one.</summary>
    public double? R { get; init; }

    /// <summary>The lag of that correlation in periods; null where none was looked for.</summary>
    public int? Lag { get; init; }

    /// <summary>Whether it is marked as told from chance.</summary>
    public bool IsSignificant { get; init; }

    /// <summary>How the pair stands.</summary>
    public required PairMatrixState State { get; init; }
}

/// <summary>What a matrix of pairs shows.</summary>
public sealed record PairMatrixInput
{
    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Second line: what was correlated.</summary>
    public required string Subtitle { get; init; }

    /// <summary>The variables, from the top and from the left.</summary>
    public required IReadOnlyList<PairMatrixVariable> Variables { get; init; }

    /// <summary>The pairs, each once.</summary>
    public required IReadOnlyList<PairMatrixCell> Cells { get; init; }

    /// <summary>Sentences below the matrix.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Source of the data.</summary>
    public required string Source { get; init; }

    /// <summary>Date or instant of the state of knowledge, printed as <c>As known on …</c>.</summary>
    public required string AsOf { get; init; }
}
