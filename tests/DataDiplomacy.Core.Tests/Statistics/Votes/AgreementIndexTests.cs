using DataDiplomacy.Core.Statistics.Votes;

namespace DataDiplomacy.Core.Tests.Statistics.Votes;

public sealed class AgreementIndexTests
{
    [Fact]
    public void Agrees_with_the_formulas_written_out()
    {
        var random = new Random(2005);
        for (var draw = 0; draw < 150; draw++)
        {
            VoteCount[] votes = [.. Enumerable.Range(0, 1 + random.Next(6)).Select(_ => new VoteCount(Count(random), Count(random), Count(random)))];

            var result = AgreementIndex.Of(votes);

            var indices = new List<double>();
            for (var i = 0; i < votes.Length; i++)
            {
                var (y, n, a) = votes[i];
                double[] sorted = [.. new double[] { y, n, a }.Order()];
                var all = sorted.Sum();
                if (all > 0) indices.Add((sorted[2] - (sorted[0] + sorted[1]) / 2) / all);
                if (result.Ai is not { } agreement) continue;
                Close(agreement[i], all == 0 ? null : indices[^1]);
                Close(result.Rice.ShouldNotBeNull()[i], y + n == 0 ? null : Math.Abs((double)y - n) / (y + n));
            }
            result.VotesUsed.ShouldBe(indices.Count);
            Close(result.MeanAi, indices.Count == 0 ? null : indices.Average());
        }
    }

    [Fact]
    public void Treats_the_three_positions_alike()
    {
        var plain = AgreementIndex.Of([new(5, 2, 1), new(0, 7, 3)]);

        AgreementIndex.Of([new(1, 5, 2), new(7, 3, 0)]).Ai.ShouldBe(plain.Ai);
        AgreementIndex.Of([new(50, 20, 10), new(0, 70, 30)]).Ai.ShouldBe(plain.Ai);
    }

    [Theory]
    [InlineData("""{"yes_no_abstain":[]}""")]
    [InlineData("""{"yes_no_abstain":[[0,0,0],[0,0,0]]}""")]
    public void Is_undefined_where_nobody_voted(string inputs) => StatisticalAsk.IsUndefined("agreement_index", inputs, "insufficient_data");

    [Theory]
    [InlineData("""{"yes_no_abstain":[[1,2]]}""", "inputs.yes_no_abstain[0]")]
    [InlineData("""{"yes_no_abstain":[[1,2,3],[1,2]]}""", "inputs.yes_no_abstain[1]")]
    [InlineData("""{"yes_no_abstain":[[1,2,3],[1,-2,0]]}""", "inputs.yes_no_abstain[1][1]")]
    [InlineData("""{"yes_no_abstain":[[1,2,0.5]]}""", "inputs.yes_no_abstain[0][2]")]
    [InlineData("""{"yes_no_abstain":[[1,2,1e308]]}""", "inputs.yes_no_abstain[0][2]")]
    [InlineData("""{"yes_no_abstain":[[1,2,null]]}""", "inputs.yes_no_abstain[0][2]")]
    public void Names_the_cell_at_fault(string inputs, string field) => StatisticalAsk.Refuses("agreement_index", inputs, "{}", field);

    [Fact]
    public void Answers_the_fields_of_its_description() => StatisticalAsk.AnswersItsOutputs("agreement_index", """{"yes_no_abstain":[[1,2,3]]}""");

    [Fact]
    public void Warns_of_few_votes_and_of_votes_without_a_voter() =>
        StatisticalAsk.Run("agreement_index", """{"yes_no_abstain":[[1,2,3],[0,0,0]]}""").Warnings.ShouldBe(
        [
            "1 votes without a voter were left out of the mean.",
            "Few votes: 1, fewer than the 10 that a published cohesion should rest on."
        ]);

    [Fact]
    public void Takes_as_many_votes_and_voters_as_it_promises()
    {
        var most = AgreementIndex.MaxCount;

        var result = AgreementIndex.Of([.. Enumerable.Repeat(new VoteCount(most, most, most), AgreementIndex.MaxVotes)]);

        result.MeanAi.ShouldBe(0);
        result.VotesUsed.ShouldBe(100_000);
    }

    [Fact]
    public void Refuses_counts_out_of_range()
    {
        Should.Throw<ArgumentException>(() => AgreementIndex.Of([new(1, 1, 1), new(-1, 0, 0)])).Message.ShouldStartWith("votes[1]");
        Should.Throw<ArgumentException>(() => AgreementIndex.Of([new(long.MaxValue, 0, 0)]));
    }

    private static long Count(Random random) => Math.Max(0, random.Next(-6, 12));

    private static void Close(double? got, double? expected)
    {
        if (expected is not { } wanted) got.ShouldBeNull();
        else got.ShouldNotBeNull().ShouldBe(wanted, 1e-13);
    }
}
