namespace DataDiplomacy.Verifier.Tests;

public sealed class UsageTests
{
    [Theory]
    [InlineData]
    [InlineData("frobnicate")]
    [InlineData("merkle")]
    [InlineData("merkle", "one.json", "two.json")]
    [InlineData("note", "file")]
    [InlineData("proof", "--policy", "p", "proof")]
    [InlineData("dsse", "envelope")]
    [InlineData("timestamp", "--roots", "r", "token")]
    [InlineData("dkim", "message")]
    [InlineData("arc", "message")]
    [InlineData("log")]
    [InlineData("bag")]
    [InlineData("package", "package.zip")]
    public void Tells_what_is_wrong_with_the_arguments(params string[] args)
    {
        var run = Run.Of(args);

        run.Outcome.ShouldBe((2, "usage"));
        run.People.ShouldContain("--help");
    }

    [Theory]
    [InlineData("merkle", "absent")]
    [InlineData("note", "--vkey", "v", "absent")]
    [InlineData("proof", "--policy", "absent", "--leaf", "absent", "absent")]
    [InlineData("dsse", "--key", "absent", "absent")]
    [InlineData("timestamp", "--roots", "absent", "--data", "absent", "absent")]
    [InlineData("dkim", "--keys", "absent", "absent")]
    [InlineData("dkim", "--keys", "s._domainkey.example.org=absent", "absent")]
    [InlineData("arc", "--keys", "absent", "absent")]
    [InlineData("log", "absent")]
    [InlineData("log", "--vkey", "v", "absent")]
    public void Tells_which_file_is_not_there(params string[] args)
    {
        var run = Run.Of(args);

        run.Outcome.ShouldBe((2, "unreadable"));
        run.Json.GetProperty("valid").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        run.People.ShouldContain("absent");
        run.People.ShouldNotContain("   at ");
    }

    [Fact]
    public void Takes_a_folder_for_no_file()
    {
        Run.Of("merkle", AppContext.BaseDirectory).Outcome.ShouldBe((2, "unreadable"));
    }

    [Fact]
    public void Shows_help_as_text()
    {
        var run = Run.Of("proof", "--help");

        run.ExitCode.ShouldBe(0);
        run.Text.ShouldContain("--policy");
    }
}
