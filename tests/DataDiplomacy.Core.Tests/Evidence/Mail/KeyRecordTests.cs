using DataDiplomacy.Core.Evidence.Mail;

namespace DataDiplomacy.Core.Tests.Evidence.Mail;

public class KeyRecordTests
{
    [Fact]
    public void Takes_the_text_of_a_record_as_it_is() => KeyRecord.Read(" v=DKIM1; k=rsa; p=AAAA ").ShouldBe("v=DKIM1; k=rsa; p=AAAA");

    [Fact]
    public void Takes_the_record_of_a_withdrawn_key() => KeyRecord.Read("v=DKIM1; p=").ShouldBe("v=DKIM1; p=");

    [Fact]
    public void Makes_a_record_of_a_key_of_RSA() =>
        KeyRecord.Read("-----BEGIN PUBLIC KEY-----\nAAEC\nAwQF\n-----END PUBLIC KEY-----\n").ShouldBe("v=DKIM1; k=rsa; p=AAECAwQF");

    /// <summary>The key of RFC 8463, A.2, in the structure of RFC 8410, 4.</summary>
    [Fact]
    public void Makes_a_record_of_the_bare_bytes_of_an_Ed25519_key()
    {
        byte[] structure = [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00, .. Convert.FromBase64String("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")];

        KeyRecord.Read($"-----BEGIN PUBLIC KEY-----\n{Convert.ToBase64String(structure)}\n-----END PUBLIC KEY-----\n")
            .ShouldBe("v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("v=DKIM2; p=AAAA")]
    [InlineData("v=DKIM1; k=rsa")]
    [InlineData("p=A; p=B")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAEC\n-----END PRIVATE KEY-----\n")]
    public void Takes_nothing_else(string text) => KeyRecord.Read(text).ShouldBeNull();

    [Fact]
    public void Knows_a_key_for_the_time_at_which_it_was_seen()
    {
        var seen = Key(new DateTime(2012, 1, 13, 0, 0, 0, DateTimeKind.Utc), new DateTime(2016, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        seen.Covers(new DateTime(2015, 6, 11, 0, 0, 0, DateTimeKind.Utc)).ShouldBeTrue();
        seen.Covers(new DateTime(2011, 6, 11, 0, 0, 0, DateTimeKind.Utc)).ShouldBeFalse();
        seen.Covers(new DateTime(2017, 6, 11, 0, 0, 0, DateTimeKind.Utc)).ShouldBeFalse();
        Key(seen.SeenFrom, null).Covers(new DateTime(2017, 6, 11, 0, 0, 0, DateTimeKind.Utc)).ShouldBeTrue();
        Key(null, null).Covers(new DateTime(2015, 6, 11, 0, 0, 0, DateTimeKind.Utc)).ShouldBeFalse();
    }

    private static StoredMailKey Key(DateTime? from, DateTime? until) => new()
    {
        Id = "mk-1",
        Domain = "a.example",
        Selector = "s",
        Record = "p=",
        Source = MailKeySource.UserImport,
        SeenFrom = from,
        SeenUntil = until,
        Reference = "r",
        CreatedAt = default,
        Actor = "actor-1",
    };
}
