using System.Globalization;
using System.Text;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Core.Tests.Evidence.Logs;

/// <summary>A log of 1,000 entries: four bundles, four tiles of leaves, one tile above them of three hashes.</summary>
public sealed class LogAuditTests
{
    private const ulong Size = 1000;
    private const string Origin = "example.com/log";

    private static readonly SigningKey Signer = SigningKey.FromSeed([.. Enumerable.Repeat((byte)7, 32)]);
    private static readonly NoteKey Key = NoteKey.Create(Origin, NoteKeyType.Ed25519, Signer.Public.Span);

    public static TheoryData<string> Files() =>
    [
        "tile/entries/000", "tile/entries/001", "tile/entries/002", "tile/entries/003.p/232",
        "tile/0/000", "tile/0/001", "tile/0/002", "tile/0/003.p/232", "tile/1/000.p/3"
    ];

    [Fact]
    public void Accepts_a_whole_log_that_continues_what_was_seen_before()
    {
        var files = Log(Entries());
        ReadOnlyMemory<byte>[] earlier = [.. new ulong[] { 0, 1, 255, 256, 257, 768, 999, 1000 }.Select(size => Checkpoint(Entries()[..(int)size]))];

        var report = Audit(files, earlier);

        report.Faults.ShouldBeEmpty();
        (report.Holds, report.Entries, report.Tiles).ShouldBe((true, 1000UL, 5UL));
    }

