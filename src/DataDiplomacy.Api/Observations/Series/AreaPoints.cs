using System.Globalization;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Observations;
using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Api.Observations.Series;

/// <summary>The observations of one series in one area, one for each period, as every analysis of the series reads them.</summary>
internal sealed class AreaPoints(string area, string areaName, string? seriesUnit)
{
    private const int ShownBounds = 3;

    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _units = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, double?> _values = [];
    private readonly List<string> _bounds = [];
    private bool _several;

    public string Area => area;

    public string AreaName => areaName;

    /// <summary>Number of pairs of values: the work of an assessment.</summary>
    public long Pairs => (long)_values.Count * (_values.Count - 1) / 2;

    /// <summary>Period and value in the order of time; a missing value is null.</summary>
    public IEnumerable<(TimePeriod Period, double? Value)> Points => _values.Select(v => (TimePeriod.FromCode(v.Key), v.Value));

    /// <summary>Unit in words, else its code; without any observation that of the series.</summary>
    public string UnitLabel => _units.Count switch
    {
        0 => (_values.Count == 0 ? seriesUnit : null) ?? "unit not stated",
        1 => _units.Values.Single(),
        _ => "mixed units",
    };

    /// <exception cref="ProblemException">There are more periods than one analysis takes.</exception>
    public void Add(ObservationView observation)
    {
        if (!TimePeriod.TryParse(observation.Period, out var period))
        {
            throw new InvalidOperationException($"The stored period '{observation.Period}' cannot be read.");
        }

        _keys.TryAdd(SeriesKeyText.Format(observation.Dimensions), observation.Dimensions);
        if (Multiplied(observation.Unit, observation.UnitMultiplier) is { } unit)
        {
            _units.TryAdd(unit, Multiplied(observation.UnitLabel ?? observation.Unit, observation.UnitMultiplier) ?? unit);
        }

        if (observation.MissingReason == MissingReason.Bounded)
        {
            _bounds.Add(observation.ValueText);
        }

        _several |= !_values.TryAdd(period.Code, observation.Value);
        if (_values.Count > TheilSen.MaxPoints)
        {
            throw new ProblemException(Problems.TooLarge, string.Create(CultureInfo.InvariantCulture,
                $"{areaName} ({area}) has more than {TheilSen.MaxPoints} periods; choose a shorter time by from= and to=."));
        }
    }

    /// <summary>A trend needs one value for each period: where there are several, the caller must choose.</summary>
    public void RefuseSeveral()
    {
        if (_several)
        {
            throw DimensionChoices.Refuse([.. _keys.Values]);
        }
    }

    /// <summary>Whether several observations share a period.</summary>
    public bool HasSeveral => _several;

    /// <summary>The dimensions on which the observations differ, with their codes.</summary>
    public string Choices => Differing();

    /// <summary>The unit code that all values share; null without one, or where they differ.</summary>
    public string? Unit => _units.Count == 1 ? _units.Keys.Single() : null;

    /// <summary>Why these observations are no series at all; null when they are.</summary>
    public string? Refusal => _units.Count > 1
        ? $"Not assessable: the values are in different units ({string.Join(", ", _units.Keys)}), so they cannot be compared; choose by from= and to= or by dim.ID=."
        : null;

    /// <summary>Periods with a value, in the order of time.</summary>
    public IReadOnlyList<string> Observed => [.. Points.Where(p => p.Value is not null).Select(p => p.Period.ToString())];

    /// <summary>The dimensions that all observations share, by id.</summary>
    public IReadOnlyDictionary<string, string> Shared => _keys.Count == 0 ? new Dictionary<string, string>() : _keys.Values.First()
        .Where(d => _keys.Values.All(k => k.GetValueOrDefault(d.Key) == d.Value))
        .ToDictionary(d => d.Key, d => d.Value, StringComparer.Ordinal);

    /// <summary>What must be known of the values before anything that rests on their order is believed.</summary>
    public IEnumerable<string> Warnings()
    {
        var lengths = Points.Where(p => p.Value is not null).Select(p => p.Period.Frequency).Distinct().ToList();
        if (lengths.Count > 1)
        {
            yield return $"Periods of different length ({string.Join(", ", lengths.Select(WireNames.Of))}) are in one series; their values may not be comparable.";
        }

        if (lengths.Exists(f => f != Frequency.Annual))
        {
            yield return "Periods shorter than a year: a season can pass for a trend, or hide one.";
        }

        if (_bounds.Count > 0)
        {
            yield return $"Published as a bound only: {_bounds.Count.ToString(CultureInfo.InvariantCulture)} of the dropped values ({string.Join(", ", _bounds.Distinct().Take(ShownBounds))})"
                + (lengths.Count == 0 ? "." : "; they are not missing by chance, so the trend of the others can mislead.");
        }

        if (_keys.Count > 1)
        {
            yield return $"The breakdown is not the same in all periods ({Differing()}): a change of definition can pass for a trend.";
        }
    }

    private string Differing() => string.Join("; ", _keys.Values.SelectMany(k => k.Keys).Distinct().Order(StringComparer.Ordinal)
        .Where(d => _keys.Values.Select(k => k.GetValueOrDefault(d)).Distinct().Count() > 1)
        .Select(d => $"{d} {string.Join(" or ", _keys.Values.Select(k => k.GetValueOrDefault(d) ?? "not specified").Distinct().Order(StringComparer.Ordinal))}"));

    /// <summary>The unit with its multiplier: values of different powers of ten do not mix either.</summary>
    internal static string? Multiplied(string? unit, string? multiplier) =>
        multiplier is null or "0" ? unit : $"{unit ?? "units"} (multiplier {multiplier})";
}
