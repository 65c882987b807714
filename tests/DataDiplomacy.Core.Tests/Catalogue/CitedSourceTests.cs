using DataDiplomacy.Core.Catalogue;

namespace DataDiplomacy.Core.Tests.Catalogue;

/// <summary>What statements rest on, as people write it.</summary>
public class CitedSourceTests
{
    [Theory]
    [InlineData("doi:10.1000/182", "https://doi.org/10.1000/182")]
    [InlineData("10.1000/182", "https://doi.org/10.1000/182")]
    [InlineData("https://example.org/a b", "https://example.org/a%20b")]
    public void Reads_identifiers_and_addresses_elsewhere(string text, string address) =>
        CitedSource.Read(text).ShouldBe(new CitedSource(text, null, null, null, address));

    [Fact]
    public void Reads_records_and_versions_of_this_server()
    {
        CitedSource.Read("ev-0198f2b1c0e57d4a8936b1f0c2d4e6a8").ShouldNotBeNull().Record.ShouldBe("ev-0198f2b1c0e57d4a8936b1f0c2d4e6a8");
        (CitedSource.Read("sdg-demo@2")?.Dataset, CitedSource.Read("sdg-demo@2")?.Version).ShouldBe(("sdg-demo", 2));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a book")]
    [InlineData("ev-1")]
    [InlineData("sdg-demo@0")]
    [InlineData("doi:11.1000/182")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/v1/datasets")]
    public void Takes_nothing_else(string text) => CitedSource.Read(text).ShouldBeNull();

    [Fact]
    public void Keeps_what_was_written()
    {
        string[] written = ["sdg-demo@2", "doi:10.1000/182"];

        CitedSources.Of(CitedSources.Write(written)).Select(s => s.Text).ShouldBe(written);
        CitedSources.Write([]).ShouldBeNull();
        CitedSources.Of(null).ShouldBeEmpty();
    }

    /// <summary>Table 1 of the IPCC's guidance note (2010).</summary>
    [Theory]
    [InlineData(CalibratedLikelihood.VirtuallyCertain, 0.99, 1)]
    [InlineData(CalibratedLikelihood.VeryLikely, 0.9, 1)]
    [InlineData(CalibratedLikelihood.Likely, 0.66, 1)]
    [InlineData(CalibratedLikelihood.AboutAsLikelyAsNot, 0.33, 0.66)]
    [InlineData(CalibratedLikelihood.Unlikely, 0, 0.33)]
    [InlineData(CalibratedLikelihood.VeryUnlikely, 0, 0.1)]
    [InlineData(CalibratedLikelihood.ExceptionallyUnlikely, 0, 0.01)]
    public void Words_of_likelihood_have_their_limits(CalibratedLikelihood word, double low, double high) => CalibratedScales.RangeOf(word).ShouldBe((low, high));
}
