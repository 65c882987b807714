using DataDiplomacy.Benchmarks;

namespace DataDiplomacy.Core.Tests.Benchmarks;

/// <summary>The benchmarks measure the published rows: the hash of the first two indicators comes from a program in another language; that of all is asserted by each full run.</summary>
public class BenchmarkDataTests
{
    [Fact]
    public void Draws_the_same_rows_as_the_published_generator()
    {
        BenchmarkData.Sha256(indicators: 2).ShouldBe("dc1cd6c49bffc8a9eee5011a66ca370198beb9e6d02259b68a959e14def86a70");
    }

    [Fact]
    public async Task Writes_them_under_the_codes_of_series_and_areas()
    {
        var file = Path.GetTempFileName();

        await BenchmarkData.WriteAsync(file, indicators: 1);

        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        File.Delete(file);
        lines.Length.ShouldBe(4_001);
        lines[..3].ShouldBe(["series,area,year,value,status", "IND.0001,A001,2005,150.445,F", "IND.0001,A001,2006,1532.671,F"]);
    }
}
