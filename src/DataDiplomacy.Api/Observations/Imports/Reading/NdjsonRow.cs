using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>What a line of NDJSON has said so far, and its first error.</summary>
internal sealed class NdjsonRow
{
    public string? Series { get; set; }

    public string? SeriesTitle { get; set; }

    public IReadOnlyList<string> Indicators { get; set; } = [];

    public string? Area { get; set; }

    public string? AreaName { get; set; }

    public TimePeriod? Period { get; set; }

    public PublishedValue? Value { get; set; }

    public string? MissingReason { get; set; }

    /// <summary>Null when they cannot be read; the empty text when there are none.</summary>
    public string? Dimensions { get; set; } = "";

    public double? LowerBound { get; set; }

    public double? UpperBound { get; set; }

    public string?[] Attributes { get; } = new string?[ObservationAttributes.Count];

    public RowError? Error { get; private set; }

    public void Fail(string? property, string code, string detail) => Error ??= new RowError(property, code, detail);
}
