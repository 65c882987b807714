using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>What each column of a CSV file means, and how the texts in it are read.</summary>
internal sealed record CsvLayout
{
    public required int ColumnCount { get; init; }

    public required FieldSource Series { get; init; }

    public required FieldSource Area { get; init; }

    public required FieldSource Period { get; init; }

    public required FieldSource Value { get; init; }

    public FieldSource SeriesTitle { get; init; }

    public FieldSource Indicators { get; init; }

    public FieldSource AreaName { get; init; }

    public FieldSource LowerBound { get; init; }

    public FieldSource UpperBound { get; init; }

    /// <summary>A column that must say annual.</summary>
    public FieldSource Frequency { get; init; }

    /// <summary>In the order of <see cref="AttributeColumns"/>, <see cref="ObservationAttributes.Count"/> of them.</summary>
    public required IReadOnlyList<FieldSource> Attributes { get; init; }

    public required IReadOnlyList<DimensionSource> Dimensions { get; init; }

    /// <summary>The dimension code that stands where a row gives none.</summary>
    public KeyValuePair<string, string>? DefaultDimension { get; init; }

    /// <summary>A text that means an empty attribute, for example the NULL of a database dump.</summary>
    public string? EmptyAttribute { get; init; }

    public Func<string, string?> ReadArea { get; init; } = ObservationRules.ReadM49;

    public Func<string, string> AreaDetail { get; init; } = ObservationRules.M49Detail;

    public Func<string, TimePeriod?> ReadPeriod { get; init; } = ObservationRules.ReadPeriodOrFloatingYear;

    public AttributeColumns Columns
    {
        get
        {
            var columns = AttributeColumns.None;
            for (var index = 0; index < Attributes.Count; index++)
            {
                if (Attributes[index].IsGiven)
                    columns |= (AttributeColumns)(1 << index);
            }
            columns |= LowerBound.IsGiven ? AttributeColumns.LowerBound : AttributeColumns.None;
            return columns | (UpperBound.IsGiven ? AttributeColumns.UpperBound : AttributeColumns.None);
        }
    }
}
