namespace DataDiplomacy.Core.Statistics.Pictures;

/// <summary>A place in a layer: of a thing, or of a line that passes through.</summary>
/// <param name="node">Index of the thing; null where a line passes.</param>
/// <param name="layer">Layer, from 0 for what came last.</param>
internal sealed class LineageSlot(int? node, int layer)
{
    public const double NodeWidth = 178;
    private const double NodeGap = 26;
    private const double LineWidth = 34;

    public int? Node { get; } = node;

    public int Layer { get; } = layer;

    /// <summary>Its middle.</summary>
    public double X { get; set; }

    /// <summary>Places in the layers beside that a line leads to.</summary>
    public List<LineageSlot> Later { get; } = [];

    /// <summary>Places in the layers beside that a line leads to.</summary>
    public List<LineageSlot> Earlier { get; } = [];

    /// <summary>Least distance of its middle from that of its neighbour.</summary>
    public double Apart(LineageSlot next) => (Width + next.Width) / 2;

    private double Width => Node is null ? LineWidth : NodeWidth + NodeGap;
}
