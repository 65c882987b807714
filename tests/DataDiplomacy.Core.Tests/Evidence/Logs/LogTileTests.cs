using System.Text;
using DataDiplomacy.Core.Evidence.Logs;

namespace DataDiplomacy.Core.Tests.Evidence.Logs;

public sealed class LogTileTests(ITestOutputHelper output)
{
    private const string Vectors = "vectors/tlog-tiles";

    /// <summary>Examples of c2sp.org/tlog-tiles.</summary>
    [Theory]
    [InlineData("tile/0/x001/x234/067", 0, 1234067UL, 256)]
    [InlineData("tile/1/000.p/1", 1, 0UL, 1)]
    [InlineData("tile/entries/x273/000.p/112", LogTile.Entries, 273000UL, 112)]
    [InlineData("tile/63/999", 63, 999UL, 256)]
    public void Has_one_path(string path, int level, ulong index, int width)
    {
        LogTile.Parse(path).ShouldBe(new LogTile(level, index, width));
        new LogTile(level, index, width).Path.ShouldBe(path);
    }

    [Theory]
    [InlineData("tile/0/67")]
    [InlineData("tile/00/067")]
    [InlineData("tile/64/000")]
    [InlineData("tile/-1/000")]
    [InlineData("tile/0/001/067")]
    [InlineData("tile/0/x000/067")]
    [InlineData("tile/0/000.p/0")]
    [InlineData("tile/0/000.p/256")]
    [InlineData("tile/0/000.p/07")]
    [InlineData("tile/0/000.p")]
    [InlineData("tile/0/x018/x446/x744/x073/x709/x551/616")]
    [InlineData("tile/0")]
    [InlineData("0/000")]
    public void Has_no_other_path(string path) => LogTile.Parse(path).ShouldBeNull();

    /// <summary>Sizes and tiles of c2sp.org/tlog-tiles, "Merkle Tree".</summary>
    [Theory]
    [InlineData(70_000UL, 0, 272UL, 256)]
    [InlineData(70_000UL, 0, 273UL, 112)]
    [InlineData(70_000UL, 1, 0UL, 256)]
    [InlineData(70_000UL, 1, 1UL, 17)]
    [InlineData(70_000UL, 2, 0UL, 1)]
    [InlineData(256UL, 1, 0UL, 1)]
    public void Is_as_wide_as_the_tree_fills_it(ulong size, int level, ulong index, int width) => LogTile.At(level, index, size)?.Width.ShouldBe(width);

    [Theory]
    [InlineData(70_000UL, 3, 0UL)]
    [InlineData(256UL, 0, 1UL)]
    [InlineData(0UL, 0, 0UL)]
    [InlineData(ulong.MaxValue, 8, 0UL)]
    [InlineData(5UL, 0, ulong.MaxValue)]
    public void Is_not_where_the_tree_has_nothing(ulong size, int level, ulong index) => LogTile.At(level, index, size).ShouldBeNull();

    [Fact]
    public void Bundles_entries()
    {
        var bundle = EntryBundle.Write([Encoding.ASCII.GetBytes("one"), ReadOnlyMemory<byte>.Empty]);

        bundle.ShouldBe([0, 3, (byte)'o', (byte)'n', (byte)'e', 0, 0]);
        EntryBundle.Read(bundle).Select(each => each.Length).ShouldBe([3, 0]);
        Should.Throw<FormatException>(() => EntryBundle.Read(bundle.AsMemory(..3))).Message.ShouldContain("entry 0");
        Should.Throw<FormatException>(() => EntryBundle.Read(bundle.AsMemory(..6))).Message.ShouldContain("length of entry 1");
        Should.Throw<ArgumentException>(() => EntryBundle.Write([new byte[65_536]]));
    }

    [Fact]
    public void Audits_a_log_that_another_program_grew()
    {
        var folder = SharedFiles.Folder(Vectors);
        var key = NoteKey.Parse(File.ReadAllText(Path.Combine(folder, "vkey.txt")).Trim());
        var checkpoints = SharedFiles.Files(Vectors + "/log", "checkpoint.*").Select(file => Signed(file, key)).OrderBy(each => each.Size).ToList();
        ReadOnlyMemory<byte> Tile(LogTile tile) => File.ReadAllBytes(Path.Combine(folder, "log", tile.Path));
        var withTiles = checkpoints.Where(each => each.Size > 0 && File.Exists(Path.Combine(folder, "log", new LogTile(0, 0, (int)each.Size).Path))).ToList();

        foreach (var checkpoint in withTiles)
        {
            var tree = new TiledTree(checkpoint.Size, Tile);
            tree.Root().ShouldBe(checkpoint.Root.ToArray());
            var bundle = EntryBundle.Read(Tile(new LogTile(LogTile.Entries, 0, (int)checkpoint.Size)));
            bundle.SelectMany(entry => Merkle.LeafHash(entry.Span)).ToArray().ShouldBe(Tile(new LogTile(0, 0, (int)checkpoint.Size)).ToArray());
            foreach (var older in checkpoints.Where(each => each.Size > 0 && each.Size <= checkpoint.Size))
                Merkle.VerifiesConsistency(older.Size, checkpoint.Size, older.Root.Span, checkpoint.Root.Span, tree.Consistency(older.Size)).ShouldBeTrue();
        }

        output.WriteLine($"tlog-tiles: {checkpoints.Count} of {checkpoints.Count} checkpoints signed, {withTiles.Count} of {withTiles.Count} with tiles and bundles re-derived, consistent with all older ones");
        withTiles.Count.ShouldBeGreaterThan(5);
    }

    private static Checkpoint Signed(string file, NoteKey key)
    {
        var note = SignedNote.Parse(File.ReadAllBytes(file));
        note.Verify([key]).Count.ShouldBe(1, file);
        return Checkpoint.Parse(note.Text);
    }
}
