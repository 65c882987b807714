using System.Text;
using DataDiplomacy.Core.Evidence.Mail;

namespace DataDiplomacy.Core.Tests.Evidence.Mail;

/// <summary>The message and the keys of RFC 8463, Appendix A (2018).</summary>
public sealed class DkimTests
{
    private const string Record = "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

    private const string Message =
        "DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;\r\n d=football.example.com; i=@football.example.com;\r\n"
        + " q=dns/txt; s=brisbane; t=1528637909; h=from : to :\r\n subject : date : message-id : from : subject : date;\r\n"
        + " bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;\r\n b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus\r\n Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==\r\n"
        + "From: Joe SixPack <joe@football.example.com>\r\nTo: Suzie Q <suzie@shopping.example.net>\r\nSubject: Is dinner ready?\r\n"
        + "Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)\r\nMessage-ID: <20030712040037.46341.5F8J@football.example.com>\r\n\r\nHi.\r\n\r\nWe lost the game.  Are you hungry yet?\r\n\r\nJoe.\r\n";

    [Fact]
    public void Accepts_the_Ed25519_signature_of_the_standard()
    {
        var report = Verify(Message, Record);

        report.Passed.ShouldBeTrue();
        report.KeyValidity.ShouldBe("Appendix A of RFC 8463");
        report.Alignment.ShouldBe(FromAlignment.Exact);
    }

    [Fact]
    public void Keeps_body_and_header_apart()
    {
        var body = Verify(Message.Replace("We lost", "We won", StringComparison.Ordinal), Record);
        var header = Verify(Message.Replace("Is dinner", "Was dinner", StringComparison.Ordinal), Record);

        (body.BodyHashValid, body.SignatureValid).ShouldBe((false, true));
        (header.BodyHashValid, header.SignatureValid).ShouldBe((true, false));
    }

    [Fact]
    public void Tells_what_is_appended_after_the_signed_length()
    {
        var length = "Hi.\r\n\r\nWe lost the game. Are you hungry yet?\r\n\r\nJoe.\r\n".Length;
        var limited = Message.Replace("q=dns/txt;", $"q=dns/txt; l={length};", StringComparison.Ordinal);

        var whole = Verify(limited, Record);
        var appended = Verify(limited + "Send money.\r\n", Record);

        (whole.BodyHashValid, whole.AppendedUnsigned, whole.SignedLength).ShouldBe((true, false, length));
        (appended.BodyHashValid, appended.AppendedUnsigned).ShouldBe((true, true));
    }

    [Theory]
    [InlineData("a=ed25519-sha256", "a=rsa-sha1", "rsa-sha1")]
    [InlineData("s=brisbane", "s=sydney", "No key 'sydney._domainkey.football.example.com' is archived")]
    [InlineData("h=from : to", "h=to : to", "does not cover From")]
    [InlineData("v=1;", "v=2;", "malformed")]
    public void Says_why_a_signature_does_not_count(string text, string changed, string problem)
    {
        var altered = Message.Replace(" : from : subject : date;", " : subject : date;", StringComparison.Ordinal).Replace(text, changed, StringComparison.Ordinal);

        var report = Verify(altered, Record);

        report.Passed.ShouldBeFalse();
        report.Problem.ShouldNotBeNull().ShouldContain(problem);
    }

    [Fact]
    public void Shows_testing_expiry_and_withdrawn_keys()
    {
        var expiring = Verify(Message.Replace("t=1528637909;", "t=1528637909; x=1528638000;", StringComparison.Ordinal), Record + "; t=y:s");
        var withdrawn = Verify(Message, "v=DKIM1; k=ed25519; p=");

        expiring.Testing.ShouldBeTrue();
        expiring.ExpiresUnixSeconds.ShouldBe(1528638000);
        withdrawn.Problem.ShouldNotBeNull().ShouldContain("withdrawn");
        withdrawn.Strength.ShouldBe(KeyStrength.Unknown);
    }

    [Fact]
    public void Survives_every_truncation()
    {
        var bytes = Encoding.ASCII.GetBytes(Message);

        var passed = Enumerable.Range(0, bytes.Length - 2).Count(length => DkimVerification.Verify(bytes[..length], [Key(Record)])?.Any(report => report.Passed) ?? false);

        passed.ShouldBe(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData((int)';')]
    [InlineData(0xff)]
    public void Survives_any_octet_in_any_place_of_the_header(int octet)
    {
        var bytes = Encoding.ASCII.GetBytes(Message);
        var end = Message.IndexOf("From: ", StringComparison.Ordinal);

        foreach (var place in Enumerable.Range(0, end))
        {
            var altered = bytes.ToArray();
            altered[place] = (byte)octet;
            Should.NotThrow(() => (DkimVerification.Verify(altered, [Key(Record)]), ArcVerification.Verify(altered, [])));
        }
    }

    private static DkimReport Verify(string message, string record) =>
        DkimVerification.Verify(Encoding.ASCII.GetBytes(message), [Key(record)]).ShouldNotBeNull().ShouldHaveSingleItem();

    private static ArchivedKey Key(string record) => new("brisbane._domainkey.football.example.com", record, "Appendix A of RFC 8463");
}
