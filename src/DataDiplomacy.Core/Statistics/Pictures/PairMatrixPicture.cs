using System.Text;

namespace DataDiplomacy.Core.Statistics.Pictures;

/// <summary>
/// Draws the lower triangle of a matrix of pairs as SVG: colour and number for the correlation, a mark where it is told from chance, hatching and
/// a word where there is none or where it cannot be believed. Blue and orange are those of Okabe and Ito (2008), told apart with any colour vision.
/// </summary>
public static class PairMatrixPicture
{
    private const double Width = 1100;
    private const double Margin = 28;
    private const double LabelWidth = 270;
    private const double MostCell = 110;
    private const double LegendHeight = 44;
    private const string Ink = "#222222";
    private const string Quiet = "#595959";

    /// <summary>Draws the matrix, 1100 units wide and as high as its rows need, scalable. The same input gives the same text.</summary>
    /// <exception cref="ArgumentException">A pair names no variable, or not the later one as its row.</exception>
    public static string Draw(PairMatrixInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Cells.Any(cell => cell.Column < 0 || cell.Column >= cell.Row || cell.Row >= input.Variables.Count))
            throw new ArgumentException("The row of a pair is a variable after that of its column.", nameof(input));
        if (input.Cells.Any(cell => cell.R is { } r && !(Math.Abs(r) <= 1)))
            throw new ArgumentException("A correlation lies between -1 and 1.", nameof(input));

