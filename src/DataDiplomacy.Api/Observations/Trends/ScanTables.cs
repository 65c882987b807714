using System.Collections.Concurrent;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Observations.Series;
using DataDiplomacy.Api.Reference;
using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Api.Observations.Trends;

/// <summary>What the trends of a scan say by number: few dimensions and units stand for many keys. One reader fills it, others look up units meanwhile.</summary>
internal sealed class ScanTables(ObservationParts parts, ReferenceData reference)
{
    /// <summary>The unit of values in different units.</summary>
    public const int MixedUnits = 1;

    private readonly Dictionary<string, int> _dimensionNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _unitNumbers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, int> _unitsOfAttributes = [];
    private readonly List<IReadOnlyDictionary<string, string>> _dimensions = [];
    private readonly List<(string? Code, string Label)> _units = [(null, "unit not stated"), (null, "mixed units")];

    /// <summary>Numbers of units by attribute set; those of each block are known before it is worked on.</summary>
    public IReadOnlyDictionary<int, int> Units => _unitsOfAttributes;

    public IReadOnlyDictionary<string, string> DimensionsOf(ScannedTrend trend) => _dimensions[trend.Dimensions];

    public string? UnitOf(ScannedTrend trend) => _units[trend.Unit].Code;

    public string SlopeUnitOf(ScannedTrend trend) => _units[trend.Unit].Label + " per year";

    /// <summary>Numbers of the dimensions by key.</summary>
    public IReadOnlyDictionary<int, int> Learn(IReadOnlyDictionary<int, string> keys)
    {
        var numbers = new Dictionary<int, int>(keys.Count);
        foreach (var (key, text) in keys)
        {
            if (!_dimensionNumbers.TryGetValue(text, out var number))
            {
                _dimensionNumbers.Add(text, number = _dimensions.Count);
                _dimensions.Add(SeriesKeyText.Parse(text));
            }

            numbers.Add(key, number);
        }

        return numbers;
    }

    /// <summary>Looks up the units of points that are not known yet.</summary>
    public async Task LearnAsync(IReadOnlyList<StoredPoint> points, CancellationToken cancellationToken)
    {
        HashSet<int>? missing = null;
        for (var i = 0; i < points.Count; i++)
        {
            if (!_unitsOfAttributes.ContainsKey(points[i].Attributes))
            {
                (missing ??= []).Add(points[i].Attributes);
            }
        }

        if (missing is null)
        {
            return;
        }

        foreach (var (id, attributes) in await parts.FindAttributesAsync(missing, cancellationToken))
        {
            _unitsOfAttributes[id] = NumberOf(attributes);
        }
    }

    private int NumberOf(AttributeSet attributes)
    {
        if (AreaPoints.Multiplied(attributes.Unit, attributes.UnitMultiplier) is not { } unit)
        {
            return 0;
        }

        if (!_unitNumbers.TryGetValue(unit, out var number))
        {
            _unitNumbers.Add(unit, number = _units.Count);
            _units.Add((unit, AreaPoints.Multiplied(reference.UnitLabel(attributes) ?? attributes.Unit, attributes.UnitMultiplier) ?? unit));
        }

        return number;
    }
}
