using DataDiplomacy.Core.Statistics.Quality;

namespace DataDiplomacy.Core.Tests.Statistics.Quality;

public sealed class PairAgreementTests
{
    [Theory]
    [InlineData(100, 99, 0.01)]
    [InlineData(-100, -99, 0.01)]
    [InlineData(1, -1, 2)]
    [InlineData(0, 0, 0)]
    [InlineData(0, 5, 1)]
    [InlineData(1.7e308, -1.7e308, 2)]
    public void Relates_a_difference_to_the_larger_value(double a, double b, double expected) =>
        PairAgreement.RelativeDifference(a, b).ShouldBe(expected, 1e-12);

    [Fact]
    public void Counts_pairs_within_one_per_cent_and_takes_the_median() =>
        PairAgreement.Of([0, 0.005, 0.02, 0.5]).ShouldBe(new PairAgreementResult(4, 0.5, 0.0125));

    [Fact]
    public void Says_nothing_of_no_pair() => PairAgreement.Of([]).ShouldBeNull();
}
