using System.Net.Http.Headers;
using DataDiplomacy.Api.Tests.Docs;

namespace DataDiplomacy.Api.Tests.Abuse;

/// <summary>A request to an operation of the document.</summary>
internal sealed record GeneratedRequest(DescribedOperation Operation, string Url, IReadOnlyList<(string Name, string Value)> Headers, byte[]? Body, string? Type)
{
    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(Operation.Method, new Uri(Url, UriKind.Relative));
        foreach (var (name, value) in Headers) message.Headers.TryAddWithoutValidation(name, value);
        if (Body is null) return message;
        message.Content = new ByteArrayContent(Body);
        if (Type is not null) message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(Type);
        return message;
    }

    public override string ToString() =>
        $"{Operation.Method} {Shorten(Url)} {string.Join(' ', Headers.Select(h => $"{h.Name}: {h.Value}"))} {Type} {(Body is null ? "" : Shorten(System.Text.Encoding.UTF8.GetString(Body)))}";

    private static string Shorten(string text) => text.Length <= 600 ? text : text[..600] + "…";
}
