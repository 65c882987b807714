using System.Text.Json;
using DataDiplomacy.Core.Statistics;
using DataDiplomacy.Core.Statistics.Discourse;

namespace DataDiplomacy.Core.Tests.Statistics.Discourse;

public sealed class LogOddsDirichletTests
{
    [Fact]
    public void Compares_the_odds_of_each_word()
    {
        var result = LogOddsDirichlet.Compare([3, 1], [1, 3], LogOddsPrior.Uniform, 1);

        // By hand: odds 4/2 against 2/4; variance 1/4 + 1/2.
        Close(result.Delta, [Math.Log(4), -Math.Log(4)]);
        Close(result.Variance, [0.75, 0.75]);
        Close(result.Z, [Math.Log(4) / Math.Sqrt(0.75), -Math.Log(4) / Math.Sqrt(0.75)]);
    }

    [Theory]
    [InlineData(LogOddsPrior.Uniform)]
    [InlineData(LogOddsPrior.Informative)]
    public void Agrees_with_the_formula_written_down(LogOddsPrior prior)
    {
        var random = new Random(1_848);
        for (var draw = 0; draw < 200; draw++)
        {
            var words = random.Next(2, 8);
            long[] countsI = [.. Enumerable.Range(0, words).Select(_ => (long)random.Next(random.Next(1, 30)))];
            long[] countsJ = [.. Enumerable.Range(0, words).Select(_ => (long)random.Next(random.Next(1, 30)))];
            countsI[0]++;
            countsJ[1]++;
            var value = 0.01 + random.NextDouble() * 20;

            var result = LogOddsDirichlet.Compare(countsI, countsJ, prior, value);

            var (delta, variance, z) = Naive(countsI, countsJ, prior, value);
            Close(result.Delta, delta);
            Close(result.Variance, variance);
            Close(result.Z, z);
        }
    }

    [Fact]
    public void Turns_with_the_corpora_and_follows_the_order_of_the_words()
    {
        long[] countsI = [5, 0, 12, 7];
        long[] countsJ = [1, 4, 12, 0];
        var plain = LogOddsDirichlet.Compare(countsI, countsJ, LogOddsPrior.Informative, 10);

        var turned = LogOddsDirichlet.Compare(countsJ, countsI, LogOddsPrior.Informative, 10);
        var reversed = LogOddsDirichlet.Compare([.. countsI.Reverse()], [.. countsJ.Reverse()], LogOddsPrior.Informative, 10);

        Close(turned.Z, [.. plain.Z.ShouldNotBeNull().Select(z => -z)]);
        Close(reversed.Z, [.. plain.Z.Reverse()]);
    }

    [Fact]
    public void Knows_nothing_of_a_word_in_neither_corpus()
    {
        var informative = LogOddsDirichlet.Compare([2, 0, 1], [1, 0, 3], LogOddsPrior.Informative, 5);
        var uniform = LogOddsDirichlet.Compare([2, 0, 1], [1, 0, 3], LogOddsPrior.Uniform, 5);

        informative.Delta.ShouldNotBeNull()[1].ShouldBeNull();
        informative.Variance.ShouldNotBeNull()[1].ShouldBeNull();
        informative.Z.ShouldNotBeNull()[1].ShouldBeNull();
        uniform.Z.ShouldNotBeNull()[1].ShouldNotBeNull();
    }

    [Theory]
    [InlineData(LogOddsPrior.Uniform)]
    [InlineData(LogOddsPrior.Informative)]
    public void Has_no_odds_for_the_only_word(LogOddsPrior prior)
    {
        var result = LogOddsDirichlet.Compare([5, 0], [4, 0], LogOddsPrior.Informative, 1);
        var single = LogOddsDirichlet.Compare([5], [4], prior, 1);

        result.Delta.ShouldBe([null, null]);
        single.Delta.ShouldBe([null]);
        single.Z.ShouldBe([null]);
        single.Variance.ShouldNotBeNull()[0].ShouldNotBeNull();
    }

    [Theory]
    [InlineData(LogOddsPrior.Uniform, LogOddsDirichlet.LeastPrior)]
    [InlineData(LogOddsPrior.Uniform, LogOddsDirichlet.MostPrior)]
    [InlineData(LogOddsPrior.Informative, LogOddsDirichlet.LeastPrior)]
    [InlineData(LogOddsPrior.Informative, LogOddsDirichlet.MostPrior)]
    public void Stays_finite_with_as_many_words_as_it_promises(LogOddsPrior prior, double value)
    {
        long[] countsI = [.. Enumerable.Range(0, LogOddsDirichlet.MaxPoints).Select(w => w == 0 ? 1_000_000_000_000 : (long)(w % 3))];
        long[] countsJ = [.. countsI.Reverse()];

        var result = LogOddsDirichlet.Compare(countsI, countsJ, prior, value);

        foreach (var figures in new[] { result.Delta, result.Variance, result.Z })
            figures.ShouldNotBeNull().ShouldAllBe(figure => figure == null || double.IsFinite(figure.Value));
    }

