using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Trends;

namespace DataDiplomacy.Api.Tests.Observations.Trends;

public sealed class ScanBudgetTests
{
    [Fact]
    public void Counts_keys_until_there_are_too_many()
    {
        var budget = new ScanBudget(mostKeys: 3, mostPairs: 100);
        budget.Spend([.. Key(1, 2), .. Key(2, 1)]);
        budget.Spend(Key(3, 4));

        var refusal = Should.Throw<ProblemException>(() => budget.Spend(Key(4, 1)));

        refusal.Problem.ShouldBe(Problems.TooLarge);
        refusal.Detail.ShouldStartWith("There are more than 3 keys; choose fewer by series=");
    }

    [Fact]
    public void Counts_pairs_until_there_are_too_many()
    {
        // 10 pairs of five values and 6 of four.
        var budget = new ScanBudget(mostKeys: 10, mostPairs: 15);
        budget.Spend(Key(1, 5));

        var refusal = Should.Throw<ProblemException>(() => budget.Spend(Key(2, 4)));

        refusal.Detail.ShouldStartWith("There are more than 15 pairs of values to compare");
    }

    [Fact]
    public void Spends_nothing_on_what_is_too_long_for_a_trend()
    {
        var budget = new ScanBudget(mostKeys: 10, mostPairs: 15);

        budget.Spend(Key(1, 5_001));

        budget.Keys.ShouldBe(1);
    }

    private static IReadOnlyList<StoredPoint> Key(int key, int n) => [.. Enumerable.Range(0, n).Select(i => new StoredPoint(1, key, i, 1, i))];
}
