namespace DataDiplomacy.Core.Catalogue;

/// <summary>An area that this server knows: from the reference list, or provisional because a file named it.</summary>
public sealed class KnownArea
{
    private KnownArea()
    {
    }

    /// <summary>Surrogate key; its order is the order of lists.</summary>
    public int Id { get; private set; }

    /// <summary>M49 code without leading zeros, or the code the file used where M49 has none.</summary>
    public string Code { get; private set; } = "";

    /// <summary>ISO 3166-1 alpha-2; null for regions.</summary>
    public string? Iso2 { get; private set; }

    /// <summary>ISO 3166-1 alpha-3; null for regions.</summary>
    public string? Iso3 { get; private set; }

    /// <summary>Name in English.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Wire name of the kind of area.</summary>
    public string Type { get; private set; } = "";

    /// <summary>M49 code of the smallest region that contains it; null for the world and for aggregates.</summary>
    public string? Parent { get; private set; }

    /// <summary>First day on which it existed; null when the list gives none.</summary>
    public DateOnly? ValidFrom { get; private set; }

    /// <summary>Last day on which it existed; null while it exists.</summary>
    public DateOnly? ValidTo { get; private set; }

    /// <summary>True when a file named it and the reference list does not have it.</summary>
    public bool Provisional { get; private set; }

    /// <summary>An area of the reference list.</summary>
    public static KnownArea Listed(string code, string name, string type) =>
        new() { Code = code, Name = name, Type = type };

    /// <summary>An area that a file named and the reference list does not have.</summary>
    public static KnownArea Named(string code, string name) =>
        new() { Code = code, Name = name, Type = "aggregate", Provisional = true };

    /// <summary>Takes over what the reference list says; an area once provisional becomes a listed one.</summary>
    public void Update(string name, string type, string? iso2, string? iso3, string? parent, DateOnly? validFrom, DateOnly? validTo)
    {
        (Name, Type, Iso2, Iso3, Parent) = (name, type, iso2, iso3, parent);
        (ValidFrom, ValidTo, Provisional) = (validFrom, validTo, false);
    }
}
