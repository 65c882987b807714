using System.Text;
using System.Text.Json.Nodes;
using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Evidence.Packages;
using static DataDiplomacy.Verifier.Tests.PackageArguments;

namespace DataDiplomacy.Verifier.Tests.Verbs;

/// <summary>Packages that whoever has a key made to deceive: signed as a whole, and found by both verifiers.</summary>
public sealed class PackageForgeryTests : IDisposable
{
    private const string Record = SmallPackage.Record;

    private readonly Files _files = new();

    [Fact]
    public void Take_an_erased_record_by_its_receipt()
    {
        using var package = SmallPackage.Erased();

        Holds(package);
    }

    [Fact]
    public void Find_an_erasure_that_somebody_else_made_up()
    {
        using var real = new SmallPackage();
        using var package = SmallPackage.ErasedByAnother(real);

        Fails(package, "disclosures", "record", "has no disclosures: nothing binds it", "nothing binds it");
    }

    [Fact]
    public void Find_an_erasure_whose_receipt_nothing_opens()
    {
        using var package = SmallPackage.Erased();
        package.Put(PackagePaths.Disclosures(Record), new JsonObject { ["1"] = new JsonArray(), ["2"] = new JsonArray() });
        package.Sign();

        Fails(package, "disclosures", "record", "nothing binds it", "nothing binds it");
    }

    [Fact]
    public void Find_an_event_after_an_erasure()
    {
        using var package = SmallPackage.With(all =>
        {
            all.AddEvent(2, "erased", "reason", "asked for");
            all.AddEvent(3, "copied", "reason", "late");
        });
        package.Files.Remove(PackagePaths.Original(Record));
        var stated = package.Json(PackagePaths.Completeness);
        (stated["included"], stated["erased"]) = (new JsonArray(), new JsonArray(Record));
        package.Put(PackagePaths.Completeness, stated);
        package.Sign();

        var arguments = Of(package, _files);
        Failed(Run.Of(arguments).Json).ShouldBe("custodyChain");
        Failed(SecondVerifier.Answer(arguments)).ShouldStartWith("record");
    }

    [Fact]
    public void Take_the_key_that_the_reader_has_before_that_of_the_package()
    {
        using var package = new SmallPackage();
        using var other = SmallPackage.ErasedByAnother(package);
        var (right, wrong, none) = (_files.Write("right.pem", package.Custodian), _files.Write("wrong.pem", other.Custodian), _files.Write("none.pem", "none"));

        foreach (var (key, exit) in new[] { (right, 0), (wrong, 1), (none, 2), ("absent.pem", 2) })
        {
            string[] arguments = [.. Of(package, _files), "--custodian", key];
            Run.Of(arguments).ExitCode.ShouldBe(exit, key);
            SecondVerifier.Run(arguments).ShouldBe(exit, key);
        }
        SecondVerifier.Answer([.. Of(package, _files), "--custodian", right]).GetProperty("custodianPinned").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("tagmanifest-sha512.txt")]
    [InlineData("tagmanifest-more.txt")]
    public void Find_a_list_of_tag_files_beside_the_signed_one(string path)
    {
        using var package = new SmallPackage();
        package.Files[path] = [];

        var arguments = Of(package, _files);

        Failed(Run.Of(arguments).Json).ShouldContain("export");
        Failed(SecondVerifier.Answer(arguments)).ShouldContain("export");
    }

    [Fact]
    public void Take_disclosures_that_many_events_made_long()
    {
        using var package = SmallPackage.With(all => all.AddEvent(2, "noted", "value", new string('a', 17 * 1024 * 1024)));

        Holds(package);
    }

    [Fact]
    public void Say_that_a_file_is_too_long_to_be_read()
    {
        using var package = new SmallPackage();
        package.Put(PackagePaths.Record(Record), new JsonObject { ["redactionOf"] = null, ["title"] = new string('a', 17 * 1024 * 1024) });
        package.Sign();

        Fails(package, "redaction completeness", "redaction completeness", "record.json is longer than 16777216 bytes, not read", "record.json is longer than 16777216 bytes, not read");
    }

