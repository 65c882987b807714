namespace DataDiplomacy.Core.Evidence.Logs;

/// <summary>The faults of one audit. Whether an entry or its tile is wrong is known only when the root is.</summary>
internal sealed class LogFaults
{
    private readonly List<LogFault> _faults = [];
    private readonly Dictionary<int, (string Bundle, string Tile)> _undecided = [];

    public IReadOnlyList<LogFault> Listed => _faults;

    public ulong LeftOut { get; private set; }

    public void Add(LogFaultKind kind, string path, ulong? entry, string explanation)
    {
        if (_faults.Count < LogAudit.MaxFaults) _faults.Add(new LogFault(kind, path, entry, explanation));
        else LeftOut++;
    }

    /// <summary>An entry whose hash is not the one of its tile.</summary>
    public void AddMismatch(string bundle, string tile, ulong entry)
    {
        if (_faults.Count < LogAudit.MaxFaults) _undecided.Add(_faults.Count, (bundle, tile));
        Add(LogFaultKind.EntryOrTileChanged, bundle, entry, $"Entry {entry} of {bundle} and its hash in {tile} contradict each other.");
    }

    /// <summary>Says which of the two is wrong, where one of them leads to the root of the checkpoint.</summary>
    public void Decide(bool entriesLeadToRoot, bool tilesLeadToRoot)
    {
        if (entriesLeadToRoot == tilesLeadToRoot) return;
        foreach (var (at, (bundle, tile)) in _undecided)
        {
            var entry = _faults[at].EntryIndex;
            _faults[at] = entriesLeadToRoot
                ? new LogFault(LogFaultKind.TileChanged, tile, entry, $"The hash of entry {entry} in {tile} is not that of the entry, which the checkpoint covers.")
                : new LogFault(LogFaultKind.EntryChanged, bundle, entry, $"Entry {entry} of {bundle} is not the one whose hash the checkpoint covers.");
        }
    }
}
