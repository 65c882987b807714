using DataDiplomacy.Core.Standards.Prov.Ordering;

namespace DataDiplomacy.Core.Tests.Standards.Prov.Ordering;

/// <summary>Holds steps and ranks as a database does, and answers what the order asks.</summary>
internal sealed class HeldOrder(long gap = StepOrder.Gap)
{
    private long _number;

    public Dictionary<long, (long From, long To)> Steps { get; } = [];

    public Dictionary<long, long> Ranks { get; } = [];

    /// <summary>Things that were asked about since the beginning.</summary>
    public int Asked { get; private set; }

    /// <summary>The order with new steps in it; nothing is held yet.</summary>
    public StepOrder Place(params IReadOnlyList<(long From, long To)> steps)
    {
        var order = new StepOrder(gap);
        foreach (var thing in steps.SelectMany(s => new[] { s.From, s.To }).Distinct())
        {
            order.Know(thing, Ranks.GetValueOrDefault(thing, StepOrder.Free));
        }

        foreach (var question in order.Place(steps))
        {
            Asked += question.Things.Count;
            var asked = question.Things.ToHashSet();
            order.Learn(question, [.. Steps.Where(s => asked.Contains(question.IsUpstream ? s.Value.From : s.Value.To))
                .Select(s => new OrderLink(s.Value.From, s.Value.To, s.Key, Ranks[question.IsUpstream ? s.Value.To : s.Value.From]))]);
        }

        return order;
    }

    /// <summary>Holds steps in an order from now on.</summary>
    public void Hold(StepOrder order, params IReadOnlyList<(long From, long To)> steps)
    {
        foreach (var thing in steps.SelectMany(s => new[] { s.From, s.To })) Ranks.TryAdd(thing, StepOrder.Free);
        foreach (var (thing, rank) in order.Changes) Ranks[thing] = rank;
        foreach (var step in steps) Steps[++_number] = step;
    }
}
