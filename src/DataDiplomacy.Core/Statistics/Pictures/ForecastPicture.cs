using System.Text;
using DataDiplomacy.Core.Statistics.Forecasts;

namespace DataDiplomacy.Core.Statistics.Pictures;

/// <summary>
/// Draws a forecast as SVG: the observations, the mean of each model, the range of all of them, the target, and the words
/// without which a picture misleads. Colours are those of Okabe and Ito (2008); the models differ in their dashes besides.
/// </summary>
public static class ForecastPicture
{
    private const double Width = 960;
    private const double Height = 700;
    private const double Margin = 28;
    private const double TextWidth = Width - 2 * Margin;

    private const string Ink = "#222222";
    private const string Quiet = "#595959";

    /// <summary>Draws the picture, 960 by 700 units, scalable. The same input gives the same text.</summary>
    /// <param name="input">What is shown; any number of points, none included.</param>
    /// <exception cref="ArgumentException">A time or value is NaN or infinite.</exception>
    public static string Draw(ForecastPictureInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        foreach (var points in new[] { input.Points, input.Ahead })
        {
            for (var i = 0; i < points.Count; i++)
            {
                FiniteValues.Require(points[i].Time, "points.Time", i);
                FiniteValues.Require(points[i].Value ?? 0, "points.Value", i);
            }
        }
        var svg = new StringBuilder();
        Open(svg, input);
        var top = Heading(svg, input);
        var bottom = Footing(svg, input);
        if (input.Forecast.Defined) Legend(svg, input, top + 28);
        var shown = ForecastMarks.Shown(input);
        var plot = new PlotArea([.. input.Points, .. input.Ahead], shown, top + (input.Forecast.Defined ? 98 : 50), bottom - 46, Width - Margin);
        ForecastMarks.Draw(svg, plot, input);
        return svg.Append("</svg>\n").ToString();
    }

    private static void Open(StringBuilder svg, ForecastPictureInput input)
    {
        var name = input.Subtitle.Length == 0 ? input.Title : $"{input.Title}, {input.Subtitle}";
        var values = input.Points.Count(point => point.Value is not null);
        svg.Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {SvgText.Number(Width)} {SvgText.Number(Height)}\" ")
            .Append($"role=\"img\" font-family=\"Helvetica, Arial, sans-serif\">\n<title>{SvgText.Escape(name)}</title>\n")
            .Append("<desc>").Append(SvgText.Escape(
                $"{values} values in {input.UnitLabel}. {input.Verdict} {string.Join(' ', input.Warnings)} Source: {input.Source}. As known on {input.AsOf}.")).Append("</desc>\n")
            .Append($"<rect width=\"{SvgText.Number(Width)}\" height=\"{SvgText.Number(Height)}\" fill=\"#ffffff\"/>\n");
    }

    /// <summary>Title and subtitle from the top; gives the y of their end.</summary>
    private static double Heading(StringBuilder svg, ForecastPictureInput input)
    {
        var y = 14.0;
        foreach (var line in SvgText.Wrap(input.Title, 20, TextWidth, 2))
            TrendPicture.Text(svg, Margin, y += 25, line, 20, Ink, " font-weight=\"bold\"");
        foreach (var line in SvgText.Wrap(input.Subtitle, 15, TextWidth, 1))
            TrendPicture.Text(svg, Margin, y += 22, line, 15);
        return y;
    }

    /// <summary>Source, warnings and verdict from the bottom; gives the y of their start.</summary>
    private static double Footing(StringBuilder svg, ForecastPictureInput input)
    {
        var source = SvgText.Wrap($"Source: {input.Source}", 12, TextWidth, 2);
        var asOf = SvgText.Wrap($"As known on {input.AsOf}", 12, TextWidth, 1);
        var verdict = SvgText.Wrap(input.Verdict, 14, TextWidth, 5);
        var warnings = input.Warnings.Count == 0 ? [] : SvgText.Wrap("Read with care: " + string.Join(' ', input.Warnings), 12, TextWidth, 3);
        var y = Height - 14 - 16.0 * (source.Count + asOf.Count) - 12 - 16.0 * warnings.Count - 20.0 * verdict.Count;
        var start = y;
        foreach (var line in verdict) TrendPicture.Text(svg, Margin, y += 20, line, 14, Ink);
        y += 4;
        foreach (var line in warnings) TrendPicture.Text(svg, Margin, y += 16, line, 12, Ink);
        y += 8;
        foreach (var line in source.Concat(asOf)) TrendPicture.Text(svg, Margin, y += 16, line, 12);
        return start;
    }

    /// <summary>A row for the lines and one for the areas.</summary>
    private static void Legend(StringBuilder svg, ForecastPictureInput input, double y)
    {
        var x = Margin;
        svg.Append($"<circle cx=\"{SvgText.Number(x + 10)}\" cy=\"{SvgText.Number(y - 4)}\" r=\"4\" fill=\"{TrendMarks.Blue}\"/>\n");
        TrendPicture.Text(svg, x + 26, y, "observed");
        x += 116;
        foreach (var model in input.Forecast.Models)
        {
            var name = ForecastWords.Of(model.Model);
            svg.Append($"<path d=\"M{SvgText.Number(x)} {SvgText.Number(y - 4)}h40\" {ForecastMarks.StrokeOf(model.Model)}/>\n");
            TrendPicture.Text(svg, x + 48, y, name);
            x += 48 + SvgText.Width(name, TrendPicture.LabelSize) + 22;
        }
        y += 24;
        foreach (var (opacity, label) in new[] { (ForecastMarks.InnerOpacity, "80 % intervals of all models together"), (ForecastMarks.OuterOpacity, "95 % intervals of all models together") })
        {
            svg.Append($"<rect x=\"{SvgText.Number(label[0] == '8' ? Margin : Margin + 340)}\" y=\"{SvgText.Number(y - 11)}\" width=\"30\" height=\"13\" fill=\"{TrendMarks.Orange}\" fill-opacity=\"{opacity}\"/>\n");
            TrendPicture.Text(svg, (label[0] == '8' ? Margin : Margin + 340) + 38, y, label, TrendPicture.LabelSize, Quiet);
        }
    }
}