    [Theory]
    [InlineData("data/items/ev-1/original-unredacted.txt")]
    [InlineData("data/items/ev-1/statements/more/as-1.dsse.json")]
    [InlineData("data/items/ev-1/events/9.dsse.json")]
    [InlineData("data/items/ev-1/events/04.dsse.json")]
    [InlineData("data/more.txt")]
    [InlineData("proofs/ev-1/9.entry")]
    [InlineData("proofs/ev-1/statements/as-9.tlog-proof")]
    [InlineData("proofs/ev-9/1.entry")]
    [InlineData("proofs/more.txt")]
    [InlineData("proofs/timestamps/more.txt")]
    [InlineData("more.txt")]
    public void Find_a_file_that_the_format_does_not_know(string path)
    {
        using var package = new SmallPackage();
        package.Files[path] = "Anna"u8.ToArray();
        package.Sign();
        if (!path.Contains('/', StringComparison.Ordinal)) package.Files[path] = "Anna"u8.ToArray();

        var arguments = Of(package, _files);

        Failed(Run.Of(arguments).Json).ShouldEndWith("completeness");
        Failed(SecondVerifier.Answer(arguments)).ShouldEndWith("completeness");
    }

    [Theory]
    [InlineData("name twice in completeness", "statements completeness", "statements completeness")]
    [InlineData("mark in completeness", "statements completeness", "statements completeness")]
    [InlineData("number of another kind in completeness", "statements completeness", "statements completeness")]
    [InlineData("record stated as a number", "completeness", "completeness")]
    [InlineData("erased stated of what is there", "completeness", "completeness")]
    [InlineData("name twice in statements", "statements", "statements")]
    [InlineData("mark in statements", "statements", "statements")]
    [InlineData("more in statements", "statements", "statements")]
    [InlineData("name twice in disclosures", "disclosures content redaction", "record redaction")]
    [InlineData("half a character in disclosures", "disclosures content redaction", "record redaction")]
    [InlineData("no UTF-8 in disclosures", "disclosures content redaction", "record redaction")]
    [InlineData("nested deep in disclosures", "disclosures content redaction", "record redaction")]
    [InlineData("more in disclosures", "disclosures content", "record redaction")]
    [InlineData("armour before the key", "export custodyChain statements", "export record statements redaction")]
    [InlineData("text before the key", "export custodyChain statements", "export record statements redaction")]
    public void Find_what_two_readers_could_take_in_two_ways(string change, string first, string second)
    {
        using var package = new SmallPackage();
        Change(package, change);
        package.Sign();

        var arguments = Of(package, _files);

        Failed(Run.Of(arguments).Json).ShouldBe(first);
        var answer = SecondVerifier.Answer(arguments);
        foreach (var code in second.Split(' ').Except(["redaction"])) Failed(answer).Split(' ').ShouldContain(code, answer.GetRawText());
    }

    [Theory]
    [InlineData("type", "is no statement of custody")]
    [InlineData("not canonical", "not canonical")]
    [InlineData("more", "not canonical, or has members that are not known")]
    [InlineData("version", "not canonical, or has members that are not known")]
    public void Find_an_event_that_is_another_statement(string how, string says)
    {
        using var package = SmallPackage.With(all => all.AddEvent(2, "noted", "reason", "Yes.", how == "type" ? EvidenceStatement.PayloadType : CustodyStatement.PayloadType, json => how switch
        {
            "not canonical" => json.Replace("{\"actor\"", "{ \"actor\"", StringComparison.Ordinal),
            "more" => json.Replace("\"v\":1}", "\"v\":1,\"w\":\"Anna\"}", StringComparison.Ordinal),
            "version" => json.Replace("\"v\":1}", "\"v\":2}", StringComparison.Ordinal),
            _ => json,
        }));

        Fails(package, how == "type" ? "custodyChain" : "custodyChain redaction", "record", says, "2.dsse.json is");
    }

