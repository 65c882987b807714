namespace DataDiplomacy.Api.Access;

/// <summary>What the current request is about, noted on its way for the audit: the route as its template and the data sets that it reached.</summary>
public sealed class AuditNote
{
    private const int MostDatasets = 100;
    private readonly HashSet<string> _datasets = new(StringComparer.Ordinal);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>The route as its template; null when there was none.</summary>
    public string? Route { get; set; }

    /// <summary>Whether the route changes something.</summary>
    public bool IsWrite { get; set; }

    /// <summary>The data sets, by id; after the first hundred the rest is not named.</summary>
    public IReadOnlyList<string> Datasets
    {
        get
        {
            lock (_lock)
            {
                return [.. _datasets.Order(StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>Those among them whose data the answer rests on: what only lists or describes a data set reads nothing of it.</summary>
    public IReadOnlyList<string> Read
    {
        get
        {
            lock (_lock)
            {
                return [.. _read];
            }
        }
    }

    /// <summary>Notes data sets whose data are read.</summary>
    public void AddRead(IEnumerable<string> datasets)
    {
        foreach (var dataset in datasets)
        {
            Add(dataset);
            lock (_lock)
            {
                if (_datasets.Contains(dataset)) _read.Add(dataset);
            }
        }
    }

    /// <summary>Notes several.</summary>
    public void Add(IEnumerable<string> datasets)
    {
        foreach (var dataset in datasets)
        {
            Add(dataset);
        }
    }

    /// <summary>Notes a data set if one was found.</summary>
    public void AddFound(string? dataset)
    {
        if (dataset is not null)
        {
            Add(dataset);
        }
    }

    /// <summary>Notes a data set that the caller's answer rests on. Public ones may be noted too: they are sorted out when the record is written.</summary>
    public void Add(string dataset)
    {
        lock (_lock)
        {
            if (_datasets.Count < MostDatasets)
            {
                _datasets.Add(dataset);
            }
        }
    }
}
