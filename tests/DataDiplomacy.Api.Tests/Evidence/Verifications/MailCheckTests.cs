using System.Net;
using System.Net.Http.Json;
using System.Text;
using DataDiplomacy.Api.Evidence.Verifications;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Evidence.Verifications;

/// <summary>A message of 2015 whose key was withdrawn long ago, checked by the key that somebody had kept.</summary>
public abstract class MailCheckTests(ApiFixture api) : VerifyingTests(api)
{
    [Fact]
    public async Task Passes_by_the_archived_key_of_its_time()
    {
        await ArchiveAsync("2012-01-13", "2016-12-31");

        var report = await VerifyAsync(await MessageAsync("gmail_dkim_pass.eml"), Everything);

        var dkim = Of(report, CheckCode.Dkim);
        dkim.Outcome.ShouldBe(CheckOutcome.Pass, dkim.Reason);
        Measured(dkim, "bodyHash").ShouldBe("holds");
        Measured(dkim, "signature").ShouldBe("holds");
        Measured(dkim, "keySource").ShouldBe("userImport");
        Measured(dkim, "keyLength").ShouldBe("2048");
        Measured(dkim, "signedAt").ShouldBe("2015-06-11T02:05:37Z");
        dkim.Tool.Name.ShouldBe("MimeKit");
        dkim.Inputs.Count.ShouldBe(2);
        Of(report, CheckCode.FromAlignment).Outcome.ShouldBe(CheckOutcome.Pass);
        Of(report, CheckCode.Arc).Outcome.ShouldBe(CheckOutcome.NotApplicable);
    }

    [Fact]
    public async Task Fails_by_the_body_alone_where_the_body_was_changed()
    {
        await ArchiveAsync("2012-01-13", "2016-12-31");

        var report = await VerifyAsync(await MessageAsync("gmail_dkim_body_tampered.eml"), Everything);

        var dkim = Of(report, CheckCode.Dkim);
        dkim.Outcome.ShouldBe(CheckOutcome.Fail);
        Measured(dkim, "bodyHash").ShouldBe("does not hold");
        Measured(dkim, "signature").ShouldBe("holds");
        Of(report, CheckCode.FromAlignment).Outcome.ShouldBe(CheckOutcome.Inconclusive);
    }

    [Fact]
    public async Task Fails_by_the_signature_alone_where_the_header_was_changed()
    {
        await ArchiveAsync("2012-01-13", "2016-12-31");
        var message = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(SharedData.Require("evidence/email/gmail_dkim_pass.eml"), Stop));
        var changed = message.Replace("\r\nTo: ", "\r\nTo: Somebody Else ", StringComparison.Ordinal);
        changed.ShouldNotBe(message);

        var dkim = await CheckAsync(await MessageAsync(Encoding.Latin1.GetBytes(changed)), CheckCode.Dkim);

        dkim.Outcome.ShouldBe(CheckOutcome.Fail);
        Measured(dkim, "bodyHash").ShouldBe("holds");
        Measured(dkim, "signature").ShouldBe("does not hold");
    }

    [Fact]
    public async Task Decides_nothing_without_a_key()
    {
        var dkim = await CheckAsync(await MessageAsync(Signed("unknown.example", "s1")), CheckCode.Dkim);

        dkim.Outcome.ShouldBe(CheckOutcome.Inconclusive);
        dkim.Reason.ShouldBe("no archived key for s=s1 d=unknown.example");
    }

    [Theory]
    [InlineData("outside.example", "2020-01-01", "2021-01-01", "is known for 2020-01-01T00:00:00Z to 2021-01-01T00:00:00Z, the signature is of 2026-11-20T09:30:00Z")]
    [InlineData("timeless.example", null, null, "is known for no time")]
    public async Task Decides_nothing_by_a_key_of_another_time(string domain, string? from, string? until, string reason)
    {
        await ArchiveAsync(from, until, domain, "s1", "v=DKIM1; k=rsa; p=AAAA");

        var dkim = await CheckAsync(await MessageAsync(Signed(domain, "s1")), CheckCode.Dkim);

        dkim.Outcome.ShouldBe(CheckOutcome.Inconclusive);
        dkim.Reason.ShouldContain(reason);
    }

    [Theory]
    [InlineData("From: a@a.example\r\n\r\nbody", CheckOutcome.NotApplicable)]
    [InlineData("DKIM-Signature: v=1; nonsense\r\nFrom: a@a.example\r\n\r\nbody", CheckOutcome.Fail)]
    [InlineData("DKIM-Signature: v=1; d=\0; s=\0; a=rsa-sha256; h=from; bh=x; b=x\r\nFrom: a@a.example\r\n\r\nbody", CheckOutcome.Fail)]
    [InlineData("\0\u0001\u0002", CheckOutcome.Inconclusive)]
    public async Task Bears_messages_without_and_with_malformed_signatures(string message, CheckOutcome outcome)
    {
        (await CheckAsync(await MessageAsync(Encoding.Latin1.GetBytes(message)), CheckCode.Dkim)).Outcome.ShouldBe(outcome);
    }

    [Fact]
    public async Task Does_not_check_more_signatures_than_it_says()
    {
        var many = string.Concat(Enumerable.Range(0, 21).Select(i => $"DKIM-Signature: v=1; a=rsa-sha256; d=many.example; s=s{i}; h=from; bh=x; b=x\r\n"));

        var dkim = await CheckAsync(await MessageAsync(Encoding.ASCII.GetBytes(many + "From: a@many.example\r\n\r\nbody")), CheckCode.Dkim);

        dkim.Outcome.ShouldBe(CheckOutcome.NotPerformed);
    }

    private static byte[] Signed(string domain, string selector) => Encoding.ASCII.GetBytes(
        $"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d={domain}; s={selector}; h=from:date; bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=; b=AAAA\r\nFrom: a@{domain}\r\nDate: Fri, 20 Nov 2026 09:30:00 +0000\r\n\r\n");

    private async Task ArchiveAsync(string? from, string? until, string domain = "gmail.com", string selector = "20120113", string? value = null)
    {
        value ??= await File.ReadAllTextAsync(SharedData.Require("evidence/email/gmail_20120113_public_key.pem"), Stop);
        var response = await Admin.PostAsJsonAsync("/v1/mail-keys", new { domain, selector, value, source = "userImport", seenFrom = from, seenUntil = until, reference = "Kept by a library for e-mail" }, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync(Stop));
    }

    private async Task<string> MessageAsync(string file) => await MessageAsync(await File.ReadAllBytesAsync(SharedData.Require("evidence/email/" + file), Stop));

    private Task<string> MessageAsync(byte[] message) => TakeInAsync(new { kind = "email", title = "A message", sensitivity = "public" }, message, "message/rfc822");

    public sealed class OnSqlite(SqliteApi api) : MailCheckTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : MailCheckTests(api), IClassFixture<PostgresApi>;
}
