namespace DataDiplomacy.Verifier.Tests.Verbs;

public sealed class JcsVerbTests(ITestOutputHelper output) : IDisposable
{
    private readonly Files _files = new();

    /// <summary>RFC 8785, 3.2.3: names in order, no white space, no line feed at the end.</summary>
    [Fact]
    public void Prints_the_canonical_bytes_and_nothing_else()
    {
        var file = _files.Write("input.json", "{ \"b\": [1.0, \"é\"],\n  \"a\": null }\n");

        var run = Run.Of("jcs", file);

        run.ExitCode.ShouldBe(0);
        run.Text.ShouldBe("{\"a\":null,\"b\":[1,\"é\"]}");
        run.People.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{\"a\":1")]
    [InlineData("1e400")]
    [InlineData("")]
    public void Prints_nothing_for_what_has_no_canonical_form(string json)
    {
        var run = Run.Of("jcs", _files.Write("input.json", json));

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        run.People.ShouldNotBeEmpty();
    }

    [Fact]
    public void Tells_people_alone_of_usage_and_missing_files()
    {
        foreach (var run in new[] { Run.Of("jcs"), Run.Of("jcs", "absent") })
        {
            (run.ExitCode, run.Output.Length).ShouldBe((2, 0));
            run.People.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void Agrees_with_the_vectors()
    {
        var inputs = Core.Tests.Evidence.SharedFiles.Files("vectors/jcs-rfc8785/input");
        var rejects = Core.Tests.Evidence.SharedFiles.Files("vectors/jcs-rfc8785/must-reject");

        var same = inputs.Count(file => Run.Of("jcs", file).Output.AsSpan().SequenceEqual(File.ReadAllBytes(file.Replace("/input/", "/output/", StringComparison.Ordinal))));
        var refused = rejects.Count(file => Run.Of("jcs", file) is { ExitCode: 1, Output.Length: 0 });

        output.WriteLine($"verifier jcs: {same + refused} of {inputs.Count + rejects.Count}");
        (same, refused).ShouldBe((inputs.Count, rejects.Count));
    }

    public void Dispose() => _files.Dispose();
}
