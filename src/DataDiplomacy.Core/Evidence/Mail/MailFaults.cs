using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Security;

namespace DataDiplomacy.Core.Evidence.Mail;

/// <summary>What the libraries throw for malformed messages, keys and signatures; anything else is a fault of ours and flies.</summary>
internal static class MailFaults
{
    public static bool OfInput(Exception fault) =>
        fault is FormatException or ArgumentException or IOException or CryptoException or GeneralSecurityException or InvalidCastException;
}
