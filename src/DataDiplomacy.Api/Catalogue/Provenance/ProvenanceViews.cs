using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Core.Standards.Prov;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>What a walk found, as it is sent: IRIs with the base, attributes as they were stated.</summary>
internal static class ProvenanceViews
{
    public static ProvenanceNodeView OfNode(Reached reached, IEnumerable<ProvStatement> elements, ProvenanceIris iris)
    {
        var (node, stated) = (reached.Node, elements.ToList());
        var attributes = stated.SelectMany(s => s.Attributes).Distinct().ToList();
        return new ProvenanceNodeView
        {
            Id = iris.Sent(node.Iri),
            Kind = node.IsActivity ? NodeKind.Activity : node.IsEntity ? NodeKind.Entity : node.IsAgent ? NodeKind.Agent : NodeKind.Unknown,
            Label = attributes.FirstOrDefault(a => a.Name == ProvNames.Label)?.Value.Text ?? node.Iri,
            Depth = reached.Depth,
            Direction = reached.Direction,
            Dataset = node.Dataset,
            DatasetVersion = node.Version,
            StartedAt = TimeOf(stated, 0),
            EndedAt = TimeOf(stated, 1),
            Attributes = [.. attributes.Select(a => OfAttribute(a, iris))],
        };
    }

    /// <param name="step">The step.</param>
    /// <param name="told">Its statement; null where it follows from what things are.</param>
    /// <param name="iris">Makes IRIs whole.</param>
    public static ProvenanceEdgeView OfStep(Taken step, ToldStatement? told, ProvenanceIris iris)
    {
        var statement = told?.Statement;
        return new ProvenanceEdgeView
        {
            Relation = ProvShape.Of(step.Kind).Name,
            From = iris.Sent(step.From),
            To = iris.Sent(step.To),
            Statement = step.Statement,
            Time = statement?.First(ProvRole.Time),
            Role = statement?.Attributes.FirstOrDefault(a => a.Name == ProvNames.Role)?.Value.Text,
            Bundle = told?.Bundle is { } bundle ? iris.Sent(bundle) : null,
            RecordedAt = told is null ? null : DateTimeOffset.FromUnixTimeMilliseconds(told.Row.RecordedFrom).UtcDateTime,
            Attributes = [.. (statement?.Attributes ?? []).Where(a => a.Name != ProvNames.Role).Select(a => OfAttribute(a, iris))],
        };
    }

    /// <summary>All statements of a walk for the standard formats, each once; made when they are read, since most answers need none.</summary>
    public static IEnumerable<HeldStatement> Statements(ProvenanceWalk walk, IReadOnlyList<ProvStatement> implied, IEnumerable<ToldStatement> told, ProvenanceIris iris)
    {
        // An agent or a series that is stored too is declared twice: its attributes add up.
        var following = implied.Select(s => new HeldStatement(null, Sent(s, iris))).ToList();
        var stated = told.DistinctBy(t => t.Row.Id).OrderBy(t => t.Row.Kind).ThenBy(t => t.Row.Id)
            .SelectMany(t => t.Statement is { } statement ? new[] { new HeldStatement(t.Bundle is { } bundle ? iris.Sent(bundle) : null, Sent(statement, iris)) } : []).ToList();
        var declared = stated.Concat(following).Where(s => s.Statement.Shape.IsElement).Select(s => s.Statement.Id).ToHashSet(StringComparer.Ordinal);
        var undeclared = walk.Nodes.Where(n => !declared.Contains(iris.Sent(n.Node.Iri)) && KindOf(n.Node) is not null)
            .Select(n => new HeldStatement(null, ProvStatement.Element(KindOf(n.Node) ?? ProvKind.Entity, iris.Sent(n.Node.Iri))));
        foreach (var each in undeclared.Concat(stated).Concat(following.Where(f => f.Statement.Shape.IsElement)).Concat(following.Where(f => !f.Statement.Shape.IsElement))) yield return each;
    }

    /// <summary>A statement with the IRIs of this server made whole.</summary>
    public static ProvStatement Sent(ProvStatement statement, ProvenanceIris iris) => Map(statement, iris.Sent);

    /// <summary>A statement as it is stored.</summary>
    public static ProvStatement Stored(ProvStatement statement, ProvenanceIris iris) => Map(statement, iris.Stored);

    private static ProvStatement Map(ProvStatement statement, Func<string, string> map) => statement with
    {
        Id = statement.Id is { } id ? map(id) : null,
        Arguments = [.. statement.Arguments.Select((a, i) => a is null || statement.Shape.Arguments[i].Role == ProvRole.Time ? a : map(a))],
        Attributes = [.. statement.Attributes.Select(a => new ProvAttribute(map(a.Name), a.Value with { Text = a.Value.IsName ? map(a.Value.Text) : a.Value.Text }))],
    };

    private static ProvKind? KindOf(WalkedNode node) =>
        node.IsActivity ? ProvKind.Activity : node.IsEntity ? ProvKind.Entity : node.IsAgent ? ProvKind.Agent : null;

    private static string? TimeOf(IEnumerable<ProvStatement> elements, int argument) =>
        elements.Where(e => e.Kind == ProvKind.Activity).Select(e => e.Arguments[argument]).FirstOrDefault(t => t is not null);

    private static ProvenanceAttributeView OfAttribute(ProvAttribute attribute, ProvenanceIris iris) => new()
    {
        Name = iris.Sent(attribute.Name),
        Value = attribute.Value.IsName ? iris.Sent(attribute.Value.Text) : attribute.Value.Text,
        Type = attribute.Value.Type,
        Language = attribute.Value.Language,
    };
}