        var body = new StringBuilder();
        var top = Heading(body, input);
        var bottom = Matrix(body, input, top + 10);
        var end = Footing(body, input, bottom + 6);
        return Open(input, end + 16).Append(body).Append("</svg>\n").ToString();
    }

    private static StringBuilder Open(PairMatrixInput input, double height) => new StringBuilder()
        .Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {SvgText.Number(Width)} {SvgText.Number(height)}\" ")
        .Append($"role=\"img\" font-family=\"Helvetica, Arial, sans-serif\">\n<title>{SvgText.Escape($"{input.Title}, {input.Subtitle}")}</title>\n")
        .Append("<desc>").Append(SvgText.Escape(string.Join(' ', input.Cells.Select(cell => Describe(input, cell)))))
        .Append(SvgText.Escape($" {string.Join(' ', input.Notes)} Source: {input.Source}. As known on {input.AsOf}.")).Append("</desc>\n")
        .Append("<defs><pattern id=\"hatch\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">")
        .Append("<path d=\"M0 0v8\" stroke=\"#8A8A8A\" stroke-width=\"2\"/></pattern></defs>\n")
        .Append($"<rect width=\"{SvgText.Number(Width)}\" height=\"{SvgText.Number(height)}\" fill=\"#ffffff\"/>\n");

    private static string Describe(PairMatrixInput input, PairMatrixCell cell)
    {
        var lag = cell.Lag is { } periods ? FormattableString.Invariant($" at lag {periods}") : "";
        var what = cell.State switch
        {
            PairMatrixState.Refused => "refused",
            PairMatrixState.Undefined => "undefined",
            PairMatrixState.Forced => $"{Number(cell)}{lag}, forced, not to be believed",
            _ => $"{Number(cell)}{lag}{(cell.IsSignificant ? ", significant" : "")}"
        };
        return $"{input.Variables[cell.Column].Name} with {input.Variables[cell.Row].Name}: {what}.";
    }

    private static double Heading(StringBuilder svg, PairMatrixInput input)
    {
        var y = 14.0;
        foreach (var line in SvgText.Wrap(input.Title, 20, Width - 2 * Margin, 2)) TrendPicture.Text(svg, Margin, y += 25, line, 20, Ink, " font-weight=\"bold\"");
        foreach (var line in SvgText.Wrap(input.Subtitle, 15, Width - 2 * Margin, 1)) TrendPicture.Text(svg, Margin, y += 22, line, 15);
        Legend(svg, y + 16);
        return y + 16 + LegendHeight;
    }

    private static void Legend(StringBuilder svg, double y)
    {
        var x = Margin;
        for (var step = -5; step <= 5; step++, x += 20)
            svg.Append($"<rect x=\"{SvgText.Number(x)}\" y=\"{SvgText.Number(y)}\" width=\"20\" height=\"18\" fill=\"{DivergingColour.Of(step / 5.0)}\" stroke=\"#BBBBBB\" stroke-width=\"0.5\"/>\n");
        foreach (var (place, text) in new[] { (10.0, "-1"), (110.0, "0"), (210.0, "1") }) TrendPicture.Text(svg, Margin + place, y + 33, text, 12, Ink, " text-anchor=\"middle\"");
        TrendPicture.Text(svg, x += 14, y + 14, "correlation", 13, Ink);
        TrendPicture.Text(svg, x += 100, y + 14, "\u25CF", 13, Ink);
        TrendPicture.Text(svg, x += 18, y + 14, "q < 0.05", 13, Ink);
        Swatch(svg, x += 90, y, true);
        TrendPicture.Text(svg, x += 30, y + 14, "refused, or forced with its number", 13, Ink);
        Swatch(svg, x += 262, y, false);
        TrendPicture.Text(svg, x + 30, y + 14, "undefined (\u2013)", 13, Ink);
    }

    private static void Swatch(StringBuilder svg, double x, double y, bool isHatched)
    {
        svg.Append($"<rect x=\"{SvgText.Number(x)}\" y=\"{SvgText.Number(y)}\" width=\"22\" height=\"18\" fill=\"#EEEEEE\" stroke=\"#BBBBBB\" stroke-width=\"0.5\"/>\n");
        if (isHatched) svg.Append($"<rect x=\"{SvgText.Number(x)}\" y=\"{SvgText.Number(y)}\" width=\"22\" height=\"18\" fill=\"url(#hatch)\"/>\n");
    }

    private static double Matrix(StringBuilder svg, PairMatrixInput input, double top)
    {
        var count = input.Variables.Count;
        var left = Margin + LabelWidth;
        var cell = Math.Min(MostCell, (Width - Margin - left) / Math.Max(1, count - 1));
        var height = Math.Min(cell, 46);
        // The first variable has no row and the last no column: the lower triangle needs neither.
        for (var row = 1; row < count; row++) Label(svg, input.Variables[row], row + 1, top + (row - 1) * height, height);
        foreach (var pair in input.Cells) PairMatrixCells.Draw(svg, pair, left + pair.Column * cell, top + (pair.Row - 1) * height, cell, height);
        var bottom = top + Math.Max(0, count - 1) * height;
        for (var column = 0; column < count - 1; column++)
            TrendPicture.Text(svg, left + (column + 0.5) * cell, bottom + 17, FormattableString.Invariant($"{column + 1}"), 13, Ink, " text-anchor=\"middle\" font-weight=\"bold\"");
        if (count > 0) TrendPicture.Text(svg, Margin, bottom + 17, SvgText.Shorten($"1  {input.Variables[0].Name} ({input.Variables[0].Unit})", 13, LabelWidth - 12), 13, Ink);
        return bottom + 26;
    }

    private static void Label(StringBuilder svg, PairMatrixVariable variable, int number, double y, double height)
    {
        var name = FormattableString.Invariant($"{number}  {variable.Name}");
        if (height < 34)
        {
            TrendPicture.Text(svg, Margin, y + height / 2 + 4, SvgText.Shorten($"{name} ({variable.Unit})", 12, LabelWidth - 12), 12, Ink);
            return;
        }
        TrendPicture.Text(svg, Margin, y + height / 2 - 3, SvgText.Shorten(name, 13, LabelWidth - 12), 13, Ink);
        TrendPicture.Text(svg, Margin + 22, y + height / 2 + 13, SvgText.Shorten(variable.Unit, 11, LabelWidth - 34), 11, Quiet);
    }

    private static double Footing(StringBuilder svg, PairMatrixInput input, double top)
    {
        var y = top + 6;
        foreach (var line in input.Notes.SelectMany(note => SvgText.Wrap(note, 13, Width - 2 * Margin, 2))) TrendPicture.Text(svg, Margin, y += 18, line, 13, Ink);
        y += 8;
        foreach (var line in SvgText.Wrap($"Source: {input.Source}", 12, Width - 2 * Margin, 2)) TrendPicture.Text(svg, Margin, y += 16, line, 12);
        TrendPicture.Text(svg, Margin, y += 16, $"As known on {input.AsOf}", 12);
        return y;
    }

    internal static string Number(PairMatrixCell cell) => FormattableString.Invariant($"{Math.Round(cell.R ?? 0, 2) + 0.0:0.00}");
}
