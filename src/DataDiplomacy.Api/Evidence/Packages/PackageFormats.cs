using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Custody;

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

           Write policy.txt yourself: the line "log VKEY" with the key of the log, which you have from somebody you trust, and the line "quorum none".
           proofs/policy.txt in this bag is what the exporter states; a key that comes with what it checks proves nothing.

           The same with plain Python, which shares no code with the former. Take the file from somebody you trust; the one in this bag came with it:

               python3 verify.py package THIS.zip --policy policy.txt

        2. The files, with sha256sum, in the folder of the bag:

               sha256sum --check --quiet manifest-sha256.txt tagmanifest-sha256.txt

        3. A signature, with openssl (3.0 or later): an event is a DSSE envelope; what is signed is "DSSEv1 LENGTH TYPE LENGTH PAYLOAD".

               python3 -c "import base64,json,sys; e=json.load(open(sys.argv[1])); p=base64.b64decode(e['payload']); t=e['payloadType'].encode(); open('pae','wb').write(b'DSSEv1 %d %s %d %s'%(len(t),t,len(p),p)); open('sig','wb').write(base64.b64decode(e['signatures'][0]['sig']))" data/items/{record}/events/1.dsse.json
               openssl pkeyutl -verify -pubin -inkey proofs/custodian.pem -rawin -in pae -sigfile sig

        4. A proof, with any program that knows C2SP tlog-proof: the entry proofs/{record}/1.entry, the proof proofs/{record}/1.tlog-proof.

        5. Time, with openssl, if proofs/timestamps holds anything: an authority stamped the checkpoint SIZE.checkpoint, under which the proofs
           proofs/{record}/1.stamped.tlog-proof and its neighbours lead. Take the roots from the authority; those in this bag are what the exporter pins. An old
           stamp needs -attime with its own time as seconds since 1970, since its certificates have expired meanwhile:

               openssl ts -verify -data proofs/timestamps/SIZE.checkpoint -in proofs/timestamps/SIZE.NAME.tsr -CAfile ROOTS.pem
               openssl ts -verify -data proofs/timestamps/SIZE.checkpoint -token_in -in proofs/timestamps/SIZE.NAME.tst -CAfile ROOTS.pem

           The verifier of 1. does it with --roots ROOTS.pem.

        What it shows: these bytes were taken in, and these events were written, no later than the checkpoint, and nothing was changed since.
        What it does not show: that the content is true, or that it was unchanged before it was taken in.

        """;

    /// <summary>The report for people.</summary>
    public static string Report(string name, IReadOnlyList<(EvidenceRecord Record, RecordDetail? Detail, int Events)> facts, int withheld)
    {
        var rows = new StringBuilder();
        foreach (var (record, detail, events) in facts)
        {
            rows.Append(CultureInfo.InvariantCulture, $"<tr><td>{record.Id}</td><td>{WireNames.Of(record.Kind)}</td><td>{Text(detail?.Title ?? "erased")}</td><td>{Instants.Format(record.CreatedAt)}</td><td>{events}</td><td><code>{Text(detail?.Sha256 ?? "no longer available")}</code></td></tr>\n");
        }

        return $$"""
            <!DOCTYPE html>
            <html lang="en"><meta charset="utf-8"><title>{{Text(name)}}</title>
            <style>body{font:16px/1.5 sans-serif;max-width:70em;margin:2em auto;padding:0 1em}table{border-collapse:collapse}td,th{border:1px solid #999;padding:.3em .6em;text-align:left}code{word-break:break-all}</style>
            <h1>{{Text(name)}}</h1>
            <p>{{facts.Count}} records. Withheld from whoever exported this: {{withheld}}. Each was taken in at the time shown and is unchanged since then; what was before is not shown, nor that it is true.</p>
            <table><tr><th>Record</th><th>Kind</th><th>Title</th><th>Taken in (UTC)</th><th>Events of custody</th><th>SHA-256 of the content</th></tr>
            {{rows}}</table>
            <p>verify/README.txt says how to check this without us.</p>
            </html>

            """;
    }

    private static string ReadVerifier()
    {
        using var stream = typeof(PackageFormats).Assembly.GetManifestResourceStream("verify.py") ?? throw new InvalidOperationException("verify.py is not built in.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
