using System.Text.Json;
using DataDiplomacy.Core.Statistics;

namespace DataDiplomacy.Core.Tests.Statistics;

public sealed class StatisticalMethodsTests
{
    [Fact]
    public void Lists_each_method_with_formula_source_and_limits()
    {
        var methods = StatisticalMethods.All;

        methods.Select(m => m.Id).ShouldBe(methods.Select(m => m.Id).Order(StringComparer.Ordinal));
        methods.ShouldAllBe(m => m.Formula.Length > 0 && m.Source.Length > 0 && m.Limits.Length > 0 && m.DoNotTrustWhen.Count > 0);
    }

    [Theory]
    [InlineData("mann_kendall", """{"values":[1,3,2,4]}""")]
    [InlineData("theil_sen", """{"times":[0,1,2],"values":[1,4,5]}""")]
    [InlineData("multiple_testing", """{"p_values":[0.5,null]}""")]
    public void Answers_exactly_the_fields_that_the_catalogue_lists(string id, string inputs)
    {
        var run = Run(id, inputs);

        run.Result.ShouldNotBeNull().Select(field => field.Key)
            .ShouldBe(StatisticalMethods.Find(id).ShouldNotBeNull().Outputs.Select(output => output.Name));
    }

    [Fact]
    public void Answers_only_the_reason_where_undefined()
    {
        var run = Run("mann_kendall", """{"values":[5,5,5,null]}""");

        run.Result.ShouldNotBeNull().ToJsonString().ShouldBe("""{"defined":false,"reason":"constant"}""");
        run.Warnings.ShouldBe(["1 missing values were dropped."]);
    }

    [Theory]
    [InlineData("mann_kendall", """{"values":[1,null]}""", 1, 1)]
    [InlineData("robust_z", """{"values":[1,null,2,3,9]}""", 4, 1)]
    [InlineData("theil_sen", """{"times":[0,null,2,3],"values":[1,4,null,5]}""", 2, 2)]
    [InlineData("mann_kendall_autocorrelated", """{"values":[1,2,null,4]}""", 3, 1)]
    [InlineData("mann_kendall", """{"values":[1,null,3,5,4,6]}""", 5, 1)]
    public void Counts_what_is_used_and_what_is_dropped_also_where_undefined(string id, string inputs, int used, int dropped)
    {
        var run = StatisticalMethods.Run(id, JsonElement.Parse(inputs), null).ShouldNotBeNull();

        run.Error.ShouldBeNull();
        (run.NUsed, run.NDropped).ShouldBe((used, dropped));
    }

    [Fact]
    public void Writes_null_where_there_is_no_exact_p()
    {
        var run = Run("mann_kendall", """{"values":[1,2,2,3]}""");

        run.Result.ShouldNotBeNull().ToJsonString().ShouldEndWith("\"p_exact\":null}");
    }

    [Fact]
    public void Takes_the_confidence_from_the_parameters()
    {
        const string inputs = """{"times":[0,1,2,3,4,5],"values":[0,1,1,5,3,9]}""";

        var half = Run("theil_sen", inputs, """{"confidence":0.5}""");
        var usual = Run("theil_sen", inputs, "null");

        Field(half, "ci_low").ShouldBeGreaterThan(Field(usual, "ci_low"));
        Field(half, "slope").ShouldBe(Field(usual, "slope"));
    }

    [Fact]
    public void Warns_about_two_points_and_an_interval_without_width()
    {
        var run = Run("theil_sen", """{"times":[2000,2001],"values":[1,2]}""");

        run.Warnings.ShouldContain("With two points the interval collapses to the slope between them: do not publish it.");
    }

    [Fact]
    public void Knows_no_other_method() =>
        StatisticalMethods.Run("benford", JsonSerializer.SerializeToElement(new { }), null).ShouldBeNull();

    [Theory]
    [InlineData("mann_kendall", "{}", "{}", "inputs.values")]
    [InlineData("mann_kendall", "[1,2]", "{}", "inputs")]
    [InlineData("mann_kendall", """{"values":"1,2"}""", "{}", "inputs.values")]
    [InlineData("mann_kendall", """{"values":null}""", "{}", "inputs.values")]
    [InlineData("mann_kendall", """{"values":[1,"2"]}""", "{}", "inputs.values[1]")]
    [InlineData("mann_kendall", """{"values":[1,null,[2]]}""", "{}", "inputs.values[2]")]
    [InlineData("mann_kendall", """{"values":[1,2,1e999]}""", "{}", "inputs.values[2]")]
    [InlineData("mann_kendall", """{"values":[1,2],"times":[1,2]}""", "{}", "inputs.times")]
    [InlineData("mann_kendall", """{"values":[1,2]}""", """{"confidence":0.9}""", "parameters.confidence")]
    [InlineData("theil_sen", """{"times":[1,2],"values":[1]}""", "{}", "inputs.values")]
    [InlineData("theil_sen", """{"times":[1,2],"values":[1,2]}""", """{"confidence":1}""", "parameters.confidence")]
    [InlineData("theil_sen", """{"times":[1,2],"values":[1,2]}""", """{"confidence":"0.9"}""", "parameters.confidence")]
    [InlineData("theil_sen", """{"times":[1,2],"values":[1,2]}""", """{"confidance":0.9}""", "parameters.confidance")]
    [InlineData("theil_sen", """{"times":[1,2],"values":[1,2]}""", "[]", "parameters")]
    [InlineData("multiple_testing", """{"p_values":[0.5,1.5]}""", "{}", "inputs.p_values[1]")]
    [InlineData("multiple_testing", """{"p_values":[-0.1]}""", "{}", "inputs.p_values[0]")]
    public void Names_the_field_at_fault(string id, string inputs, string parameters, string field)
    {
        var run = Run(id, inputs, parameters);

        run.Result.ShouldBeNull();
        var error = run.Error.ShouldNotBeNull();
        error.Field.ShouldBe(field);
        error.Message.ShouldStartWith(field + " ");
        error.TooLarge.ShouldBeFalse();
    }

    [Theory]
    [InlineData("mann_kendall", "values", 100_000)]
    [InlineData("multiple_testing", "p_values", 100_000)]
    [InlineData("theil_sen", "times", 5_000)]
    public void Calls_one_element_too_many_too_large(string id, string input, int most)
    {
        var inputs = JsonSerializer.SerializeToElement(new Dictionary<string, int[]> { [input] = new int[most + 1], ["values"] = new int[most + 1] }
            .Where(pair => pair.Key == input || id == "theil_sen").ToDictionary());

        var error = StatisticalMethods.Run(id, inputs, null).ShouldNotBeNull().Error;

        error.ShouldBe(new StatisticalInputError($"inputs.{input}", $"inputs.{input} has {most + 1} elements; at most {most} are accepted.", true));
    }

    [Fact]
    public void Takes_a_hundred_thousand_values()
    {
        var inputs = JsonSerializer.SerializeToElement(new { values = Enumerable.Range(0, 100_000) });

        var run = StatisticalMethods.Run("mann_kendall", inputs, null).ShouldNotBeNull();

        Field(run, "s").ShouldBe(4_999_950_000);
    }

    private static StatisticalRun Run(string id, string inputs, string parameters = "{}") => StatisticalMethods
        .Run(id, JsonElement.Parse(inputs), JsonElement.Parse(parameters)).ShouldNotBeNull();

    private static double Field(StatisticalRun run, string name) =>
        JsonSerializer.SerializeToElement(run.Result).GetProperty(name).GetDouble();
}
