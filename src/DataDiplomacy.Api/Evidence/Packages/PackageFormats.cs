using System.IO.Compression;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Evidence.Packages;

/// <summary>The bag as one zip, and what in it is for people.</summary>
public static class PackageFormats
{
    // The same files give the same bytes.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The verifier in one file of Python, as it was built in.</summary>
    public static string SecondVerifier { get; } = ReadVerifier();

    /// <summary>Writes the bag below one folder (RFC 8493, 4).</summary>
    public static async Task WriteAsync(Stream output, string folder, IReadOnlyList<PackageFile> files, CancellationToken cancellationToken)
    {
        await using var late = new LateWriteStream(output);
        await using (var zip = await ZipArchive.CreateAsync(late, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken))
        {
            foreach (var file in files)
            {
                var entry = zip.CreateEntry($"{folder}/{file.Path}", CompressionLevel.Fastest);
                entry.LastWriteTime = Epoch;
                await using var content = file.Open();
                await using var into = await entry.OpenAsync(cancellationToken);
                await content.CopyToAsync(into, cancellationToken);
            }
        }

        await late.FlushAsync(cancellationToken);
    }

    /// <summary>What opens the commitments of an event; in the place of what is withheld the name and the reason, and nothing else.</summary>
    public static JsonArray Disclosures(CustodyEventView view) =>
        [.. view.Disclosures.Select(d => JsonNode.Parse(d.GetRawText())), .. view.Withheld.Select(w => new JsonObject { ["name"] = w.Name, ["withheld"] = WireNames.Of(w.Reason) })];

    /// <summary>How to check the package with this program and with others.</summary>
    public static string Readme(string record) =>
        $"""
        How to check this package
        =========================

        1. All at once, with the stand-alone verifier of DataDiplomacy (no network):

               dotnet run --project src/DataDiplomacy.Verifier -- package THIS.zip --policy policy.txt

           The unpacked folder can be given in the place of the zip. Write policy.txt yourself: the line "log VKEY" with the key of the log, which you have from somebody you trust, and the line "quorum none".
           proofs/policy.txt in this bag is what the exporter states; a key that comes with what it checks proves nothing.

           The same with plain Python, which shares no code with the former. Take the file from somebody you trust; the one in this bag came with it:

               python3 verify.py package THIS.zip --policy policy.txt

           Both take --custodian PEM with the key of the custodian, if you have it from somebody you trust; without it they take the one in this bag, which the
           log vouches for. Both refuse a file that has no place in a package: nothing can stand beside what they check.

        2. The files, with sha256sum, in the folder of the bag:

               sha256sum --check --quiet manifest-sha256.txt tagmanifest-sha256.txt

        3. A signature, with openssl (3.0 or later): an event is a DSSE envelope; what is signed is "DSSEv1 LENGTH TYPE LENGTH PAYLOAD".

               python3 -c "import base64,json,sys; e=json.load(open(sys.argv[1])); p=base64.b64decode(e['payload']); t=e['payloadType'].encode(); open('pae','wb').write(b'DSSEv1 %d %s %d %s'%(len(t),t,len(p),p)); open('sig','wb').write(base64.b64decode(e['signatures'][0]['sig']))" data/items/{record}/events/1.dsse.json
               openssl pkeyutl -verify -pubin -inkey proofs/custodian.pem -rawin -in pae -sigfile sig

           The package as a whole is signed in the same way: export.dsse.json, which names the SHA-256 of tagmanifest-sha256.txt. It stands outside of that
           list, since it signs it; some programs that check bags tell so in a warning. So are the statements about a record, where there are any: reports of
           checks, assessments and reviews in data/items/{record}/statements/, with what opens their leaves in statements.json beside it. Statements that whoever
           exported may not read, or that were erased with their record, have a leaf and a proof alone; data/completeness.json counts them.

           A redaction says what was removed, why and on whose authority in its event "redacted". Where disclosures.json has "withheld" in the place of a value,
           the signed event commits to it; hiddenRecord: whoever exported this may not know of the record that it belongs to; erasedRecord: that record was
           erased, and the value and its salt with it.

           Of an erased record nothing but the receipt, its last event, can be opened. It binds the events before it all the same, since each names the SHA-256
           of the envelope before.

        4. A proof, with any program that knows C2SP tlog-proof: the entry proofs/{record}/1.entry, the proof proofs/{record}/1.tlog-proof;
           of statements, the same in proofs/{record}/statements/.

        5. Time, with openssl, if proofs/timestamps holds anything: an authority stamped the checkpoint SIZE.checkpoint, under which the proofs
           proofs/{record}/1.stamped.tlog-proof and its neighbours lead. Take the roots from the authority; those in this bag are what the exporter pins. An old
           stamp needs -attime with its own time as seconds since 1970, since its certificates have expired meanwhile:

               openssl ts -verify -data proofs/timestamps/SIZE.checkpoint -in proofs/timestamps/SIZE.NAME.tsr -CAfile ROOTS.pem
               openssl ts -verify -data proofs/timestamps/SIZE.checkpoint -token_in -in proofs/timestamps/SIZE.NAME.tst -CAfile ROOTS.pem

           The verifier of 1. does it with --roots ROOTS.pem; verify.py does not check stamps, and says so.

        What it shows: the custodian packed these files for the one whom export.dsse.json names; these bytes were taken in, and these events were written, no later than the checkpoint, and nothing was changed since.
        What it does not show: that the content is true, that it was unchanged before it was taken in, or that nothing was withheld.

        """;

    /// <summary>What the package holds, and what it does not.</summary>
    public static string Completeness(string name, IReadOnlyList<PackedRecord> packed, int? withheld, string checkpoint) => new JsonObject
    {
        ["package"] = name,
        ["included"] = new JsonArray([.. packed.Where(p => !p.Record.IsErased).Select(p => (JsonNode)p.Record.Id)]),
        ["erased"] = new JsonArray([.. packed.Where(p => p.Record.IsErased).Select(p => (JsonNode)p.Record.Id)]),
        ["withheld"] = withheld,
        ["events"] = new JsonObject([.. packed.Select(p => KeyValuePair.Create(p.Record.Id, (JsonNode?)p.Events.Count))]),
        ["statements"] = new JsonObject([.. packed.Select(p => KeyValuePair.Create(p.Record.Id, (JsonNode?)CountsOf(p)))]),
        ["logIndices"] = new JsonObject { ["first"] = packed.Min(p => p.Record.LogIndex), ["lastChange"] = packed.Max(p => p.Record.ChangedIndex) },
        ["checkpoint"] = checkpoint,
    }.ToJsonString();

    private static JsonObject CountsOf(PackedRecord packed)
    {
        var alone = packed.Statements.Leaves.Count - packed.Statements.Opened.Count;
        var isErased = packed.Record.IsErased;
        return new JsonObject { ["included"] = packed.Statements.Opened.Count, ["withheld"] = isErased ? 0 : alone, ["erased"] = isErased ? alone : 0 };
    }

    private static string ReadVerifier()
    {
        using var stream = typeof(PackageFormats).Assembly.GetManifestResourceStream("verify.py") ?? throw new InvalidOperationException("verify.py is not built in.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
