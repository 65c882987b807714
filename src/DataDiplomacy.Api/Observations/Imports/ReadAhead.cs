using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace DataDiplomacy.Api.Observations.Imports;

/// <summary>Reads on while what was read is worked on: the reading of a file and its staging share the work of two processors.</summary>
internal static class ReadAhead
{
    private const int ItemsAtOnce = 1_000;
    private const int BatchesAhead = 3;

    /// <summary>The items in their order, in batches; at most a few batches are held. A fault of the source comes after what was read before it.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<T>> BatchesAsync<T>(IAsyncEnumerable<T> source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<IReadOnlyList<T>>(new BoundedChannelOptions(BatchesAhead) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = Task.Run(() => FillAsync(source, channel.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return batch;
            }
        }
        finally
        {
            // Whoever leaves early must not leave a reader of the file behind.
            await stop.CancelAsync();
            await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await reading;
    }

    private static async Task FillAsync<T>(IAsyncEnumerable<T> source, ChannelWriter<IReadOnlyList<T>> to, CancellationToken cancellationToken)
    {
        var batch = new List<T>(ItemsAtOnce);
        try
        {
            await foreach (var item in source.WithCancellation(cancellationToken))
            {
                batch.Add(item);
                if (batch.Count == ItemsAtOnce)
                {
                    await to.WriteAsync(batch, cancellationToken);
                    batch = new List<T>(ItemsAtOnce);
                }
            }
        }
        finally
        {
            // What was read before a fault is worked on; the fault itself is told by the task.
            if (batch.Count > 0 && !cancellationToken.IsCancellationRequested)
            {
                await to.WriteAsync(batch, cancellationToken);
            }

            to.Complete();
        }
    }
}
