using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Access;

/// <summary>Takes the caller of a request and asks the rule of its route: default deny.</summary>
public sealed class AccessGate(RequestDelegate next, Credentials credentials)
{
    public async Task InvokeAsync(HttpContext http, CurrentCaller current, DeclaredPurpose purpose, AuditNote note)
    {
        var identified = await credentials.ReadAsync(http);
        if (identified.Refusal is { } refusal)
        {
            throw refusal;
        }

        current.Caller = identified.Caller;
        purpose.Take(http.Request);

        // Only a route runs a handler: what routing puts in its place to answer 405 or 415 has no rule and gives nothing away.
        if (http.GetEndpoint() is RouteEndpoint endpoint)
        {
            var rule = endpoint.Metadata.GetMetadata<AccessRule>();
            Note(http, endpoint, rule, note);
            Check(rule, current.Caller);
        }

        await next(http);
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
