using System.Text;
using System.Text.Json.Nodes;
using DataDiplomacy.Core.Evidence.Custody;

namespace DataDiplomacy.Core.Tests.Evidence.Custody;

public class EvidenceStatementTests
{
    [Fact]
    public void Reads_what_it_wrote()
    {
        var written = Of(new JsonObject { ["outcome"] = "pass", ["distance"] = "12.5", ["bytes"] = 42 });

        var read = EvidenceStatement.Parse(written.ToJson());

        read.Body["distance"]!.GetValue<string>().ShouldBe("12.5");
        read.ToJson().ShouldBe(written.ToJson());
    }

    [Theory]
    [InlineData("0.5")]
    [InlineData("1e3")]
    [InlineData("9007199254740992")]
    public void Refuses_numbers_that_are_not_whole_or_not_exact(string number) =>
        Should.Throw<ArgumentException>(() => Of(new JsonObject { ["deep"] = new JsonArray(JsonNode.Parse(number)) }).ToJson()).Message.ShouldContain(number);

    [Theory]
    [InlineData("""{"v":1}""")]
    [InlineData("""[]""")]
    [InlineData("""{ "v": 1 }""")]
    [InlineData("not JSON")]
    public void Refuses_what_is_no_statement(string json) => Should.Throw<FormatException>(() => EvidenceStatement.Parse(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Refuses_members_that_nobody_knows()
    {
        var json = JsonNode.Parse(Of([]).ToJson())!.AsObject();
        json["z"] = 1;

        Should.Throw<FormatException>(() => EvidenceStatement.Parse(Encoding.UTF8.GetBytes(json.ToJsonString())));
    }

    private static EvidenceStatement Of(JsonObject body) => new()
    {
        Id = "vf-1",
        Record = "ev-1",
        Kind = "verification",
        About = null,
        At = "2026-11-25T09:00:00.000Z",
        Actor = "actor-1",
        AfterSize = 3,
        Tool = "DataDiplomacy 1.0",
        Body = body
    };
}
