using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using DataDiplomacy.Api.Data;

namespace DataDiplomacy.Api.Observations.Imports;

/// <summary>Imports that wait for their turn, one at a time. Their files are on disk: after a crash they wait again.</summary>
public sealed class ImportQueue(StorageOptions storage)
{
    private readonly Channel<string> _waiting = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);

    public string PathOf(string importId) => Path.Combine(storage.Imports, importId + ".upload");

    /// <summary>Imports whose files are still here.</summary>
    public IReadOnlyList<string> KeptFiles() => Directory.Exists(storage.Imports)
        ? [.. Directory.EnumerateFiles(storage.Imports, "*.upload").Select(f => Path.GetFileNameWithoutExtension(f)!)] // A listed file has a name.
        : [];

    /// <summary>Adds an import unless it waits already.</summary>
    public void Add(string importId)
    {
        if (_known.TryAdd(importId, true))
        {
            _waiting.Writer.TryWrite(importId);
        }
    }

    /// <summary>Each import when it is its turn; from then on it may be added again.</summary>
    public async IAsyncEnumerable<string> TakeAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var id in _waiting.Reader.ReadAllAsync(cancellationToken))
        {
            _known.TryRemove(id, out _);
            yield return id;
        }
    }
}
