using System.Text;

namespace DataDiplomacy.Core.Statistics.Pictures;

/// <summary>Shapes and colours of the things of a lineage, after the PROV Graph Layout Conventions (W3C Provenance Working Group, 2012).</summary>
internal static class LineageMarks
{
    public const double Height = 76;
    private const double Roof = 18;
    private const double Half = LineageSlot.NodeWidth / 2;
    private const double LabelSize = 12;
    private const int MostLines = 3;
    private const string Ink = "#1a1a1a";

    /// <summary>Draws a thing with its middle at a point; the one that was asked for with a thick border.</summary>
    public static void Draw(StringBuilder svg, LineageNode node, bool isAsked, double x, double y)
    {
        var words = node.Detail.Length == 0 ? node.Label : $"{node.Label}\n{node.Detail}";
        svg.Append($"<g class=\"node {NameOf(node.Shape)}\"><title>{string.Join('\n', words.Split('\n').Select(SvgText.Escape))}</title>\n");
        Shape(svg, node.Shape, x, y, 1, isAsked ? " stroke-width=\"3.5\"" : " stroke-width=\"1.5\"");
        Label(svg, node, x, y);
        svg.Append("</g>\n");
    }

    /// <summary>Draws the shape alone.</summary>
    /// <param name="svg">What is written.</param>
    /// <param name="shape">Which.</param>
    /// <param name="x">Its middle.</param>
    /// <param name="y">Its middle.</param>
    /// <param name="scale">1 for the size of a thing.</param>
    /// <param name="more">More attributes.</param>
    public static void Shape(StringBuilder svg, LineageShape shape, double x, double y, double scale, string more)
    {
        var (w, h, roof) = (Half * scale, Height / 2 * scale, Roof * scale);
        svg.Append(shape switch
        {
            LineageShape.Entity => $"<ellipse cx=\"{N(x)}\" cy=\"{N(y)}\" rx=\"{N(w)}\" ry=\"{N(h)}\" fill=\"#FFFC87\" stroke=\"#6b6b00\"",
            LineageShape.Activity => $"<rect x=\"{N(x - w)}\" y=\"{N(y - h)}\" width=\"{N(2 * w)}\" height=\"{N(2 * h)}\" fill=\"#C9D3FF\" stroke=\"#2338b8\"",
            LineageShape.Agent => $"<polygon points=\"{N(x - w)},{N(y + h)} {N(x - w)},{N(y - h + roof)} {N(x)},{N(y - h)} {N(x + w)},{N(y - h + roof)} {N(x + w)},{N(y + h)}\" fill=\"#FED37F\" stroke=\"#8a5a00\"",
            _ => $"<rect x=\"{N(x - w)}\" y=\"{N(y - h)}\" width=\"{N(2 * w)}\" height=\"{N(2 * h)}\" rx=\"{N(h / 2)}\" fill=\"#EEEEEE\" stroke=\"#595959\" stroke-dasharray=\"5 3\"",
        }).Append(more).Append("/>\n");
    }

    /// <summary>How high above the middle the border is, so far from the middle.</summary>
    public static double Above(LineageShape shape, double away) => shape switch
    {
        LineageShape.Entity => Bow(away),
        LineageShape.Agent => Height / 2 - Roof * Math.Min(1, Math.Abs(away) / Half),
        _ => Height / 2,
    };

    /// <summary>How deep below the middle the border is, so far from the middle.</summary>
    public static double Below(LineageShape shape, double away) => shape == LineageShape.Entity ? Bow(away) : Height / 2;

    /// <summary>The word for a shape in the legend.</summary>
    public static string NameOf(LineageShape shape) => shape switch
    {
        LineageShape.Entity => "entity",
        LineageShape.Activity => "activity",
        LineageShape.Agent => "agent",
        _ => "unknown",
    };

    private static void Label(StringBuilder svg, LineageNode node, double x, double y)
    {
        var width = LineageSlot.NodeWidth - (node.Shape == LineageShape.Entity ? 44 : 14);
        var lines = SvgText.Wrap(Breakable(node.Label, width), LabelSize, width, MostLines);
        var top = y + (node.Shape == LineageShape.Agent ? 7 : 0) - (lines.Count - 1) * 7.5 + 4.5;
        for (var i = 0; i < lines.Count; i++) TrendPicture.Text(svg, x, top + 15 * i, lines[i], LabelSize, Ink, " text-anchor=\"middle\"");
    }

    /// <summary>A name without blanks, such as an IRI, is broken where the line ends.</summary>
    private static string Breakable(string label, double width)
    {
        var text = new StringBuilder();
        var room = width;
        foreach (var rune in label.EnumerateRunes())
        {
            room = Rune.IsWhiteSpace(rune) ? width : room - SvgText.Width(rune.ToString(), LabelSize);
            if (room < 0)
            {
                text.Append(' ');
                room = width - SvgText.Width(rune.ToString(), LabelSize);
            }

            text.Append(rune.ToString());
        }

        return text.ToString();
    }

    private static double Bow(double away) => Height / 2 * Math.Sqrt(Math.Max(0, 1 - away * away / (Half * Half)));

    private static string N(double value) => SvgText.Number(value);
}
