using DataDiplomacy.Core.Statistics;

namespace DataDiplomacy.Core.Tests.Statistics;

public sealed class QuantilesTests
{
    [Theory]
    [InlineData(0.5, 2.5)] // Place 1.5: halfway between 2 and 3.
    [InlineData(0.95, 8.95)] // Place 2.85: 3 + 0.85 · (10 - 3).
    [InlineData(0, 1)]
    [InlineData(1, 10)]
    public void Interpolates_between_neighbours(double share, double expected) =>
        Quantiles.Of([10, 2, 1, 3], share).ShouldNotBeNull().ShouldBe(expected, 1e-12);

    [Fact]
    public void Gives_the_only_value_for_each_share() => Quantiles.Of([7], 0.95).ShouldBe(7);

    [Fact]
    public void Gives_nothing_for_nothing() => Quantiles.Of([], 0.5).ShouldBeNull();

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Refuses_what_is_no_share(double share) => Should.Throw<ArgumentOutOfRangeException>(() => Quantiles.Of([1], share));
}
