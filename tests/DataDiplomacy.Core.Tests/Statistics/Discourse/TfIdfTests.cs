using System.Text.Json;
using DataDiplomacy.Core.Statistics;
using DataDiplomacy.Core.Statistics.Discourse;

namespace DataDiplomacy.Core.Tests.Statistics.Discourse;

public sealed class TfIdfTests
{
    [Fact]
    public void Weighs_a_term_by_its_share_and_its_rarity()
    {
        var result = TfIdf.Weigh([[1, 3], [0, 5]]);

        // By hand: the first term is in one of two documents and a quarter of the first.
        result.Idf.ShouldBe([Math.Log(2), 0]);
        Rows(result).ShouldBe([[Math.Log(2) / 4, 0], [0, 0]]);
    }

    [Fact]
    public void Agrees_with_the_formula_written_down()
    {
        var random = new Random(1_972);
        for (var draw = 0; draw < 200; draw++)
        {
            var (documents, terms) = (random.Next(1, 6), random.Next(1, 6));
            long[][] counts = [.. Enumerable.Range(0, documents).Select(_ => Enumerable.Range(0, terms).Select(_ => (long)random.Next(-3, 4)).Select(n => Math.Max(n, 0)).ToArray())];
            counts[0][0]++;

            var result = TfIdf.Weigh(counts);

            for (var t = 0; t < terms; t++)
            {
                var with = counts.Count(row => row[t] > 0);
                var idf = result.Idf.ShouldNotBeNull()[t];
                if (with == 0) idf.ShouldBeNull();
                else idf.ShouldNotBeNull().ShouldBe(Math.Log(documents) - Math.Log(with), 1e-14);
                for (var d = 0; d < documents; d++)
                {
                    var weight = Rows(result)[d][t];
                    if (with == 0 || counts[d].Sum() == 0) weight.ShouldBeNull();
                    else weight.ShouldNotBeNull().ShouldBe(counts[d][t] * (Math.Log(documents) - Math.Log(with)) / counts[d].Sum(), 1e-14);
                }
            }
        }
    }

    [Fact]
    public void Does_not_depend_on_the_length_of_documents_and_follows_the_order()
    {
        long[][] counts = [[1, 0, 2], [4, 1, 0], [0, 0, 7]];
        var plain = TfIdf.Weigh(counts);

        var longer = TfIdf.Weigh([.. counts.Select(row => row.Select(n => n * 1024).ToArray())]);
        var turned = TfIdf.Weigh([.. counts.Reverse().Select(row => row.Reverse().ToArray())]);

        Rows(longer).ShouldBe(Rows(plain));
        Rows(turned).ShouldBe([.. Rows(plain).Reverse().Select(row => row.Reverse().ToArray())]);
    }

    [Fact]
    public void Takes_as_many_cells_as_it_promises()
    {
        long[][] counts = [.. Enumerable.Range(0, 500).Select(d => Enumerable.Range(0, TfIdf.MaxCells / 500).Select(t => (d + t) % 2 == 0 ? 1_000_000_000_000L : 0).ToArray())];

        var result = TfIdf.Weigh(counts);

        result.Idf.ShouldNotBeNull().ShouldAllBe(idf => idf == Math.Log(2));
        Rows(result)[0][0].ShouldBe(Math.Log(2) / 500);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[[],[]]")]
    [InlineData("[[0,0],[0,0]]")]
    public void Is_undefined_where_no_document_has_a_term(string counts) =>
        Run($$"""{"counts":{{counts}}}""").Result.ShouldNotBeNull().ToJsonString().ShouldBe("""{"defined":false,"reason":"insufficient_data"}""");

    [Fact]
    public void Refuses_what_is_no_table_of_counts()
    {
        Should.Throw<ArgumentException>(() => TfIdf.Weigh([[1], [1, 2]]));
        Should.Throw<ArgumentException>(() => TfIdf.Weigh([[-1]]));
    }

    [Theory]
    [InlineData("[[1],[1,2]]", "inputs.counts[1]")]
    [InlineData("[[1,0.5]]", "inputs.counts[0][1]")]
    [InlineData("[[1,null]]", "inputs.counts[0][1]")]
    [InlineData("[1]", "inputs.counts[0]")]
    public void Names_the_field_at_fault(string counts, string field) =>
        Run($$"""{"counts":{{counts}}}""").Error.ShouldNotBeNull().Field.ShouldBe(field);

    [Fact]
    public void Calls_one_cell_too_many_too_large()
    {
        var inputs = JsonSerializer.SerializeToElement(new { counts = new[] { new int[TfIdf.MaxCells], [1] } });

        var ragged = StatisticalMethods.Run("tf_idf", inputs, null).ShouldNotBeNull().Error.ShouldNotBeNull();
        var large = StatisticalMethods.Run("tf_idf", JsonSerializer.SerializeToElement(new { counts = new[] { new int[TfIdf.MaxCells + 1] } }), null).ShouldNotBeNull().Error.ShouldNotBeNull();

        ragged.Field.ShouldBe("inputs.counts[1]");
        large.TooLarge.ShouldBeTrue();
    }

    [Fact]
    public void Warns_about_empty_documents_and_unused_terms() => Run("""{"counts":[[1,0],[0,0]]}""")
        .Warnings.ShouldBe(["1 documents are empty; they count among the documents of idf.", "1 terms are in no document."]);

    private static double?[][] Rows(TfIdfResult result) => [.. result.Weights.ShouldNotBeNull().Select(row => row.ToArray())];

    private static StatisticalRun Run(string inputs) => StatisticalMethods.Run("tf_idf", JsonElement.Parse(inputs), null).ShouldNotBeNull();
}
