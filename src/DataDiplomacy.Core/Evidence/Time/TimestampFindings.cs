using System.Security.Cryptography.X509Certificates;

namespace DataDiplomacy.Core.Evidence.Time;

/// <summary>What is known so far while one time-stamp is checked.</summary>
internal sealed class TimestampFindings(TimestampTrust trust)
{
    public TimestampTrust Trust { get; } = trust;

    public TimestampStatement? Statement { get; set; }

    public X509Certificate2? Signer { get; set; }

    public X509Certificate2? ChainEnd { get; set; }

    public bool BoundToQuery { get; set; }

    public TimestampVerdict Refuse(TimestampReason reason, string explanation) => Verdict(reason, explanation);

    public TimestampVerdict Accept() =>
        Verdict(TimestampReason.Verified, $"The bytes existed no later than {Statement?.GenTimeText}, as signed by {Signer?.Subject} under {ChainEnd?.Subject}.");

    private TimestampVerdict Verdict(TimestampReason reason, string explanation) => new()
    {
        Reason = reason,
        Explanation = explanation,
        Statement = Statement,
        SignerSubject = Signer?.Subject,
        BoundToQuery = BoundToQuery,
        Roots = [.. Trust.Roots.Select(root => TimestampRoot.Of(root, ChainEnd))]
    };
}
