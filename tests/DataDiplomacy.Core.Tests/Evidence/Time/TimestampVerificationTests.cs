using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DataDiplomacy.Core.Evidence.Time;

namespace DataDiplomacy.Core.Tests.Evidence.Time;

public sealed class TimestampVerificationTests
{
    [Fact]
    public void Accepts_at_genTime_a_certificate_that_has_expired_since_and_keeps_the_fraction()
    {
        var verdict = Verify(new LocalAuthority(critical: true), "20200601120000.071Z", X509IncludeOption.EndCertOnly, extra: false);

        verdict.Reason.ShouldBe(TimestampReason.Verified);
        verdict.Statement.ShouldNotBeNull().GenTimeText.ShouldBe("20200601120000.071Z");
        verdict.Statement.GenTime.ShouldBe(new DateTimeOffset(2020, 6, 1, 12, 0, 0, 71, TimeSpan.Zero));
    }

    [Theory]
    [InlineData(true, "20220601120000Z", X509IncludeOption.EndCertOnly, false, TimestampReason.CertificateNotValidAtGenTime)]
    [InlineData(false, "20200601120000Z", X509IncludeOption.EndCertOnly, false, TimestampReason.CertificateNotForTimestamping)]
    [InlineData(true, "20200601120000Z", X509IncludeOption.None, false, TimestampReason.SignerMissing)]
    [InlineData(true, "20200601120000Z", X509IncludeOption.None, true, TimestampReason.Verified)]
    public void Names_the_rule_that_decides(bool critical, string genTime, X509IncludeOption included, bool extra, TimestampReason reason)
    {
        Verify(new LocalAuthority(critical), genTime, included, extra).Reason.ShouldBe(reason);
    }

    private static TimestampVerdict Verify(LocalAuthority authority, string genTime, X509IncludeOption included, bool extra)
    {
        var subject = TimestampSubject.OfHash(SHA256.HashData("abc"u8), HashAlgorithmName.SHA256);
        return TimestampVerification.Verify(authority.Stamp(genTime, included), subject, new TimestampTrust([authority.Root], extra ? [authority.Signer] : []), default);
    }
}
