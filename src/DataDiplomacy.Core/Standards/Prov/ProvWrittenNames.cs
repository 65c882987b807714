namespace DataDiplomacy.Core.Standards.Prov;

/// <summary>The short names under which a document is written, with a prefix for every IRI in it.</summary>
internal sealed class ProvWrittenNames
{
    private readonly Dictionary<string, string> _short = new(StringComparer.Ordinal);
    private ProvNamespaces _namespaces;
    private int _added;
    private bool _addsPrefixes = true;

    private ProvWrittenNames(ProvNamespaces namespaces) => _namespaces = namespaces;

    /// <summary>The prefixes that the names need, without those that PROV declares itself.</summary>
    public IEnumerable<KeyValuePair<string, string>> Prefixes => _namespaces.Declared.Where(p => p is not ({ Key: "prov", Value: ProvNames.Prov } or { Key: "xsd", Value: ProvNames.Xsd }));

    public static ProvWrittenNames For(ProvDocument document)
    {
        var names = new ProvWrittenNames(document.Namespaces);
        foreach (var statement in document.Statements.Concat(document.Bundles.SelectMany(b => b.Statements)))
        {
            names.Learn(statement);
        }
        foreach (var bundle in document.Bundles)
        {
            names.Learn(bundle.Id);
        }
        return names;
    }

    /// <summary>Names for one statement, by the prefixes there are: whole IRIs where none fits.</summary>
    public static ProvWrittenNames Within(ProvNamespaces namespaces, ProvStatement statement)
    {
        var names = new ProvWrittenNames(namespaces) { _addsPrefixes = false };
        names.Learn(statement);
        return names;
    }

    /// <summary>The short name of an IRI of the document.</summary>
    public string Of(string iri) => _short[iri];

    /// <summary>The short name of a name that is a value; as it is where no prefix fits.</summary>
    public string OfValue(string iri) => _short.TryGetValue(iri, out var name) ? name : iri;

    private void Learn(ProvStatement statement)
    {
        if (statement.Id is { } id) Learn(id);
        for (var i = 0; i < statement.Arguments.Count; i++)
        {
            if (statement.Arguments[i] is { } argument && statement.Shape.Arguments[i].Role != ProvRole.Time) Learn(argument);
        }
        foreach (var attribute in statement.Attributes)
        {
            Learn(attribute.Name);
            if (attribute.Value.IsName) LearnValue(attribute.Value.Text);
            if (attribute.Value.Type is { } type) LearnValue(type);
        }
    }

    // A name in a value may have had no declared prefix; then it is no IRI and stays.
    private void LearnValue(string iri)
    {
        if (ProvNamespaces.Of().Expand(iri) is not null) Learn(iri);
    }

    private void Learn(string iri)
    {
        if (_short.ContainsKey(iri)) return;
        if (_namespaces.Compact(iri) is not { } name)
        {
            if (!_addsPrefixes)
            {
                _short[iri] = $"<{iri}>";
                return;
            }
            _namespaces = _namespaces.With([new(NextPrefix(), iri[..Split(iri)])]);
            name = _namespaces.Compact(iri) ?? iri; // The prefix just declared fits.
        }
        _short[iri] = name;
    }

    private string NextPrefix()
    {
        string prefix;
        do
            prefix = $"ns{++_added}";
        while (_namespaces.Declared.Any(p => p.Key == prefix));
        return prefix;
    }

    // After the last '#', '/' or ':' that is not the last character; a whole IRI is a namespace with an empty local name otherwise.
    private static int Split(string iri)
    {
        var at = iri.AsSpan(0, Math.Max(0, iri.Length - 1)).LastIndexOfAny('#', '/', ':');
        return at < 0 ? iri.Length : at + 1;
    }
}
