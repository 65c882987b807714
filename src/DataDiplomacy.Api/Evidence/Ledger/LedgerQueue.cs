using DataDiplomacy.Api.Access;

namespace DataDiplomacy.Api.Evidence.Ledger;

/// <summary>
/// Who waits to write to the ledger. One writes at a time; when done, it wakes those it wrote for and one of those who came meanwhile, who writes
/// next: no thread serves others for longer than one transaction, and nobody passes through a lock only to learn that the work is done.
/// </summary>
internal sealed class LedgerQueue(int mostAtOnce)
{
    private const int MostYields = 64;

    private readonly Lock _gate = new();
    private readonly LinkedList<PendingAppend> _waiting = new();
    private bool _isWriting;
    private int _expected;

    /// <summary>Queues up.</summary>
    /// <returns>Whether it is the caller's turn to write, since nobody else does.</returns>
    public bool Join(PendingAppend pending)
    {
        lock (_gate)
        {
            _waiting.AddLast(pending);
            return !_isWriting && (_isWriting = true);
        }
    }

    /// <summary>
    /// Gives those whom the last transaction just answered the processor before the next begins, as long as fewer wait than wrote together of late: else
    /// one would write alone and all others together, in turns.
    /// </summary>
    public async Task GatherAsync()
    {
        for (var i = 0; i < MostYields && IsFewerThanExpected(); i++)
        {
            await Task.Yield();
        }
    }

    /// <summary>
    /// Those who wait, in their order. Whoever wants to look first at what stands of a record waits for the next transaction when another is writing
    /// about the same record in this one: else it would not see what that one writes.
    /// </summary>
    public IReadOnlyList<PendingAppend> Take()
    {
        lock (_gate)
        {
            var taken = new List<PendingAppend>();
            var records = new HashSet<string>(StringComparer.Ordinal);
            for (var node = _waiting.First; node is not null && taken.Count < mostAtOnce;)
            {
                var next = node.Next;
                var append = node.Value.Append;
                if (append.All.All(a => a.Check is null || !records.Contains(a.RecordId)))
                {
                    records.UnionWith(append.All.Select(a => a.RecordId));
                    taken.Add(node.Value);
                    _waiting.Remove(node);
                }

                node = next;
            }

            _expected = Math.Max(taken.Count, _expected - _expected / 8 - 1);
            return taken;
        }
    }

    private bool IsFewerThanExpected()
    {
        lock (_gate)
        {
            return _waiting.Count < Math.Min(_expected, mostAtOnce);
        }
    }

    /// <summary>Lets the first of those who still wait write next.</summary>
    public void PassOn()
    {
        lock (_gate)
        {
            if (_waiting.First is { } next)
            {
                next.Value.GiveTurn();
                return;
            }

            _isWriting = false;
        }
    }
}

/// <summary>An append that waits to be written, with the claim of the request that it is the effect of.</summary>
internal sealed class PendingAppend(LedgerAppend append, Claim? claim)
{
    private readonly TaskCompletionSource<Appended> _written = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> _turn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public LedgerAppend Append => append;

    public Claim? Claim => claim;

    /// <summary>Ends with true when it is the turn of this one to write, with false when another wrote it.</summary>
    public Task<bool> Turn => _turn.Task;

    public Task<Appended> Written => _written.Task;

    public void GiveTurn() => _turn.TrySetResult(true);

    public void Succeed(Appended appended)
    {
        if (claim is not null)
        {
            claim.HasActed = true;
        }

        _written.TrySetResult(appended);
        _turn.TrySetResult(false);
    }

    public void Fail(Exception why)
    {
        _written.TrySetException(why);
        _turn.TrySetResult(false);
    }
}

/// <summary>How far the writing of a transaction has come.</summary>
internal sealed class LedgerAttempt
{
    /// <summary>True from the moment that the database was told to commit.</summary>
    public bool MayBeCommitted { get; set; }
}
