using System.Text;

namespace DataDiplomacy.Core.Statistics.Pictures;

/// <summary>
/// Draws a board as SVG: rows and columns of coloured cells with their words. Colours are those of Okabe and Ito (2008), told apart with any
/// colour vision; each tone has a mark of its own besides, so that the board can be read in grey.
/// </summary>
public static class BoardPicture
{
    private const double Width = 1100;
    private const double Margin = 28;
    private const double LabelWidth = 300;
    private const double RowHeight = 52;
    private const string Ink = "#222222";

    private static readonly Dictionary<BoardTone, (string Fill, string Text, string Mark)> Tones = new()
    {
        [BoardTone.Good] = ("#0072B2", "#ffffff", "\u25B2"),
        [BoardTone.Fair] = ("#9AD0F0", "#111111", "\u2197"),
        [BoardTone.Poor] = ("#F5E17A", "#111111", "\u2192"),
        [BoardTone.Bad] = ("#B34700", "#ffffff", "\u25BC"),
        [BoardTone.None] = ("#EEEEEE", "#444444", "\u2013")
    };

    /// <summary>Draws the board, 1100 units wide and as high as its rows need, scalable. The same input gives the same text.</summary>
    /// <exception cref="ArgumentException">A row has not one cell for each column.</exception>
    public static string Draw(BoardPictureInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Rows.Any(row => row.Cells.Count != input.Columns.Count))
            throw new ArgumentException("Each row has one cell for each column.", nameof(input));

        var body = new StringBuilder();
        var top = Heading(body, input);
        var bottom = Cells(body, input, top + 16);
        var end = Footing(body, input, bottom + 8);
        return Open(input, end + 14).Append(body).Append("</svg>\n").ToString();
    }

    private static StringBuilder Open(BoardPictureInput input, double height) => new StringBuilder()
        .Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {SvgText.Number(Width)} {SvgText.Number(height)}\" ")
        .Append($"role=\"img\" font-family=\"Helvetica, Arial, sans-serif\">\n<title>{SvgText.Escape($"{input.Title}, {input.Subtitle}")}</title>\n")
        .Append("<desc>").Append(SvgText.Escape(string.Join(' ', input.Rows.Select(Describe)))).Append(SvgText.Escape($" {string.Join(' ', input.Notes)} Source: {input.Source}. As known on {input.AsOf}.")).Append("</desc>\n")
        .Append($"<rect width=\"{SvgText.Number(Width)}\" height=\"{SvgText.Number(height)}\" fill=\"#ffffff\"/>\n");

    private static string Describe(BoardRow row) => $"{row.Label}: {string.Join(", ", row.Cells.Select(cell => cell.Text))}.";

    private static double Heading(StringBuilder svg, BoardPictureInput input)
    {
        var y = 14.0;
        foreach (var line in SvgText.Wrap(input.Title, 20, Width - 2 * Margin, 2)) TrendPicture.Text(svg, Margin, y += 25, line, 20, Ink, " font-weight=\"bold\"");
        foreach (var line in SvgText.Wrap(input.Subtitle, 15, Width - 2 * Margin, 1)) TrendPicture.Text(svg, Margin, y += 22, line, 15);
        var x = Margin;
        y += 30;
        foreach (var (tone, words) in input.Legend)
        {
            var look = Tones[tone];
            svg.Append($"<rect x=\"{SvgText.Number(x)}\" y=\"{SvgText.Number(y - 14)}\" width=\"22\" height=\"18\" rx=\"3\" fill=\"{look.Fill}\"/>\n");
            TrendPicture.Text(svg, x + 11, y, look.Mark, 12, look.Text, " text-anchor=\"middle\"");
            TrendPicture.Text(svg, x + 30, y, words, 13, Ink);
            x += 30 + SvgText.Width(words, 13) + 24;
        }
        return y + 8;
    }

    private static double Cells(StringBuilder svg, BoardPictureInput input, double top)
    {
        var width = (Width - 2 * Margin - LabelWidth) / Math.Max(1, input.Columns.Count);
        for (var column = 0; column < input.Columns.Count; column++)
            TrendPicture.Text(svg, Margin + LabelWidth + (column + 0.5) * width, top + 18, SvgText.Shorten(input.Columns[column], 13, width - 8), 13, Ink, " text-anchor=\"middle\" font-weight=\"bold\"");
        var y = top + 28;
        foreach (var row in input.Rows)
        {
            Label(svg, row, y);
            for (var column = 0; column < row.Cells.Count; column++) Cell(svg, row.Cells[column], Margin + LabelWidth + column * width, y, width);
            y += RowHeight;
        }
        if (input.Rows.Count == 0) TrendPicture.Text(svg, Margin, y + 24, "Nothing to show", 16);
        return input.Rows.Count == 0 ? y + RowHeight : y;
    }

    private static void Label(StringBuilder svg, BoardRow row, double y)
    {
        var lines = SvgText.Wrap(row.Label, 13, LabelWidth - 12, 2);
        var at = y + (lines.Count == 1 ? 20 : 14);
        foreach (var line in lines)
        {
            TrendPicture.Text(svg, Margin, at, line, 13, Ink);
            at += 15;
        }
        if (row.Note.Length > 0) TrendPicture.Text(svg, Margin, at, SvgText.Shorten(row.Note, 11, LabelWidth - 12), 11);
    }

    private static void Cell(StringBuilder svg, BoardCell cell, double x, double y, double width)
    {
        var look = Tones[cell.Tone];
        svg.Append($"<rect x=\"{SvgText.Number(x + 2)}\" y=\"{SvgText.Number(y + 2)}\" width=\"{SvgText.Number(width - 4)}\" height=\"{SvgText.Number(RowHeight - 4)}\" rx=\"4\" fill=\"{look.Fill}\"/>\n");
        var lines = SvgText.Wrap(cell.Text, 11.5, width - 10, 2);
        var at = y + (lines.Count > 1 ? 17 : 21);
        TrendPicture.Text(svg, x + width / 2, at, look.Mark, 13, look.Text, " text-anchor=\"middle\"");
        foreach (var line in lines) TrendPicture.Text(svg, x + width / 2, at += 14, line, 11.5, look.Text, " text-anchor=\"middle\"");
    }

    private static double Footing(StringBuilder svg, BoardPictureInput input, double top)
    {
        var y = top + 6;
        foreach (var line in input.Notes.SelectMany(note => SvgText.Wrap(note, 13, Width - 2 * Margin, 2))) TrendPicture.Text(svg, Margin, y += 18, line, 13, Ink);
        y += 8;
        foreach (var line in SvgText.Wrap($"Source: {input.Source}", 12, Width - 2 * Margin, 2)) TrendPicture.Text(svg, Margin, y += 16, line, 12);
        TrendPicture.Text(svg, Margin, y += 16, $"As known on {input.AsOf}", 12);
        return y;
    }
}
