using System.Collections.Concurrent;

namespace DataDiplomacy.Api.Data.Readers;

/// <summary>Rows that never change once they are written, by their key. When it is full, it forgets all and begins anew.</summary>
internal sealed class BoundedCache<TKey, T>(int most)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, T> _held = new();

    /// <summary>What belongs to the wanted keys; those that are not held are loaded, all in one go. What is loaded beside them is kept too.</summary>
    public async Task<IReadOnlyDictionary<TKey, T>> FindAsync(IReadOnlyCollection<TKey> wanted, Func<IReadOnlyCollection<TKey>, Task<Dictionary<TKey, T>>> load)
    {
        var (found, missing) = (new Dictionary<TKey, T>(wanted.Count), new List<TKey>());
        foreach (var key in wanted)
        {
            if (_held.TryGetValue(key, out var held))
            {
                found.Add(key, held);
                continue;
            }

            missing.Add(key);
        }

        foreach (var (key, value) in missing.Count == 0 ? [] : await load(missing))
        {
            found[key] = value;
            Add(key, value);
        }

        return found;
    }

    private void Add(TKey key, T value)
    {
        if (_held.Count >= most)
        {
            _held.Clear();
        }

        _held[key] = value;
    }
}
