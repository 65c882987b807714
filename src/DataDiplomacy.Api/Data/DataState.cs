using DataDiplomacy.Core.Catalogue;

namespace DataDiplomacy.Api.Data;

/// <summary>The state of the data, apart for each handling label: what is hidden from a caller changes nothing for them.</summary>
/// <param name="Marks">A text for each label that changes with everything under it.</param>
public sealed record DataState(IReadOnlyDictionary<string, string> Marks)
{
    /// <summary>A text that changes when anything changes that is under one of the labels.</summary>
    public string Of(IEnumerable<Handling> labels) =>
        string.Join('|', labels.Select(l => $"{l} {Marks.GetValueOrDefault(l.ToString())}"));
}
