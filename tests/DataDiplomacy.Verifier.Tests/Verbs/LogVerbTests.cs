using System.Globalization;
using System.Net;
using System.Net.Sockets;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Statements;
using DataDiplomacy.Core.Tests.Evidence;

namespace DataDiplomacy.Verifier.Tests.Verbs;

public sealed class LogVerbTests(ITestOutputHelper output) : IDisposable
{
    private const string Vectors = "vectors/tlog-tiles";

    private static readonly SigningKey Signer = SigningKey.FromSeed([.. Enumerable.Repeat((byte)1, 32)]);
    private static readonly string Key = NoteKey.Create("example.com/a", NoteKeyType.Ed25519, Signer.Public.Span).ToString();

    private readonly Files _files = new();

    [Fact]
    public void Accepts_a_log_under_a_pinned_key()
    {
        WriteLog();

        var run = Run.Of("log", "--vkey", Key, "--since", _files.Write("earlier", Note(1, Merkle.LeafHash("one"u8))), _files.Folder);

        run.Outcome.ShouldBe((0, "verified"));
        run.Json.GetProperty("keyPinned").GetBoolean().ShouldBeTrue();
        (run.Json.GetProperty("entries").GetInt32(), run.Json.GetProperty("tiles").GetInt32()).ShouldBe((2, 1));
    }

    [Fact]
    public void Says_that_a_key_of_the_log_itself_pins_nothing()
    {
        WriteLog();
        Run.Of("log", _files.Folder).Outcome.ShouldBe((2, "unreadable"));
        _files.Write("vkey", Key + "\n");

        var run = Run.Of("log", _files.Folder);

        run.Outcome.ShouldBe((0, "verified"));
        run.Json.GetProperty("keyPinned").GetBoolean().ShouldBeFalse();
        run.Json.GetProperty("explanation").GetString().ShouldNotBeNull().ShouldContain("was not pinned");
    }

    [Fact]
    public void Says_where_a_log_breaks()
    {
        WriteLog();
        _files.Write("tile/entries/000.p/2", EntryBundle.Write(["one"u8.ToArray(), "tw0"u8.ToArray()]));

        var run = Run.Of("log", "--vkey", Key, _files.Folder);

        run.Outcome.ShouldBe((1, "entryChanged"));
        run.Json.GetProperty("faults")[0].GetProperty("path").GetString().ShouldBe("tile/entries/000.p/2");
        run.Json.GetProperty("faults")[0].GetProperty("entryIndex").GetInt32().ShouldBe(1);
    }

    [Fact]
    public void Refuses_a_fork_and_other_keys_and_a_log_without_checkpoint()
    {
        WriteLog();
        var fork = _files.Write("fork", Note(1, Merkle.LeafHash("other"u8)));

        Run.Of("log", "--vkey", Key, "--since", fork, _files.Folder).Outcome.ShouldBe((1, "forked"));
        Run.Of("log", "--vkey", "no key", _files.Folder).Outcome.ShouldBe((1, "vkeyInvalid"));
        Run.Of("log", "--vkey", Key, Path.Combine(_files.Folder, "tile")).Outcome.ShouldBe((1, "checkpointMissing"));
    }

    [Fact]
    public async Task Reads_a_log_over_HTTP()
    {
        WriteLog();
        using var listener = new HttpListener();
        var prefix = $"http://127.0.0.1:{FreePort()}/log/";
        listener.Prefixes.Add(prefix);
        listener.Start();
        var serving = ServeAsync(listener, prefix);

        var served = await Task.Run(() => Run.Of("log", "--vkey", Key, prefix.TrimEnd('/')), TestContext.Current.CancellationToken);
        listener.Stop();
        await serving;
        var gone = Run.Of("log", "--vkey", Key, prefix);

        served.Outcome.ShouldBe((0, "verified"));
        gone.Outcome.ShouldBe((2, "unreadable"));
    }

    [Fact]
    public void Agrees_with_a_log_that_another_program_grew()
    {
        var folder = SharedFiles.Folder(Vectors);
        var vkey = File.ReadAllText(Path.Combine(folder, "vkey.txt")).Trim();
        var checkpoints = SharedFiles.Files(Vectors + "/log", "checkpoint.*").Where(Path.HasExtension).OrderBy(Size).ToList();
        var whole = checkpoints.Where(file => Size(file) == 0 || File.Exists(Path.Combine(folder, "log", new LogTile(0, 0, Size(file)).Path))).ToList();
        foreach (var file in SharedFiles.Files(Vectors + "/log/tile", "*")) _files.Write(Path.GetRelativePath(Path.Combine(folder, "log"), file), File.ReadAllBytes(file));

        var right = whole.Count(checkpoint =>
        {
            _files.Write("checkpoint", File.ReadAllBytes(checkpoint));
            string[] since = [.. whole.Where(other => Size(other) <= Size(checkpoint)).SelectMany(other => new[] { "--since", other })];
            return Run.Of(["log", "--vkey", vkey, .. since, _files.Folder]).ExitCode == 0;
        });

        output.WriteLine($"verifier log: {right} of {whole.Count} checkpoints with tiles, each continuing all before it; {checkpoints.Count - whole.Count} without tiles");
        right.ShouldBe(whole.Count);
        whole.Count.ShouldBeGreaterThan(5);
    }

    private static int Size(string checkpoint) => int.Parse(Path.GetExtension(checkpoint).AsSpan(1), CultureInfo.InvariantCulture);

    private void WriteLog()
    {
        var (one, two) = (Merkle.LeafHash("one"u8), Merkle.LeafHash("two"u8));
        _files.Write("checkpoint", Note(2, Merkle.NodeHash(one, two)));
        _files.Write("tile/0/000.p/2", [.. one, .. two]);
        _files.Write("tile/entries/000.p/2", EntryBundle.Write(["one"u8.ToArray(), "two"u8.ToArray()]));
    }

    private static string Note(ulong size, byte[] root) => SignedNote.Sign(new Checkpoint("example.com/a", size, root, []).ToString(), "example.com/a", Signer).ToString();

    private async Task ServeAsync(HttpListener listener, string prefix)
    {
        while (listener.IsListening)
        {
            try
            {
                var context = await listener.GetContextAsync();
                var path = Path.Combine(_files.Folder, (context.Request.Url?.AbsoluteUri ?? "")[prefix.Length..]);
                if (File.Exists(path)) await context.Response.OutputStream.WriteAsync(await File.ReadAllBytesAsync(path));
                else context.Response.StatusCode = 404;
                context.Response.Close();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException && !listener.IsListening)
            {
                return;
            }
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public void Dispose() => _files.Dispose();
}
