using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Access;

/// <summary>Reads the key of a request and asks the rule of its route: default deny.</summary>
public sealed class AccessGate(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, CurrentCaller current, KeyRing keys, AuditNote note)
    {
        if (http.Request.Headers.Authorization is { Count: > 0 } header)
        {
            current.Caller = await CallerOfAsync(header.ToString(), http.Request.Headers.Origin, keys, http.RequestAborted);
        }

        // Only a route runs a handler: what routing puts in its place to answer 405 or 415 has no rule and gives nothing away.
        if (http.GetEndpoint() is RouteEndpoint endpoint)
        {
            var rule = endpoint.Metadata.GetMetadata<AccessRule>();
            Note(http, endpoint, rule, note);
            Check(rule, current.Caller);
        }

        await next(http);
    }

    private static async Task<Caller> CallerOfAsync(string header, string? origin, KeyRing keys, CancellationToken cancellationToken)
    {
        const string Scheme = "Bearer ";
        var caller = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? await keys.FindAsync(header[Scheme.Length..].Trim(), origin, cancellationToken)
            : null;
        return caller ?? throw new ProblemException(Problems.Unauthenticated,
            "The key is unknown, expired, revoked or bound to other origins. Send Authorization: Bearer KEY, or no Authorization header to read what is public.");
    }

    /// <summary>Before the handler runs: the handling of an exception forgets the route.</summary>
    private static void Note(HttpContext http, RouteEndpoint endpoint, AccessRule? rule, AuditNote note)
    {
        note.Route = "/" + endpoint.RoutePattern.RawText?.Trim('/');
        // A question that is sent by POST because it is long needs no role.
        note.IsWrite = rule?.Minimum is not null && !HttpMethods.IsGet(http.Request.Method);
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
