using System.Security.Cryptography.X509Certificates;

namespace DataDiplomacy.Core.Evidence.Time;

/// <summary>
/// Whom the reader trusts. Certificates inside a token are candidates for the chain, never trusted for being there.
/// </summary>
/// <param name="Roots">Pinned roots; with none every token is refused.</param>
/// <param name="Extra">Certificates that help to build the chain and are not trusted: intermediates, or the signer's where the token has none.</param>
public sealed record TimestampTrust(IReadOnlyCollection<X509Certificate2> Roots, IReadOnlyCollection<X509Certificate2> Extra);
