namespace DataDiplomacy.Core.Catalogue;

/// <summary>A data series of the Global SDG Indicators Database.</summary>
public sealed record SdgSeries
{
    /// <summary>Series code such as <c>EG_FEC_RNEW</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Title as UNSD publishes it.</summary>
    public required string Title { get; init; }

    /// <summary>Codes of the indicators it belongs to in natural order.</summary>
    public required IReadOnlyList<string> Indicators { get; init; }

    /// <summary>UNSD unit code such as <c>PERCENT</c>; null when not known here.</summary>
    public string? Unit { get; init; }

    /// <summary>Direction of improvement; null when not known here.</summary>
    public DesiredDirection? Direction { get; init; }

    /// <summary>Custodian agencies as UNSD's metadata name them; null when not known here.</summary>
    public string? Custodian { get; init; }

    /// <summary>Release of the database the title was taken from.</summary>
    public required string Release { get; init; }
}
