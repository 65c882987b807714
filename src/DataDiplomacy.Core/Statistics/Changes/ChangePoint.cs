namespace DataDiplomacy.Core.Statistics.Changes;

/// <summary>
/// Several changes of the mean: the exact optimum for each number of changes, chosen by BIC, and the optimum under a
/// penalty for each change.
/// </summary>
public static class ChangePoint
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of values; the cost is their square.</summary>
    public const int MaxPoints = 5_000;

    /// <summary>Largest number of changes whose optimum is shown and compared by BIC.</summary>
    public const int MaxChanges = 5;

    private const double Epsilon = 2.220446049250313e-16;

    /// <summary>
    /// Looks for changes. Undefined with fewer values than two segments need, or with equal values throughout. Without
    /// a penalty and with no spread of the differences between neighbours there is no penalised choice.
    /// </summary>
    /// <param name="values">Values in the order of time; null is missing and dropped, and positions refer to what is left.</param>
    /// <param name="settings">Smallest segment and penalty; null takes the defaults.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite, there are more than <see cref="MaxPoints"/>, or a setting is out of range.</exception>
    public static ChangePointResult Find(IReadOnlyList<double?> values, ChangePointSettings? settings = null)
    {
        settings ??= new ChangePointSettings();
        settings.Check();
        var sample = FiniteValues.Present(values, nameof(values));
        if (values.Count > MaxPoints) throw new ArgumentException($"{values.Count} values; at most {MaxPoints} are taken.", nameof(values));
        if (sample.Length < Math.Max(2, 2L * settings.MinSize)) return Undefined(ChangePointResult.InsufficientData, sample.Length);
        // Equality is meant exactly: nothing differs.
        if (sample.AsSpan().IndexOfAnyExcept(sample[0]) < 0) return Undefined(ChangePointResult.Constant, sample.Length);

        var scale = BinaryScale.Of(sample);
        var scaled = scale.Down(sample);
        return Penalised(ByNumber(scaled, scale, settings.MinSize), scaled, scale, settings);
    }

    private static ChangePointResult Undefined(string reason, int n) => new() { Defined = false, Reason = reason, N = n };

    private static ChangePointResult ByNumber(double[] scaled, BinaryScale scale, int minSize)
    {
        var n = scaled.Length;
        // As many as strucchange compares, and at least one.
        var most = Math.Min(MaxChanges, Math.Max(1, (n + minSize - 1) / minSize - 2));
        var partitions = OptimalPartitions.Of(scaled, minSize, most);
        double[] squares = [.. Enumerable.Range(0, most + 1).Select(m => WithoutNoise(partitions.Squares(m), n))];
        double[] bic = [.. squares.Select((rss, m) => Bic(rss, m, n, scale))];
        return new ChangePointResult
        {
            Defined = true,
            N = n,
            Rss0 = scale.UpSquaredInRange(squares[0]),
            OptimalByM = [.. Enumerable.Range(1, most).Select(m => new ChangePointPartition(m, partitions.Changes(m), scale.UpSquaredInRange(squares[m])))],
            Bic = [.. bic.Select(value => Finite(value))],
            // The fewest changes among those that fit exactly: minus infinity comes first.
            BicChanges = partitions.Changes(Array.IndexOf(bic, bic.Min()))
        };
    }

    private static ChangePointResult Penalised(ChangePointResult result, double[] scaled, BinaryScale scale, ChangePointSettings settings)
    {
        var variance = NoiseVariance(scaled);
        var n = scaled.Length;
        var chosen = settings.PenaltyFactor * variance * Math.Log(n);
        var withSigma = result with { Sigma2 = scale.UpSquaredInRange(variance) };
        if (settings.Penalty is null && variance == 0) return withSigma;

        var penalty = settings.Penalty is { } given ? Math.ScaleB(given, -2 * scale.Exponent) : chosen;
        var changes = Pelt.Changes(scaled, settings.MinSize, penalty);
        var segments = Segments(scaled, changes);
        var used = settings.Penalty ?? scale.UpSquaredInRange(chosen);
        var squares = scale.UpSquaredInRange(WithoutNoise(segments.Sum(segment => segment.Squares), n));
        return withSigma with
        {
            PenaltyUsed = used,
            PeltChanges = changes,
            PeltObjective = changes.Length == 0 ? squares : Finite(squares + used * changes.Length),
            SegmentMeans = [.. segments.Select(segment => Finite(scale.Up(segment.Mean)))]
        };
    }

    /// <summary>Variance from the spread of the differences between neighbours, which a few changes hardly move.</summary>
    private static double NoiseVariance(double[] scaled)
    {
        double[] differences = [.. scaled.Skip(1).Zip(scaled, (next, value) => next - value)];
        var middle = Middle.Of(differences);
        var spread = Middle.Of(differences.Select(difference => Math.Abs(difference - middle)));
        // Differences of decimal fractions differ by rounding alone; a penalty made of it would find changes everywhere.
        return spread <= 16 * Epsilon ? 0 : Math.Pow(1.4826 * spread / Math.Sqrt(2), 2);
    }

    private static RunningSquares[] Segments(double[] scaled, int[] changes) =>
        [.. changes.Append(scaled.Length).Zip(changes.Prepend(0), (end, start) => RunningSquares.Of(scaled.AsSpan(start..end)))];

    /// <summary>Minus infinity where nothing is left.</summary>
    private static double Bic(double squares, int changes, int n, BinaryScale scale) =>
        n * (Math.Log(squares) + 2 * scale.Exponent * Math.Log(2) + 1 - Math.Log(n) + Math.Log(2 * Math.PI)) + Math.Log(n) * 2 * (changes + 1);

    /// <summary>What equal values leave is rounding, and no number of changes is better than another for it.</summary>
    private static double WithoutNoise(double squares, int n) => squares <= n * Math.Pow(16 * Epsilon, 2) ? 0 : squares;

    private static double? Finite(double? figure) => figure is { } value && double.IsFinite(value) ? value : null;
}
