using System.Text;
using System.Text.Json.Nodes;
using DataDiplomacy.Core.Evidence.Packages;

namespace DataDiplomacy.Core.Tests.Evidence.Packages;

public class ExportStatementTests
{
    private const string Canonical =
        """{"actor":null,"afterSize":42,"at":"2026-11-25T09:24:04Z","package":"bridge-2026","records":3,"tagManifestSha256":"b94d","tool":"DataDiplomacy 1","v":1}""";

    [Fact]
    public void Writes_canonical_JSON_and_reads_it()
    {
        var written = new ExportStatement { Package = "bridge-2026", Records = 3, TagManifestSha256 = "b94d", Actor = null, At = "2026-11-25T09:24:04Z", AfterSize = 42, Tool = "DataDiplomacy 1" };

        Encoding.UTF8.GetString(written.ToJson()).ShouldBe(Canonical);
        ExportStatement.Parse(written.ToJson()).ShouldBe(written);
    }

    [Theory]
    [InlineData("z", "1")]
    [InlineData("records", "1.5")]
    [InlineData("records", "\"3\"")]
    [InlineData("package", "null")]
    [InlineData("actor", "7")]
    public void Refuses_members_that_are_unknown_or_of_another_type(string name, string value)
    {
        var json = JsonNode.Parse(Canonical)!.AsObject();
        json[name] = JsonNode.Parse(value);

        Should.Throw<FormatException>(() => ExportStatement.Parse(Encoding.UTF8.GetBytes(json.ToJsonString())));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{ "v": 1 }""")]
    [InlineData("not JSON")]
    public void Refuses_what_is_no_statement(string json) => Should.Throw<FormatException>(() => ExportStatement.Parse(Encoding.UTF8.GetBytes(json)));
}
