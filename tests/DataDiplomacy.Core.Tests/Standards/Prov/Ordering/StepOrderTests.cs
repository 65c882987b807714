using DataDiplomacy.Core.Standards.Prov.Ordering;

namespace DataDiplomacy.Core.Tests.Standards.Prov.Ordering;

public sealed class StepOrderTests
{
    /// <summary>Whatever the gaps, also when they are used up at once: the circles are those that following all steps finds, and no thing ranks below what it rests on.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(16)]
    [InlineData(1L << 22)]
    [InlineData(StepOrder.Gap)]
    public void Finds_the_circles_that_following_all_steps_finds(long gap)
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            var (things, held) = (random.Next(3, 25), new HeldOrder(gap));
            for (var document = 0; document < 40; document++)
            {
                var steps = Document(random, things);

                var order = held.Place(steps);

                order.CircleStatements.Order().ToList().ShouldBe(InCircle(held, steps, things), $"gap {gap}, seed {seed}, document {document}");
                // Some circles are impossible and refused, others are not: both go on.
                if (order.CircleStatements.Count == 0 || random.Next(3) == 0) held.Hold(order, steps);
                held.Steps.Values.ShouldAllBe(s => held.Ranks[s.From] >= held.Ranks[s.To], $"gap {gap}, seed {seed}, document {document}");
                if (held.Steps.Count > 0 && random.Next(3) == 0) held.Steps.Remove(held.Steps.Keys.ElementAt(random.Next(held.Steps.Count)));
            }
        }
    }

    [Fact]
    public void Asks_nothing_about_a_step_that_its_ranks_agree_with()
    {
        var held = new HeldOrder();
        var layers = Enumerable.Range(1, 600).Select(i => ((long)i + 100, (long)i)).ToList();
        held.Hold(held.Place(layers), layers);

        held.Place((650, 120), (700, 1), (9_000, 650));

        held.Asked.ShouldBe(0);
    }

    [Fact]
    public void Orders_a_long_chain_that_is_stated_at_once_backwards_without_a_question()
    {
        var chain = Enumerable.Range(1, 10_000).Select(i => ((long)i, (long)i + 1)).ToList();
        var held = new HeldOrder();

        var order = held.Place(chain);

        held.Asked.ShouldBe(0);
        order.Changes.OrderByDescending(c => c.Value).Select(c => c.Key).ShouldBe(Enumerable.Range(1, 10_001).Select(i => (long)i));
    }

    [Fact]
    public void Looks_between_the_two_ranks_alone()
    {
        var held = new HeldOrder();
        List<(long, long)> chains = [.. Enumerable.Range(1, 500).Select(i => ((long)i + 1, (long)i)), .. Enumerable.Range(1_001, 500).Select(i => ((long)i + 1, (long)i))];
        held.Hold(held.Place(chains), chains);

        var order = held.Place((250, 1_252));
        held.Hold(order, (250, 1_252));

        order.CircleStatements.ShouldBeEmpty();
        held.Asked.ShouldBeLessThan(10);
        held.Ranks[250].ShouldBeGreaterThan(held.Ranks[1_252]);
    }

    /// <summary>A report rests on all things of a chain that grows between it and the chain: each place is halved again.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Makes_room_where_a_gap_is_used_up(bool isGrowingUp)
    {
        var held = new HeldOrder();
        for (var i = 1; i < 300; i++)
        {
            foreach (var step in new[] { (From: 1_000L, To: (long)i + 1), (From: (long)i + 1, To: (long)i) })
            {
                var stated = isGrowingUp ? step : (step.To, step.From);
                held.Hold(held.Place(stated), stated);
            }
        }

        held.Steps.Values.ShouldAllBe(s => held.Ranks[s.From] > held.Ranks[s.To]);
        held.Asked.ShouldBeLessThan(300 * 20);
    }

    [Fact]
    public void Finds_a_circle_through_several_new_steps_and_gives_its_things_one_rank()
    {
        var held = new HeldOrder();
        List<(long, long)> before = [(2, 1), (4, 3), (5, 4)];
        held.Hold(held.Place(before), before);

        var order = held.Place((1, 4), (3, 2));
        held.Hold(order, (1, 4), (3, 2));

        order.CircleStatements.Order().ToList().ShouldBe([1L, 2L]);
        new[] { 1L, 2, 3, 4 }.Select(t => held.Ranks[t]).Distinct().ShouldHaveSingleItem();
        held.Ranks[5].ShouldBeGreaterThan(held.Ranks[4]);
    }

    private static List<(long From, long To)> Document(Random random, int things)
    {
        var isMostlyInOrder = random.Next(4) > 0;
        var steps = Enumerable.Range(0, random.Next(1, random.Next(2, 9))).Select(_ => (From: (long)random.Next(1, things), To: (long)random.Next(1, things)));
        return [.. steps.Select(s => isMostlyInOrder && s.From < s.To ? (s.To, s.From) : s)];
    }

    /// <summary>The held steps between things that lead to each other and to both ends of a new step, by the closure of all steps (Warshall, 1962).</summary>
    private static List<long> InCircle(HeldOrder held, List<(long From, long To)> steps, int things)
    {
        var leads = new bool[things, things];
        foreach (var (from, to) in held.Steps.Values.Concat(steps)) leads[from, to] = true;
        for (var through = 0; through < things; through++)
        {
            for (var from = 0; from < things; from++)
            {
                for (var to = 0; to < things; to++) leads[from, to] |= leads[from, through] && leads[through, to];
            }
        }

        var closing = steps.Where(s => s.From != s.To && leads[s.To, s.From]).ToList();
        return [.. held.Steps.Where(s => s.Value.From != s.Value.To && leads[s.Value.To, s.Value.From] && closing.Exists(c => c.From == s.Value.From || (leads[c.From, s.Value.From] && leads[s.Value.From, c.From])))
            .Select(s => s.Key).Order()];
    }
}
