using System.Globalization;
using DataDiplomacy.Core.Standards.Rdf;

namespace DataDiplomacy.Core.Standards.Dcat;

/// <summary>Asks a graph for what nodes say, and remembers which triples were taken. Of several predicates each is asked, in their order.</summary>
internal sealed class DcatSource(RdfGraph graph)
{
    private readonly HashSet<RdfTriple> _taken = [];

    /// <summary>The triples that no one asked for.</summary>
    public IEnumerable<RdfTriple> Unkept => graph.Triples.Where(triple => !_taken.Contains(triple));

    public IReadOnlyList<UnkeptProperty> NotKept => DcatUnkept.Count(Unkept);

    public void Type(RdfTerm node, params ReadOnlySpan<string> types)
    {
        foreach (var value in graph.Objects(node, RdfGraph.Type))
        {
            if (types.Contains(value.Value)) Take(node, RdfGraph.Type, value);
        }
    }

    public bool Has(RdfTerm node, string type) => graph.Contains(new(node, RdfGraph.Type, RdfTerm.Iri(type)));

    public List<LocalizedText> Texts(RdfTerm node, params ReadOnlySpan<string> predicates) =>
        Read(node, predicates, static value => value.IsLiteral ? new LocalizedText(value.Value, value.Language) : null);

    public List<string> Strings(RdfTerm node, params ReadOnlySpan<string> predicates) => Read(node, predicates, static value => value.IsLiteral ? value.Value : null);

    public string? String(RdfTerm node, params ReadOnlySpan<string> predicates) => First(node, predicates, static value => value.IsLiteral ? value.Value : null);

    public List<RdfTerm> Nodes(RdfTerm node, params ReadOnlySpan<string> predicates) => Read(node, predicates, static value => value.IsLiteral ? null : value);

    /// <summary>Those that the caller has a place for.</summary>
    public List<RdfTerm> Nodes(RdfTerm node, Func<RdfTerm, bool> accepts, string predicate) => Read(node, [predicate], value => !value.IsLiteral && accepts(value) ? value : null);

    public RdfTerm? Node(RdfTerm node, params ReadOnlySpan<string> predicates) => First(node, predicates, static value => value.IsLiteral ? null : value);

    /// <summary>One such node.</summary>
    public RdfTerm? Node(RdfTerm node, Func<RdfTerm, bool> accepts, string predicate) => First(node, [predicate], value => !value.IsLiteral && accepts(value) ? value : null);

    public RdfTerm? Literal(RdfTerm node, string predicate) => First(node, [predicate], static value => value.IsLiteral ? value : null);

    public List<string> Links(RdfTerm node, params ReadOnlySpan<string> predicates) => Read(node, predicates, Address);

    public string? Link(RdfTerm node, params ReadOnlySpan<string> predicates) => First(node, predicates, Address);

    /// <summary>Links whose ends may say the class that the property has as its range.</summary>
    public List<string> LinksTo(string type, RdfTerm node, params ReadOnlySpan<string> predicates)
    {
        var links = Links(node, predicates);
        foreach (var link in links) Type(RdfTerm.Iri(link), type);
        return links;
    }

    public string? LinkTo(string type, RdfTerm node, params ReadOnlySpan<string> predicates)
    {
        var link = Link(node, predicates);
        if (link is not null) Type(RdfTerm.Iri(link), type);
        return link;
    }

    public DcatDate? Date(RdfTerm node, params ReadOnlySpan<string> predicates) => First(node, predicates, static value => value.IsLiteral ? new DcatDate(value.Value, DateType(value)) : null);

    public long? Size(RdfTerm node, params ReadOnlySpan<string> predicates)
    {
        // Old catalogues write sizes as decimals.
        var text = First(node, predicates, static value => decimal.TryParse(value.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var size) && size is >= 0 and <= long.MaxValue ? value.Value : null);
        return text is null ? null : (long)decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private List<T> Read<T>(RdfTerm node, ReadOnlySpan<string> predicates, Func<RdfTerm, T?> read) where T : class
    {
        var found = new List<T>();
        foreach (var predicate in predicates)
        {
            foreach (var value in graph.Objects(node, predicate))
            {
                if (read(value) is not { } item) continue;
                Take(node, predicate, value);
                if (!found.Contains(item)) found.Add(item);
            }
        }
        return found;
    }

    private T? First<T>(RdfTerm node, ReadOnlySpan<string> predicates, Func<RdfTerm, T?> read) where T : class
    {
        foreach (var predicate in predicates)
        {
            foreach (var value in graph.Objects(node, predicate))
            {
                if (read(value) is not { } item) continue;
                Take(node, predicate, value);
                return item;
            }
        }
        return null;
    }

    private void Take(RdfTerm node, string predicate, RdfTerm value) => _taken.Add(new(node, predicate, value));

    // Many catalogues write addresses as texts.
    private static string? Address(RdfTerm value) => value.IsIri || value.IsLiteral && RdfTerm.IsAbsoluteIri(value.Value) ? value.Value : null;

    // A context that forgot its prefix leaves "xsd:date", one that forgot the type a plain text: both are plain to see.
    private static string DateType(RdfTerm value)
    {
        if (value.Datatype is { } type && type.StartsWith("xsd:", StringComparison.Ordinal)) return Iris.Xsd + type[4..];
        if (value.Datatype is not null and not RdfTerm.XsdString) return value.Datatype;
        if (DateOnly.TryParseExact(value.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) return Iris.Xsd + "date";
        if (DateOnly.TryParseExact(value.Value, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) return Iris.Xsd + "gYearMonth";
        if (DateOnly.TryParseExact(value.Value, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) return Iris.Xsd + "gYear";
        return value.Value.Contains('T') && DateTime.TryParse(value.Value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _) ? Iris.Xsd + "dateTime" : RdfTerm.XsdString;
    }
}
