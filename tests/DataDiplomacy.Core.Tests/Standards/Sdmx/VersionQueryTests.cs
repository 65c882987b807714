using DataDiplomacy.Core.Standards.Sdmx;

namespace DataDiplomacy.Core.Tests.Standards.Sdmx;

/// <summary>Queries of versions (SDMX REST 2.2, "Query syntax for specific, latest or all artefact versions", 2025).</summary>
public class VersionQueryTests
{
    private const string All = "1 1.2 2.1 0.9.0 1.0.0 1.2.0 1.2.3 1.3.0-draft 2.0.0 2.1.0-draft";

    [Theory]
    [InlineData("1", "1")]
    [InlineData("1.2", "1.2")]
    [InlineData("1.2.0", "1.2.0")]
    [InlineData("1.3.0-draft", "1.3.0-draft")]
    [InlineData("9.0.0", "")]
    [InlineData("+", "2.0.0")]
    [InlineData("+.0.0", "2.0.0")]
    [InlineData("1.+.0", "1.2.3")]
    [InlineData("1.2.+", "1.2.3")]
    [InlineData("1.2+.1", "1.2.3")]
    [InlineData("1.3+.0", "")]
    [InlineData("2+.0.1", "")]
    [InlineData("~", "2.1.0-draft")]
    [InlineData("latest", "2.1.0-draft")]
    [InlineData("~.0", "2.1")]
    [InlineData("~.0.0", "2.1.0-draft")]
    [InlineData("1.~", "1.2")]
    [InlineData("1.~.0", "1.3.0-draft")]
    [InlineData("1.2.0~", "1.2.3")]
    [InlineData("1.3~.0", "1.3.0-draft")]
    [InlineData("*", "0.9.0 1 1.0.0 1.2 1.2.0 1.2.3 1.3.0-draft 2.0.0 2.1 2.1.0-draft")]
    [InlineData("all", "0.9.0 1 1.0.0 1.2 1.2.0 1.2.3 1.3.0-draft 2.0.0 2.1 2.1.0-draft")]
    [InlineData("*.0", "1.2 2.1")]
    [InlineData("1.*.0", "1.0.0 1.2.0 1.2.3 1.3.0-draft")]
    [InlineData("1.2*.1", "1.2.3 1.3.0-draft")]
    [InlineData("1*.2.1", "1.2.3 1.3.0-draft 2.0.0 2.1.0-draft")]
    [InlineData("+,1.2.1*", "1.2.3 2.0.0")]
    [InlineData("1~.2.0,1.2.0+", "1.2.3 2.1.0-draft")]
    public void Selects_what_is_asked_for(string query, string selected) => string.Join(' ', VersionQuery.Parse(query).Select(Versions())).ShouldBe(selected);

    [Theory]
    [InlineData("")]
    [InlineData("newest")]
    [InlineData("1+")]
    [InlineData("0.+.0")]
    [InlineData("+.0")]
    [InlineData("1.+.+")]
    [InlineData("01.0.0")]
    [InlineData("1.0-draft")]
    public void Refuses_what_asks_for_no_version(string query) => Should.Throw<SdmxQueryException>(() => VersionQuery.Parse(query)).Message.ShouldContain("asks for no version");

    private static List<SdmxVersion> Versions() => [.. All.Split(' ').Select(text => SdmxVersion.TryParse(text, out var version) ? version : throw new InvalidOperationException(text))];
}
