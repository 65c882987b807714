using DataDiplomacy.Core.Statistics.Votes;

namespace DataDiplomacy.Core.Tests.Statistics.Votes;

public sealed class KappaTests
{
    private static readonly long[][] Three = [[9, 2, 1], [3, 8, 2], [0, 4, 11]];

    [Theory]
    [InlineData(KappaWeights.Linear)]
    [InlineData(KappaWeights.Squared)]
    public void Agrees_with_the_formulas_written_out(KappaWeights weights)
    {
        var random = new Random(1969);
        for (var draw = 0; draw < 200; draw++)
        {
            var k = 2 + draw % 3;
            long[][] counts = [.. Enumerable.Range(0, k).Select(_ => Enumerable.Range(0, k).Select(_ => (long)Math.Max(0, random.Next(-2, 9))).ToArray())];
            double n = counts.Sum(row => row.Sum());

            var result = Kappa.Of(counts, weights);

            if (!result.Defined) continue;
            var plain = Naive(counts, (i, j) => i == j ? 1 : 0);
            var power = weights == KappaWeights.Linear ? 1 : 2;
            var weighted = Naive(counts, (i, j) => 1 - Math.Pow(Math.Abs(i - j) / (k - 1.0), power));
            Close(result.Po, Enumerable.Range(0, k).Sum(i => counts[i][i]) / n);
            Close(result.Kappa, plain.Kappa);
            Close(result.Ase, plain.Error);
            Close(result.WeightedKappa, weighted.Kappa);
            Close(result.WeightedAse, weighted.Error);
            Close(result.CiHigh, plain.Kappa + 1.959963984540054 * plain.Error);
        }
    }

    [Fact]
    public void Does_not_depend_on_who_is_the_first_rater_nor_on_the_direction_of_the_scale()
    {
        var plain = Kappa.Of(Three);

        var turned = Kappa.Of([.. Enumerable.Range(0, 3).Select(i => Enumerable.Range(0, 3).Select(j => Three[2 - j][2 - i]).ToArray())]);

        Close(turned.Kappa, plain.Kappa);
        Close(turned.Ase, plain.Ase);
        Close(turned.WeightedKappa, plain.WeightedKappa);
    }

    [Fact]
    public void Quarters_the_variance_with_four_times_the_cases()
    {
        var plain = Kappa.Of(Three);

        var more = Kappa.Of([.. Three.Select(row => row.Select(count => 4 * count).ToArray())]);

        Close(more.Kappa, plain.Kappa);
        Close(2 * more.Ase, plain.Ase);
    }

    [Fact]
    public void Weighs_two_categories_as_it_does_not_weigh_them()
    {
        var result = Kappa.Of([[20, 5], [10, 15]], KappaWeights.Squared);

        // By hand: po = 0.7, pe = 0.5.
        Close(result.Kappa, 0.4);
        Close(result.WeightedKappa, 0.4);
    }

    [Theory]
    [InlineData("""{"matrix":[]}""", "insufficient_data")]
    [InlineData("""{"matrix":[[0,0],[0,0]]}""", "insufficient_data")]
    [InlineData("""{"matrix":[[0,0],[0,3]]}""", "chance_agreement_one")]
    [InlineData("""{"matrix":[[5]]}""", "chance_agreement_one")]
    public void Is_undefined_with_a_reason(string inputs, string reason) => StatisticalAsk.IsUndefined("kappa", inputs, reason);

    [Theory]
    [InlineData("""{"matrix":[[1,2]]}""", "{}", "inputs.matrix")]
    [InlineData("""{"matrix":[[1,2],[1]]}""", "{}", "inputs.matrix[1]")]
    [InlineData("""{"matrix":[[1,2],[1,0.5]]}""", "{}", "inputs.matrix[1][1]")]
    [InlineData("""{"matrix":[[1,-2],[1,5]]}""", "{}", "inputs.matrix[0][1]")]
    [InlineData("""{"matrix":[[1,1e308],[1,5]]}""", "{}", "inputs.matrix[0][1]")]
    [InlineData("""{"matrix":[[1,2],[1,5]]}""", """{"weights":"cubic"}""", "parameters.weights")]
    [InlineData("""{"matrix":[[1,2],[1,5]]}""", """{"confidence":2}""", "parameters.confidence")]
    public void Names_the_field_at_fault(string inputs, string parameters, string field) => StatisticalAsk.Refuses("kappa", inputs, parameters, field);

