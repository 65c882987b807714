using System.Text;

namespace DataDiplomacy.Core.Standards.Prov;

/// <summary>One statement of PROV-DM: an element or a relation with its arguments and attributes. All names are whole IRIs.</summary>
public sealed record ProvStatement
{
    /// <summary>The kind; it says what the arguments mean.</summary>
    public required ProvKind Kind { get; init; }

    /// <summary>IRI of the element or relation, a blank identifier (<c>_:g1</c>), or null for a relation without one.</summary>
    public string? Id { get; init; }

    /// <summary>The arguments in the order of <see cref="ProvShape.Arguments"/>: IRIs, and instants as text; null where one is absent.</summary>
    public required IReadOnlyList<string?> Arguments { get; init; }

    /// <summary>Attributes in the order of their document; a name may stand several times.</summary>
    public IReadOnlyList<ProvAttribute> Attributes { get; init; } = [];

    /// <summary>How statements of this kind are written.</summary>
    public ProvShape Shape => ProvShape.Of(Kind);

    /// <summary>Declares an element.</summary>
    public static ProvStatement Element(ProvKind kind, string id, params IReadOnlyList<ProvAttribute> attributes) =>
        new() { Kind = kind, Id = id, Arguments = new string?[ProvShape.Of(kind).Arguments.Count], Attributes = attributes };

    /// <summary>States a relation; arguments that are left out at the end are absent.</summary>
    public static ProvStatement Relation(ProvKind kind, string? id, params IReadOnlyList<string?> arguments) =>
        new() { Kind = kind, Id = id, Arguments = [.. arguments, .. new string?[ProvShape.Of(kind).Arguments.Count - arguments.Count]] };

    /// <summary>The first argument of a role, or null.</summary>
    public string? First(ProvRole role)
    {
        for (var i = 0; i < Arguments.Count; i++)
        {
            if (Shape.Arguments[i].Role == role) return Arguments[i];
        }
        return null;
    }

    /// <summary>
    /// What may be said of the statement to somebody from whom some things are withheld. Where the second thing is, the identifier and the attributes,
    /// which speak of both, are left out too; a derivation from which a thing is left out names no generation and no usage.
    /// </summary>
    /// <param name="isWithheld">Whether a thing, or the identifier of a relation, is withheld.</param>
    /// <returns>The statement without them; null where it is about something that is withheld, or PROV-DM requires what is.</returns>
    public ProvStatement? Without(Predicate<string> isWithheld)
    {
        ArgumentNullException.ThrowIfNull(isWithheld);
        bool IsLeftOut(int at) => Shape.Arguments[at].Role != ProvRole.Time && Arguments[at] is { } argument && isWithheld(argument);
        bool IsEvent(int at) => Shape.Arguments[at].Role is ProvRole.Generation or ProvRole.Usage;
        var places = Enumerable.Range(0, Arguments.Count).ToList();
        var leftOut = places.Where(IsLeftOut).ToHashSet();
        var isIdLeftOut = Id is { } id && isWithheld(id);
        if (leftOut.Any(Shape.Requires) || Shape.IsElement && isIdLeftOut) return null;
        if (leftOut.Any(at => !IsEvent(at))) leftOut.UnionWith(places.Where(IsEvent));
        var isOtherLeftOut = leftOut.Contains(1);
        return this with
        {
            Id = isOtherLeftOut || isIdLeftOut ? null : Id,
            Arguments = [.. Arguments.Select((argument, at) => leftOut.Contains(at) ? null : argument)],
            Attributes = isOtherLeftOut ? [] : [.. Attributes.Where(a => !(a.Value.IsName && isWithheld(a.Value.Text)))],
        };
    }

    /// <summary>Whether the element has a type.</summary>
    /// <param name="type">IRI of the type.</param>
    /// <returns>True when an attribute <c>prov:type</c> names it.</returns>
    public bool HasType(string type) => Attributes.Any(a => a.Name == ProvNames.Type && a.Value.Text == type);

    /// <summary>The statement in PROV-N with whole IRIs, attributes in order: equal statements give equal texts.</summary>
    public string CanonicalText()
    {
        var text = new StringBuilder(Shape.Name).Append('(').Append(Id is null ? "-" : $"<{Id}>");
        foreach (var argument in Arguments)
        {
            text.Append(", ").Append(argument is null ? "-" : $"<{argument}>");
        }
        foreach (var attribute in Attributes.Select(a => $"{a.Name}=\"{a.Value.Text}\" %% {a.Value.Type}@{a.Value.Language}").Distinct().Order(StringComparer.Ordinal))
        {
            text.Append(", ").Append(attribute);
        }
        return text.Append(')').ToString();
    }
}

/// <summary>A named set of statements, which is an entity itself (PROV-DM, section 5.4).</summary>
/// <param name="Id">IRI of the bundle.</param>
/// <param name="Statements">What it states.</param>
public sealed record ProvBundle(string Id, IReadOnlyList<ProvStatement> Statements);

/// <summary>A document: statements, and bundles of statements that are judged each by itself.</summary>
public sealed record ProvDocument
{
    /// <summary>The prefixes of the document, for writing it again.</summary>
    public required ProvNamespaces Namespaces { get; init; }

    /// <summary>Statements outside any bundle.</summary>
    public required IReadOnlyList<ProvStatement> Statements { get; init; }

    /// <summary>The bundles.</summary>
    public IReadOnlyList<ProvBundle> Bundles { get; init; } = [];
}
