using DataDiplomacy.Core.Statistics.Votes;

namespace DataDiplomacy.Core.Tests.Statistics.Votes;

public sealed class SScoreTests
{
    [Fact]
    public void Agrees_with_the_formulas_written_out()
    {
        var random = new Random(1999);
        for (var draw = 0; draw < 200; draw++)
        {
            var (n, distance) = (1 + random.Next(10), 2 + draw % 2);
            int?[] a = [.. Enumerable.Range(0, n).Select(_ => Position(random, distance))];
            int?[] b = [.. Enumerable.Range(0, n).Select(_ => Position(random, distance))];
            double[] weights = [.. Enumerable.Range(0, n).Select(_ => (double)random.Next(4))];

            var weighted = SScore.Of(a, b, weights, distance);
            var plain = SScore.Of(a, b, null, distance);

            Check(weighted, a, b, weights, distance);
            Check(plain, a, b, [.. weights.Select(_ => 1.0)], distance);
            Close(plain.KappaLinear, NaiveKappa(a, b, distance));
        }
    }

    [Fact]
    public void Does_not_depend_on_who_comes_first_on_the_order_of_votes_or_on_the_unit_of_weights()
    {
        int?[] a = [1, 3, 2, 1, null, 3];
        int?[] b = [3, 3, 1, 1, 2, 2];
        double[] weights = [2, 1, 0.5, 4, 8, 1];

        var plain = SScore.Of(a, b, weights);

        SScore.Of(b, a, weights).ShouldBe(plain);
        SScore.Of([.. a.Reverse()], [.. b.Reverse()], [.. weights.Reverse().Select(w => 16 * w)]).ShouldBe(plain);
        SScore.Of([.. a.Select(v => 4 - v)], [.. b.Select(v => 4 - v)], weights).ShouldBe(plain);
    }

    [Fact]
    public void Reaches_both_ends()
    {
        SScore.Of([1, 3], [3, 1]).S.ShouldBe(-1);
        SScore.Of([1, 3], [1, 3]).ShouldBe(new SScoreResult { Defined = true, NVotes = 2, S = 1, Agreement = 1, KappaLinear = 1 });
    }

