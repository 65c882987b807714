using NSec.Cryptography;

namespace DataDiplomacy.Core.Evidence.Statements;

/// <summary>An Ed25519 key that signs (RFC 8032). The seed is its secret and leaves it only by <see cref="Dispose"/>, which clears it.</summary>
public sealed class SigningKey : IDisposable
{
    /// <summary>The length of a seed, in bytes.</summary>
    public const int SeedLength = 32;

    private readonly Key _key;

    private SigningKey(Key key)
    {
        _key = key;
        Public = key.PublicKey.Export(KeyBlobFormat.RawPublicKey);
        Verification = VerificationKey.FromEd25519(Public.Span) ?? throw new InvalidOperationException("The public key of a seed is always a key.");
    }

    /// <summary>The public key, 32 bytes.</summary>
    public ReadOnlyMemory<byte> Public { get; }

    /// <summary>The public key as one that checks signatures.</summary>
    public VerificationKey Verification { get; }

    /// <summary>The key of a seed.</summary>
    /// <param name="seed">32 random bytes.</param>
    /// <returns>The key.</returns>
    public static SigningKey FromSeed(ReadOnlySpan<byte> seed) => new(Key.Import(SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey));

    /// <summary>Signs bytes.</summary>
    /// <param name="data">What is signed.</param>
    /// <returns>64 bytes.</returns>
    public byte[] Sign(ReadOnlySpan<byte> data) => SignatureAlgorithm.Ed25519.Sign(_key, data);

    /// <inheritdoc />
    public void Dispose() => _key.Dispose();
}
