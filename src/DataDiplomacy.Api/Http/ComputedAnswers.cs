using System.Reflection;
using Microsoft.Extensions.Primitives;

namespace DataDiplomacy.Api.Http;

/// <summary>Finds by its address which route a computed answer comes from, and reads the address as that route would.</summary>
public sealed class ComputedAnswers(EndpointDataSource routes)
{
    /// <summary>The request that an address stands for, checked as far as that is possible without data; null where it is no computed answer.</summary>
    /// <param name="address">Path without a slash before it, and query.</param>
    /// <exception cref="ProblemException">A parameter is unknown or has a wrong value.</exception>
    public ComputedRequest? Read(string address)
    {
        var parts = address.Split('?', 2);
        if (routes.Endpoints.OfType<RouteEndpoint>().FirstOrDefault(e => e.RoutePattern.RawText?.Trim('/') == parts[0] && e.Metadata.GetMetadata<ComputedAnswer>() is not null) is not { } route) return null;
        var values = QueryText.Read(parts.Length == 1 ? "" : parts[1]);
        if (route.Metadata.GetMetadata<MethodInfo>() is { } handler) KnownParameters.Check(handler, new QueryCollection(values.ToDictionary(v => v.Key, v => new StringValues(v.Value))));
        return new ComputedRequest(route.Metadata.GetRequiredMetadata<ComputedAnswer>(), parts[0], ComputedRequest.Telling(values));
    }
}
