using System.Text;

namespace DataDiplomacy.Core.Statistics.Pictures;

/// <summary>
/// Draws alarms as SVG: the observations with their gaps, what one method expects and its limits, the alarms of all methods with a shape for each, and
/// the words without which a picture misleads. Colours are those of Okabe and Ito (2008), told apart with any colour vision; lines differ in dashes, too.
/// </summary>
public static class AlarmPicture
{
    private const double Width = 960;
    private const double Height = 620;
    private const double Margin = 28;
    private const double TextWidth = Width - 2 * Margin;
    private const string Ink = "#222222";

    /// <summary>Draws the picture, 960 by 620 units, scalable. The same input gives the same text.</summary>
    /// <exception cref="ArgumentException">A figure is NaN or infinite.</exception>
    public static string Draw(AlarmPictureInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        for (var i = 0; i < input.Bins.Count; i++)
        {
            var bin = input.Bins[i];
            foreach (var figure in new[] { bin.Observed, bin.Expected, bin.Upper, bin.Lower }) FiniteValues.Require(figure ?? 0, "bins", i);
        }
        var svg = Open(input);
        var top = Heading(svg, input);
        var bottom = Footing(svg, input);
        top = Legend(svg, input, top + 26);
        AlarmMarks.Draw(svg, input, new AlarmPlot(input.Bins, top + 40, bottom - 44, Width - Margin));
        return svg.Append("</svg>\n").ToString();
    }

    private static StringBuilder Open(AlarmPictureInput input)
    {
        var name = input.Subtitle.Length == 0 ? input.Title : $"{input.Title}, {input.Subtitle}";
        var alarms = input.Alarms.Where(alarm => alarm.Index < input.Bins.Count).OrderBy(alarm => alarm.Index).Select(alarm => $"{input.Bins[alarm.Index].Label} ({alarm.Method})").ToList();
        return new StringBuilder($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {SvgText.Number(Width)} {SvgText.Number(Height)}\" ")
            .Append($"role=\"img\" font-family=\"Helvetica, Arial, sans-serif\">\n<title>{SvgText.Escape(name)}</title>\n<desc>")
            .Append(SvgText.Escape($"{input.Bins.Count(bin => bin.Observed is not null)} values in {input.UnitLabel}. Alarms: {(alarms.Count == 0 ? "none" : string.Join(", ", alarms))}. "
                + $"{input.Verdict} {string.Join(' ', input.Warnings)} Source: {input.Source}. As known on {input.AsOf}."))
            .Append($"</desc>\n<rect width=\"{SvgText.Number(Width)}\" height=\"{SvgText.Number(Height)}\" fill=\"#ffffff\"/>\n");
    }

    private static double Heading(StringBuilder svg, AlarmPictureInput input)
    {
        var y = 14.0;
        foreach (var line in SvgText.Wrap(input.Title, 20, TextWidth, 2)) TrendPicture.Text(svg, Margin, y += 25, line, 20, Ink, " font-weight=\"bold\"");
        foreach (var line in SvgText.Wrap(input.Subtitle, 15, TextWidth, 1)) TrendPicture.Text(svg, Margin, y += 22, line, 15);
        return y;
    }

    /// <summary>Source, warnings and verdict from the bottom; gives the y of their start.</summary>
    private static double Footing(StringBuilder svg, AlarmPictureInput input)
    {
        var source = SvgText.Wrap($"Source: {input.Source}", 12, TextWidth, 2);
        var verdict = SvgText.Wrap(input.Verdict, 14, TextWidth, 4);
        var warnings = input.Warnings.Count == 0 ? [] : SvgText.Wrap("Read with care: " + string.Join(' ', input.Warnings), 12, TextWidth, 3);
        var y = Height - 14 - 16.0 * (source.Count + 1) - 12 - 16.0 * warnings.Count - 20.0 * verdict.Count;
        var start = y;
        foreach (var line in verdict) TrendPicture.Text(svg, Margin, y += 20, line, 14, Ink);
        y += 4;
        foreach (var line in warnings) TrendPicture.Text(svg, Margin, y += 16, line, 12, Ink);
        y += 8;
        foreach (var line in source) TrendPicture.Text(svg, Margin, y += 16, line, 12);
        TrendPicture.Text(svg, Margin, y + 16, $"As known on {input.AsOf}", 12);
        return start;
    }

    /// <summary>What the marks mean, wrapped where they are many; gives the y of the last line.</summary>
    private static double Legend(StringBuilder svg, AlarmPictureInput input, double y)
    {
        var entries = new List<(string Words, Action<double, double> Sample)>
        {
            ("observed", (x, at) => svg.Append($"<path d=\"M{N(x)} {N(at)}h30\" stroke=\"{AlarmMarks.Blue}\" stroke-width=\"1.5\"/>\n<circle cx=\"{N(x + 15)}\" cy=\"{N(at)}\" r=\"3.5\" fill=\"{AlarmMarks.Blue}\"/>\n"))
        };
        if (input.LinesOf is { } method && input.Bins.Any(bin => bin.Upper is not null))
        {
            entries.Add(($"expected ({method})", (x, at) => svg.Append($"<path d=\"M{N(x)} {N(at)}h30\" stroke=\"{AlarmMarks.Green}\" stroke-width=\"2\" stroke-dasharray=\"2 4\"/>\n")));
            entries.Add(($"limits ({method})", (x, at) => svg.Append($"<path d=\"M{N(x)} {N(at)}h30\" stroke=\"{AlarmMarks.Orange}\" stroke-width=\"2\" stroke-dasharray=\"8 4\"/>\n")));
        }
        foreach (var name in AlarmMarks.MethodsOf(input))
            entries.Add(($"alarm: {name}", (x, at) => AlarmMarks.Shape(svg, input, name, x + 15, at)));

        var left = Margin;
        foreach (var (words, sample) in entries)
        {
            var width = 38 + SvgText.Width(words, TrendPicture.LabelSize) + 22;
            if (left > Margin && left + width > Width - Margin) (left, y) = (Margin, y + 24);
            sample(left, y - 4);
            TrendPicture.Text(svg, left + 38, y, words);
            left += width;
        }
        return y;
    }

    private static string N(double value) => SvgText.Number(value);
}
