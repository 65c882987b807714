using System.Text;
using DataDiplomacy.Core.Standards.Dataspace;

namespace DataDiplomacy.Core.Tests.Standards.Dataspace;

public sealed class DataspaceLimitsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("{", "")]
    [InlineData("""{"x":"\ud800"}""", "/x")]
    [InlineData("""{"x":{"a/b~":["\udc00"]}}""", "/x/a~1b~0/0")]
    [InlineData("""{"\ud800":1}""", "")]
    [InlineData("""{"x":1,"\u0078":2}""", "")]
    public void Refuses_what_is_no_strict_JSON(string json, string path) => PathOf(json).ShouldBe(path);

    [Fact]
    public void Refuses_bytes_that_are_no_UTF_8() => PathOf([.. "{\"x\":\""u8, 0xC3, 0x28, .. "\"}"u8]).ShouldBe("/x");

    [Fact]
    public void Reads_up_to_the_limits_and_no_further()
    {
        static string Message(string filter) => $$"""{"@context":["{{DataspaceJson.ContextUri}}"],"@type":"CatalogRequestMessage","filter":[{{filter}}]}""";
        static string Nested(int levels) => new string('[', levels) + new string(']', levels);
        static string Text(int length) => "\"" + new string('x', length) + "\"";
        static string Items(int count) => string.Join(',', Enumerable.Repeat("1", count));
        static string Members(int count) => "{" + string.Join(',', Enumerable.Range(0, count).Select(index => $"\"{index}\":1")) + "}";

        PathOf(Message(Nested(DataspaceLimits.MaxDepth - 2))).ShouldBeNull();
        PathOf(Message(Nested(DataspaceLimits.MaxDepth - 1))).ShouldBe("");
        PathOf(Message(Text(DataspaceLimits.MaxTextLength))).ShouldBeNull();
        PathOf(Message(Text(DataspaceLimits.MaxTextLength + 1))).ShouldBe("/filter/0");
        PathOf(Message(Items(DataspaceLimits.MaxItems))).ShouldBeNull();
        PathOf(Message(Items(DataspaceLimits.MaxItems + 1))).ShouldBe("/filter");
        PathOf(Message(Members(DataspaceLimits.MaxMembers))).ShouldBeNull();
        PathOf(Message(Members(DataspaceLimits.MaxMembers + 1))).ShouldBe("/filter/0");
        PathOf(Message("1") + new string(' ', DataspaceLimits.MaxBytes)).ShouldBe("");
    }

    [Fact]
    public void Tells_no_more_than_a_hundred_violations()
    {
        var json = $$"""{"@context":["{{DataspaceJson.ContextUri}}"],"@type":"Catalog","@id":"urn:k","participantId":"urn:p","dataset":[{{string.Join(',', Enumerable.Repeat("{}", 1_000))}}]}""";

        var error = Should.Throw<DataspaceFormatException>(() => DataspaceJson.Read<Catalog>(Encoding.UTF8.GetBytes(json)));

        error.Violations.Count.ShouldBe(DataspaceLimits.MaxViolations);
    }

    private static string? PathOf(string json) => PathOf(Encoding.UTF8.GetBytes(json));

    private static string? PathOf(byte[] json)
    {
        try
        {
            DataspaceJson.Read<CatalogRequestMessage>(json);
            return null;
        }
        catch (DataspaceFormatException error)
        {
            return error.Violations[0].Path;
        }
    }
}
