using DataDiplomacy.Api.Observations.Imports.Reading;

namespace DataDiplomacy.Api.Tests.Observations.Imports.Reading;

public sealed class CsvRecordsTests
{
    private const string Header = "SeriesCode,GeoAreaCode,TimePeriod,Value,FootNote\n";

    [Theory]
    [InlineData("S,4,2015,1", "The row has 4 fields, the header has 5")]
    [InlineData("S,4,2015,1,a,b", "The row has 6 fields, the header has 5")]
    [InlineData("   ", "The row has 1 fields, the header has 5")]
    public async Task Rejects_a_row_with_another_number_of_fields_and_reads_on(string row, string detail)
    {
        var read = await ReadFile.OfAsync($"{Header}{row}\nS,4,2016,2,\n", ImportFormat.UnsdCsv);

        read.OnlyRejected.Code.ShouldBe("row.columns");
        read.OnlyRejected.Detail.ShouldStartWith(detail);
        read.OnlyRejected.Raw.ShouldBe(row);
        read.Rows.ShouldHaveSingleItem().Line.ShouldBe(3);
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_costs_one_row()
    {
        const string rows = "S,4,2014,0,\nS,4,2015,1,\"open\nS,4,2016,2,\nS,4,2017,3,\"closed\"\nS,4,2018,4,\n";

        var read = await ReadFile.OfAsync(Header + rows, ImportFormat.UnsdCsv);

        read.OnlyRejected.Code.ShouldBe("row.quoting");
        (read.OnlyRejected.Line, read.OnlyRejected.Raw).ShouldBe((3, "S,4,2015,1,\"open"));
        read.Rows.Select(row => (row.Line, row.Period.ToString())).ShouldBe([(2, "2014"), (4, "2016"), (5, "2017"), (6, "2018")]);
    }

    [Fact]
    public async Task A_quote_open_to_the_end_of_the_file_costs_one_row()
    {
        var read = await ReadFile.OfAsync(Header + "S,4,2015,1,\"open\r\nS,4,2016,2,\r\nS,4,2017,3,\r\n", ImportFormat.UnsdCsv);

        (read.OnlyRejected.Line, read.OnlyRejected.Raw).ShouldBe((2, "S,4,2015,1,\"open"));
        read.Rows.Select(row => row.Line).ShouldBe([3, 4]);
    }

    [Fact]
    public async Task Broken_rows_one_after_the_other_each_cost_themselves()
    {
        var read = await ReadFile.OfAsync(Header + "S,4,2015,1,\"a\nS,4,2016,2,\"b\" c\nS,4,2017,3,d\" e\nS,4,2018,4,\n", ImportFormat.UnsdCsv);

        read.Rejected.Select(row => (row.Line, row.Code)).ShouldBe([(2, "row.quoting"), (3, "row.quoting"), (4, "row.quoting")]);
        read.Rows.ShouldHaveSingleItem().Line.ShouldBe(5);
    }

    [Fact]
    public async Task A_broken_row_names_its_series_only_when_the_file_has_it()
    {
        var read = await ReadFile.OfAsync(Header + "S,4,2014,0,\nS,4,2015\nT,4,2015\nS,4,2015,1,\"a\"b\n", ImportFormat.UnsdCsv);

        read.Rejected.Select(row => row.Series).ShouldBe(["S", null, "S"]);
        read.Rejected.ShouldAllBe(row => row.Area == null && row.Period == null && row.Dimensions == null);
    }

    [Fact]
    public async Task The_text_of_a_rejected_row_is_cut_between_characters()
    {
        var note = new string('x', 1_988) + "😀" + new string('y', 100);

        var rejected = (await ReadFile.OfAsync($"{Header}S,4,2015,?,{note}\n", ImportFormat.UnsdCsv)).OnlyRejected;

        rejected.Raw.ShouldBe("S,4,2015,?," + new string('x', 1_988));
    }

    [Fact]
    public async Task A_file_is_read_once()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Header + "S,4,2015,1,\n"));
        var reader = await ObservationReaders.OpenAsync(file, ImportFormat.UnsdCsv, null, cancellation);
        await foreach (var _ in reader.ReadAsync(cancellation))
            continue;

        await Should.ThrowAsync<InvalidOperationException>(async () => await reader.ReadAsync(cancellation).GetAsyncEnumerator(cancellation).MoveNextAsync());

        file.CanRead.ShouldBeTrue();
    }
}
