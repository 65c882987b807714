using System.Text.Json;
using DataDiplomacy.Core.Statistics;
using DataDiplomacy.Core.Statistics.Quality;

namespace DataDiplomacy.Core.Tests.Statistics.Quality;

public sealed class DataQualityTests
{
    [Fact]
    public void Measures_a_series_with_gaps_a_duplicate_and_a_flat_run()
    {
        var result = DataQuality.Measure([0, 2, 4, 4, 10, 12], [7, null, null, 7, 7, 8], 15);

        // By hand: slots 0 to 6; 1, 3, 4 are empty.
        result.ShouldBe(new DataQualityResult
        {
            Defined = true,
            Rows = 6,
            Usable = 4,
            Duplicates = 1,
            Step = 2,
            Expected = 7,
            Completeness = 4 / 7.0,
            LongestGap = 2,
            Regularity = 0.75,
            Timeliness = 3,
            LongestFlat = 3
        });
    }

    [Fact]
    public void Takes_the_smallest_of_equally_common_spacings() =>
        DataQuality.Measure([0, 5, 7, 12, 14], [1, 2, 3, 4, 5]).Step.ShouldBe(2);

    [Fact]
    public void Agrees_with_a_walk_over_all_slots()
    {
        var random = new Random(20_261);
        for (var draw = 0; draw < 300; draw++)
        {
            var n = random.Next(1, 12);
            var times = Enumerable.Range(0, n).Select(_ => (long)random.Next(-6, 10)).ToList();
            double?[] values = [.. times.Select(_ => random.Next(4) == 0 ? null : (double?)random.Next(3))];

            var result = DataQuality.Measure(times, values, 20);

            result.ShouldBe(Naive(times, values, 20), string.Join(' ', times));
        }
    }

    [Fact]
    public void Does_not_depend_on_the_order_of_different_times_nor_on_their_origin()
    {
        var plain = DataQuality.Measure([1, 2, 4, 5], [1, 1, null, 3], 9);

        DataQuality.Measure([5, 1, 4, 2], [3, 1, null, 1], 9).ShouldBe(plain);
        DataQuality.Measure([-99, -98, -96, -95], [1, 1, null, 3], -91).ShouldBe(plain);
    }

    [Fact]
    public void Counts_a_gap_of_any_length_without_walking_it()
    {
        var result = DataQuality.Measure([-DataQuality.LargestTime, 0, 1, 2, DataQuality.LargestTime], [1, 1, 1, 1, null]);

        result.LongestGap.ShouldBe(DataQuality.LargestTime - 1);
        result.Completeness.ShouldNotBeNull().ShouldBe(4 / 18014398509481983.0, 1e-25);
    }

    [Fact]
    public void Takes_as_many_rows_as_it_promises()
    {
        var times = Enumerable.Range(0, DataQuality.MaxPoints).Select(i => (long)(i * 7919 % DataQuality.MaxPoints)).ToList();

        var result = DataQuality.Measure(times, [.. times.Select(t => (double?)t)]);

        result.Completeness.ShouldBe(1);
        result.LongestGap.ShouldBe(0);
    }

    [Fact]
    public void Has_no_step_with_a_single_time()
    {
        var result = DataQuality.Measure([5, 5], [null, 1]);

        result.Step.ShouldBeNull();
        result.Completeness.ShouldBeNull();
        result.Usable.ShouldBe(1);
        result.Timeliness.ShouldBeNull();
    }

    [Fact]
    public void Has_no_timeliness_where_all_values_are_missing()
    {
        var result = DataQuality.Measure([1, 2, 3], [null, null, null], 5);

        result.Timeliness.ShouldBeNull();
        result.Completeness.ShouldBe(0);
        result.LongestGap.ShouldBe(3);
        result.LongestFlat.ShouldBe(0);
    }

    [Fact]
    public void Is_undefined_without_rows() =>
        Run("""{"times":[],"values":[]}""").Result.ShouldNotBeNull().ToJsonString().ShouldBe("""{"defined":false,"reason":"insufficient_data"}""");

    [Fact]
    public void Refuses_what_is_no_series()
    {
        Should.Throw<ArgumentException>(() => DataQuality.Measure([1], [1, 2])).Message.ShouldStartWith("1 times but 2 values");
        Should.Throw<ArgumentException>(() => DataQuality.Measure([1], [double.NaN]));
        Should.Throw<ArgumentException>(() => DataQuality.Measure([long.MinValue], [1]));
    }

    [Theory]
    [InlineData("""{"times":[1,2.5],"values":[1,2]}""", "{}", "inputs.times[1]")]
    [InlineData("""{"times":[1,null],"values":[1,2]}""", "{}", "inputs.times[1]")]
    [InlineData("""{"times":[1,2],"values":[1]}""", "{}", "inputs.values")]
    [InlineData("""{"times":[1,2],"values":[1,2]}""", """{"as_of":1e300}""", "parameters.as_of")]
    public void Names_the_field_at_fault(string inputs, string parameters, string field) =>
        Run(inputs, parameters).Error.ShouldNotBeNull().Field.ShouldBe(field);

    [Fact]
    public void Warns_about_what_makes_the_figures_misleading()
    {
        var run = Run("""{"times":[0,31,59,90,90],"values":[2,2,2,1,1]}""", """{"as_of":80}""");

        run.Warnings.ShouldBe(
        [
            "1 rows repeat a time; the first value of each time is used.",
            "Times lie off the grid of equal steps, so expected is no exact number of slots.",
            "3 values in a row are equal: look whether they were imputed or carried forward.",
            "as_of lies before the last value."
        ]);
    }

    private static StatisticalRun Run(string inputs, string parameters = "{}") =>
        StatisticalMethods.Run("data_quality", JsonElement.Parse(inputs), JsonElement.Parse(parameters)).ShouldNotBeNull();

    private static DataQualityResult Naive(List<long> times, double?[] values, double asOf)
    {
        var unique = times.Distinct().Order().ToList();
        var value = unique.ToDictionary(t => t, t => Enumerable.Range(0, times.Count).Where(i => times[i] == t).Select(i => values[i]).FirstOrDefault(v => v is not null));
        var usable = unique.Where(t => value[t] is not null).ToList();
        var flat = 0;
        for (var from = 0; from < usable.Count; from++)
        {
            for (var to = from; to < usable.Count; to++)
            {
                if (usable[from..(to + 1)].All(t => value[t] == value[usable[from]])) flat = Math.Max(flat, to - from + 1);
            }
        }
        var result = new DataQualityResult
        {
            Defined = true,
            Rows = times.Count,
            Usable = usable.Count,
            Duplicates = times.Count - unique.Count,
            Timeliness = usable.Count == 0 ? null : asOf - usable.Max(),
            LongestFlat = flat
        };
        if (unique.Count < 2) return result;

        var spacings = new List<long>();
        for (var i = 1; i < unique.Count; i++) spacings.Add(unique[i] - unique[i - 1]);
        var most = spacings.Max(s => spacings.Count(other => other == s));
        var step = spacings.Where(s => spacings.Count(other => other == s) == most).Min();
        var (gap, run) = (0, 0);
        for (var slot = unique[0]; slot <= unique[^1]; slot += step)
        {
            run = usable.Any(t => t >= slot && t < slot + step) ? 0 : run + 1;
            gap = Math.Max(gap, run);
        }
        var expected = (unique[^1] - unique[0]) / (double)step + 1;
        return result with
        {
            Step = step,
            Expected = expected,
            Completeness = usable.Count / expected,
            LongestGap = gap,
            Regularity = spacings.Count(s => s == step) / (double)spacings.Count
        };
    }
}
