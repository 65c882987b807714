using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DataDiplomacy.Api.Access;

/// <summary>Makes a caller of a JSON Web Token of the configured issuer (RFC 7519, checked as RFC 8725 and RFC 9068 ask), or says which check it failed.</summary>
public sealed class TokenReader(TokenOptions options, TokenKeys keys, TimeProvider time)
{
    /// <summary>Longer ones are not even taken apart.</summary>
    public const int MaxLength = 8_192;

    private static readonly string[] KeyHeaders = ["jku", "x5u", "jwk", "x5c", "crit"];
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = MaxLength };

    /// <summary>True when tokens are taken and this is written as one: parts with dots, the first of them base64url of a JSON object.</summary>
    public bool Takes(string text) => options.IsConfigured && text is ['e', 'w' or 'y', ..] && text.Contains('.', StringComparison.Ordinal);

    /// <summary>The caller whom the token names.</summary>
    /// <exception cref="ProblemException">401 with the check that failed, 403 for a token without a role, 503 without the issuer's keys.</exception>
    public async Task<Caller> ReadAsync(string text, CancellationToken cancellationToken)
    {
        var token = Parse(text);
        CheckHeader(token);
        var key = await keys.FindAsync(string.IsNullOrEmpty(token.Kid) ? null : token.Kid, cancellationToken)
            ?? throw Refuse("its issuer has no key with the id that the token names.");
        Check(await _handler.ValidateTokenAsync(token, ParametersFor(key)));
        try
        {
            return CallerOf(token);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException or InvalidOperationException or JsonException or SecurityTokenException)
        {
            throw Refuse("one of its claims has a value of the wrong type.");
        }
    }

    private static JsonWebToken Parse(string text)
    {
        if (text.Length > MaxLength)
        {
            throw Refuse($"it is longer than {MaxLength} characters.");
        }

        try
        {
            return new JsonWebToken(text);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidOperationException or JsonException or SecurityTokenException)
        {
            throw Refuse("it is not a well-formed JSON Web Token.");
        }
    }

    private void CheckHeader(JsonWebToken token)
    {
        if (token.IsEncrypted || !string.Equals(token.Alg, options.Algorithm, StringComparison.Ordinal))
        {
            throw Refuse($"it is not signed by {options.Algorithm}, the only algorithm taken.");
        }

        if (KeyHeaders.FirstOrDefault(h => token.TryGetHeaderValue<object>(h, out _)) is { } header)
        {
            throw Refuse($"its header has {header}, which is not taken: keys come from the issuer alone.");
        }

        // A token of another kind of the same issuer (an ID token of OpenID Connect says JWT or nothing) is told by its audience.
        if (token.Typ is { Length: > 0 } type && type is not ("JWT" or "jwt" or "at+jwt" or "application/at+jwt"))
        {
            throw Refuse("its type is neither JWT nor at+jwt.");
        }
    }

    private TokenValidationParameters ParametersFor(SecurityKey key) => new()
    {
        ValidAlgorithms = [options.Algorithm],
        IssuerSigningKey = key,
        RequireSignedTokens = true,
        ValidIssuer = options.Issuer,
        ValidAudience = options.Audience,
        IgnoreTrailingSlashWhenValidatingAudience = false,
        // By the clock of this server, below.
        ValidateLifetime = false,
    };

    private static void Check(TokenValidationResult result)
    {
        if (!result.IsValid)
        {
            throw Refuse(result.Exception switch
            {
                SecurityTokenInvalidAudienceException => "it is for another audience.",
                SecurityTokenInvalidIssuerException => "it is of another issuer.",
                _ => "its signature is not that of the issuer's key.",
            });
        }
    }

    private Caller CallerOf(JsonWebToken token)
    {
        var expiresAt = CheckTimes(token);
        if (string.IsNullOrEmpty(token.Subject))
        {
            throw Refuse("it names no subject (sub).");
        }

        var role = options.RoleOf(ValuesOf(token)) ?? throw new ProblemException(Problems.Forbidden,
            $"The token is valid, but nothing in its claim {options.RoleClaim} gives a role here. Ask the operator, or send no Authorization header to read what is public.")
        {
            Challenge = "insufficient_scope",
        };
        var subject = SubjectOf(token);
        return new Caller("token:" + subject[..16], role, expiresAt, null) { Kind = CallerKind.Token, Identity = "token:" + subject };
    }

    private DateTime CheckTimes(JsonWebToken token)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var skew = TimeSpan.FromSeconds(options.ClockSkewSeconds);
        if (!token.TryGetPayloadValue<double>("exp", out _))
        {
            throw Refuse("it does not say when it expires (exp).");
        }

        if (now >= token.ValidTo + skew)
        {
            throw Refuse("it has expired.");
        }

        if (token.ValidTo > now.AddMinutes(options.MaxLifetimeMinutes) + skew)
        {
            throw Refuse($"it lives longer than the {options.MaxLifetimeMinutes} minutes that are taken.");
        }

        return token.TryGetPayloadValue<double>("nbf", out _) && token.ValidFrom > now + skew ? throw Refuse("it is not valid yet.") : token.ValidTo;
    }

    private IReadOnlyList<string> ValuesOf(JsonWebToken token)
    {
        using var payload = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload));
        return !payload.RootElement.TryGetProperty(options.RoleClaim, out var claim) ? [] : claim.ValueKind switch
        {
            JsonValueKind.Array => [.. claim.EnumerateArray().Where(v => v.ValueKind is JsonValueKind.String).Select(v => v.GetString() ?? "")],
            JsonValueKind.String => (claim.GetString() ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries),
            _ => [],
        };
    }

    /// <summary>
    /// Who it is without saying who: SHA-256 of issuer and subject. It needs no secret, so that all servers write the same and an operator who knows
    /// the subject of a person finds their records; it is a pseudonym and not anonymous, since subjects can be tried.
    /// </summary>
    private static string SubjectOf(JsonWebToken token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{token.Issuer}\n{token.Subject}")));

    private static ProblemException Refuse(string reason) => new(Problems.Unauthenticated,
        $"The token is refused: {reason} Send Authorization: Bearer TOKEN with a valid one, or no Authorization header to read what is public.")
    {
        Challenge = "invalid_token",
        ChallengeText = $"The token is refused: {reason}",
    };
}
