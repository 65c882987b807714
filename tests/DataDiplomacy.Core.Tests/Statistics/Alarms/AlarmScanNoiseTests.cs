using DataDiplomacy.Core.Statistics.Alarms;

namespace DataDiplomacy.Core.Tests.Statistics.Alarms;

/// <summary>What a scan promises about false alarms, put to series in which nothing happens: 200 of each kind, from fixed seeds.</summary>
public sealed class AlarmScanNoiseTests
{
    private const int Repetitions = 200;

    [Theory]
    [InlineData(AlarmScan.Ears, 10, 52, 1, 60)]
    [InlineData(AlarmScan.Ears, 1, 52, 1, 120)]
    [InlineData(AlarmScan.Ears, 0.3, 52, 1, 120)]
    [InlineData(AlarmScan.Negbin, 10, 52, 1, 60)]
    [InlineData(AlarmScan.Negbin, 0.5, 52, 1, 120)]
    [InlineData(AlarmScan.FarringtonFlexible, 20, 12, 36, 72)]
    [InlineData(AlarmScan.FarringtonFlexible, 4, 52, 208, 226)]
    [InlineData(AlarmScan.Farrington, 20, 12, 36, 72)]
    [InlineData(AlarmScan.Farrington, 4, 52, 208, 226)]
    [InlineData(AlarmScan.RobustZ, 5, 52, 1, 40)]
    [InlineData(AlarmScan.RobustZ, 2, 52, 1, 40)]
    [InlineData(AlarmScan.RobustZ, 50, 52, 1, 40)]
    [InlineData(AlarmScan.Ewma, 30, 52, 20, 120)]
    [InlineData(AlarmScan.Cusum, 30, 52, 20, 120)]
    [InlineData(AlarmScan.Ewma, 30, 52, 60, 160)]
    [InlineData(AlarmScan.Cusum, 30, 52, 60, 160)]
    public void Counts_without_an_outbreak_give_no_more_alarms_than_it_says(string method, double mean, int binsPerYear, int first, int length)
    {
        var random = new Random(20_261_130);

        var scans = Enumerable.Range(0, Repetitions)
            .Select(_ => Scan(Poisson(random, mean, length), method, binsPerYear, first)).ToList();

        Alarms(scans).ShouldBeLessThanOrEqualTo(MostByChance(scans), Told(scans));
        Discoveries(scans).ShouldBeLessThanOrEqualTo(MostDiscoveries, Told(scans));
    }

    [Theory]
    [InlineData(AlarmScan.RobustZ, 18, true)]
    [InlineData(AlarmScan.RobustZ, 18, false)]
    [InlineData(AlarmScan.RobustZ, 60, true)]
    [InlineData(AlarmScan.Ewma, 60, true)]
    [InlineData(AlarmScan.Ewma, 60, false)]
    [InlineData(AlarmScan.Cusum, 60, true)]
    [InlineData(AlarmScan.Cusum, 60, false)]
    [InlineData(AlarmScan.Ewma, 18, true)]
    [InlineData(AlarmScan.Cusum, 18, true)]
    public void Values_without_an_event_give_no_more_alarms_than_it_says(string method, int length, bool walks)
    {
        var random = new Random(42);

        var scans = Enumerable.Range(0, Repetitions).Select(_ => Scan(Normal(random, length, walks), method, 1, 0)).ToList();

        Alarms(scans).ShouldBeLessThanOrEqualTo(MostByChance(scans), Told(scans));
        Discoveries(scans).ShouldBeLessThanOrEqualTo(MostDiscoveries, Told(scans));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(40)]
    public void Many_series_and_methods_together_keep_false_discoveries_below_five_in_a_hundred(double mean)
    {
        var random = new Random(7);
        var discoveries = 0;

        for (var i = 0; i < Repetitions; i++)
        {
            var family = AlarmScanFamily.Of([.. Enumerable.Range(0, 5).Select(_ =>
                AlarmScan.Watch(new AlarmScanInput { Values = Poisson(random, mean, 40), Methods = [AlarmScan.Ears, AlarmScan.Negbin, AlarmScan.RobustZ] }))]);
            if (Tests(family.Scans).Any(test => test.Q < 0.05)) discoveries++;
        }

        discoveries.ShouldBeLessThanOrEqualTo(MostDiscoveries);
    }

