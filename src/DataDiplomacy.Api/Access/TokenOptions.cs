using DataDiplomacy.Api.Http;
using Microsoft.IdentityModel.Tokens;

namespace DataDiplomacy.Api.Access;

/// <summary>Section <c>Access:Tokens</c> of the settings: whose JSON Web Tokens are taken beside keys. Without the section none is.</summary>
public sealed record TokenOptions
{
    private const string Section = "Access:Tokens";

    /// <summary>Algorithms of which one is chosen: asymmetric ones only, since with a shared secret whoever checks tokens could also make them (RFC 8725, section 3.1).</summary>
    public static readonly IReadOnlyList<string> Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384];

    /// <summary>Value of <c>iss</c>, character by character.</summary>
    public string Issuer { get; init; } = "";

    /// <summary>Value that <c>aud</c> has or contains.</summary>
    public string Audience { get; init; } = "";

    /// <summary>The one algorithm that is taken.</summary>
    public string Algorithm { get; init; } = SecurityAlgorithms.RsaSha256;

    /// <summary>Address of the issuer's metadata (OpenID Connect Discovery or RFC 8414), which names its keys; https, or http on this machine.</summary>
    public string? MetadataAddress { get; init; }

    /// <summary>File with the issuer's keys (RFC 7517), instead of the metadata.</summary>
    public string? JwksFile { get; init; }

    /// <summary>Claim that holds the role: one text, several separated by blanks, or a list.</summary>
    public string RoleClaim { get; init; } = "roles";

    /// <summary>By role the values of the claim that give it. A token with none of them is refused.</summary>
    public IReadOnlyDictionary<string, string[]> RoleMap { get; init; } = new Dictionary<string, string[]>();

    /// <summary>How far the clock of the issuer may differ, 0 to 60 seconds.</summary>
    public int ClockSkewSeconds { get; init; } = 30;

    /// <summary>How far in the future a token may expire, 1 to 10,080 minutes.</summary>
    public int MaxLifetimeMinutes { get; init; } = 1_440;

    /// <summary>False when no token is taken.</summary>
    public bool IsConfigured => Issuer.Length > 0;

    /// <summary>The highest role that these values of the claim give; null for none.</summary>
    public Role? RoleOf(IEnumerable<string> values)
    {
        var given = values.ToHashSet(StringComparer.Ordinal);
        return RoleMap.Where(r => r.Value.Any(given.Contains)).Select(r => (Role?)RoleNamed(r.Key)).Max();
    }

    /// <summary>Reads and checks the section.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing or unsafe: the server does not start.</exception>
    public static TokenOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (!section.Exists())
        {
            return new TokenOptions();
        }

        var options = section.Get<TokenOptions>() ?? new TokenOptions();
        return options.Faults().FirstOrDefault() is { } fault ? throw new InvalidOperationException($"{Section}: {fault}") : options;
    }

    /// <summary>True for https, and for http that does not leave the machine.</summary>
    public static bool IsSafe(Uri address) => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    private IEnumerable<string> Faults()
    {
        if (string.IsNullOrWhiteSpace(Issuer))
        {
            yield return "Issuer is missing: the value of iss that tokens must have.";
        }

        if (string.IsNullOrWhiteSpace(Audience))
        {
            yield return "Audience is missing: the value of aud by which the issuer names this server.";
        }

        if (!Algorithms.Contains(Algorithm))
        {
            yield return $"Algorithm '{Algorithm}' is not taken. Choose one of {string.Join(", ", Algorithms)}.";
        }

        if (string.IsNullOrEmpty(MetadataAddress) == string.IsNullOrEmpty(JwksFile))
        {
            yield return "Set either MetadataAddress or JwksFile: where the keys of the issuer are.";
        }

        if (!string.IsNullOrEmpty(MetadataAddress) && !(Uri.TryCreate(MetadataAddress, UriKind.Absolute, out var address) && IsSafe(address)))
        {
            yield return $"MetadataAddress '{MetadataAddress}' is not an https address.";
        }

        if (!string.IsNullOrEmpty(JwksFile) && !File.Exists(JwksFile))
        {
            yield return $"JwksFile '{JwksFile}' does not exist.";
        }

        foreach (var fault in RoleFaults().Concat(SpanFaults()))
        {
            yield return fault;
        }
    }

    private IEnumerable<string> RoleFaults()
    {
        if (string.IsNullOrWhiteSpace(RoleClaim) || !RoleMap.Values.Any(v => v is { Length: > 0 }))
        {
            yield return "RoleMap is empty: say by role which values of the claim RoleClaim give it, as in RoleMap:Editor:0 = statistics-editors.";
        }

        if (RoleMap.Keys.FirstOrDefault(k => !WireNames.TryParse<Role>(k.ToLowerInvariant(), out _)) is { } unknown)
        {
            yield return $"RoleMap names '{unknown}', which is no role. Roles: {string.Join(", ", WireNames.All<Role>())}.";
        }
    }

    private IEnumerable<string> SpanFaults()
    {
        if (ClockSkewSeconds is < 0 or > 60)
        {
            yield return "ClockSkewSeconds is 0 to 60.";
        }

        if (MaxLifetimeMinutes is < 1 or > 10_080)
        {
            yield return "MaxLifetimeMinutes is 1 to 10080.";
        }
    }

    private static Role? RoleNamed(string name) => WireNames.TryParse<Role>(name.ToLowerInvariant(), out var role) ? role : null;
}
