namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>The texts published beside a value, as published; null where the cell is empty or the file has no such column.</summary>
public sealed record ObservationAttributes
{
    /// <summary>How many attributes there are; they are read in the order of <see cref="AttributeColumns"/>.</summary>
    internal const int Count = 11;

    public static ObservationAttributes None { get; } = new();

    public string? Nature { get; init; }

    public string? Status { get; init; }

    public string? Unit { get; init; }

    public string? Source { get; init; }

    public string? Footnote { get; init; }

    public string? TimeDetail { get; init; }

    public string? TimeCoverage { get; init; }

    public string? BasePeriod { get; init; }

    public string? GeoInfoUrl { get; init; }

    public string? UnitMultiplier { get; init; }

    public string? UnitLabel { get; init; }

    internal bool HasNul => Has(Nature) || Has(Status) || Has(Unit) || Has(Source) || Has(Footnote)
        || Has(TimeDetail) || Has(TimeCoverage) || Has(BasePeriod) || Has(GeoInfoUrl) || Has(UnitMultiplier) || Has(UnitLabel);

    internal static ObservationAttributes From(ReadOnlySpan<string?> texts) => new()
    {
        Nature = texts[0],
        Status = texts[1],
        Unit = texts[2],
        Source = texts[3],
        Footnote = texts[4],
        TimeDetail = texts[5],
        TimeCoverage = texts[6],
        BasePeriod = texts[7],
        GeoInfoUrl = texts[8],
        UnitMultiplier = texts[9],
        UnitLabel = texts[10],
    };

    private static bool Has(string? text) => text is not null && text.Contains('\0', StringComparison.Ordinal);
}
