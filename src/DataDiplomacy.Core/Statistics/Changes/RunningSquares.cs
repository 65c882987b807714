namespace DataDiplomacy.Core.Statistics.Changes;

/// <summary>
/// Sum of squared deviations from the mean of a growing segment (Welford 1962): differences of cumulative sums of
/// squares would lose all digits on a large offset.
/// </summary>
internal struct RunningSquares
{
    /// <summary>Number of values.</summary>
    public int Count { get; private set; }

    /// <summary>Their mean; 0 without values.</summary>
    public double Mean { get; private set; }

    /// <summary>Sum of their squared deviations from the mean.</summary>
    public double Squares { get; private set; }

    /// <summary>Takes one more value in.</summary>
    public void Add(double value)
    {
        var deviation = value - Mean;
        Mean += deviation / ++Count;
        Squares += deviation * (value - Mean);
    }

    /// <summary>The values of a segment taken in.</summary>
    public static RunningSquares Of(ReadOnlySpan<double> segment)
    {
        var squares = new RunningSquares();
        foreach (var value in segment) squares.Add(value);
        return squares;
    }
}
