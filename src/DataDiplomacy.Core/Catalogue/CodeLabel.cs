namespace DataDiplomacy.Core.Catalogue;

/// <summary>An entry of a code list.</summary>
public sealed record CodeLabel
{
    /// <summary>Identifier of the list: <c>UNITS</c>, <c>NATURE</c>, <c>OBS_STATUS</c>, or the dimension, such as <c>SEX</c>.</summary>
    public required string Codelist { get; init; }

    /// <summary>The code as the files write it.</summary>
    public required string Code { get; init; }

    /// <summary>English label.</summary>
    public required string Label { get; init; }

    /// <summary>Whether the code stands for all values of the dimension together: <c>BOTHSEX</c>, <c>ALLAREA</c>, <c>_T</c>.</summary>
    public bool IsTotal { get; init; }
}
