namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>Scans that were made together: q over all of their tests, and how many alarms chance alone would give.</summary>
public sealed record AlarmScanFamily
{
    /// <summary>Most tests that are made together.</summary>
    public const int MaxTests = MultipleTesting.MaxPoints;

    private const double Level = 0.05;

    /// <summary>The scans, in the order they were given, with q.</summary>
    public required IReadOnlyList<IReadOnlyList<AlarmScanResult>> Scans { get; init; }

    /// <summary>Number of tests: bins that were judged, once for each method.</summary>
    public required int Tests { get; init; }

    /// <summary>Number of tests with a p, over which q is adjusted.</summary>
    public required int FamilySize { get; init; }

    /// <summary>Number of alarms.</summary>
    public required int Alarms { get; init; }

    /// <summary>Number of alarms expected if nothing changed anywhere.</summary>
    public required double ExpectedFalseAlarms { get; init; }

    /// <summary>One sentence or two that say what can and what cannot be concluded.</summary>
    public required string Verdict { get; init; }

    /// <summary>Puts scans together.</summary>
    /// <exception cref="ArgumentException">There are more than <see cref="MaxTests"/> tests.</exception>
    public static AlarmScanFamily Of(IReadOnlyList<IReadOnlyList<AlarmScanResult>> scans)
    {
        ArgumentNullException.ThrowIfNull(scans);
        List<AlarmScanTest> tests = [.. scans.SelectMany(scan => scan.SelectMany(result => result.Tests))];
        if (tests.Count > MaxTests) throw new ArgumentException($"{tests.Count} tests; at most {MaxTests} are made together.", nameof(scans));

        var q = MultipleTesting.Adjust([.. tests.Select(test => test.P is { } p ? Math.Clamp(p, 0, 1) : (double?)null)]).Bh;
        var at = 0;
        List<IReadOnlyList<AlarmScanResult>> adjusted =
            [.. scans.Select(scan => scan.Select(result => result with { Tests = [.. result.Tests.Select(test => test with { Q = q[at++] })] }).ToList())];
        var alarms = tests.Count(test => test.Alarm);
        var expected = scans.Sum(scan => scan.Sum(result => result.ExpectedFalseAlarms));
        var standing = adjusted.Sum(scan => scan.Sum(result => result.Tests.Count(test => test.Alarm && test.Q < Level)));
        return new AlarmScanFamily
        {
            Scans = adjusted,
            Tests = tests.Count,
            FamilySize = tests.Count(test => test.P is not null),
            Alarms = alarms,
            ExpectedFalseAlarms = expected,
            Verdict = VerdictOf(tests, alarms, standing, expected)
        };
    }

    private static string VerdictOf(List<AlarmScanTest> tests, int alarms, int standing, double expected)
    {
        if (tests.Count == 0) return "No test could be made; the reason stands with each method.";
        var counted = $"{Number(alarms)} {(alarms == 1 ? "alarm" : "alarms")} among {Number(tests.Count)} {(tests.Count == 1 ? "test" : "tests")}; "
            + $"about {ReadableNumber.Of(expected)} {(expected == 1 ? "is" : "are")} expected by chance if nothing changed.";
        if (alarms == 0) return counted + " Nothing differs from its baseline by more than the limits; a smaller or slower change can be missed.";
        var withP = tests.Count(test => test.Alarm && test.P is not null);
        var stands = withP == 0 ? " None of them has a p, so none could be adjusted for the number of tests." : $" {Number(standing)} of the {Number(withP)} with a p hold after adjusting for all tests (q<0.05).";
        return counted + stands + " Alarms rank what a person should look at; they do not say what happened, nor why.";
    }

    private static string Number(int count) => count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}
