using DataDiplomacy.Api.Observations.Imports.Reading;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Api.Tests.Observations.Imports.Reading;

/// <summary>The files as the United Nations Statistics Division published them. Counts by an independent reading with Python's csv module.</summary>
public sealed class PublishedFilesTests
{
    [Fact]
    public async Task Reads_the_official_file_of_goal_14()
    {
        var reading = await ReadAsync("unsd_official_goal14_2021.csv.gz", ImportFormat.UnsdCsv);

        reading.Rejected.ShouldBeEmpty();
        reading.Rows.Count.ShouldBe(19_009);
        reading.Rows.Count(row => row.Value is { Text: "NaN", Missing: MissingReason.NotReported }).ShouldBe(4_788);
        reading.Rows.Count(row => row.Value is { Text: "N", Missing: MissingReason.NotApplicable }).ShouldBe(1_108);
        reading.Rows[0].Value.Text.ShouldBe("19618.00");
        reading.Rows[0].Dimensions.ShouldBe("AGE=ALLAGE|EDUCATION_LEVEL=_T|LOCATION=ALLAREA|QUANTILE=_T|REPORTING_TYPE=G|SEX=BOTHSEX");
    }

    [Fact]
    public async Task Reads_the_seven_goals_of_2020()
    {
        var counts = new Dictionary<string, int>();
        var rejected = 0;
        using var file = Open("unsd_2020q3_goals_1_2_3_6_7_13_17.csv.gz");
        var cancellation = TestContext.Current.CancellationToken;
        var reader = await ObservationReaders.OpenAsync(file, ImportFormat.UnsdCsv, null, cancellation);

        await foreach (var line in reader.ReadAsync(cancellation))
        {
            rejected += line.Rejected is null ? 0 : 1;
            var kind = line.Row?.Value is { Missing: not null } missing ? missing.Text : "number";
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
        }

        rejected.ShouldBe(0);
        counts.ShouldBe(new Dictionary<string, int> { ["number"] = 469_448, ["N"] = 1_501, [">95"] = 1_457, ["<2.5"] = 1_042, ["<5"] = 557, ["<0.1"] = 378 }, ignoreOrder: true);
        counts.Values.Sum().ShouldBe(474_383);
    }

    [Fact]
    public async Task Rejects_the_four_values_that_are_none_in_a_file_of_2019()
    {
        var reading = await ReadAsync("raw_unsd_2019q1_long/1.5.2-VC_DSR_LSGP_long.csv", ImportFormat.UnsdLongCsv);

        reading.Rows.Count.ShouldBe(853);
        reading.Rejected.Count.ShouldBe(4);
        reading.Rejected.ShouldAllBe(row => row.Code == "value.invalid" && row.Column == "Value" && row.Detail.StartsWith("' -   '", StringComparison.Ordinal) && row.Series == "VC_DSR_LSGP" && row.Area != null && row.Period != null);
        reading.Rows[0].Attributes.Footnote!.ShouldEndWith("at a later date.\u201d"); // The file is Windows-1252.
    }

    [Theory]
    [InlineData("1.1.1-SI_POV_DAY1", 1_393, 0)]
    [InlineData("13.1.1-VC_DSR_MTMN", 858, 0)]
    [InlineData("17.11.1-TX_EXP_GBMRCH", 765, 0)]
    [InlineData("17.2.1-DC_ODA_TOTG", 512, 0)]
    [InlineData("17.3.2-BX_TRF_PWKR", 5_097, 0)]
    [InlineData("17.8.1-IT_USE_ii99", 2_359, 0)]
    [InlineData("2.1.1-SN_ITK_DEFC", 3_384, 798)]
    [InlineData("3.6.1-SH_STA_TRAF", 2_860, 0)]
    [InlineData("6.4.2-ER_H2O_STRESS", 206, 0)]
    [InlineData("7.2.1-EG_FEC_RNEW", 4_032, 0)]
    public async Task Reads_the_long_files_of_2019(string name, int rows, int bounded)
    {
        var reading = await ReadAsync($"raw_unsd_2019q1_long/{name}_long.csv", ImportFormat.UnsdLongCsv);

        reading.Rejected.ShouldBeEmpty();
        reading.Rows.Count.ShouldBe(rows);
        reading.Rows.Count(row => row.Value.Missing == MissingReason.Bounded).ShouldBe(bounded);
        reading.Rows.ShouldAllBe(row => row.Dimensions == "REPORTING_TYPE=G");
    }

    private static async Task<ReadFile> ReadAsync(string name, ImportFormat format)
    {
        using var file = Open(name);
        return await ReadFile.OfAsync(file, format);
    }

    private static FileStream Open(string name) => File.OpenRead(SharedData.Require("sdg/" + name));
}