    [Fact]
    public void Answers_the_fields_of_its_description() => StatisticalAsk.AnswersItsOutputs("kappa", """{"matrix":[[1,2],[3,4]]}""");

    [Fact]
    public void Warns_of_few_cases_of_one_prevalent_category_and_of_perfect_agreement()
    {
        StatisticalAsk.Run("kappa", """{"matrix":[[85,5],[9,1]]}""").Warnings.ShouldHaveSingleItem().ShouldStartWith("The raters agree in most cases but kappa is low");
        StatisticalAsk.Run("kappa", """{"matrix":[[5,0],[0,1]]}""").Warnings.ShouldBe(
        [
            "Few cases: n=6; the standard error is asymptotic and rough below 30.",
            "The raters agree in every case: the interval has no width and is no certainty."
        ]);
    }

    [Fact]
    public void Takes_as_many_categories_and_cases_as_it_promises()
    {
        var result = Kappa.Of([.. Enumerable.Range(0, Kappa.MaxCategories).Select(_ => Enumerable.Repeat(AgreementIndex.MaxCount, Kappa.MaxCategories).ToArray())]);

        result.N.ShouldBe(10_000 * AgreementIndex.MaxCount);
        Close(result.Kappa, 0);
    }

    [Fact]
    public void Keeps_its_digits_where_nearly_all_agree()
    {
        var result = Kappa.Of([[AgreementIndex.MaxCount, 1], [1, 0]]);

        // By hand: qo = 2/n, qe = 2 (1/n)(1 - 1/n), kappa = 1 - n/(n-1) = -1/(n-1), n = 10^12 + 2.
        result.Kappa.ShouldNotBeNull().ShouldBe(-1e-12, 1e-15);
    }

    [Fact]
    public void Refuses_what_is_no_square_of_counts()
    {
        Should.Throw<ArgumentException>(() => Kappa.Of([[1, 2]])).Message.ShouldStartWith("Row 0 has 2 cells");
        Should.Throw<ArgumentException>(() => Kappa.Of([[-1]])).Message.ShouldStartWith("Row 0 has a count below 0");
        Should.Throw<ArgumentOutOfRangeException>(() => Kappa.Of(Three, KappaWeights.Linear, 0));
    }

    private static (double Kappa, double Error) Naive(long[][] counts, Func<int, int, double> w)
    {
        var k = counts.Length;
        double n = counts.Sum(row => row.Sum()), po = 0, pe = 0, sum = 0;
        double P(int i, int j) => counts[i][j] / n;
        double Row(int i) => Enumerable.Range(0, k).Sum(j => P(i, j));
        double Column(int j) => Enumerable.Range(0, k).Sum(i => P(i, j));
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < k; j++)
            {
                po += w(i, j) * P(i, j);
                pe += w(i, j) * Row(i) * Column(j);
            }
        }
        var kappa = (po - pe) / (1 - pe);
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < k; j++)
            {
                var ofRow = Enumerable.Range(0, k).Sum(l => w(i, l) * Column(l));
                var ofColumn = Enumerable.Range(0, k).Sum(l => w(l, j) * Row(l));
                sum += P(i, j) * Math.Pow(w(i, j) - (ofRow + ofColumn) * (1 - kappa), 2);
            }
        }
        return (kappa, Math.Sqrt(Math.Max(0, sum - Math.Pow(kappa - pe * (1 - kappa), 2)) / n) / (1 - pe));
    }

    private static void Close(double? got, double? expected) => got.ShouldNotBeNull().ShouldBe(expected.ShouldNotBeNull(), 1e-7);
}
