using System.Buffers.Text;
using System.Security.Cryptography;

namespace DataDiplomacy.Core.Evidence.Statements;

/// <summary>
/// Binds to a value without showing it: SHA-256 of the canonical JSON <c>{"n":name,"p":path,"s":salt,"v":value}</c>.
/// Whoever is shown the disclosure checks it; without the salt not even a value that can be guessed can be tested.
/// </summary>
public static class Commitment
{
    /// <summary>The least length of a salt, in bytes: 128 bits.</summary>
    public const int MinSaltLength = 16;

    /// <summary>The commitment to a value.</summary>
    /// <param name="disclosure">Name, path, salt and value.</param>
    /// <returns>32 bytes.</returns>
    /// <exception cref="ArgumentException">The salt is shorter than 128 bits.</exception>
    public static byte[] Of(Disclosure disclosure)
    {
        ArgumentNullException.ThrowIfNull(disclosure);
        if (disclosure.Salt.Length < MinSaltLength)
            throw new ArgumentException($"A salt has at least {MinSaltLength} bytes, this one {disclosure.Salt.Length}.", nameof(disclosure));
        return SHA256.HashData(disclosure.ToJson());
    }

    /// <summary>Whether a disclosure opens the commitment.</summary>
    /// <param name="commitment">The commitment, 32 bytes.</param>
    /// <param name="disclosure">What was shown.</param>
    /// <returns>False also for a salt that is too short.</returns>
    public static bool Opens(ReadOnlySpan<byte> commitment, Disclosure disclosure)
    {
        ArgumentNullException.ThrowIfNull(disclosure);
        return disclosure.Salt.Length >= MinSaltLength && CryptographicOperations.FixedTimeEquals(commitment, Of(disclosure));
    }

    /// <summary>
    /// A salt that needs no keeping: HMAC-SHA-256 of the commitment's path and name under a key. It is destroyed with the key,
    /// and one that was shown tells nothing of the others.
    /// </summary>
    /// <param name="key">A secret of 32 random bytes.</param>
    /// <param name="path">The path of the value.</param>
    /// <param name="name">The name of the value.</param>
    /// <returns>32 bytes.</returns>
    public static byte[] Salt(ReadOnlySpan<byte> key, string path, string name) =>
        HMACSHA256.HashData(key, new CanonicalWriter().BeginArray().Text("salt").Text(path).Text(name).End().ToArray());

    /// <summary>Base64url without padding (RFC 4648, 5), as salts and commitments are written.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>The text.</returns>
    public static string Text(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);
}
