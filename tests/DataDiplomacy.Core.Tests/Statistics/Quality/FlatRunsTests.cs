using DataDiplomacy.Core.Statistics.Quality;

namespace DataDiplomacy.Core.Tests.Statistics.Quality;

public sealed class FlatRunsTests
{
    [Fact]
    public void Counts_runs_that_are_long_enough_and_the_values_in_them() =>
        // Runs of 3, 1, 2 and 4 values.
        FlatRuns.Count([1, 1, 1, 2, 3, 3, 0, 0, 0, 0], 3).ShouldBe(new FlatRunCounts(2, 7, 4));

    [Fact]
    public void Takes_a_constant_for_one_run() => FlatRuns.Count([5, 5, 5, 5, 5]).ShouldBe(new FlatRunCounts(1, 5, 5));

    [Fact]
    public void Finds_none_where_runs_are_short() => FlatRuns.Count([5, 5, 5, 5, 6]).ShouldBe(new FlatRunCounts(0, 0, 0));

    [Fact]
    public void Finds_none_without_values() => FlatRuns.Count([]).ShouldBe(default);

    [Fact]
    public void Refuses_runs_of_one() => Should.Throw<ArgumentOutOfRangeException>(() => FlatRuns.Count([1], 1));
}
