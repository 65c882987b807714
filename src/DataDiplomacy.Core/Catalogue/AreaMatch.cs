namespace DataDiplomacy.Core.Catalogue;

/// <summary>A name or code of an area in the index.</summary>
internal sealed record AreaName(Area Area, string Text, string Scheme, DateOnly? ValidFrom = null, DateOnly? ValidTo = null)
{
    /// <summary>Form in which the text is compared: a code in upper case, a name without accents and punctuation.</summary>
    public string Key { get; } = AreaSchemes.IsCode(Scheme) ? AreaCodes.Normalise(Text) : AreaNames.Key(Text);

    /// <summary>Whether the text is a code, which is matched exactly or not at all.</summary>
    public bool IsCode => AreaSchemes.IsCode(Scheme);

    /// <summary>Whether the name was in use on the day; true when the bounds are not stated.</summary>
    public bool WasUsedOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);
}

/// <summary>A name that fits a query, before dates are considered.</summary>
internal readonly record struct AreaMatch(AreaName Name, double Score, string Reason);