    [Theory]
    [InlineData(0, 0UL)]
    [InlineData(1, 1UL)]
    [InlineData(256, 2UL)]
    [InlineData(257, 3UL)]
    [InlineData(65_536, 258UL)]
    [InlineData(65_793, 261UL)]
    public void Accepts_logs_at_the_edges_of_their_tiles(int size, ulong tiles)
    {
        var entries = Entries(size);

        var report = Audit(Log(entries));

        report.Faults.ShouldBeEmpty();
        (report.Holds, report.Entries, report.Tiles).ShouldBe((true, (ulong)size, tiles));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Finds_one_flipped_bit_and_says_where(string path)
    {
        var files = Log(Entries());
        files[path][5] ^= 1; // of a tile: its first hash; of the first bundle: entry 1; of the others: the length of their second entry

        var report = Audit(files);

        report.Holds.ShouldBeFalse();
        report.Faults[0].Path.ShouldBe(path);
        report.Faults[0].Kind.ShouldBeOneOf(LogFaultKind.EntryChanged, LogFaultKind.TileChanged, LogFaultKind.Malformed);
    }

    [Fact]
    public void Names_the_entry_that_was_changed_and_not_its_tile()
    {
        var changed = Entries();
        changed[700] = "other"u8.ToArray();
        var files = Log(Entries());
        files["tile/entries/002"] = EntryBundle.Write(changed[512..768]);

        var report = Audit(files);

        report.Faults.Select(each => (each.Kind, each.Path, each.EntryIndex)).ShouldBe(
            [(LogFaultKind.EntryChanged, "tile/entries/002", 700UL), (LogFaultKind.RootMismatch, "checkpoint", null)]);
    }

    [Fact]
    public void Names_the_tile_that_was_changed_and_the_entry_below_it()
    {
        var leaves = Log(Entries());
        var above = Log(Entries());
        leaves["tile/0/001"][10 * Merkle.HashLength] ^= 0x80;
        above["tile/1/000.p/3"][2 * Merkle.HashLength] ^= 0x80;

        Audit(leaves).Faults.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            fault => fault.Kind.ShouldBe(LogFaultKind.TileChanged), fault => fault.Path.ShouldBe("tile/0/001"), fault => fault.EntryIndex.ShouldBe(266UL));
        Audit(above).Faults.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            fault => fault.Kind.ShouldBe(LogFaultKind.TileChanged), fault => fault.Path.ShouldBe("tile/1/000.p/3"), fault => fault.EntryIndex.ShouldBe(512UL));
    }

    [Fact]
    public void Finds_every_flipped_bit_of_the_checkpoint()
    {
        var files = Log(Entries());
        var note = files[LogAudit.CheckpointPath];

        for (var at = 0; at < note.Length; at++)
        {
            var flipped = note.ToArray();
            flipped[at] ^= 1;
            var report = Audit(new(files) { [LogAudit.CheckpointPath] = flipped });
            report.Faults.ShouldHaveSingleItem().Kind.ShouldBeOneOf(LogFaultKind.CheckpointMalformed, LogFaultKind.CheckpointUnsigned);
            report.Holds.ShouldBeFalse();
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Finds_a_file_that_is_gone(string path)
    {
        var files = Log(Entries());
        files.Remove(path);

        var report = Audit(files);

        report.Faults.ShouldHaveSingleItem().ShouldSatisfyAllConditions(fault => fault.Kind.ShouldBe(LogFaultKind.Missing), fault => fault.Path.ShouldBe(path));
        report.Completed.ShouldBeTrue();
    }

    [Fact]
    public void Finds_an_entry_that_was_dropped_and_two_that_changed_places()
    {
        var dropped = Log(Entries());
        dropped["tile/entries/001"] = EntryBundle.Write([.. Entries()[256..300], .. Entries()[301..512]]);
        var swapped = Entries();
        (swapped[300], swapped[310]) = (swapped[310], swapped[300]);
        var reordered = Log(Entries());
        reordered["tile/entries/001"] = EntryBundle.Write(swapped[256..512]);

        Audit(dropped).Faults.Select(each => (each.Kind, each.EntryIndex)).ShouldContain((LogFaultKind.Malformed, null));
        Audit(dropped).Faults.ShouldContain(each => each.Path == "tile/entries/001" && each.EntryIndex == 300);
        Audit(reordered).Faults.Where(each => each.Kind == LogFaultKind.EntryChanged).Select(each => each.EntryIndex).ShouldBe([300UL, 310UL]);
    }

    /// <summary>The third entry of the bundle, at byte 10, says that it is longer than the bundle.</summary>
    [Fact]
    public void Names_the_entry_where_a_bundle_breaks()
    {
        var files = Log(Entries());
        files["tile/entries/001"][10] = 0xFF;

        var report = Audit(files);

        report.Faults.Select(each => each.Kind).ShouldBe([LogFaultKind.Malformed]);
        report.Faults[0].Explanation.ShouldContain("entry 2");
    }

    [Fact]
    public void Finds_a_log_that_was_rebuilt_under_its_old_checkpoint()
    {
        var swapped = Entries();
        (swapped[300], swapped[310]) = (swapped[310], swapped[300]);
        var rebuilt = Log(swapped);
        rebuilt[LogAudit.CheckpointPath] = Checkpoint(Entries());

        Audit(rebuilt).Faults.ShouldHaveSingleItem().Kind.ShouldBe(LogFaultKind.RootMismatch);
    }

    [Fact]
    public void Finds_a_log_that_was_rolled_back_or_forked_or_is_another()
    {
        var forked = Entries();
        forked[10] = "another history"u8.ToArray();
        var other = SignedNote.Sign(new Checkpoint("example.com/other", 3, new byte[32], []).ToString(), "example.com/other", Signer);

        var rolledBack = Audit(Log(Entries()[..900]), Checkpoint(Entries()));
        var fork = Audit(Log(forked), Checkpoint(Entries()[..500]), Checkpoint(Entries()[..10]));
        var another = LogAudit.Run(Checkpoint(Entries()), [Key, NoteKey.Create("example.com/other", NoteKeyType.Ed25519, Signer.Public.Span)], [Encoding.UTF8.GetBytes(other.ToString())], Reader(Log(Entries())));

        rolledBack.Faults.ShouldHaveSingleItem().ShouldSatisfyAllConditions(fault => fault.Kind.ShouldBe(LogFaultKind.RolledBack), fault => fault.EntryIndex.ShouldBe(900UL));
        fork.Faults.ShouldHaveSingleItem().ShouldSatisfyAllConditions(fault => fault.Kind.ShouldBe(LogFaultKind.Forked), fault => fault.Explanation.ShouldContain("500"));
        another.Faults.ShouldHaveSingleItem().Kind.ShouldBe(LogFaultKind.OtherLog);
    }

    [Fact]
    public void Stops_where_neither_entries_nor_hashes_are_there()
    {
        var files = Log(Entries());
        files.Remove("tile/entries/002");
        files.Remove("tile/0/002");

        var report = Audit(files);

        (report.Completed, report.Holds, report.Entries).ShouldBe((false, false, 512UL));
        report.Faults.Select(each => each.Path).ShouldBe(["tile/entries/002", "tile/0/002"]);
    }

    [Fact]
    public void Takes_the_full_tile_where_the_partial_one_is_gone()
    {
        var grown = Log(Entries(1024));
        grown[LogAudit.CheckpointPath] = Checkpoint(Entries());
        grown["tile/1/000.p/3"] = grown["tile/1/000.p/4"][..(3 * Merkle.HashLength)];

        Audit(grown).Holds.ShouldBeTrue();
    }

    [Fact]
    public void Lists_the_first_hundred_faults_and_counts_the_others()
    {
        var files = Log(Entries());
        files["tile/0/000"] = new byte[LogTile.FullWidth * Merkle.HashLength];

        var report = Audit(files);

        (report.Faults.Count, report.FaultsLeftOut).ShouldBe((100, 156UL));
    }

    private static LogAuditReport Audit(Dictionary<string, byte[]> files, params ReadOnlyMemory<byte>[] earlier) =>
        LogAudit.Run(files[LogAudit.CheckpointPath], [Key], earlier, Reader(files));

    private static Func<LogTile, byte[]?> Reader(Dictionary<string, byte[]> files) => tile => files.GetValueOrDefault(tile.Path);

    private static ReadOnlyMemory<byte>[] Entries(int size = (int)Size) =>
        [.. Enumerable.Range(0, size).Select(i => new ReadOnlyMemory<byte>(Encoding.ASCII.GetBytes(i.ToString(CultureInfo.InvariantCulture))))];

    private static byte[] Checkpoint(ReadOnlyMemory<byte>[] entries)
    {
        var root = Merkle.Root(entries.SelectMany(each => Merkle.LeafHash(each.Span)).ToArray());
        return Encoding.UTF8.GetBytes(SignedNote.Sign(new Checkpoint(Origin, (ulong)entries.Length, root, []).ToString(), Origin, Signer).ToString());
    }

    private static Dictionary<string, byte[]> Log(ReadOnlyMemory<byte>[] entries)
    {
        var size = (ulong)entries.Length;
        var log = new LogInMemory(size, i => Merkle.LeafHash(entries[i].Span));
        var files = new Dictionary<string, byte[]> { [LogAudit.CheckpointPath] = Checkpoint(entries) };
        for (var level = LogTile.Entries; level <= 7; level++)
        {
            for (var index = 0UL; LogTile.At(level, index, size) is { } tile; index++)
                files[tile.Path] = level == LogTile.Entries ? EntryBundle.Write(entries[(int)(index * 256)..(int)(index * 256 + (ulong)tile.Width)]) : log.Read(tile).ToArray();
        }
        return files;
    }
}
