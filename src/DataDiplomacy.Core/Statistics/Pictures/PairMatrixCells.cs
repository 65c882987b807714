using System.Text;

namespace DataDiplomacy.Core.Statistics.Pictures;

/// <summary>Draws one cell of a matrix of pairs.</summary>
internal static class PairMatrixCells
{
    private const string Grey = "#EEEEEE";

    public static void Draw(StringBuilder svg, PairMatrixCell cell, double x, double y, double width, double height)
    {
        var isGiven = cell is { R: not null, State: PairMatrixState.Given };
        Rectangle(svg, x, y, width, height, isGiven ? DivergingColour.Of(cell.R ?? 0) : Grey);
        if (cell.State is PairMatrixState.Refused or PairMatrixState.Forced) Rectangle(svg, x, y, width, height, "url(#hatch)");
        if (!isGiven && cell.State != PairMatrixState.Undefined) Plate(svg, cell, x, y, width, height);
        Words(svg, cell, x, y, width, height, isGiven ? DivergingColour.InkOn(cell.R ?? 0) : "#222222");
    }

    private static void Words(StringBuilder svg, PairMatrixCell cell, double x, double y, double width, double height, string ink)
    {
        var size = Math.Min(13, Math.Min(width / 3.2, height * 0.55));
        var hasLag = cell is { Lag: not null and not 0, R: not null } && height >= 34 && width >= 56;
        TrendPicture.Text(svg, x + width / 2, y + height / 2 + size * 0.35 - (hasLag ? 7 : 0), TextOf(cell, width), size, ink, " text-anchor=\"middle\"");
        if (hasLag) TrendPicture.Text(svg, x + width / 2, y + height / 2 + 16, FormattableString.Invariant($"lag {cell.Lag}"), 10.5, ink, " text-anchor=\"middle\"");
        if (!cell.IsSignificant) return;
        var radius = Math.Min(3.5, height / 9);
        svg.Append($"<circle cx=\"{SvgText.Number(x + width - 3 - 1.6 * radius)}\" cy=\"{SvgText.Number(y + 3 + 1.6 * radius)}\" r=\"{SvgText.Number(radius)}\" fill=\"{ink}\"/>\n");
    }

    /// <summary>A word on hatching is read only on a plate.</summary>
    private static void Plate(StringBuilder svg, PairMatrixCell cell, double x, double y, double width, double height)
    {
        var half = Math.Min(width / 2 - 1, SvgText.Width(TextOf(cell, width), 13) / 2 + 3);
        var tall = Math.Min(height - 2, 18);
        svg.Append($"<rect x=\"{SvgText.Number(x + width / 2 - half)}\" y=\"{SvgText.Number(y + (height - tall) / 2)}\" width=\"{SvgText.Number(2 * half)}\" height=\"{SvgText.Number(tall)}\" fill=\"{Grey}\"/>\n");
    }

    private static string TextOf(PairMatrixCell cell, double width) => cell.State switch
    {
        PairMatrixState.Refused => width >= 60 ? "refused" : "\u00D7",
        PairMatrixState.Undefined => "\u2013",
        _ => PairMatrixPicture.Number(cell)
    };

    private static void Rectangle(StringBuilder svg, double x, double y, double width, double height, string fill) =>
        svg.Append($"<rect x=\"{SvgText.Number(x + 1)}\" y=\"{SvgText.Number(y + 1)}\" width=\"{SvgText.Number(width - 2)}\" height=\"{SvgText.Number(height - 2)}\" fill=\"{fill}\" stroke=\"#BBBBBB\" stroke-width=\"0.5\"/>\n");
}
