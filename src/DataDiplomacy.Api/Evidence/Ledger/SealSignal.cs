namespace DataDiplomacy.Api.Evidence.Ledger;

/// <summary>Wakes the one who seals.</summary>
public sealed class SealSignal
{
    private TaskCompletionSource _set = New();

    public void Set() => Volatile.Read(ref _set).TrySetResult();

    /// <summary>Returns when it was set since the last return, or after the time.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        await Task.WhenAny(Volatile.Read(ref _set).Task, Task.Delay(atMost, time, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        Interlocked.Exchange(ref _set, New());
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
