namespace DataDiplomacy.Core.Statistics.Pictures;

/// <summary>What a thing of a lineage is, and so its shape.</summary>
public enum LineageShape
{
    /// <summary>A thing: an oval.</summary>
    Entity,

    /// <summary>Something that happened: a rectangle.</summary>
    Activity,

    /// <summary>Who bears responsibility: a house.</summary>
    Agent,

    /// <summary>Nobody said what it is: a dashed rectangle with round corners.</summary>
    Unknown
}

/// <summary>A thing of a lineage.</summary>
/// <param name="Label">What people call it; long ones are cut, and whole when it is pointed at.</param>
/// <param name="Detail">What more is shown when it is pointed at, such as its IRI.</param>
/// <param name="Shape">What it is.</param>
public sealed record LineageNode(string Label, string Detail, LineageShape Shape);

/// <summary>A relation between two things of a lineage.</summary>
/// <param name="From">Index of the thing that came later.</param>
/// <param name="To">Index of the thing that it rests on.</param>
/// <param name="Relation">Name of the relation, such as <c>wasDerivedFrom</c>.</param>
/// <param name="Role">The part that the thing had in it; null where nobody said.</param>
public sealed record LineageEdge(int From, int To, string Relation, string? Role);

/// <summary>What a picture of a lineage shows.</summary>
public sealed record LineagePictureInput
{
    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>The things, nearest first.</summary>
    public required IReadOnlyList<LineageNode> Nodes { get; init; }

    /// <summary>Index of the thing that was asked for, which is marked; null where it is not among them.</summary>
    public required int? Asked { get; init; }

    /// <summary>The relations.</summary>
    public required IReadOnlyList<LineageEdge> Edges { get; init; }

    /// <summary>Why the lineage is not all that there is, a sentence each; empty where it is all.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Instant of the state of knowledge, printed as <c>As known on …</c>.</summary>
    public required string AsOf { get; init; }
}
