namespace DataDiplomacy.Core.Catalogue;

/// <summary>Another name or code of an area, in a named scheme.</summary>
public sealed record AreaAlias
{
    /// <summary>M49 code of the area.</summary>
    public required string Code { get; init; }

    /// <summary>The name or code as the scheme writes it.</summary>
    public required string Alias { get; init; }

    /// <summary>Scheme of the alias, see <see cref="AreaSchemes"/>.</summary>
    public required string Scheme { get; init; }

    /// <summary>First day on which the alias was in use; null when not stated.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day on which the alias was in use; null when it is in use or not stated.</summary>
    public DateOnly? ValidTo { get; init; }
}
