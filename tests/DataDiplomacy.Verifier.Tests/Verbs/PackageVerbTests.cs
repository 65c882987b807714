using System.IO.Compression;
using System.Text.Json;
using DataDiplomacy.Core.Evidence.Packages;
using static DataDiplomacy.Verifier.Tests.PackageArguments;

namespace DataDiplomacy.Verifier.Tests.Verbs;

/// <summary>A package that no server made, whole and changed, before both verifiers.</summary>
public sealed class PackageVerbTests : IDisposable
{
    private const string Record = SmallPackage.Record;

    private readonly Files _files = new();
    private readonly SmallPackage _package = new();

    [Fact]
    public void Holds_and_says_what_was_checked()
    {
        var run = RunFirst();

        run.Outcome.ShouldBe((0, "verified"), run.Text);
        run.Json.GetProperty("checks").EnumerateArray().Select(check => $"{check.GetProperty("code")} {check.GetProperty("outcome")}")
            .ShouldBe(["bag pass", "export pass", "custodyChain pass", "logInclusion pass", "disclosures pass", "content pass", "statements pass", "time notApplicable", "redaction notApplicable", "completeness pass"]);
        RunSecond().ShouldBe(0);
    }

    [Theory]
    [InlineData("envelope changed", "statements")]
    [InlineData("envelope dropped", "statements completeness")]
    [InlineData("statement dropped and not counted", "statements")]
    [InlineData("leaves swapped", "statements")]
    [InlineData("opened by another salt", "statements")]
    [InlineData("about what is missing", "statements")]
    [InlineData("envelope withheld and counted", "")]
    [InlineData("not counted", "statements completeness")]
    public void Finds_what_was_changed_in_statements_though_it_was_signed_anew(string change, string codes)
    {
        Change(change);
        _package.Sign();

        Failed(RunFirst().Json).ShouldBe(codes);
        Failed(Second()).ShouldBe(codes);
    }

    [Fact]
    public void Finds_a_package_that_nobody_signed_as_a_whole()
    {
        _package.Files.Remove(PackagePaths.Export);

        Failed(RunFirst().Json).ShouldBe("export");
        Failed(Second()).ShouldBe("export");
    }

    /// <summary>What the page for newcomers does: unpack it, check it, flip one byte, check it again.</summary>
    [Fact]
    public void Reads_an_unpacked_package_and_says_where_one_byte_was_flipped()
    {
        var arguments = Unpacked();
        Run.Of(arguments).Outcome.ShouldBe((0, "verified"));
        SecondVerifier.Run(arguments).ShouldBe(0);

        var content = Path.Combine(arguments[1], PackagePaths.Original(Record));
        var bytes = File.ReadAllBytes(content);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(content, bytes);

        Failed(Run.Of(arguments).Json).ShouldBe("bag content");
        SecondVerifier.Answer(arguments).GetRawText().ShouldContain(PackagePaths.Original(Record));
        SecondVerifier.Run(arguments).ShouldBe(1);
    }

    [Fact]
    public void Follows_no_link_out_of_an_unpacked_package()
    {
        var arguments = Unpacked();
        var content = Path.Combine(arguments[1], PackagePaths.Original(Record));
        File.Move(content, content + ".moved");
        File.CreateSymbolicLink(content, content + ".moved");

        Run.Of(arguments).Outcome.ExitCode.ShouldBe(1);
        SecondVerifier.Answer(arguments).GetRawText().ShouldContain("is a link");
    }

    [Fact]
    public void Says_that_the_second_verifier_passes_stamps_over()
    {
        _package.Files[PackagePaths.Response(7, "authority")] = [1];
        _package.Sign();

        var time = Second().GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("code").GetString() == "time");

        time.GetProperty("outcome").GetString().ShouldBe("notPerformed");
        (time.GetProperty("detail").GetString() ?? "").ShouldContain("openssl ts -verify");
    }

    public void Dispose()
    {
        _package.Dispose();
        _files.Dispose();
    }

    private void Change(string change)
    {
        var (files, opening, completeness) = (_package.Files, _package.Json(PackagePaths.Statements(Record)), _package.Json(PackagePaths.Completeness));
        var counts = completeness["statements"]![Record]!;
        switch (change)
        {
            case "envelope changed":
                files[PackagePaths.Statement(Record, "rv-1")][40] ^= 1;
                break;
            case "envelope dropped":
                files.Remove(PackagePaths.Statement(Record, "rv-1"));
                break;
            case "statement dropped and not counted":
                files.Remove(PackagePaths.Statement(Record, "rv-1"));
                files.Remove(PackagePaths.StatementEntry(Record, "rv-1"));
                files.Remove(PackagePaths.StatementProof(Record, "rv-1"));
                opening.Remove("rv-1");
                counts["included"] = 2;
                break;
            case "leaves swapped":
                var (one, two) = (PackagePaths.StatementEntry(Record, "vf-1"), PackagePaths.StatementEntry(Record, "rv-1"));
                (files[one], files[two]) = (files[two], files[one]);
                break;
            case "opened by another salt":
                opening["rv-1"]!["disclosure"]!["s"] = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
                break;
            case "about what is missing":
                opening["rv-1"]!["about"] = "as-2";
                break;
            case "envelope withheld and counted":
                files.Remove(PackagePaths.Statement(Record, "rv-1"));
                opening.Remove("rv-1");
                (counts["included"], counts["withheld"]) = (2, 1);
                break;
            default:
                counts["withheld"] = 1;
                break;
        }
        _package.Put(PackagePaths.Statements(Record), opening);
        _package.Put(PackagePaths.Completeness, completeness);
    }

    private Run RunFirst() => Run.Of(Arguments());

    private int RunSecond() => SecondVerifier.Run(Arguments());

    private JsonElement Second() => SecondVerifier.Answer(Arguments());

    private string[] Arguments() => PackageArguments.Of(_package, _files);

    private string[] Unpacked()
    {
        var arguments = Arguments();
        var folder = Path.Combine(_files.Folder, "unpacked");
        ZipFile.ExtractToDirectory(arguments[1], folder);
        arguments[1] = Path.Combine(folder, "bag");
        return arguments;
    }
}
