using DataDiplomacy.Api.Graph;

namespace DataDiplomacy.Api.Tests.Graph;

public sealed class InstantTypeTests
{
    [Theory]
    [InlineData("2026-01-31T12:00:00Z", "2026-01-31T12:00:00Z")]
    [InlineData("2026-01-31T12:00:00.25Z", "2026-01-31T12:00:00.25Z")]
    [InlineData("2026-01-31T12:00:00+02:00", "2026-01-31T10:00:00Z")]
    [InlineData("2026-01-31T23:30:00-01:00", "2026-02-01T00:30:00Z")]
    [InlineData("2026-01-31", "2026-01-31T00:00:00Z")]
    public async Task Reads_an_instant_or_a_date_and_writes_utc(string read, string written)
    {
        await using var host = await GraphHost.StartAsync();

        var literal = await host.PostAsync($"{{ instant(at: \"{read}\") }}");
        var variable = await host.PostAsync("query($a: DateTime) { instant(at: $a) }", new { a = read });

        literal.Data.ShouldBe($"{{\"instant\":\"{written}\"}}");
        variable.Data.ShouldBe(literal.Data);
    }

    [Theory]
    [InlineData("\"2026-02-30\"")]
    [InlineData("\"2026-01-31T12:00:00\"")]
    [InlineData("\"2026-01-31 12:00:00Z\"")]
    [InlineData("\"31/01/2026\"")]
    [InlineData("\"\"")]
    [InlineData("2026")]
    public async Task Refuses_what_is_neither(string literal)
    {
        await using var host = await GraphHost.StartAsync();

        var byLiteral = await host.PostAsync($"{{ instant(at: {literal}) }}");
        var byVariable = await host.SendAsync(new(HttpMethod.Get, "/graphql?query=query($a:DateTime){instant(at:$a)}&variables=" + Uri.EscapeDataString($"{{\"a\":{literal}}}")));

        (byLiteral.Status, byLiteral.Code).ShouldBe((400, "ARGUMENTS_OF_CORRECT_TYPE"));
        (byVariable.Status, byVariable.Code).ShouldBe((400, "INVALID_VALUE"));
    }

    [Fact]
    public void Takes_a_value_without_a_kind_for_utc_as_databases_hand_it_back()
    {
        var scalar = new InstantType();

        scalar.Serialize(new DateTime(2026, 1, 31, 12, 0, 0, DateTimeKind.Unspecified)).ShouldBe("2026-01-31T12:00:00Z");
        scalar.Serialize(new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.FromHours(2))).ShouldBe("2026-01-31T10:00:00Z");
    }

    [Fact]
    public void Reads_into_utc()
    {
        var read = new InstantType().ParseValue("2026-01-31").ShouldBeOfType<DateTime>();

        (read, read.Kind).ShouldBe((new DateTime(2026, 1, 31), DateTimeKind.Utc));
    }
}
