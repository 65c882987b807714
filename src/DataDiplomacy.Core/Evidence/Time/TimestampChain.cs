using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace DataDiplomacy.Core.Evidence.Time;

/// <summary>
/// The chain from the signer to a pinned root, at genTime: a certificate that has expired since does not undo a stamp (RFC 3161, 4, 2001; RFC 5280, 6, 2008).
/// </summary>
internal static class TimestampChain
{
    private static readonly Oid TimeStamping = new("1.3.6.1.5.5.7.3.8");

    public static TimestampVerdict? Refusal(SignedCms cms, TimestampFindings found)
    {
        if (found is not { Signer: { } signer, Statement: { } statement }) return found.Refuse(TimestampReason.SignerMissing, "No signer was found.");
        using var chain = new X509Chain { ChainPolicy = Policy(cms, found.Trust, statement.GenTime) };
        if (!chain.Build(signer))
        {
            var faults = chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, status) => all | status.Status);
            return found.Refuse(Reason(faults), $"The chain of {signer.Subject} does not reach a pinned root at {statement.GenTimeText}: {faults}.");
        }
        found.ChainEnd = chain.ChainElements[^1].Certificate;
        return null;
    }

    private static X509ChainPolicy Policy(SignedCms cms, TimestampTrust trust, DateTimeOffset genTime)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            VerificationTimeIgnored = false,
            VerificationTime = genTime.UtcDateTime
        };
        policy.ApplicationPolicy.Add(TimeStamping);
        policy.CustomTrustStore.AddRange(trust.Roots.ToArray());
        policy.ExtraStore.AddRange(cms.Certificates);
        policy.ExtraStore.AddRange(trust.Extra.ToArray());
        return policy;
    }

    private static TimestampReason Reason(X509ChainStatusFlags faults)
    {
        if (faults.HasFlag(X509ChainStatusFlags.PartialChain)) return TimestampReason.PartialChain;
        if (faults.HasFlag(X509ChainStatusFlags.UntrustedRoot)) return TimestampReason.UntrustedRoot;
        if (faults.HasFlag(X509ChainStatusFlags.NotTimeValid)) return TimestampReason.CertificateNotValidAtGenTime;
        if (faults.HasFlag(X509ChainStatusFlags.NotValidForUsage)) return TimestampReason.CertificateNotForTimestamping;
        return TimestampReason.ChainInvalid;
    }
}
