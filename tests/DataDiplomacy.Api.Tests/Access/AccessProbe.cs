using System.Net.Http.Headers;
using System.Text;

namespace DataDiplomacy.Api.Tests.Access;

/// <summary>A request that shows what a route lets a caller do.</summary>
/// <param name="Path">Path and query; <c>{set}</c>, <c>{series}</c>, <c>{area}</c>, <c>{mark}</c>, <c>{list}</c>, <c>{import}</c> and <c>{empty}</c> stand for what belongs to the data set that is asked for.</param>
/// <param name="Body">The body, with the same names; null for none.</param>
/// <param name="Type">Media type of the body.</param>
/// <param name="IsAboutData">Whether the answer depends on the label of a data set.</param>
public sealed record AccessProbe(string Path, string? Body = null, string Type = "application/json", bool IsAboutData = true)
{
    /// <summary>What an answer to a caller who may see the data set contains and no other answer does; null when the status says it all.</summary>
    public string? Shows { get; init; }

    public HttpRequestMessage Request(string method, Func<string, string> fill)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), fill(Path));
        if (method is "PUT" or "DELETE")
            request.Headers.IfMatch.Add(EntityTagHeaderValue.Any);
        if (Body is not null)
        {
            request.Content = new StringContent(fill(Body), Encoding.UTF8);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(Type);
        }

        return request;
    }
}
