using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Data.Readers;

namespace DataDiplomacy.Api.Http;

/// <summary>
/// Gives each read of data its tag and answers 304 without reading the data. The state is read before the data: if an import comes in between,
/// the answer is newer than its tag and is read once more, never the other way round. Routes that need a role read what is no data (imports, keys,
/// records of use) and have no tag unless their handler sets one; what says no-store has none.
/// </summary>
public sealed class EntityTags(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, CurrentCaller current, CurrentState states, IReadTerms terms)
    {
        if (!IsReadOfData(http) || await TagAsync(http, current.Caller, states, terms) is not { } tag)
        {
            await next(http);
            return;
        }

        if (EntityTag.KnownTag(http.Request, tag) is { } known)
        {
            EntityTag.SetHeaders(http, known);
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        http.Response.OnStarting(() => Set(http, tag));
        await next(http);
    }

    private static bool IsReadOfData(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method)
        && (http.Request.Path.StartsWithSegments("/v1") || http.Request.Path.StartsWithSegments("/catalog") || http.Request.Path.StartsWithSegments("/graphql"))
        && http.GetEndpoint() is RouteEndpoint endpoint && endpoint.Metadata.GetMetadata<AccessRule>() is { Minimum: null }
        && endpoint.Metadata.GetMetadata<OwnTag>() is null;

    private static async Task<string?> TagAsync(HttpContext http, Caller caller, CurrentState states, IReadTerms terms)
    {
        var state = await MoreState.AddToAsync(http, (await states.ReadAsync(http.RequestAborted)).Of(caller.Readable));
        // What may not be read any more must not be confirmed either.
        if (await terms.MarkAsync(http.RequestAborted) is { } mark) state += "|" + mark;
        try
        {
            return EntityTag.Of(http, state);
        }
        catch (ProblemException)
        {
            // The route itself refuses the format, after what else is wrong with the request.
            return null;
        }
    }

    /// <summary>A handler that counts revisions has set the revision; the tag then carries both.</summary>
    private static Task Set(HttpContext http, string tag)
    {
        var headers = http.Response.Headers;
        if (http.Response.StatusCode == StatusCodes.Status200OK && headers.CacheControl != "no-store")
        {
            var revision = headers.ETag.ToString().Trim('"');
            EntityTag.SetHeaders(http, revision.Length == 0 ? $"\"{tag}\"" : $"\"{revision}-{tag}\"");
        }

        return Task.CompletedTask;
    }
}

/// <summary>Marks a route whose answers do not follow from the data sets: its handler sets a tag, or none.</summary>
public sealed record OwnTag;
