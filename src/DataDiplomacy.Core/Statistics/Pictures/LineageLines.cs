using System.Text;

namespace DataDiplomacy.Core.Statistics.Pictures;

/// <summary>Draws the lines of a lineage and finds room for their words.</summary>
internal sealed class LineageLines(LineagePictureInput input, LineageLayout layout, Func<LineageSlot, (double X, double Y)> at)
{
    private const double LabelSize = 11;
    private const double MostLabel = 240;
    private const double PortReach = 46;
    private const string Ink = "#333333";

    private static readonly double[] Tries = [0.5, 0.38, 0.62, 0.27, 0.73, 0.18, 0.82];

    private readonly List<(double Left, double Top, double Right, double Bottom)> _taken =
        [.. layout.Layers.SelectMany(l => l).Where(s => s.Node is not null).Select(at).Select(p => Box(p.X, p.Y, LineageSlot.NodeWidth, LineageMarks.Height))];

    /// <summary>Draws the lines, and their words into a text of their own, which belongs above all lines.</summary>
    /// <param name="svg">Takes the lines.</param>
    /// <param name="words">Takes the words.</param>
    /// <param name="lines">The relations of each route, in the order of the routes.</param>
    public void Draw(StringBuilder svg, StringBuilder words, IReadOnlyList<IReadOnlyList<LineageEdge>> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var curves = Curves(layout.Routes[i]);
            svg.Append($"<g class=\"edge\"><title>{string.Join('\n', lines[i].Select(e => SvgText.Escape(LineagePicture.Sentence(input, e))))}</title>\n<path d=\"")
                .Append($"M{N(curves[0].X0)} {N(curves[0].Y0)}");
            foreach (var c in curves) svg.Append($"C{N(c.X0)} {N(c.Middle)} {N(c.X1)} {N(c.Middle)} {N(c.X1)} {N(c.Y1)}");
            svg.Append($"\" fill=\"none\" stroke=\"{Ink}\" stroke-width=\"1.3\" marker-end=\"url(#arrow)\"/></g>\n");
            Word(words, curves, SvgText.Shorten(TextOf(lines[i]), LabelSize, MostLabel));
        }
    }

    private static string TextOf(IReadOnlyList<LineageEdge> edges) => string.Join(", ", edges.GroupBy(e => e.Relation).Select(g =>
        g.Select(e => e.Role).OfType<string>().Distinct().ToList() is { Count: > 0 } roles ? $"{g.Key} ({string.Join(", ", roles)})" : g.Key));

    private void Word(StringBuilder words, List<Curve> curves, string text)
    {
        var width = SvgText.Width(text, LabelSize) * 0.92;
        var places = curves.SelectMany(c => Tries.Select(c.At)).ToList();
        var free = places.FindIndex(p => !_taken.Exists(t => Meet(t, Box(p.X, p.Y, width, LabelSize + 3))));
        var (x, y) = places[Math.Max(0, free)];
        _taken.Add(Box(x, y, width, LabelSize + 3));
        TrendPicture.Text(words, x, y + 4, text, LabelSize, Ink, " text-anchor=\"middle\" stroke=\"#ffffff\" stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\"");
    }

    private List<Curve> Curves(IReadOnlyList<LineageSlot> route)
    {
        var curves = new List<Curve>(2 * route.Count);
        for (var i = 1; i < route.Count; i++)
        {
            var (from, to) = (Border(route[i - 1], route[i]), Border(route[i], route[i - 1]));
            // Through a layer of others a line goes straight.
            if (i > 1) curves.Add(new Curve(curves[^1].X1, curves[^1].Y1, from.X, from.Y));
            curves.Add(new Curve(from.X, from.Y, to.X, to.Y));
        }

        return curves;
    }

    /// <summary>Where a line to a neighbour leaves a place: things spread their lines along the border, in the order of where they lead.</summary>
    private (double X, double Y) Border(LineageSlot slot, LineageSlot other)
    {
        var (x, y) = at(slot);
        var isEarlier = other.Layer > slot.Layer;
        var beside = (isEarlier ? slot.Earlier : slot.Later).Distinct().OrderBy(s => s.X).ToList();
        var away = slot.Node is null || beside.Count == 1 ? 0 : PortReach * (2.0 * beside.IndexOf(other) / (beside.Count - 1) - 1);
        if (slot.Node is not { } node) return (x, isEarlier ? y - LineageMarks.Height / 2 : y + LineageMarks.Height / 2);
        var shape = input.Nodes[node].Shape;
        return (x + away, isEarlier ? y - LineageMarks.Above(shape, away) : y + LineageMarks.Below(shape, away));
    }

    private static (double Left, double Top, double Right, double Bottom) Box(double x, double y, double width, double height) =>
        (x - width / 2, y - height / 2, x + width / 2, y + height / 2);

    private static bool Meet((double Left, double Top, double Right, double Bottom) a, (double Left, double Top, double Right, double Bottom) b) =>
        a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom;

    private static string N(double value) => SvgText.Number(value);

    /// <summary>A cubic curve that leaves and comes in upright.</summary>
    private readonly record struct Curve(double X0, double Y0, double X1, double Y1)
    {
        public double Middle => (Y0 + Y1) / 2;

        public (double X, double Y) At(double t)
        {
            var (u, s) = (1 - t, 3 * t * (1 - t));
            return (u * u * u * X0 + s * u * X0 + s * t * X1 + t * t * t * X1, u * u * u * Y0 + s * Middle + t * t * t * Y1);
        }
    }
}
