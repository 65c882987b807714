using System.Runtime.InteropServices;
using DataDiplomacy.Core.Catalogue;

namespace DataDiplomacy.Api.Catalogue.Uses;

/// <summary>
/// Reads that were answered and are not written yet, as sums. Counting one is a look-up in memory under a lock that is held for nothing else;
/// nothing is written on the way of a read. Whoever takes the sums writes them or puts them back.
/// </summary>
public sealed class UseTally
{
    /// <summary>States that callers name are told apart up to so many sums at once, so that nobody can fill the memory by naming ever other ones.</summary>
    private const int MostDated = 10_000;

    private readonly Lock _lock = new();
    private Dictionary<UseKey, long> _reads = [];

    /// <summary>Counts a read of some data sets.</summary>
    public void Add(IReadOnlyList<string> datasets, UseKey read)
    {
        lock (_lock)
        {
            foreach (var dataset in datasets)
            {
                Add(read with { Dataset = dataset }, 1);
            }
        }
    }

    /// <summary>Takes all sums; from now on counting begins at zero.</summary>
    public IReadOnlyDictionary<UseKey, long> Take()
    {
        lock (_lock)
        {
            if (_reads.Count == 0) return _reads;
            var taken = _reads;
            _reads = [];
            return taken;
        }
    }

    /// <summary>Puts sums back that could not be written.</summary>
    public void PutBack(IReadOnlyDictionary<UseKey, long> taken)
    {
        lock (_lock)
        {
            foreach (var (key, reads) in taken)
            {
                Add(key, reads);
            }
        }
    }

    private void Add(UseKey key, long reads)
    {
        if (key.AsOf is not null && _reads.Count >= MostDated) key = key with { AsOf = null, Version = 0 };
        CollectionsMarshal.GetValueRefOrAddDefault(_reads, key, out _) += reads;
    }
}

/// <summary>What reads are told apart by before they are written.</summary>
/// <param name="Dataset">The data set.</param>
/// <param name="Version">The version that the address named, 0 for none of it; null where it follows from the state.</param>
/// <param name="AsOf">The state that was asked for; null for the newest.</param>
/// <param name="Day">The day, UTC.</param>
/// <param name="Channel">By which way.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Caller">By what kind of caller.</param>
public readonly record struct UseKey(string Dataset, int? Version, DateTime? AsOf, DateOnly Day, UseChannel Channel, UsePurpose Purpose, UseCallerKind Caller);
