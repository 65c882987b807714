using System.Text;

namespace DataDiplomacy.Core.Statistics.Pictures;

/// <summary>
/// Draws a lineage as SVG: what came first on top, what was asked for at the bottom, each arrow from a thing up to what it rests on. Shapes are those of
/// the PROV Graph Layout Conventions (W3C Provenance Working Group, 2012).
/// </summary>
public static class LineagePicture
{
    /// <summary>Most things that are drawn; those that are nearest to what was asked for.</summary>
    public const int MaxNodes = 60;

    private const double LeastWidth = 860;
    private const double Margin = 28;
    private const double LayerHeight = 162;
    private const string Ink = "#222222";

    /// <summary>Draws the lineage, as wide and high as it needs, scalable. The same input gives the same text.</summary>
    /// <exception cref="ArgumentException">An edge names no thing.</exception>
    public static string Draw(LineagePictureInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Edges.Any(e => Math.Min(e.From, e.To) < 0 || Math.Max(e.From, e.To) >= input.Nodes.Count))
            throw new ArgumentException("An edge names a thing by its index among the nodes.", nameof(input));

        var shown = Cut(input);
        var lines = shown.Edges.Where(e => e.From != e.To).GroupBy(e => (e.From, e.To)).Select(g => g.ToList()).ToList();
        var layout = LineageLayout.Of(shown.Nodes.Count, [.. lines.Select(l => (l[0].From, l[0].To))]);
        var reach = layout.Layers.SelectMany(l => l).Select(s => s.X).DefaultIfEmpty(0).ToList();
        var width = Math.Max(LeastWidth, reach.Max() - reach.Min() + LineageSlot.NodeWidth + 2 * Margin);
        var body = new StringBuilder();
        var top = Heading(body, shown, width);
        var left = (width - reach.Max() - reach.Min()) / 2;
        var bottom = top + layout.Layers.Count * LayerHeight;
        Graph(body, shown, layout, lines, slot => (left + slot.X, bottom - (slot.Layer + 0.5) * LayerHeight));
        TrendPicture.Text(body, Margin, bottom + 14, $"An arrow leads from a thing to what it rests on. As known on {shown.AsOf}", 12);
        return Open(shown, width, bottom + 32).Append(body).Append("</svg>\n").ToString();
    }

    /// <summary>What an edge says.</summary>
    internal static string Sentence(LineagePictureInput input, LineageEdge edge) =>
        $"{input.Nodes[edge.From].Label} {edge.Relation} {input.Nodes[edge.To].Label}{(edge.Role is { } role ? $" ({role})" : "")}.";

    private static LineagePictureInput Cut(LineagePictureInput input) => input.Nodes.Count <= MaxNodes ? input : input with
    {
        Nodes = [.. input.Nodes.Take(MaxNodes)],
        Edges = [.. input.Edges.Where(e => Math.Max(e.From, e.To) < MaxNodes)],
        Missing = [FormattableString.Invariant($"Of {input.Nodes.Count} things, the {MaxNodes} nearest are drawn."), .. input.Missing],
    };

    private static StringBuilder Open(LineagePictureInput input, double width, double height) => new StringBuilder()
        .Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {SvgText.Number(width)} {SvgText.Number(height)}\" ")
        .Append($"role=\"img\" aria-labelledby=\"title desc\" font-family=\"Helvetica, Arial, sans-serif\">\n<title id=\"title\">{SvgText.Escape(input.Title)}</title>\n<desc id=\"desc\">")
        .Append(SvgText.Escape(string.Join(' ', [.. input.Edges.Select(e => Sentence(input, e)), .. input.Missing, $"As known on {input.AsOf}."]))).Append("</desc>\n")
        .Append("<defs><marker id=\"arrow\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto-start-reverse\">")
        .Append("<path d=\"M0 1L10 5L0 9z\" fill=\"#333333\"/></marker></defs>\n")
        .Append($"<rect width=\"{SvgText.Number(width)}\" height=\"{SvgText.Number(height)}\" fill=\"#ffffff\"/>\n");

    private static double Heading(StringBuilder svg, LineagePictureInput input, double width)
    {
        var y = 14.0;
        foreach (var line in SvgText.Wrap(input.Title, 20, width - 2 * Margin, 2)) TrendPicture.Text(svg, Margin, y += 25, line, 20, Ink, " font-weight=\"bold\"");
        var x = Margin;
        foreach (var shape in Enum.GetValues<LineageShape>().Where(s => input.Nodes.Any(n => n.Shape == s) || s != LineageShape.Unknown))
        {
            LineageMarks.Shape(svg, shape, x + 18, y + 26, 0.2, " stroke-width=\"1.2\"");
            TrendPicture.Text(svg, x + 42, y + 30, LineageMarks.NameOf(shape), 13, Ink);
            x += 130;
        }

        TrendPicture.Text(svg, x, y + 30, "thick border: what was asked for", 13, Ink);
        return Missing(svg, input, width, y + 46);
    }

    /// <summary>What is missing stands in a frame on top, where the walk would go on.</summary>
    private static double Missing(StringBuilder svg, LineagePictureInput input, double width, double top)
    {
        var lines = input.Missing.SelectMany(m => SvgText.Wrap(m, 13, width - 2 * Margin - 24, 2)).ToList();
        if (lines.Count == 0) return top;
        var height = 26 + 18.0 * lines.Count;
        svg.Append($"<g class=\"partial\"><rect x=\"{SvgText.Number(Margin)}\" y=\"{SvgText.Number(top)}\" width=\"{SvgText.Number(width - 2 * Margin)}\" height=\"{SvgText.Number(height)}\" fill=\"#FFF4E0\" stroke=\"#B45F06\" stroke-dasharray=\"7 4\"/>\n");
        TrendPicture.Text(svg, Margin + 12, top + 19, "Not all of it", 13, Ink, " font-weight=\"bold\"");
        for (var i = 0; i < lines.Count; i++) TrendPicture.Text(svg, Margin + 12, top + 37 + 18 * i, lines[i], 13, Ink);
        svg.Append("</g>\n");
        return top + height;
    }

    private static void Graph(StringBuilder svg, LineagePictureInput input, LineageLayout layout, List<List<LineageEdge>> lines, Func<LineageSlot, (double X, double Y)> at)
    {
        var words = new StringBuilder();
        new LineageLines(input, layout, at).Draw(svg, words, lines);
        foreach (var slot in layout.Layers.SelectMany(l => l))
        {
            if (slot.Node is { } node) LineageMarks.Draw(svg, input.Nodes[node], node == input.Asked, at(slot).X, at(slot).Y);
        }

        svg.Append(words);
    }
}
