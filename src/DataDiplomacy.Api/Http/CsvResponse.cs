using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace DataDiplomacy.Api.Http;

/// <summary>
/// Streams CSV (RFC 4180) into a response. It writes to the pipe: a StreamWriter over the body of a response sends nothing on Kestrel.
/// </summary>
public sealed class CsvResponse(PipeWriter writer)
{
    private const int FlushAbove = 64 * 1024;
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create("\",\r\n");

    /// <summary>
    /// A text for people, written by others: a spreadsheet would run one that begins with = + - @ TAB or CR, so an apostrophe goes before it
    /// (OWASP, "CSV injection"). Numbers and codes are never changed.
    /// </summary>
    public static string? Label(string? text) =>
        text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;

    public void WriteRow(params ReadOnlySpan<string?> fields)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (i > 0)
            {
                Write(",");
            }

            WriteField(writer, fields[i]);
        }

        Write("\r\n");
    }

    public async ValueTask FlushIfLargeAsync(CancellationToken cancellationToken)
    {
        if (writer.UnflushedBytes > FlushAbove)
        {
            await writer.FlushAsync(cancellationToken);
        }
    }

    public async Task FlushAsync(CancellationToken cancellationToken) => await writer.FlushAsync(cancellationToken);

    /// <summary>A field, in quotes where it needs them.</summary>
    public static void WriteField(IBufferWriter<byte> to, string? field)
    {
        if (string.IsNullOrEmpty(field))
        {
            return;
        }

        var text = field.AsSpan().ContainsAny(NeedQuotes) ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
        Encoding.UTF8.GetBytes(text, to);
    }

    private void Write(string text) => Encoding.UTF8.GetBytes(text, writer);
}
