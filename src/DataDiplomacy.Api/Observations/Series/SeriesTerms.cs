using DataDiplomacy.Api.Reference;
using DataDiplomacy.Core.Catalogue;

namespace DataDiplomacy.Api.Observations.Series;

/// <summary>Adds to a series what the reference lists know: unit in words, direction, custodian.</summary>
public sealed class SeriesTerms(ReferenceData reference)
{
    private readonly Dictionary<string, SdgSeries> _sdg = reference.SdgSeries.ToDictionary(s => s.Code, StringComparer.Ordinal);

    private readonly Dictionary<(string Codelist, string Code), string> _codes = reference.Codes
        .GroupBy(c => (c.Codelist, c.Code)).ToDictionary(g => g.Key, g => g.First().Label);

    public SeriesView ToView(SeriesRef series)
    {
        var sdg = _sdg.GetValueOrDefault(series.Code);
        return new SeriesView
        {
            Dataset = series.Dataset,
            Code = series.Code,
            Title = series.Title,
            Indicators = series.Indicators,
            Unit = series.Unit,
            UnitLabel = reference.UnitLabel(series.Unit),
            Direction = sdg?.Direction,
            Custodian = sdg?.Custodian,
            DatasetVersion = series.Version,
            Ref = series,
        };
    }

    /// <summary>The dimensions of a key as a list, ordered by id.</summary>
    public IReadOnlyList<DimensionCodeView> Labelled(IReadOnlyDictionary<string, string> dimensions) =>
    [
        .. dimensions.OrderBy(d => d.Key, StringComparer.Ordinal)
            .Select(d => new DimensionCodeView { Dimension = d.Key, Code = d.Value, Label = CodeLabel(d.Key, d.Value) }),
    ];

    /// <summary>The code in words; the code itself when no list explains it.</summary>
    public string CodeLabel(string dimension, string code) => _codes.GetValueOrDefault((dimension, code), code);
}
