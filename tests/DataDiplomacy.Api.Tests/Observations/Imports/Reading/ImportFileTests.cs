using System.Text;
using DataDiplomacy.Api.Observations.Imports.Reading;

namespace DataDiplomacy.Api.Tests.Observations.Imports.Reading;

public sealed class ImportFileTests
{
    private const string Header = "SeriesCode,GeoAreaCode,TimePeriod,Value,Source\n";
    private const string Row = "S,4,2015,1,Universit\u00e9 \ud83c\uddeb\ud83c\uddf7\n";

    [Fact]
    public async Task Knows_gzip_by_its_first_bytes()
    {
        var read = (await ReadFile.OfAsync(ReadFile.Gzip(Encoding.UTF8.GetBytes(Header + Row)), ImportFormat.UnsdCsv)).OnlyRow;

        read.Attributes.Source.ShouldBe("Universit\u00e9 \ud83c\uddeb\ud83c\uddf7");
    }

    [Theory]
    [InlineData(ImportFormat.UnsdCsv)]
    [InlineData(ImportFormat.Ndjson)]
    public async Task Strips_NUL_bytes_that_pad_the_end(ImportFormat format)
    {
        var text = format == ImportFormat.Ndjson ? "{\"series\":\"S\",\"area\":4,\"period\":2015,\"value\":1}\n" : Header + Row;

        var reading = await ReadFile.OfAsync(text + new string('\0', 300_000), format);

        reading.OnlyRow.Series.ShouldBe("S");
    }

    // A character of two, three or four bytes lies across the border of the 128 KiB blocks the file is looked at in.
    [Theory]
    [InlineData("\u00e9")]
    [InlineData("\u20ac")]
    [InlineData("\ud83d\ude00")]
    public async Task Takes_UTF_8_for_UTF_8_wherever_a_block_ends(string character)
    {
        for (var shift = 0; shift < 5; shift++)
        {
            var start = Header + string.Concat(Enumerable.Repeat("S,4,2015,1,\n", 10_917));
            var padding = new string('x', 128 * 1024 - Encoding.UTF8.GetByteCount(start) - "S,4,2016,1,".Length - shift);

            var reading = await ReadFile.OfAsync(start + "S,4,2016,1," + padding + character + character + "\n", ImportFormat.UnsdCsv);

            reading.Rows[^1].Attributes.Source.ShouldBe(padding + character + character);
        }
    }

    [Fact]
    public async Task A_character_cut_off_at_the_end_is_not_UTF_8()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Header + "S,4,2015,1,Caf"), 0xC3];

        var read = (await ReadFile.OfAsync(bytes, ImportFormat.UnsdCsv)).OnlyRow;

        read.Attributes.Source.ShouldBe("Caf\u00c3");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0")]
    [InlineData("\uFEFF")]
    [InlineData("\n\n")]
    public async Task Refuses_an_empty_file(string text)
    {
        foreach (var format in new[] { ImportFormat.UnsdCsv, ImportFormat.UnsdLongCsv, ImportFormat.Ndjson })
            (await ReadFile.RefusesAsync(text, format)).Code.ShouldBe("file.empty");
    }

    [Fact]
    public async Task Refuses_UTF_16()
    {
        byte[] bytes = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Header)];

        var refused = await Should.ThrowAsync<ImportFormatException>(() => ReadFile.OfAsync(bytes, ImportFormat.UnsdCsv));

        refused.Code.ShouldBe("file.encoding");
    }

    [Fact]
    public async Task Refuses_damaged_and_cut_off_gzip()
    {
        var whole = ReadFile.Gzip(Encoding.UTF8.GetBytes(Header + string.Concat(Enumerable.Range(0, 5_000).Select(number => $"S,4,2015,{number * 7919},x\n"))));
        byte[] damaged = [.. whole[..100], .. new byte[50], .. whole[150..]];
        byte[] secondCutOff = [.. whole, .. whole[..1_000]];

        foreach (var bytes in new[] { damaged, whole[..(whole.Length / 2)], whole[..^1], whole[..^8], whole[..^9], whole[..5], secondCutOff })
            (await Should.ThrowAsync<ImportFormatException>(() => ReadFile.OfAsync(bytes, ImportFormat.UnsdCsv))).Code.ShouldBe("file.gzip");
    }

    [Fact]
    public async Task Reads_gzip_of_several_members()
    {
        byte[] members = [.. ReadFile.Gzip(Encoding.UTF8.GetBytes(Header + Row)), .. ReadFile.Gzip(Encoding.UTF8.GetBytes(Row))];

        var rows = (await ReadFile.OfAsync(members, ImportFormat.UnsdCsv)).Rows;

        rows.Select(row => row.Line).ShouldBe([2, 3]);
    }

    [Fact]
    public async Task Refuses_what_breaks_a_limit()
    {
        var text = Header + string.Concat(Enumerable.Repeat(Row, 1_000));
        var gzip = ReadFile.Gzip(Encoding.UTF8.GetBytes(text));
        var few = new ImportLimits { MaxDecompressedBytes = 1_000 };
        var ratio = new ImportLimits { MaxCompressionRatio = 20, RatioFreeBytes = 10_000 };

        (await ReadFile.RefusesAsync(text, ImportFormat.UnsdCsv, limits: few)).Code.ShouldBe("limit.bytes");
        (await Should.ThrowAsync<ImportFormatException>(() => ReadFile.OfAsync(gzip, ImportFormat.UnsdCsv, limits: few))).Code.ShouldBe("limit.bytes");
        (await Should.ThrowAsync<ImportFormatException>(() => ReadFile.OfAsync(gzip, ImportFormat.UnsdCsv, limits: ratio))).Code.ShouldBe("limit.ratio");
        (await ReadFile.OfAsync(text, ImportFormat.UnsdCsv, limits: ratio)).Rows.Count.ShouldBe(1_000);
        (await ReadFile.RefusesAsync(text, ImportFormat.UnsdCsv, limits: new ImportLimits { MaxColumns = 4 })).Code.ShouldBe("limit.columns");
    }

    [Theory]
    [InlineData(ImportFormat.UnsdCsv)]
    [InlineData(ImportFormat.Ndjson)]
    public async Task Refuses_texts_and_rows_that_are_too_long(ImportFormat format)
    {
        var source = new string('x', 101);
        var text = format == ImportFormat.Ndjson ? $"{{\"series\":\"S\",\"area\":4,\"period\":2015,\"value\":1,\"source\":\"{source}\"}}" : Header + $"S,4,2015,1,{source}\n";

        (await ReadFile.OfAsync(text, format, limits: new ImportLimits { MaxFieldLength = 101 })).OnlyRow.Attributes.Source.ShouldBe(source);
        (await ReadFile.RefusesAsync(text, format, limits: new ImportLimits { MaxFieldLength = 100 })).Code.ShouldBe("limit.field");
    }

    [Fact]
    public async Task Refuses_a_row_that_would_fill_the_memory()
    {
        var limits = new ImportLimits { MaxRecordBytes = 100_000 };

        var csv = await ReadFile.RefusesAsync(Header + "S,4,2015,1,\"" + new string('x', 1_000_000), ImportFormat.UnsdCsv, limits: limits);
        var json = await ReadFile.RefusesAsync("\"" + new string('x', 1_000_000), ImportFormat.Ndjson, limits: limits);

        (csv.Code, json.Code).ShouldBe(("limit.record", "limit.record"));
    }
}
