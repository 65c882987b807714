using System.Text;

namespace DataDiplomacy.Core.Statistics.Pictures;

/// <summary>
/// Draws a trend as SVG: the observations with their gaps, the Theil-Sen line, the band of its interval, and the
/// words without which a picture misleads: unit, source, date of knowledge and verdict. Colours are those of
/// Okabe and Ito (2008), told apart with any colour vision; the line is dashed besides.
/// </summary>
public static class TrendPicture
{
    internal const double LabelSize = 13;

    private const double Width = 960;
    private const double Height = 600;
    private const double Margin = 28;
    private const double TextWidth = Width - 2 * Margin;

    private const string Ink = "#222222";
    private const string Quiet = "#595959";

    /// <summary>Draws the picture, 960 by 600 units, scalable. The same input gives the same text.</summary>
    /// <param name="input">What is shown; any number of points, none included.</param>
    /// <exception cref="ArgumentException">A time or value is NaN or infinite.</exception>
    public static string Draw(TrendPictureInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        for (var i = 0; i < input.Points.Count; i++)
        {
            FiniteValues.Require(input.Points[i].Time, "points.Time", i);
            FiniteValues.Require(input.Points[i].Value ?? 0, "points.Value", i);
        }
        var svg = new StringBuilder();
        Open(svg, input);
        var top = Heading(svg, input);
        var bottom = Footing(svg, input);
        var plot = new PlotArea(input, top + 70, bottom - 46, Width - Margin);
        Legend(svg, input, plot, top + 28);
        TrendMarks.Draw(svg, plot, input.UnitLabel);
        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>One line of text, escaped.</summary>
    internal static void Text(StringBuilder svg, double x, double y, string text, double size = LabelSize, string fill = Quiet, string more = "")
    {
        svg.Append($"<text x=\"{SvgText.Number(x)}\" y=\"{SvgText.Number(y)}\" font-size=\"{SvgText.Number(size)}\" fill=\"{fill}\"{more}>")
            .Append(SvgText.Escape(text)).Append("</text>\n");
    }

    private static void Open(StringBuilder svg, TrendPictureInput input)
    {
        var name = input.Subtitle.Length == 0 ? input.Title : $"{input.Title}, {input.Subtitle}";
        var values = input.Points.Count(point => point.Value is not null);
        svg.Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {SvgText.Number(Width)} {SvgText.Number(Height)}\" ")
            .Append($"role=\"img\" font-family=\"Helvetica, Arial, sans-serif\">\n<title>{SvgText.Escape(name)}</title>\n")
            .Append("<desc>").Append(SvgText.Escape(
                $"{values} values in {input.UnitLabel}. {input.Trend.Verdict} {string.Join(' ', input.Trend.Warnings)} "
                + $"Source: {input.Source}. As known on {input.AsOf}.")).Append("</desc>\n")
            .Append($"<rect width=\"{SvgText.Number(Width)}\" height=\"{SvgText.Number(Height)}\" fill=\"#ffffff\"/>\n");
    }

    /// <summary>Title and subtitle from the top; gives the y of their end.</summary>
    private static double Heading(StringBuilder svg, TrendPictureInput input)
    {
        var y = 14.0;
        foreach (var line in SvgText.Wrap(input.Title, 20, TextWidth, 2))
            Text(svg, Margin, y += 25, line, 20, Ink, " font-weight=\"bold\"");
        foreach (var line in SvgText.Wrap(input.Subtitle, 15, TextWidth, 1))
            Text(svg, Margin, y += 22, line, 15);
        return y;
    }

    /// <summary>Source, warnings and verdict from the bottom; gives the y of their start.</summary>
    private static double Footing(StringBuilder svg, TrendPictureInput input)
    {
        var source = SvgText.Wrap($"Source: {input.Source}", 12, TextWidth, 2);
        var asOf = SvgText.Wrap($"As known on {input.AsOf}", 12, TextWidth, 1);
        var verdict = SvgText.Wrap(input.Trend.Verdict, 14, TextWidth, 4);
        var warnings = input.Trend.Warnings.Count == 0
            ? []
            : SvgText.Wrap("Read with care: " + string.Join(' ', input.Trend.Warnings), 12, TextWidth, 3);
        var y = Height - 14 - 16.0 * (source.Count + asOf.Count) - 12 - 16.0 * warnings.Count - 20.0 * verdict.Count;
        var start = y;
        foreach (var line in verdict) Text(svg, Margin, y += 20, line, 14, Ink);
        y += 4;
        foreach (var line in warnings) Text(svg, Margin, y += 16, line, 12, Ink);
        y += 8;
        foreach (var line in source.Concat(asOf)) Text(svg, Margin, y += 16, line, 12);
        return start;
    }

    private static void Legend(StringBuilder svg, TrendPictureInput input, PlotArea plot, double y)
    {
        var x = Margin;
        svg.Append($"<circle cx=\"{SvgText.Number(x + 10)}\" cy=\"{SvgText.Number(y - 4)}\" r=\"4\" fill=\"{TrendMarks.Blue}\"/>\n");
        Text(svg, x + 26, y, "observed");
        x += 118;
        if (plot.StepTime is not null)
        {
            svg.Append($"<path d=\"M{SvgText.Number(x + 8)} {SvgText.Number(y - 13)}v17\" stroke=\"{TrendMarks.Purple}\" stroke-width=\"1.5\" stroke-dasharray=\"{TrendMarks.StepDashes}\"/>\n");
            Text(svg, x + 20, y, "level shift candidate");
            x += 176;
        }
        if (plot.Line is not { } line) return;

        svg.Append($"<path d=\"M{SvgText.Number(x)} {SvgText.Number(y - 4)}h30\" stroke=\"{TrendMarks.Vermilion}\" stroke-width=\"2.5\" stroke-dasharray=\"8 4\"/>\n");
        Text(svg, x + 38, y, "Theil-Sen line");
        if (line.BandEnds.Count == 0) return;

        x += 162;
        svg.Append($"<rect x=\"{SvgText.Number(x)}\" y=\"{SvgText.Number(y - 11)}\" width=\"30\" height=\"13\" fill=\"{TrendMarks.Orange}\" fill-opacity=\"0.3\"/>\n");
        Text(svg, x + 38, y, $"{ReadableNumber.Percent(input.Trend.Confidence)} interval of the slope{(input.Trend.VarianceFactor > 1 ? ", widened for autocorrelation" : "")}");
    }
}
