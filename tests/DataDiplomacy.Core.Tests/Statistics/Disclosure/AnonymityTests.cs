using System.Text.Json;
using DataDiplomacy.Core.Statistics;
using DataDiplomacy.Core.Statistics.Disclosure;

namespace DataDiplomacy.Core.Tests.Statistics.Disclosure;

public sealed class AnonymityTests
{
    [Fact]
    public void Measures_the_smallest_class_and_the_least_varied_one()
    {
        double?[][] quasi = [[1, 1], [1, 1], [1, null], [1, 1], [1, 1], [1, null]];

        var result = Anonymity.Measure(quasi, [7, 7, 8, 7, 9, 9], 3);

        // By hand: sizes 4 and 2; shares 3/4, 1/4 and 1/2, 1/2.
        result.Classes.ShouldBe(2);
        result.K.ShouldBe(2);
        result.LDistinct.ShouldBe(2);
        result.LEntropy.ShouldNotBeNull().ShouldBe(Math.Pow(4 / 3.0, 0.75) * Math.Pow(4, 0.25), 1e-14);
        result.UniqueRows.ShouldBe(0);
        result.AtRiskShare.ShouldBe(1 / 3.0);
    }

    [Fact]
    public void Agrees_with_a_comparison_of_all_pairs_of_rows()
    {
        var random = new Random(4_711);
        for (var draw = 0; draw < 300; draw++)
        {
            var (n, m) = (random.Next(1, 15), random.Next(1, 4));
            double? Code() => random.GetItems<double?>([null, 0.0, -0.0, 1, 1], 1)[0];
            double?[][] quasi = [.. Enumerable.Range(0, n).Select(_ => Enumerable.Range(0, m).Select(_ => Code()).ToArray())];
            double?[] sensitive = [.. Enumerable.Range(0, n).Select(_ => Code())];

            var result = Anonymity.Measure(quasi, sensitive, 3);

            var naive = Naive(quasi, sensitive, 3);
            result.LEntropy.ShouldNotBeNull().ShouldBe(naive.LEntropy.ShouldNotBeNull(), 1e-12);
            (result with { LEntropy = naive.LEntropy }).ShouldBe(naive);
        }
    }

    [Fact]
    public void Does_not_depend_on_the_order_of_rows_and_attributes_nor_on_the_codes()
    {
        double?[][] quasi = [[1, 2], [2, 1], [1, 2], [2, 2], [2, 1], [2, 1]];
        double?[] sensitive = [1, 2, 2, 1, 2, 3];
        var plain = Anonymity.Measure(quasi, sensitive);

        var turned = Anonymity.Measure([.. quasi.Reverse().Select(row => row.Reverse().ToArray())], [.. sensitive.Reverse()]);
        var recoded = Anonymity.Measure([.. quasi.Select(row => row.Select(code => -1e308 / code).ToArray())], [.. sensitive.Select(code => 5e-324 * code)]);

        turned.ShouldBe(plain);
        recoded.ShouldBe(plain);
    }

    [Fact]
    public void Takes_as_many_rows_as_it_promises()
    {
        double?[][] quasi = [.. Enumerable.Range(0, Anonymity.MaxRows).Select(i => new double?[] { 1, 1, 1, 1, i / 2 * 48_271L % 50_021 })];

        var result = Anonymity.Measure(quasi, [.. Enumerable.Range(0, Anonymity.MaxRows).Select(i => (double?)(i % 2))]);

        result.K.ShouldBe(2);
        result.Classes.ShouldBe(50_000);
        result.AtRiskShare.ShouldBe(1);
    }

    [Fact]
    public void Is_undefined_without_rows() =>
        Run("""{"quasi":[],"sensitive":[]}""").Result.ShouldNotBeNull().ToJsonString().ShouldBe("""{"defined":false,"reason":"insufficient_data"}""");

    [Fact]
    public void Refuses_what_does_not_belong_together()
    {
        Should.Throw<ArgumentException>(() => Anonymity.Measure([[1]], [1, 2])).Message.ShouldStartWith("1 rows but 2 sensitive codes");
        Should.Throw<ArgumentException>(() => Anonymity.Measure([[1], [1, 2]], [1, 2])).Message.ShouldStartWith("A row has 2");
        Should.Throw<ArgumentException>(() => Anonymity.Measure([[double.NaN]], [1]));
        Should.Throw<ArgumentOutOfRangeException>(() => Anonymity.Measure([[1]], [1], 0));
    }

    [Theory]
    [InlineData("""{"quasi":[[1],[2]],"sensitive":[1]}""", "{}", "inputs.quasi")]
    [InlineData("""{"quasi":[[1],[2,3]],"sensitive":[1,2]}""", "{}", "inputs.quasi[1]")]
    [InlineData("""{"quasi":[[],[]],"sensitive":[1,2]}""", "{}", "inputs.quasi[0]")]
    [InlineData("""{"quasi":[["a"]],"sensitive":[1]}""", "{}", "inputs.quasi[0][0]")]
    [InlineData("""{"quasi":[[1]],"sensitive":[1]}""", """{"k_required":0}""", "parameters.k_required")]
    public void Names_the_field_at_fault(string inputs, string parameters, string field) =>
        Run(inputs, parameters).Error.ShouldNotBeNull().Field.ShouldBe(field);

    [Fact]
    public void Warns_about_unique_rows_disclosed_values_and_missing_codes()
    {
        var run = Run("""{"quasi":[[1],[null],[1]],"sensitive":[1,2,null]}""");

        run.Warnings.Count.ShouldBe(4);
        run.Warnings[0].ShouldBe("1 rows are unique: whoever knows the quasi-identifiers finds the person.");
    }

    private static StatisticalRun Run(string inputs, string parameters = "{}") =>
        StatisticalMethods.Run("anonymity", JsonElement.Parse(inputs), JsonElement.Parse(parameters)).ShouldNotBeNull();

    private static AnonymityResult Naive(double?[][] quasi, double?[] sensitive, int kRequired)
    {
        var rows = Enumerable.Range(0, quasi.Length).ToList();
        bool Same(int a, int b) => Enumerable.Range(0, quasi[a].Length).All(c => quasi[a][c] == quasi[b][c]);
        var classOf = rows.Select(a => rows.Where(b => Same(a, b)).ToList()).ToList();
        int Distinct(List<int> members) => members.Count(a => members.First(b => sensitive[a] == sensitive[b]) == a);
        double Entropy(List<int> members) => members.Sum(a => -Math.Log(members.Count(b => sensitive[a] == sensitive[b]) / (double)members.Count) / members.Count);
        return new AnonymityResult
        {
            Defined = true,
            Classes = rows.Count(a => classOf[a][0] == a),
            K = classOf.Min(c => c.Count),
            LDistinct = classOf.Min(Distinct),
            LEntropy = Math.Exp(classOf.Min(Entropy)),
            UniqueRows = rows.Count(a => classOf[a].Count == 1),
            AtRiskShare = rows.Count(a => classOf[a].Count < kRequired) / (double)rows.Count
        };
    }
}