    [Theory]
    [InlineData("0.00001")]
    [InlineData("[1e-7,-0.0,1e16,123456789012345680000,9007199254740993,1e21,5e-324]")]
    public void Take_numbers_as_the_standard_writes_them(string value)
    {
        using var package = SmallPackage.With(all => all.AddEvent(2, "noted", "value", JsonNode.Parse(value)));

        Holds(package);
    }

    public void Dispose() => _files.Dispose();

    private static void Change(SmallPackage package, string change)
    {
        var (files, kind) = (package.Files, change.Split(' ')[^1]);
        var path = kind switch { "statements" => PackagePaths.Statements(Record), "disclosures" => PackagePaths.Disclosures(Record), "key" => PackagePaths.Custodian, _ => PackagePaths.Completeness };
        var text = Encoding.UTF8.GetString(files[path]);
        files[path] = Encoding.UTF8.GetBytes(change switch
        {
            "name twice in completeness" => text.Replace("\"erased\":[]", "\"erased\":[\"Anna\"],\"erased\":[]", StringComparison.Ordinal),
            "number of another kind in completeness" => text.Replace("\"included\":3", "\"included\":3.0", StringComparison.Ordinal),
            "record stated as a number" => text.Replace("\"included\":[\"ev-1\"]", "\"included\":[1]", StringComparison.Ordinal),
            "erased stated of what is there" => text.Replace("\"included\":[\"ev-1\"],\"erased\":[]", "\"included\":[],\"erased\":[\"ev-1\"]", StringComparison.Ordinal),
            "name twice in statements" => text.Replace("\"kind\":\"review\"", "\"kind\":\"Anna\",\"kind\":\"review\"", StringComparison.Ordinal),
            "more in statements" => text.Replace("\"kind\":\"review\"", "\"more\":\"Anna\",\"kind\":\"review\"", StringComparison.Ordinal),
            "name twice in disclosures" => text.Replace("\"n\":\"event\"", "\"n\":\"Anna\",\"n\":\"event\"", StringComparison.Ordinal),
            "more in disclosures" => text.Replace("\"n\":\"event\"", "\"more\":\"Anna\",\"n\":\"event\"", StringComparison.Ordinal),
            "half a character in disclosures" => text.Replace("\"n\":\"event\"", "\"n\":\"\\ud800\"", StringComparison.Ordinal),
            "nested deep in disclosures" => text.Replace("\"vf-1\"", new string('[', 65) + new string(']', 65), StringComparison.Ordinal),
            "armour before the key" => "-----BEGIN MORE-----\nAAAA\n-----END MORE-----\n" + text,
            "text before the key" => "The key:\n" + text,
            _ => text.StartsWith('{') && change.StartsWith("mark", StringComparison.Ordinal) ? "\uFEFF" + text : text,
        });
        if (change.StartsWith("no UTF-8", StringComparison.Ordinal)) files[path][text.IndexOf("vf-1", StringComparison.Ordinal)] = 0xFF;
    }

    private void Holds(SmallPackage package)
    {
        var arguments = Of(package, _files);
        var (first, second) = (Run.Of(arguments), SecondVerifier.Answer(arguments));
        first.Outcome.ShouldBe((0, "verified"), first.People);
        second.GetProperty("valid").GetBoolean().ShouldBeTrue(Failed(second));
    }

    private void Fails(SmallPackage package, string first, string second, string firstSays, string secondSays)
    {
        var arguments = Of(package, _files);
        var (run, answer) = (Run.Of(arguments), SecondVerifier.Answer(arguments));
        Failed(run.Json).ShouldBe(first, run.Text);
        run.Json.GetProperty("checks").GetRawText().ShouldContain(firstSays);
        Failed(answer).Split(' ').ShouldContain(second.Split(' ')[0], answer.GetRawText());
        answer.GetProperty("checks").GetRawText().ShouldContain(secondSays);
    }
}