    [Theory]
    [InlineData("""{"counts_i":[],"counts_j":[]}""")]
    [InlineData("""{"counts_i":[0,0],"counts_j":[0,0]}""")]
    public void Is_undefined_without_words(string inputs) =>
        Run(inputs, """{"prior_value":1}""").Result.ShouldNotBeNull().ToJsonString().ShouldBe("""{"defined":false,"reason":"insufficient_data"}""");

    [Fact]
    public void Refuses_what_is_no_pair_of_corpora()
    {
        Should.Throw<ArgumentException>(() => LogOddsDirichlet.Compare([1], [1, 2], LogOddsPrior.Uniform, 1));
        Should.Throw<ArgumentException>(() => LogOddsDirichlet.Compare([1], [-1], LogOddsPrior.Uniform, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => LogOddsDirichlet.Compare([1], [1], LogOddsPrior.Uniform, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => LogOddsDirichlet.Compare([1], [1], LogOddsPrior.Uniform, double.NaN));
    }

    [Theory]
    [InlineData("""{"counts_i":[1,-2],"counts_j":[1,2]}""", """{"prior_value":1}""", "inputs.counts_i[1]")]
    [InlineData("""{"counts_i":[1,2],"counts_j":[1,null]}""", """{"prior_value":1}""", "inputs.counts_j[1]")]
    [InlineData("""{"counts_i":[1,2],"counts_j":[1]}""", """{"prior_value":1}""", "inputs.counts_j")]
    [InlineData("""{"words":["a"],"counts_i":[1,2],"counts_j":[1,2]}""", """{"prior_value":1}""", "inputs.counts_i")]
    [InlineData("""{"words":["a","a"],"counts_i":[1,2],"counts_j":[1,2]}""", """{"prior_value":1}""", "inputs.words[1]")]
    [InlineData("""{"counts_i":[1,2],"counts_j":[1,2]}""", "{}", "parameters.prior_value")]
    [InlineData("""{"counts_i":[1,2],"counts_j":[1,2]}""", """{"prior_value":0}""", "parameters.prior_value")]
    [InlineData("""{"counts_i":[1,2],"counts_j":[1,2]}""", """{"prior":"flat","prior_value":1}""", "parameters.prior")]
    public void Names_the_field_at_fault(string inputs, string parameters, string field) =>
        Run(inputs, parameters).Error.ShouldNotBeNull().Field.ShouldBe(field);

    [Fact]
    public void Warns_about_absent_and_one_sided_words_and_unequal_corpora()
    {
        var run = Run("""{"counts_i":[30,5,0],"counts_j":[3,0,0]}""", """{"prior_value":1}""");

        run.Warnings.ShouldBe(
        [
            "1 words are in neither corpus.",
            "1 words are in one corpus only; their figures hang on the prior.",
            "One corpus is ten times as large as the other or more; an informative prior is then almost the larger corpus."
        ]);
    }

    private static StatisticalRun Run(string inputs, string parameters) =>
        StatisticalMethods.Run("log_odds_dirichlet", JsonElement.Parse(inputs), JsonElement.Parse(parameters)).ShouldNotBeNull();

    private static void Close(IReadOnlyList<double?>? got, double?[] expected)
    {
        var figures = got.ShouldNotBeNull();
        figures.Select(figure => figure is null).ShouldBe(expected.Select(figure => figure is null));
        figures.Zip(expected).ShouldAllBe(pair => pair.First == null || Math.Abs(pair.First.Value - pair.Second.GetValueOrDefault()) <= 1e-9 * (1 + Math.Abs(pair.First.Value)));
    }

    private static (double?[] Delta, double?[] Variance, double?[] Z) Naive(long[] countsI, long[] countsJ, LogOddsPrior prior, double value)
    {
        var words = countsI.Length;
        double ni = countsI.Sum(), nj = countsJ.Sum();
        double[] a = [.. Enumerable.Range(0, words).Select(w => prior == LogOddsPrior.Uniform ? value : value * (countsI[w] + countsJ[w]) / (ni + nj))];
        var a0 = a.Sum();
        var (delta, variance, z) = (new double?[words], new double?[words], new double?[words]);
        for (var w = 0; w < words; w++)
        {
            if (a[w] == 0) continue;
            double yi = countsI[w], yj = countsJ[w];
            variance[w] = 1 / (yi + a[w]) + 1 / (yj + a[w]);
            delta[w] = Math.Log((yi + a[w]) / (ni + a0 - yi - a[w])) - Math.Log((yj + a[w]) / (nj + a0 - yj - a[w]));
            z[w] = delta[w] / Math.Sqrt(variance[w].GetValueOrDefault());
        }
        return (delta, variance, z);
    }
}
