namespace DataDiplomacy.Core.Standards.Sdmx;

/// <summary>A filter on a component: <c>c[X]=A,B+C</c> is X = A or (X = B and X = C) (SDMX REST 2.2, "Data queries", 2025).</summary>
/// <param name="Component">The dimension, attribute or measure.</param>
/// <param name="Alternatives">One of them is enough; of each, all comparisons must hold.</param>
public sealed record ComponentFilter(string Component, IReadOnlyList<IReadOnlyList<ComponentTerm>> Alternatives)
{
    private const int MaxTerms = 2_000;

    /// <summary>Reads a filter.</summary>
    /// <param name="component">The component.</param>
    /// <param name="text">What stands after <c>c[X]=</c>, with its percent encoding taken away and each plus kept: in a filter it is no space.</param>
    /// <param name="type">As what values compare.</param>
    /// <exception cref="SdmxQueryException">It is none, or has more than 2,000 comparisons.</exception>
    public static ComponentFilter Parse(string component, string text, ComponentType type)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.AsSpan().CountAny(',', '+') >= MaxTerms) throw new SdmxQueryException($"c[{component}]", $"c[{component}] has more than {MaxTerms} values. Ask in parts, or filter by fewer values.");
        return new ComponentFilter(component, [.. text.Split(',').Select(all => (IReadOnlyList<ComponentTerm>)[.. all.Split('+').Select(term => ComponentTerm.Parse(component, term, type))])]);
    }

    /// <summary>Whether what the component has passes.</summary>
    /// <param name="values">Its values; none where it has none.</param>
    public bool Accepts(params IReadOnlyList<string> values) => Alternatives.Any(all => all.All(term => term.Accepts(values)));

    /// <summary>The filter in words, such as <c>X = A OR (X = B AND X = C)</c>.</summary>
    public override string ToString()
    {
        var parts = Alternatives.Select(all => string.Join(" AND ", all.Select(term => term.Describe(Component)))).ToList();
        return parts.Count == 1 ? parts[0] : string.Join(" OR ", parts.Select((part, i) => Alternatives[i].Count > 1 ? $"({part})" : part));
    }
}
