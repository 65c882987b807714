using MimeKit;
using MimeKit.Cryptography;

namespace DataDiplomacy.Core.Evidence.Mail;

/// <summary>Checks the chain of those who forwarded a message, against archived keys (RFC 8617, 2019).</summary>
public static class ArcVerification
{
    /// <summary>State of the chain; null where the bytes are no message.</summary>
    /// <param name="message">The message as it was received, octet by octet.</param>
    /// <param name="keys">Every key that is archived.</param>
    public static ArcReport? Verify(byte[] message, IReadOnlyCollection<ArchivedKey> keys)
    {
        try
        {
            using var bytes = new MemoryStream(message, writable: false);
            using var parsed = MimeMessage.Load(bytes);
            return Chain(parsed, new KeyArchive(keys));
        }
        catch (Exception fault) when (MailFaults.OfInput(fault))
        {
            return null;
        }
    }

    private static ArcReport Chain(MimeMessage message, KeyArchive archive)
    {
        try
        {
            var result = new ArcVerifier(archive).Verify(message);
            return result.Chain switch
            {
                ArcSignatureValidationResult.None => new ArcReport(ArcChain.None, null),
                ArcSignatureValidationResult.Pass => new ArcReport(ArcChain.Pass, null),
                _ => new ArcReport(ArcChain.Fail, $"The chain does not hold: {result.ChainErrors}.")
            };
        }
        catch (Exception fault) when (MailFaults.OfInput(fault))
        {
            return new ArcReport(ArcChain.Fail, "A set of the chain is malformed, or its key is not archived or unusable.");
        }
    }
}
