using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;

namespace DataDiplomacy.Core.Evidence.Mail;

/// <summary>The two halves of a DKIM signature apart: the library's own verifier stops at the body and then says nothing of the header.</summary>
internal sealed class DkimArithmetic(KeyArchive archive) : DkimVerifierBase(archive)
{
    public static bool BodyHolds(MimeMessage message, DkimSignatureAlgorithm kind, DkimParts parts, int? length) =>
        VerifyBodyHash(Options(), message, kind, parts.Body, length ?? -1, parts.BodyHash);

    public static bool HeaderHolds(MimeMessage message, Header signature, DkimSignatureAlgorithm kind, DkimParts parts, AsymmetricKeyParameter key, KeyArchive archive)
    {
        try
        {
            return new DkimArithmetic(archive).VerifySignature(Options(), message, signature, kind, key, parts.Fields, parts.Header, parts.Signature);
        }
        catch (Exception fault) when (MailFaults.OfInput(fault))
        {
            return false;
        }
    }

    private static FormatOptions Options()
    {
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        return options;
    }
}
