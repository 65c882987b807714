using System.Globalization;

namespace DataDiplomacy.Api.Http;

/// <summary>Marks a route whose answers follow from more than the data sets: its tags carry this number too.</summary>
/// <param name="ReadAsync">Reads a number that changes before any such answer can change.</param>
public sealed record MoreState(Func<HttpContext, Task<long>> ReadAsync)
{
    /// <summary>The state with what else the route of the request depends on.</summary>
    public static async Task<string> AddToAsync(HttpContext http, string state) =>
        http.GetEndpoint()?.Metadata.GetMetadata<MoreState>() is { } more
            ? state + "|" + (await more.ReadAsync(http)).ToString(CultureInfo.InvariantCulture)
            : state;
}