    [Fact]
    public void Has_no_kappa_where_votes_weigh_differently_or_nobody_ever_differs()
    {
        SScore.Of([1, 3], [1, 1], [1, 2]).KappaLinear.ShouldBeNull();
        SScore.Of([1, 3], [1, 1], [2, 2]).KappaLinear.ShouldNotBeNull();
        SScore.Of([1, 1], [1, 1]).KappaLinear.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"a":[],"b":[]}""", "insufficient_data")]
    [InlineData("""{"a":[1,null],"b":[null,2]}""", "insufficient_data")]
    [InlineData("""{"a":[1,2],"b":[1,2],"weights":[0,0]}""", "zero_weight")]
    public void Is_undefined_with_a_reason(string inputs, string reason) => StatisticalAsk.IsUndefined("s_score", inputs, reason);

    [Theory]
    [InlineData("""{"a":[1,2],"b":[1]}""", "{}", "inputs.b")]
    [InlineData("""{"a":[1,4],"b":[1,2]}""", "{}", "inputs.a[1]")]
    [InlineData("""{"a":[1,2],"b":[1.5,2]}""", "{}", "inputs.b[0]")]
    [InlineData("""{"a":[1,2],"b":[0,2]}""", "{}", "inputs.b[0]")]
    [InlineData("""{"a":[1,2],"b":[1,2],"weights":[1]}""", "{}", "inputs.weights")]
    [InlineData("""{"a":[1,2],"b":[1,2],"weights":[1,-1]}""", "{}", "inputs.weights[1]")]
    [InlineData("""{"a":[1,2],"b":[1,2],"weights":[1,null]}""", "{}", "inputs.weights[1]")]
    [InlineData("""{"a":[1,2],"b":[1,2]}""", """{"d_max":0}""", "parameters.d_max")]
    public void Names_the_field_at_fault(string inputs, string parameters, string field) => StatisticalAsk.Refuses("s_score", inputs, parameters, field);

    [Fact]
    public void Answers_the_fields_of_its_description() => StatisticalAsk.AnswersItsOutputs("s_score", """{"a":[1,2,3],"b":[1,3,3]}""");

    [Fact]
    public void Warns_of_absences_few_votes_and_similarity_by_chance()
    {
        StatisticalAsk.Run("s_score", """{"a":[1,1,null],"b":[1,1,1]}""").Warnings.ShouldBe(
        [
            "1 votes in which one was absent were dropped.",
            "Few votes: 2, fewer than the 10 that a published similarity should rest on.",
            "Both voted one and the same way throughout: chance alone would agree fully, and s says nothing."
        ]);
        StatisticalAsk.Run("s_score", """{"a":[1,1,1,1,1,1,1,1,1,1,1,2],"b":[1,1,1,1,1,1,1,1,1,1,3,1]}""").Warnings
            .ShouldBe(["s is high but kappa is not: most of the similarity is what consensual votes give by chance."]);
        StatisticalAsk.Run("s_score", """{"a":[1,2],"b":[1,3],"weights":[1,2]}""").Warnings[^1].ShouldStartWith("There is no kappa beside s");
    }

    [Fact]
    public void Does_not_overflow_on_the_largest_weights_nor_vanish_on_the_smallest()
    {
        SScore.Of([1, 1, 1], [1, 3, 3], [double.MaxValue, double.MaxValue, 5e-324]).S.ShouldBe(0);
        SScore.Of([1, 1], [1, 3], [5e-324, 5e-324]).Agreement.ShouldBe(0.5);
    }

    [Fact]
    public void Takes_as_many_votes_as_it_promises()
    {
        int?[] a = [.. Enumerable.Range(0, SScore.MaxVotes).Select(i => (int?)(1 + i % 2))];

        var result = SScore.Of(a, [.. a.Select(v => 3 - v)]);

        // By hand: one step apart throughout.
        result.S.ShouldBe(0);
        result.KappaLinear.ShouldBe(-1);
    }

    [Fact]
    public void Refuses_what_is_no_position_or_weight()
    {
        Should.Throw<ArgumentException>(() => SScore.Of([1, 5], [1, 2])).Message.ShouldStartWith("Vote 1 has a position outside 1 to 3");
        Should.Throw<ArgumentException>(() => SScore.Of([1], [1], [double.NaN])).Message.ShouldStartWith("weights[0] is NaN");
        Should.Throw<ArgumentException>(() => SScore.Of([1, 2], [1]));
        Should.Throw<ArgumentOutOfRangeException>(() => SScore.Of([1], [1], null, 11));
    }

    private static void Check(SScoreResult result, int?[] a, int?[] b, double[] weights, int distance)
    {
        double all = 0, apart = 0, alike = 0;
        var votes = 0;
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] is not { } first || b[i] is not { } second) continue;
            votes++;
            all += weights[i];
            apart += weights[i] * Math.Abs(first - second);
            alike += first == second ? weights[i] : 0;
        }
        result.NVotes.ShouldBe(votes);
        result.Defined.ShouldBe(all > 0);
        Close(result.S, all > 0 ? 1 - 2 * apart / (distance * all) : null);
        Close(result.Agreement, all > 0 ? alike / all : null);
    }

    private static double? NaiveKappa(int?[] a, int?[] b, int distance)
    {
        var votes = a.Zip(b).Where(pair => pair.First is not null && pair.Second is not null)
            .Select(pair => (A: pair.First.GetValueOrDefault(), B: pair.Second.GetValueOrDefault())).ToList();
        if (votes.Count == 0) return null;
        double Weight(int i, int j) => 1 - Math.Abs(i - j) / (double)distance;
        var po = votes.Average(vote => Weight(vote.A, vote.B));
        var pe = votes.Average(one => votes.Average(other => Weight(one.A, other.B)));
        return pe > 1 - 1e-9 ? null : (po - pe) / (1 - pe);
    }

    private static int? Position(Random random, int distance) => random.Next(6) == 0 ? null : 1 + random.Next(distance + 1);

    private static void Close(double? got, double? expected)
    {
        if (expected is not { } wanted) got.ShouldBeNull();
        else got.ShouldNotBeNull().ShouldBe(wanted, 1e-12);
    }
}
