using System.Text;

namespace DataDiplomacy.Core.Statistics.Pictures;

/// <summary>Everything between the axes of a trend, and the axes.</summary>
internal static class TrendMarks
{
    public const string Blue = "#0072B2";
    public const string Vermilion = "#D55E00";
    public const string Orange = "#E69F00";
    public const string Axis = "#595959";

    /// <summary>Okabe and Ito's reddish purple, for the level shift candidate.</summary>
    public const string Purple = "#CC79A7";

    public const string StepDashes = "2 3";

    private const string Grid = "#DDDDDD";

    /// <summary>A distance above this many usual steps is a gap, although no missing value is listed in it.</summary>
    private const double GapAbove = 1.5;

    private const int ManyPoints = 150;

    public static void Draw(StringBuilder svg, PlotArea plot, string unit)
    {
        Scale(svg, plot, unit);
        Times(svg, plot);
        if (plot.Line is { } band) Band(svg, plot, band);
        if (plot.StepTime is { } step)
            svg.Append($"<path d=\"M{N(plot.X(step))} {N(plot.Top)}V{N(plot.Bottom)}\" stroke=\"{Purple}\" stroke-width=\"1.5\" stroke-dasharray=\"{StepDashes}\"/>\n");
        Series(svg, plot);
        if (plot.Line is { } line) Line(svg, plot, line);
        if (plot.Points.All(point => point.Value is null))
            TrendPicture.Text(svg, (plot.Left + plot.Right) / 2, (plot.Top + plot.Bottom) / 2, "No values to show", 16, Axis, " text-anchor=\"middle\"");
    }

    public static void Scale(StringBuilder svg, PlotArea plot, string unit)
    {
        var label = SvgText.Shorten(unit, TrendPicture.LabelSize, plot.Right - 120) + plot.Scale.Note();
        TrendPicture.Text(svg, 28, plot.Top - 14, label);
        // Without values a scale would be made up.
        if (plot.Points.All(point => point.Value is null)) return;
        foreach (var tick in plot.Scale.Ticks)
        {
            var y = plot.YOfTick(tick);
            svg.Append($"<path d=\"M{N(plot.Left)} {N(y)}H{N(plot.Right)}\" stroke=\"{Grid}\"/>\n");
            TrendPicture.Text(svg, plot.Left - 8, y + 4.5, plot.Scale.Label(tick), more: " text-anchor=\"end\"");
        }
    }

    public static void Times(StringBuilder svg, PlotArea plot)
    {
        svg.Append($"<path d=\"M{N(plot.Left)} {N(plot.Bottom)}H{N(plot.Right)}\" stroke=\"{Axis}\"/>\n");
        foreach (var (x, label) in TimeLabels.For(plot))
        {
            svg.Append($"<path d=\"M{N(x)} {N(plot.Bottom)}v5\" stroke=\"{Axis}\"/>\n");
            TrendPicture.Text(svg, x, plot.Bottom + 20, label, more: " text-anchor=\"middle\"");
        }
    }

    /// <summary>The band may leave the scale. A nested picture clips it without an id, so that several pictures can stand in one page.</summary>
    private static void Band(StringBuilder svg, PlotArea plot, MedianLine line)
    {
        if (line.BandEnds is not [var firstLow, var firstHigh, var lastLow, var lastHigh]) return;
        var (first, last) = (N(plot.X(line.First)), N(plot.X(line.Last)));
        var pivot = $"{N(plot.X(line.Pivot.Time))} {N(plot.Y(line.Pivot.Value))}";
        var (width, height) = (N(plot.Right - plot.Left), N(plot.Bottom - plot.Top));
        svg.Append($"<svg x=\"{N(plot.Left)}\" y=\"{N(plot.Top)}\" width=\"{width}\" height=\"{height}\" ")
            .Append($"viewBox=\"{N(plot.Left)} {N(plot.Top)} {width} {height}\" overflow=\"hidden\">\n")
            .Append($"<path d=\"M{first} {N(plot.Y(firstLow))}L{pivot}L{last} {N(plot.Y(lastLow))}V{N(plot.Y(lastHigh))}L{pivot}")
            .Append($"L{first} {N(plot.Y(firstHigh))}Z\" fill=\"{Orange}\" fill-opacity=\"0.3\"/>\n</svg>\n");
    }

    private static void Line(StringBuilder svg, PlotArea plot, MedianLine line) =>
        svg.Append($"<path d=\"M{N(plot.X(line.First))} {N(plot.Y(line.Ends[0]))}L{N(plot.X(line.Last))} {N(plot.Y(line.Ends[1]))}\" ")
            .Append($"stroke=\"{Vermilion}\" stroke-width=\"2.5\" stroke-dasharray=\"8 4\"/>\n");

    public static void Series(StringBuilder svg, PlotArea plot)
    {
        var path = new StringBuilder();
        var dots = new StringBuilder();
        var usual = UsualStep(plot.Points);
        var (radius, stroke) = plot.Points.Count > ManyPoints ? ("1.5", "0.5") : ("3.5", "1.5");
        TrendPicturePoint? before = null;
        foreach (var point in plot.Points)
        {
            if (point.Value is { } value)
            {
                var (x, y) = (N(plot.X(point.Time)), N(plot.Y(value)));
                var joined = before is { Value: not null } && point.Time - before.Time <= GapAbove * usual;
                path.Append(joined ? 'L' : 'M').Append(x).Append(' ').Append(y);
                dots.Append($"<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"{Blue}\"/>\n");
            }
            before = point;
        }
        if (path.Length > 0) svg.Append($"<path d=\"{path}\" fill=\"none\" stroke=\"{Blue}\" stroke-width=\"{stroke}\" stroke-linejoin=\"round\"/>\n");
        svg.Append(dots);
    }

    private static double UsualStep(IReadOnlyList<TrendPicturePoint> points)
    {
        var steps = points.Zip(points.Skip(1), (a, b) => b.Time - a.Time).ToArray();
        return steps.Length == 0 ? 0 : Middle.Of(steps);
    }

    private static string N(double value) => SvgText.Number(value);
}
