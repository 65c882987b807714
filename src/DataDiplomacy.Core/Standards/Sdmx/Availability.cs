namespace DataDiplomacy.Core.Standards.Sdmx;

/// <summary>Which codes there are in a selection of series, and which could be chosen next (SDMX REST 2.2, "Data availability queries", 2025).</summary>
public static class Availability
{
    /// <summary>For each dimension the codes of the selected series (<c>mode=exact</c>).</summary>
    /// <param name="series">The keys of all series.</param>
    /// <param name="selection">What is selected.</param>
    /// <returns>By dimension, each code once, in ordinal order.</returns>
    public static IReadOnlyList<IReadOnlyList<string>> Exact(IReadOnlyList<IReadOnlyList<string>> series, CubeSelection selection)
    {
        ArgumentNullException.ThrowIfNull(selection);
        return Codes(series, selection, (key, _) => selection.Accepts(key));
    }

    /// <summary>For each dimension the codes that lead to series when they are added to, or take the place of, what is selected in it (<c>mode=available</c>).</summary>
    /// <param name="series">The keys of all series.</param>
    /// <param name="selection">What is selected.</param>
    /// <returns>By dimension, each code once, in ordinal order.</returns>
    public static IReadOnlyList<IReadOnlyList<string>> Available(IReadOnlyList<IReadOnlyList<string>> series, CubeSelection selection)
    {
        ArgumentNullException.ThrowIfNull(selection);
        return Codes(series, selection, (key, dimension) => selection.Accepts(key, dimension));
    }

    private static IReadOnlyList<IReadOnlyList<string>> Codes(IReadOnlyList<IReadOnlyList<string>> series, CubeSelection selection, Func<IReadOnlyList<string>, int, bool> accepts) =>
        [.. selection.Dimensions.Select((_, at) => (IReadOnlyList<string>)[.. series.Where(key => accepts(key, at)).Select(key => key[at]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)])];
}
