namespace DataDiplomacy.Core.Catalogue;

/// <summary>An area in the list of this server: listed by M49, or provisional because data names it.</summary>
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

    /// <summary>True when data names it and M49 does not list it today: a grouping of its publisher, or a former country.</summary>
    public bool Provisional { get; private set; }

    /// <summary>An area that the reference knows; provisional unless M49 lists it today.</summary>
    public static KnownArea Of(Area area, string type)
    {
        var known = new KnownArea { Code = area.Code };
        known.Update(area, type);
        return known;
    }

    /// <summary>An area that a file named and nobody knows.</summary>
    public static KnownArea Named(string code, string name, string type) =>
        new() { Code = code, Name = name, Type = type, Provisional = true };

    /// <summary>Takes over what the reference says; an area once provisional becomes a listed one when M49 lists it.</summary>
    public void Update(Area area, string type)
    {
        (Name, Type, Iso2, Iso3, Parent) = (area.Name, type, area.Iso2, area.Iso3, area.Parent);
        (ValidFrom, ValidTo, Provisional) = (area.ValidFrom, area.ValidTo, !area.Listed);
    }
}
