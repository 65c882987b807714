namespace DataDiplomacy.Api.Data.Readers;

/// <summary>Which series keys a question of a batch is about; without any wish all are.</summary>
internal sealed record KeyChoice
{
    /// <summary>Those that are marked as headlines, which holds for the newest version.</summary>
    public bool Marked { get; init; }

    /// <summary>Those with these dimensions, whatever their series; null for all.</summary>
    public IReadOnlyList<string>? Dimensions { get; init; }

    /// <summary>Those of a series with these dimensions; null for all.</summary>
    public IReadOnlyList<(int Series, string Dimensions)>? Pairs { get; init; }

    public bool IsAll => !Marked && Dimensions is null && Pairs is null;
}
