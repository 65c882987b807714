using System.Text;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Observations.Imports;

/// <summary>A server that takes files of at most 1,000 bytes, 5,000 when decompressed.</summary>
public sealed class NarrowApi(PostgresServer postgres) : SqliteApi(postgres)
{
    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Imports:MaxBytes"] = "1000",
        ["Imports:MaxDecompressedBytes"] = "5000",
    };
}

public class ImportLimitTests(NarrowApi api) : ApiTests(api), IClassFixture<NarrowApi>
{
    private const string File = "SeriesCode,GeoAreaCode,TimePeriod,Value\nSI_POV,404,2010,1\n";

    [Fact]
    public async Task Takes_a_file_of_exactly_the_largest_size()
    {
        var dataset = await Given.DatasetAsync();

        var import = await Given.ImportAsync(dataset, File.PadRight(1_000, '\0'));

        (import.Bytes, import.RowsAccepted).ShouldBe((1_000, 1));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Refuses_a_larger_file_whether_or_not_its_length_is_told_before(bool told)
    {
        var dataset = await Given.DatasetAsync();
        using var text = new MemoryStream(Encoding.UTF8.GetBytes(File.PadRight(1_001)));
        using HttpContent body = told ? new ByteArrayContent(text.ToArray()) : new StreamContent(new OneWayStream(text));

        var refusal = await (await Given.SendAsync(dataset, body, "format=unsd-csv")).RefusedAsync(413);

        (refusal.Type, refusal.Detail.Contains("1000 bytes", StringComparison.Ordinal)).ShouldBe(("too-large", true));
    }

    [Fact]
    public async Task Fails_a_file_that_is_too_large_when_decompressed()
    {
        var dataset = await Given.DatasetAsync();
        using var bytes = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(bytes, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(File.PadRight(5_001)));
        using var body = new ByteArrayContent(bytes.ToArray());

        var import = await Given.FinishAsync(await Given.SendAsync(dataset, body, "format=unsd-csv"));

        import.Failure.ShouldNotBeNull().Code.ShouldBe("limit.bytes");
    }
}
