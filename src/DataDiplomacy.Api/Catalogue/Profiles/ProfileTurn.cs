namespace DataDiplomacy.Api.Catalogue.Profiles;

/// <summary>One measurement at a time on this server: those who ask for the same wait for the first instead of measuring again.</summary>
public sealed class ProfileTurn : IDisposable
{
    private readonly SemaphoreSlim _free = new(1);

    /// <summary>Runs a measurement when its turn comes.</summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> measure, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        try
        {
            return await measure();
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose() => _free.Dispose();
}
