using System.Text;

namespace DataDiplomacy.Core.Statistics.Pictures;

/// <summary>Everything between the axes of a picture of alarms, and the axes.</summary>
internal static class AlarmMarks
{
    public const string Blue = "#0072B2";
    public const string Green = "#009E73";
    public const string Orange = "#E69F00";

    private const string Vermilion = "#D55E00";
    private const string Grid = "#DDDDDD";
    private const string Axis = "#595959";
    private const string Ink = "#222222";
    private const int ManyBins = 150;
    private const double LabelSize = 12;

    /// <summary>Shapes around the origin, told apart without colour.</summary>
    private static readonly string[] Shapes =
        ["M0 -8L8 6H-8Z", "M0 -9L9 0L0 9L-9 0Z", "M-7 -7H7V7H-7Z", "M0 9L8 -6H-8Z", "M-8 -8L8 8M-8 8L8 -8", "M0 -9V9M-9 0H9", "M-8 0A8 8 0 1 0 8 0A8 8 0 1 0 -8 0Z"];

    public static void Draw(StringBuilder svg, AlarmPictureInput input, AlarmPlot plot)
    {
        Axes(svg, input, plot);
        Line(svg, plot, input.Bins, bin => bin.Upper, $"stroke=\"{Orange}\" stroke-width=\"2\" stroke-dasharray=\"8 4\"");
        Line(svg, plot, input.Bins, bin => bin.Lower, $"stroke=\"{Orange}\" stroke-width=\"2\" stroke-dasharray=\"8 4\"");
        Line(svg, plot, input.Bins, bin => bin.Expected, $"stroke=\"{Green}\" stroke-width=\"2\" stroke-dasharray=\"2 4\"");
        Line(svg, plot, input.Bins, bin => bin.Observed, $"stroke=\"{Blue}\" stroke-width=\"{(input.Bins.Count > ManyBins ? "0.8" : "1.5")}\" stroke-linejoin=\"round\"");
        var radius = input.Bins.Count > ManyBins ? "1.5" : "3.5";
        for (var i = 0; i < input.Bins.Count; i++)
        {
            if (input.Bins[i].Observed is { } value) svg.Append($"<circle cx=\"{N(plot.X(i))}\" cy=\"{N(plot.Y(value))}\" r=\"{radius}\" fill=\"{Blue}\"/>\n");
        }
        Alarms(svg, input, plot);
        if (!plot.HasValues) TrendPicture.Text(svg, (plot.Left + plot.Right) / 2, (plot.Top + plot.Bottom) / 2, "No values to show", 16, Axis, " text-anchor=\"middle\"");
    }

    /// <summary>Methods with an alarm, in the order of their names, which gives each its shape.</summary>
    public static IReadOnlyList<string> MethodsOf(AlarmPictureInput input) =>
        [.. input.Alarms.Select(alarm => alarm.Method).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The shape of a method around a point.</summary>
    public static void Shape(StringBuilder svg, AlarmPictureInput input, string method, double x, double y)
    {
        var methods = MethodsOf(input);
        var shape = Shapes[Enumerable.Range(0, methods.Count).First(i => methods[i] == method) % Shapes.Length];
        svg.Append($"<path transform=\"translate({N(x)} {N(y)})\" d=\"{shape}\" fill=\"none\" stroke=\"{Vermilion}\" stroke-width=\"2.2\"/>\n");
    }

    private static void Axes(StringBuilder svg, AlarmPictureInput input, AlarmPlot plot)
    {
        TrendPicture.Text(svg, 28, plot.Top - 12, SvgText.Shorten(input.UnitLabel, TrendPicture.LabelSize, plot.Right - 120) + plot.Scale.Note());
        foreach (var tick in plot.HasValues ? plot.Scale.Ticks : [])
        {
            var y = plot.YOfTick(tick);
            svg.Append($"<path d=\"M{N(plot.Left)} {N(y)}H{N(plot.Right)}\" stroke=\"{Grid}\"/>\n");
            TrendPicture.Text(svg, plot.Left - 8, y + 4.5, plot.Scale.Label(tick), more: " text-anchor=\"end\"");
        }
        svg.Append($"<path d=\"M{N(plot.Left)} {N(plot.Bottom)}H{N(plot.Right)}\" stroke=\"{Axis}\"/>\n");
        foreach (var (x, label) in TimeLabels.Choose([.. input.Bins.Select((bin, i) => (plot.X(i), bin.Label))]))
        {
            svg.Append($"<path d=\"M{N(x)} {N(plot.Bottom)}v5\" stroke=\"{Axis}\"/>\n");
            TrendPicture.Text(svg, x, plot.Bottom + 20, label, more: " text-anchor=\"middle\"");
        }
    }

    private static void Line(StringBuilder svg, AlarmPlot plot, IReadOnlyList<AlarmPictureBin> bins, Func<AlarmPictureBin, double?> figure, string look)
    {
        var path = new StringBuilder();
        for (var i = 0; i < bins.Count; i++)
        {
            if (figure(bins[i]) is not { } value) continue;
            path.Append(i > 0 && figure(bins[i - 1]) is not null ? 'L' : 'M').Append(N(plot.X(i))).Append(' ').Append(N(plot.Y(value)));
        }
        if (path.Length > 0) svg.Append($"<path d=\"{path}\" fill=\"none\" {look}/>\n");
    }

    /// <summary>Shapes at the values, and the period once above each, as far as the labels do not touch.</summary>
    private static void Alarms(StringBuilder svg, AlarmPictureInput input, AlarmPlot plot)
    {
        var free = double.NegativeInfinity;
        foreach (var bin in input.Alarms.Where(alarm => input.Bins[alarm.Index].Observed is not null).GroupBy(alarm => alarm.Index).OrderBy(bin => bin.Key))
        {
            var (x, y) = (plot.X(bin.Key), plot.Y(input.Bins[bin.Key].Observed.GetValueOrDefault()));
            foreach (var method in bin.Select(alarm => alarm.Method).Distinct()) Shape(svg, input, method, x, y);
            var label = input.Bins[bin.Key].Label;
            var half = SvgText.Width(label, LabelSize) / 2;
            var middle = Math.Clamp(x, plot.Left + half, plot.Right - half);
            if (middle - half < free) continue;
            TrendPicture.Text(svg, middle, y - 14 < plot.Top + 10 ? y + 26 : y - 14, label, LabelSize, Ink, " text-anchor=\"middle\" font-weight=\"bold\" stroke=\"#ffffff\" stroke-width=\"3\" paint-order=\"stroke\"");
            free = middle + half + 6;
        }
    }

    private static string N(double value) => SvgText.Number(value);
}
