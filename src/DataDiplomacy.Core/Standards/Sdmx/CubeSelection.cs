namespace DataDiplomacy.Core.Standards.Sdmx;

/// <summary>A selection of series: by key and by filters on their dimensions, all of which must hold.</summary>
/// <param name="Dimensions">The dimensions without time, in the order of the structure.</param>
/// <param name="Key">The keys.</param>
/// <param name="Filters">Filters on dimensions; those on other components are not of series.</param>
public sealed record CubeSelection(IReadOnlyList<string> Dimensions, KeyQuery Key, IReadOnlyList<ComponentFilter> Filters)
{
    /// <summary>Whether a series is selected.</summary>
    /// <param name="key">Its codes in the order of the dimensions.</param>
    /// <param name="except">A dimension in which any code passes; null for none.</param>
    public bool Accepts(IReadOnlyList<string> key, int? except = null)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Key.Accepts(key, except) && Dimensions.Select((id, at) => (id, at)).Where(d => d.at != except)
            .All(d => Filters.Where(f => f.Component == d.id).All(f => f.Accepts(key[d.at])));
    }
}
