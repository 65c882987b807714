using System.Text;
using Microsoft.Net.Http.Headers;

namespace DataDiplomacy.Api.Http;

/// <summary>Refuses JSON in a coding that this server does not know: the framework takes that for a fault of the server.</summary>
public sealed class JsonCharset(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (http.Request.HasJsonContentType() && MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            && type.Charset is { Length: > 0 } charset && !IsKnown(HeaderUtilities.RemoveQuotes(charset).ToString()))
        {
            throw new ProblemException(Problems.UnsupportedMediaType, $"The charset {charset} is not known here. Send JSON in UTF-8 (RFC 8259, section 8.1).");
        }

        return next(http);
    }

    private static bool IsKnown(string charset)
    {
        try
        {
            return Encoding.GetEncoding(charset) is not null;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
