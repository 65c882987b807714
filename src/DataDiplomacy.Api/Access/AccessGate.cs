using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Access;

/// <summary>Reads the key of a request and asks the rule of its route: default deny.</summary>
public sealed class AccessGate(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, CurrentCaller current, KeyRing keys)
    {
        if (http.Request.Headers.Authorization is { Count: > 0 } header)
        {
            current.Caller = await CallerOfAsync(header.ToString(), keys, http.RequestAborted);
        }

        // What is no route of ours is how the framework says 405 and 415: it does nothing but that.
        if (http.GetEndpoint() is RouteEndpoint endpoint)
        {
            Check(endpoint.Metadata.GetMetadata<AccessRule>(), current.Caller);
        }

        await next(http);
    }

    private static async Task<Caller> CallerOfAsync(string header, KeyRing keys, CancellationToken cancellationToken)
    {
        const string Scheme = "Bearer ";
        var caller = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? await keys.FindAsync(header[Scheme.Length..].Trim(), cancellationToken)
            : null;
        return caller ?? throw new ProblemException(Problems.Unauthenticated,
            "The key is unknown, expired or revoked. Send Authorization: Bearer KEY, or no Authorization header to read what is public.");
    }

    private static void Check(AccessRule? rule, Caller caller)
    {
        if (rule is null)
        {
            throw new ProblemException(Problems.Forbidden, "This route is closed.");
        }

        if (rule.Minimum is not { } role || caller.Has(role))
        {
            return;
        }

        var needed = $"This needs a key with the role {role.ToString().ToLowerInvariant()} or higher.";
        throw caller.Role is null
            ? new ProblemException(Problems.Unauthenticated, needed + " Send it as Authorization: Bearer KEY.")
            : new ProblemException(Problems.Forbidden, needed);
    }
}
