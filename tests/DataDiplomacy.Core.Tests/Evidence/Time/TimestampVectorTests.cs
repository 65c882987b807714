using System.Text.Json;
using DataDiplomacy.Core.Evidence.Time;

namespace DataDiplomacy.Core.Tests.Evidence.Time;

/// <summary>Expected outcomes are those of the vectors' own expected.json, made with OpenSSL.</summary>
public sealed class TimestampVectorTests(ITestOutputHelper output)
{
    private const string StampedByAll = "4b7b4e39f12b8c725e6e603e6d4422500316df94211070682ef10260ff5759ef";

    [Fact]
    public void Gives_each_local_vector_its_expected_outcome()
    {
        var expected = JsonDocument.Parse(TimestampVectors.Bytes("local/expected.json")).RootElement.GetProperty("expected").EnumerateObject().ToList();

        var present = expected.Where(each => FileOf(each.Name) is not null).ToList();
        var wrong = present.Where(each => Verify(each.Name, []).Reason != Expected(each.Name)).Select(each => each.Name).ToList();

        output.WriteLine($"rfc3161 local: {present.Count - wrong.Count} of {present.Count}; named and without a file: {string.Join(", ", expected.Select(each => each.Name).Where(name => FileOf(name) is null))}");
        wrong.ShouldBeEmpty();
        present.Count.ShouldBeGreaterThanOrEqualTo(8);
    }

    [Fact]
    public void Accepts_a_token_whose_intermediate_is_given_apart()
    {
        Verify("missing-intermediate", ["local/intermediate.crt"]).Reason.ShouldBe(TimestampReason.Verified);
    }

    [Theory]
    [InlineData("ok-sha256")]
    [InlineData("ok-sha512")]
    [InlineData("ok-nononce")]
    [InlineData("ok-intermediate")]
    [InlineData("ok-token-only")]
    public void Refuses_other_bytes_and_other_roots(string name)
    {
        var answer = TimestampVectors.Bytes(FileOf(name) ?? "");
        var data = TimestampSubject.OfData(TimestampVectors.Bytes("local/data.bin"));
        var other = new TimestampTrust([TimestampVectors.Certificate("local/other-ca.crt")], []);

        var tampered = TimestampVerification.Verify(answer, TimestampSubject.OfData(TimestampVectors.Bytes("local/tampered.bin")), Trust([]), default);
        var untrusted = TimestampVerification.Verify(answer, data, other, default);

        tampered.Reason.ShouldBe(TimestampReason.ImprintMismatch);
        untrusted.Reason.ShouldBeOneOf(TimestampReason.UntrustedRoot, TimestampReason.PartialChain);
        untrusted.Roots.ShouldHaveSingleItem().Used.ShouldBeFalse();
    }

    [Fact]
    public void Binds_the_nonce_of_the_query()
    {
        var answer = TimestampVectors.Bytes("local/ok-sha256.tsr");
        var data = TimestampSubject.OfData(TimestampVectors.Bytes("local/data.bin"));

        var own = TimestampVerification.Verify(answer, data, Trust([]), TimestampVectors.Bytes("local/ok-sha256.tsq"));
        var other = TimestampVerification.Verify(answer, data, Trust([]), TimestampVectors.Bytes("local/other-nonce.tsq"));

        own.Reason.ShouldBe(TimestampReason.Verified);
        own.BoundToQuery.ShouldBeTrue();
        own.Roots.ShouldHaveSingleItem().Used.ShouldBeTrue();
        other.Reason.ShouldBe(TimestampReason.NonceMismatch);
    }

    [Theory]
    [InlineData("digicert.tsr", "20250324111747Z", "5048e337a00e4ec8845f54385ddef87d")]
    [InlineData("self_signed.tsr", "20250324113816Z", "21aee26c")]
    [InlineData("timestamp_token_http-timestamp-identrust-com", "20250311104358Z", "40019584cddc0108ae76ad8f30d833a3")]
    public void Reads_real_tokens_and_accepts_none_without_a_pinned_root(string name, string genTime, string serial)
    {
        var answer = TimestampVectors.Bytes("auto-archiver/" + name);

        var verdict = TimestampVerification.Verify(answer, TimestampSubject.OfData(System.Text.Encoding.ASCII.GetBytes(StampedByAll)), new TimestampTrust([], []), default);

        verdict.Reason.ShouldBeOneOf(TimestampReason.PartialChain, TimestampReason.UntrustedRoot);
        verdict.Statement.ShouldNotBeNull().GenTimeText.ShouldBe(genTime);
        verdict.Statement.SerialNumber.ShouldBe(serial);
        verdict.Statement.HashAlgorithm.ShouldBe("SHA512");
    }

    [Fact]
    public void Survives_every_flipped_byte_and_every_truncation()
    {
        var answer = TimestampVectors.Bytes("local/ok-sha256.tsr");
        var data = TimestampSubject.OfData(TimestampVectors.Bytes("local/data.bin"));

        var shortened = Enumerable.Range(0, answer.Length).Count(length => TimestampVerification.Verify(answer.AsSpan(0, length), data, Trust([]), default).Accepted);
        foreach (var place in Enumerable.Range(0, answer.Length))
        {
            var flipped = answer.ToArray();
            flipped[place] ^= 0xff;
            TimestampVerification.Verify(flipped, data, Trust([]), default).Explanation.ShouldNotBeEmpty();
        }

        shortened.ShouldBe(0);
    }

    private static TimestampVerdict Verify(string name, string[] extra) =>
        TimestampVerification.Verify(TimestampVectors.Bytes(FileOf(name) ?? ""), TimestampSubject.OfData(TimestampVectors.Bytes("local/data.bin")), Trust(extra), default);

    private static TimestampTrust Trust(string[] extra) => new([TimestampVectors.Certificate("local/ca.crt")], [.. extra.Select(TimestampVectors.Certificate)]);

    private static string? FileOf(string name) =>
        new[] { $"local/{name}.tsr", $"local/{name}.p7s" }.FirstOrDefault(TimestampVectors.Has);

    private static TimestampReason Expected(string name) => name switch
    {
        "bitflip" => TimestampReason.SignatureInvalid,
        "cert-expired-before-gentime" => TimestampReason.CertificateNotValidAtGenTime,
        "missing-intermediate" => TimestampReason.PartialChain,
        "nocert" => TimestampReason.SignerMissing,
        "rejected-badalg" or "rejected-policy" => TimestampReason.StatusRejected,
        _ when name.StartsWith("ok-", StringComparison.Ordinal) => TimestampReason.Verified,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "A vector without an expected reason.")
    };
}
