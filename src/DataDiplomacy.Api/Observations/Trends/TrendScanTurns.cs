namespace DataDiplomacy.Api.Observations.Trends;

/// <summary>Lets few scans work at once: each takes processors and memory, and those that wait cost nothing.</summary>
public sealed class TrendScanTurns : IDisposable
{
    private const int AtOnce = 2;

    private readonly SemaphoreSlim _free = new(AtOnce);

    /// <summary>Waits for a turn; disposing of it gives it back.</summary>
    public async Task<IDisposable> TakeAsync(CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        return new Turn(_free);
    }

    public void Dispose() => _free.Dispose();

    private sealed class Turn(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
