namespace DataDiplomacy.Core.Standards.Prov.Constraints;

/// <summary>What has been found so far; the same conflict between the same statements is told once.</summary>
internal sealed class ProvFindings(ProvNamespaces namespaces)
{
    private readonly List<ProvViolation> _violations = [];
    private readonly List<ProvViolation> _warnings = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public string? Bundle { get; set; }

    public void Violates(string constraint, string message, params IEnumerable<ProvStatement> statements) => Add(_violations, constraint, message, statements);

    public void Warns(string constraint, string message, params IEnumerable<ProvStatement> statements) => Add(_warnings, constraint, message, statements);

    /// <summary>A name as the document writes it.</summary>
    public string Shown(string iri) => namespaces.Compact(iri) ?? iri;

    public ProvReport Report() => new(_violations, _warnings);

    private void Add(List<ProvViolation> found, string constraint, string message, IEnumerable<ProvStatement> statements)
    {
        if (found.Count >= ProvConstraints.MaxViolations) return;
        var texts = statements.Select(s => ProvNWriter.Write(s, namespaces)).Distinct().ToList();
        if (_known.Add($"{Bundle} {constraint} {string.Join('\n', texts.Order(StringComparer.Ordinal))}"))
            found.Add(new ProvViolation { Constraint = constraint, Message = message, Statements = texts, Bundle = Bundle });
    }
}