    [Theory]
    [InlineData(AlarmScan.Ears, 10, 40, 12)]
    [InlineData(AlarmScan.Negbin, 10, 40, 12)]
    [InlineData(AlarmScan.FarringtonFlexible, 20, 60, 12)]
    [InlineData(AlarmScan.Farrington, 20, 60, 12)]
    [InlineData(AlarmScan.Ewma, 10, 60, 12)]
    [InlineData(AlarmScan.Cusum, 10, 60, 12)]
    [InlineData(AlarmScan.RobustZ, 10, 60, 12)]
    public void An_outbreak_is_found_at_its_bin(string method, double mean, double outbreak, int binsPerYear)
    {
        var random = new Random(3);
        var found = 0;

        for (var i = 0; i < Repetitions; i++)
        {
            var counts = Poisson(random, mean, 61);
            counts[55] = outbreak + mean;
            var result = AlarmScan.Watch(new AlarmScanInput { Values = counts, BinsPerYear = binsPerYear, First = 40, Methods = [method] }).Single();
            if (result.Tests.Single(test => test.Index == 55).Alarm) found++;
        }

        found.ShouldBeGreaterThanOrEqualTo(170);
    }

    /// <summary>Five in a hundred, and three standard errors of 200 repetitions.</summary>
    private static int MostDiscoveries => (int)(0.05 * Repetitions + 3 * Math.Sqrt(0.05 * 0.95 * Repetitions));

    private static AlarmScanFamily Scan(double?[] values, string method, int binsPerYear, int first) =>
        AlarmScanFamily.Of([AlarmScan.Watch(new AlarmScanInput { Values = values, BinsPerYear = binsPerYear, First = first, Methods = [method] }, Chances)]);

    private static ChartFalseAlarms Chances { get; } = new();

    private static double Alarms(List<AlarmScanFamily> scans) => scans.Sum(scan => scan.Alarms);

    /// <summary>The expectation and three standard errors, as the repetitions themselves vary (at least as a Poisson number).</summary>
    private static double MostByChance(List<AlarmScanFamily> scans)
    {
        var (expected, mean) = (scans.Sum(scan => scan.ExpectedFalseAlarms), scans.Average(scan => scan.Alarms));
        var variance = Math.Max(expected, scans.Sum(scan => (scan.Alarms - mean) * (scan.Alarms - mean)));
        return expected + 3 * Math.Sqrt(variance);
    }

    private static int Discoveries(List<AlarmScanFamily> scans) => scans.Count(scan => Tests(scan.Scans).Any(test => test.Q < 0.05));

    private static IEnumerable<AlarmScanTest> Tests(IReadOnlyList<IReadOnlyList<AlarmScanResult>> scans) => scans.SelectMany(scan => scan.SelectMany(result => result.Tests));

    private static string Told(List<AlarmScanFamily> scans) => FormattableString.Invariant(
        $"{Alarms(scans)} alarms, {scans.Sum(scan => scan.ExpectedFalseAlarms)} expected, {scans.Sum(scan => scan.Tests)} tests, {Discoveries(scans)} discoveries");

    private static double?[] Poisson(Random random, double mean, int length) => [.. Enumerable.Range(0, length).Select(_ => (double?)MathNet.Numerics.Distributions.Poisson.Sample(random, mean))];

    private static double?[] Normal(Random random, int length, bool walks)
    {
        var (values, level) = (new double?[length], 100.0);
        for (var t = 0; t < length; t++)
        {
            var noise = MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1);
            level = walks ? level + noise : level;
            values[t] = walks ? level : level + noise;
        }
        return values;
    }
}
