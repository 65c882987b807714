using System.Runtime.InteropServices;

namespace DataDiplomacy.Core.Standards.Prov.Ordering;

/// <summary>The steps that are known: held ones, which were asked for, and new ones.</summary>
internal sealed class OrderLinks
{
    private readonly Dictionary<long, List<(long, long)>> _up = [];
    private readonly Dictionary<long, List<(long, long)>> _down = [];
    private readonly HashSet<long> _isUpKnown = [];
    private readonly HashSet<long> _isDownKnown = [];

    /// <summary>The thing has no held steps.</summary>
    public void KnowAlone(long thing)
    {
        _isUpKnown.Add(thing);
        _isDownKnown.Add(thing);
    }

    public void Learn(OrderQuestion question, IReadOnlyCollection<OrderLink> links)
    {
        (question.IsUpstream ? _isUpKnown : _isDownKnown).UnionWith(question.Things);
        foreach (var link in links)
        {
            if (question.IsUpstream) Put(_up, link.From, link.To, link.Statement);
            else Put(_down, link.To, link.From, link.Statement);
        }
    }

    /// <summary>A new step: it has no number of a statement yet.</summary>
    public void Add((long From, long To) step)
    {
        Put(_up, step.From, step.To, 0);
        Put(_down, step.To, step.From, 0);
    }

    /// <summary>The things among these that must be asked about.</summary>
    public IReadOnlyList<long> Missing(IEnumerable<long> things, bool isUpstream)
    {
        var known = isUpstream ? _isUpKnown : _isDownKnown;
        return [.. things.Where(t => !known.Contains(t))];
    }

    /// <summary>The steps of a thing, with the number of their statement, 0 for new ones.</summary>
    public IReadOnlyList<(long Other, long Statement)> Of(long thing, bool isUpstream) => (isUpstream ? _up : _down).GetValueOrDefault(thing) ?? [];

    private static void Put(Dictionary<long, List<(long, long)>> links, long thing, long other, long statement) =>
        (CollectionsMarshal.GetValueRefOrAddDefault(links, thing, out _) ??= []).Add((other, statement));
}
