using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Core.Observations;
using DataDiplomacy.Core.Statistics.Changes;
using DataDiplomacy.Core.Statistics.Quality;

namespace DataDiplomacy.Api.Catalogue.Profiles;

/// <summary>Counts the observations of a version as they come, series key by series key; memory holds one key at a time.</summary>
internal sealed class ProfileTally
{
    /// <summary>With fewer values a series is not judged for outliers.</summary>
    public const int LeastValues = 8;

    private readonly List<double> _values = [];
    private readonly HashSet<int> _series = [];
    private (int Series, int Area, int Key)? _key;
    private ProfileRow? _newest;

    public long Rows { get; private set; }

    public long Values { get; private set; }

    public int Series => _series.Count;

    public int Keys { get; private set; }

    public HashSet<int> Areas { get; } = [];

    public HashSet<int> AreasWithValue { get; } = [];

    public Dictionary<MissingReason, long> Missing { get; } = [];

    public SortedDictionary<Frequency, long> Frequencies { get; } = [];

    /// <summary>Observations by attribute set.</summary>
    public Dictionary<int, long> Attributes { get; } = [];

    /// <summary>Of each series key that has a value, the one with the last period.</summary>
    public List<(int PeriodEnd, int FromVersion)> Newest { get; } = [];

    /// <summary>The last period with a value: end and code.</summary>
    public (int End, int Period)? Last { get; private set; }

    public int JudgedKeys { get; private set; }

    public long JudgedValues { get; private set; }

    public long Outliers { get; private set; }

    public FlatRunCounts Flat { get; private set; }

    public void Add(ProfileRow row)
    {
        var key = (row.Series, row.Area, row.Key);
        if (_key != key)
        {
            End();
            _key = key;
            Keys++;
            _series.Add(row.Series);
            Areas.Add(row.Area);
        }

        Rows++;
        Frequencies[(Frequency)(row.Period % 10)] = Frequencies.GetValueOrDefault((Frequency)(row.Period % 10)) + 1;
        Attributes[row.Attributes] = Attributes.GetValueOrDefault(row.Attributes) + 1;
        if (row.Missing is { } reason) Missing[reason] = Missing.GetValueOrDefault(reason) + 1;
        if (row.Value is { } value) AddValue(row, value);
    }

    /// <summary>Judges the series key that was read last; to be called at the end.</summary>
    public void End()
    {
        if (_newest is not { } newest) return;
        Newest.Add((newest.PeriodEnd, newest.FromVersion));
        var flat = FlatRuns.Count(_values);
        Flat = new FlatRunCounts(Flat.Runs + flat.Runs, Flat.Values + flat.Values, Math.Max(Flat.Longest, flat.Longest));
        if (_values.Count >= LeastValues) JudgeOutliers();
        _values.Clear();
        _newest = null;
    }

    private void AddValue(ProfileRow row, double value)
    {
        Values++;
        AreasWithValue.Add(row.Area);
        _values.Add(value);
        if (_newest is not { } newest || row.PeriodEnd >= newest.PeriodEnd) _newest = row;
        if (Last is not { } last || (row.PeriodEnd, row.Period).CompareTo(last) > 0) Last = (row.PeriodEnd, row.Period);
    }

    private void JudgeOutliers()
    {
        var score = RobustZ.Score([.. _values.Select(v => (double?)v)]);
        // Equal values throughout have no spread to measure by, and no outlier.
        JudgedKeys++;
        JudgedValues += _values.Count;
        if (score.Defined) Outliers += score.Outlier?.Count(isOutlier => isOutlier == true) ?? 0;
    }
}
