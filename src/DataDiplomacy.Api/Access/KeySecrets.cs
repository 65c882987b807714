using System.Security.Cryptography;
using System.Text;

namespace DataDiplomacy.Api.Access;

/// <summary>Makes and hashes the secrets of API keys.</summary>
public static class KeySecrets
{
    /// <summary>256 random bits as base64url after the prefix <c>dd_</c>, by which leaked keys can be found in texts.</summary>
    public static string Create() =>
        "dd_" + System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
