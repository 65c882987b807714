using System.Text;
using DataDiplomacy.Core.Statistics.Forecasts;

namespace DataDiplomacy.Core.Statistics.Pictures;

/// <summary>Everything between the axes of a forecast.</summary>
internal static class ForecastMarks
{
    public const string OuterOpacity = "0.2";
    public const string InnerOpacity = "0.45";

    private const string Target = "#000000";

    /// <summary>Colour and dashes of a model.</summary>
    public static string StrokeOf(ForecastModel model)
    {
        var (colour, dashes) = model switch
        {
            ForecastModel.Naive => ("#222222", "2 4"),
            ForecastModel.Drift => (TrendMarks.Vermilion, "9 4"),
            ForecastModel.Simple => ("#56B4E9", "5 3"),
            ForecastModel.Holt => ("#009E73", "12 4 2 4"),
            _ => ("#CC79A7", "7 3 2 3 2 3")
        };
        return $"fill=\"none\" stroke=\"{colour}\" stroke-width=\"2.5\" stroke-dasharray=\"{dashes}\"";
    }

    /// <summary>What the scale holds: values, means and target, and as much of the range as does not flatten them.</summary>
    public static IReadOnlyList<double> Shown(ForecastPictureInput input)
    {
        List<double> shown = [.. input.Points.Select(point => point.Value).OfType<double>()];
        if (input.Forecast is not { Envelope: { } range }) return shown;
        shown.AddRange(range.MeanLow.Concat(range.MeanHigh));
        if (input.Forecast.Question.Target is { } target) shown.Add(target);
        var (low, high) = (shown.Min(), shown.Max());
        var room = (high - low) * 0.75;
        return [.. shown, .. range.Low.Concat(range.High).Select(end => Math.Clamp(end, low - room, high + room))];
    }

    public static void Draw(StringBuilder svg, PlotArea plot, ForecastPictureInput input)
    {
        TrendMarks.Scale(svg, plot, input.UnitLabel);
        TrendMarks.Times(svg, plot);
        var last = plot.Points.LastOrDefault(point => point.Value is not null);
        if (last is { Value: { } value } && input.Forecast.Envelope is { } range)
        {
            var (width, height) = (N(plot.Right - plot.Left), N(plot.Bottom - plot.Top));
            // A nested picture clips what leaves the scale without an id, so that several pictures can stand in one page.
            svg.Append($"<svg x=\"{N(plot.Left)}\" y=\"{N(plot.Top)}\" width=\"{width}\" height=\"{height}\" ")
                .Append($"viewBox=\"{N(plot.Left)} {N(plot.Top)} {width} {height}\" overflow=\"hidden\">\n");
            Fan(svg, plot, input, (last.Time, value), range.Low, range.High, OuterOpacity);
            Fan(svg, plot, input, (last.Time, value), range.Low80, range.High80, InnerOpacity);
            foreach (var model in input.Forecast.Models)
                svg.Append($"<path d=\"M{At(plot, last.Time, value)}{Line(plot, input, model.Mean)}\" {StrokeOf(model.Model)}/>\n");
            svg.Append("</svg>\n");
        }
        TrendMarks.Series(svg, plot);
        if (input.Forecast.Defined && input.TargetLabel is { } label && input.Forecast.Question.Target is { } target) Aim(svg, plot, input, target, label);
        if (last is null)
            TrendPicture.Text(svg, (plot.Left + plot.Right) / 2, (plot.Top + plot.Bottom) / 2, "No values to show", 16, TrendMarks.Axis, " text-anchor=\"middle\"");
    }

    private static void Fan(
        StringBuilder svg, PlotArea plot, ForecastPictureInput input, (double Time, double Value) last, IReadOnlyList<double> low, IReadOnlyList<double> high, string opacity)
    {
        var back = string.Concat(Enumerable.Range(0, low.Count).Reverse().Select(h => "L" + At(plot, input.Ahead[h].Time, low[h])));
        svg.Append($"<path d=\"M{At(plot, last.Time, last.Value)}{Line(plot, input, high)}{back}Z\" fill=\"{TrendMarks.Orange}\" fill-opacity=\"{opacity}\"/>\n");
    }

    /// <summary>The line of the target, named at its left end, where a series is far from it as a rule, and a mark at the step that is asked for.</summary>
    private static void Aim(StringBuilder svg, PlotArea plot, ForecastPictureInput input, double target, string label)
    {
        var y = plot.Y(target);
        svg.Append($"<path d=\"M{N(plot.Left)} {N(y)}H{N(plot.Right)}\" stroke=\"{Target}\" stroke-width=\"1.5\"/>\n");
        var below = y - plot.Top < 24;
        TrendPicture.Text(svg, plot.Left + 16, below ? y + 17 : y - 7, label, TrendPicture.LabelSize, Target, " font-weight=\"bold\" stroke=\"#ffffff\" stroke-width=\"4\" paint-order=\"stroke\"");
        var x = plot.X(input.Ahead[(input.Forecast.Chance?.Step ?? input.Ahead.Count) - 1].Time);
        svg.Append($"<path d=\"M{N(x)} {N(y - 7)}l7 7l-7 7l-7 -7Z\" fill=\"#ffffff\" stroke=\"{Target}\" stroke-width=\"1.5\"/>\n");
    }

    private static string Line(PlotArea plot, ForecastPictureInput input, IReadOnlyList<double> values) =>
        string.Concat(values.Select((value, h) => "L" + At(plot, input.Ahead[h].Time, value)));

    /// <summary>A place; far outside of the scale it is held near, because no viewer draws beyond some millions.</summary>
    private static string At(PlotArea plot, double time, double value) => $"{N(plot.X(time))} {N(Math.Clamp(plot.Y(value), -10_000, 10_000))}";

    private static string N(double value) => SvgText.Number(value);
}
