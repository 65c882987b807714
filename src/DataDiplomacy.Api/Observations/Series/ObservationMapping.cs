using System.Globalization;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Reference;
using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Api.Observations.Series;

/// <summary>Makes views of rows.</summary>
internal static class ObservationMapping
{
    internal static ObservationView ToView(SeriesRef one, ObservationRow row, ReferenceData reference) => new()
    {
        Id = $"{row.KeyHash}-{TimePeriod.FromCode(row.Place.Period)}-v{row.FromVersion.ToString(CultureInfo.InvariantCulture)}",
        Dataset = one.Dataset,
        Series = one.Code,
        SeriesTitle = one.Title,
        Indicators = one.Indicators,
        Area = row.Area,
        AreaName = row.AreaName,
        Period = TimePeriod.FromCode(row.Place.Period).ToString(),
        Value = row.Value.Value,
        ValueText = row.Value.Text,
        Unit = row.Attributes.Unit,
        UnitLabel = reference.UnitLabel(row.Attributes),
        LowerBound = row.Value.LowerBound ?? row.LowerBound,
        UpperBound = row.Value.UpperBound ?? row.UpperBound,
        Status = row.Attributes.Status,
        Nature = row.Attributes.Nature,
        MissingReason = row.Value.Missing,
        Dimensions = SeriesKeyText.Parse(row.Dimensions),
        Footnote = row.Attributes.Footnote,
        Source = row.Attributes.Source,
        UnitMultiplier = row.Attributes.UnitMultiplier,
        TimeDetail = row.Attributes.TimeDetail,
        TimeCoverage = row.Attributes.TimeCoverage,
        BasePeriod = row.Attributes.BasePeriod,
        GeoInfoUrl = row.Attributes.GeoInfoUrl,
        RecordedAt = row.RecordedAt,
        DatasetVersion = row.FromVersion,
        Activity = row.Activity,
        Change = row.Change,
        WithdrawnAt = row.WithdrawnAt,
        Ref = one,
        Place = row.Place,
    };
}
