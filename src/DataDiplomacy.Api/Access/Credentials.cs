using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Access;

/// <summary>
/// The one place that makes a caller of what a request sends: a key of this server or a token of the configured issuer. It is read once for each request,
/// so that limits, access, tags, audit and idempotency speak of the same caller.
/// </summary>
public sealed class Credentials(KeyRing keys, TokenReader tokens)
{
    private const string Scheme = "Bearer ";

    /// <summary>Who asks, or why they are refused.</summary>
    public async Task<Identified> ReadAsync(HttpContext http)
    {
        if (http.Features.Get<Identified>() is { } known)
        {
            return known;
        }

        var read = http.Request.Headers.Authorization.Count == 0 ? Identified.Nobody : await IdentifyAsync(http);
        http.Features.Set(read);
        return read;
    }

    private async Task<Identified> IdentifyAsync(HttpContext http)
    {
        try
        {
            return new Identified(await CallerOfAsync(http), null);
        }
        catch (ProblemException refusal)
        {
            return new Identified(Caller.Anonymous, refusal);
        }
    }

    private async Task<Caller> CallerOfAsync(HttpContext http)
    {
        if (http.Request.Headers.Authorization is not [{ } header])
        {
            throw Refuse("More than one Authorization header was sent. Send one.");
        }

        var text = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : "";
        if (tokens.Takes(text))
        {
            return await tokens.ReadAsync(text, http.RequestAborted);
        }

        var origin = http.Request.Headers.Origin is { Count: > 0 } given ? given.ToString() : null;
        return await keys.FindAsync(text, origin, http.RequestAborted) ?? throw Refuse(
            "The key is unknown, expired, revoked or bound to other origins. Send Authorization: Bearer KEY, or no Authorization header to read what is public.");
    }

    private static ProblemException Refuse(string text) => new(Problems.Unauthenticated, text) { Challenge = "invalid_token" };
}

/// <summary>Who sent the request.</summary>
/// <param name="Caller">The caller; anonymous when refused.</param>
/// <param name="Refusal">Why what was sent is not taken; null when it is, or nothing was sent.</param>
public sealed record Identified(Caller Caller, ProblemException? Refusal)
{
    public static readonly Identified Nobody = new(Caller.Anonymous, null);
}
