using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace DataDiplomacy.Api.Tests.Access;

/// <summary>An issuer of tokens as a test needs one: it writes them by hand (RFC 7515, section 3.1), so that they can be wrong in any way.</summary>
public sealed class TokenIssuer : IDisposable
{
    public const string Issuer = "https://login.example/realm";
    public const string Audience = "datadiplomacy";
    public const string Kid = "key-1";
    private readonly string _file = Path.GetTempFileName();

    public TokenIssuer() => File.WriteAllText(_file, Jwks);

    public RSA Key { get; } = RSA.Create(2048);

    /// <summary>The public key as the issuer publishes it (RFC 7517).</summary>
    public string Jwks => JsonSerializer.Serialize(new { keys = new[] { PublicKey } });

    public object PublicKey
    {
        get
        {
            var numbers = Key.ExportParameters(includePrivateParameters: false);
            return new { kty = "RSA", use = "sig", alg = "RS256", kid = Kid, n = Base64Url.EncodeToString(numbers.Modulus), e = Base64Url.EncodeToString(numbers.Exponent) };
        }
    }

    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Access:Tokens:Issuer"] = Issuer,
        ["Access:Tokens:Audience"] = Audience,
        ["Access:Tokens:JwksFile"] = _file,
        ["Access:Tokens:RoleClaim"] = "groups",
        ["Access:Tokens:RoleMap:Reader:0"] = "statistics-readers",
        ["Access:Tokens:RoleMap:Editor:0"] = "statistics:editors",
        ["Access:Tokens:RoleMap:Admin:0"] = "operators",
    };

    /// <summary>Claims of an admin at an instant, valid for ten minutes.</summary>
    public static Dictionary<string, object> Claims(DateTime now) => new()
    {
        ["iss"] = Issuer,
        ["aud"] = Audience,
        ["sub"] = "amina@ministry.example",
        ["nbf"] = Seconds(now),
        ["exp"] = Seconds(now.AddMinutes(10)),
        ["groups"] = new[] { "operators" },
    };

    public static Dictionary<string, object> Header() => new() { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = Kid };

    public static long Seconds(DateTime instant) => new DateTimeOffset(instant, TimeSpan.Zero).ToUnixTimeSeconds();

    /// <summary>A token of these parts, signed as the issuer does unless told otherwise.</summary>
    public string Sign(Dictionary<string, object> header, Dictionary<string, object> claims, Func<byte[], byte[]>? sign = null)
    {
        var text = $"{Part(header)}.{Part(claims)}";
        var signature = (sign ?? (b => Key.SignData(b, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)))(System.Text.Encoding.ASCII.GetBytes(text));
        return $"{text}.{Base64Url.EncodeToString(signature)}";
    }

    /// <summary>A good token with some claims put in the place of others.</summary>
    public string Token(DateTime now, params ReadOnlySpan<(string Name, object? Value)> claims)
    {
        var all = Claims(now);
        foreach (var (name, value) in claims)
        {
            all.Remove(name);
            if (value is not null)
                all.Add(name, value);
        }

        return Sign(Header(), all);
    }

    public void Dispose()
    {
        Key.Dispose();
        File.Delete(_file);
    }

    private static string Part(Dictionary<string, object> value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));
}
