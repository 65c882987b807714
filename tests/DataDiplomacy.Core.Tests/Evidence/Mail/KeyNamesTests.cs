using System.Text;
using DataDiplomacy.Core.Evidence.Mail;

namespace DataDiplomacy.Core.Tests.Evidence.Mail;

public class KeyNamesTests
{
    [Fact]
    public void Reads_the_key_of_a_signature_with_its_own_time()
    {
        var names = Read("DKIM-Signature: v=1; d=Example.org; s=S1; t=1433988337; b=x\r\nDate: Fri, 20 Nov 2026 09:30:00 +0000\r\n\r\nbody");

        names.ShouldBe([new KeyName("example.org", "s1", "DKIM-Signature", new DateTime(2015, 6, 11, 2, 5, 37, DateTimeKind.Utc))]);
    }

    [Fact]
    public void Takes_the_date_of_the_message_for_a_signature_without_time()
    {
        var names = Read("ARC-Seal: i=1; d=example.org; s=s1; b=x\r\nDate: Fri, 20 Nov 2026 10:30:00 +0100\r\n\r\nbody");

        names.ShouldBe([new KeyName("example.org", "s1", "ARC-Seal", new DateTime(2026, 11, 20, 9, 30, 0, DateTimeKind.Utc))]);
    }

    [Theory]
    [InlineData("DKIM-Signature: v=1; d=a b\0c; s=s1; b=x\r\n\r\n")]
    [InlineData("DKIM-Signature: v=1; d=; s=s1\r\n\r\n")]
    [InlineData("DKIM-Signature: nonsense\r\n\r\n")]
    [InlineData("Subject: none\r\n\r\nbody")]
    public void Finds_nothing_that_could_not_be_sought(string message) => Read(message).ShouldBeEmpty();

    [Fact]
    public void Knows_no_time_without_any() => Read("DKIM-Signature: v=1; d=a.example; s=s; t=99999999999999\r\n\r\n")[0].SignedAt.ShouldBeNull();

    private static IReadOnlyList<KeyName> Read(string message) => KeyNames.Read(Encoding.UTF8.GetBytes(message)).ShouldNotBeNull();
}
