using DataDiplomacy.Api.Reference;
using DataDiplomacy.Core.Catalogue;

namespace DataDiplomacy.Api.Observations.Series;

/// <summary>Adds to a series what the reference lists know: unit in words, direction, custodian.</summary>
public sealed class SeriesTerms(ReferenceData reference)
{
    private readonly Dictionary<string, SdgSeries> _sdg = reference.SdgSeries.ToDictionary(s => s.Code, StringComparer.Ordinal);

    private readonly Dictionary<string, string> _units = reference.Codes
        .Where(c => c.Codelist == "UNITS").ToDictionary(c => c.Code, c => c.Label, StringComparer.Ordinal);

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
            UnitLabel = UnitLabel(series.Unit),
            Direction = sdg?.Direction,
            Custodian = sdg?.Custodian,
            DatasetVersion = series.Version,
        };
    }

    public string? UnitLabel(string? unit) => unit is null ? null : _units.GetValueOrDefault(unit);
}
