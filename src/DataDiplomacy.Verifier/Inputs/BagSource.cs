using System.IO.Compression;
using DataDiplomacy.Core.Evidence.Bags;

namespace DataDiplomacy.Verifier.Inputs;

/// <summary>The files of a bag, from a folder or from a zip with the bag in it or in its one folder. Nothing is unpacked.</summary>
internal static class BagSource
{
    private const int MaxFiles = 1_000_000;
    private const int UnixLink = 0xA000;
    private const int UnixKind = 0xF000;

    public static IReadOnlyList<BagFile> Open(string path)
    {
        try
        {
            return Directory.Exists(path) ? OfFolder(path) : OfZip(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException)
        {
            throw new UnreadableException($"{path} is neither a folder nor a zip that can be read: {error.Message}", error);
        }
    }

    private static List<BagFile> OfFolder(string root)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0, ReturnSpecialDirectories = false };
        return [.. new DirectoryInfo(root).EnumerateFileSystemInfos("*", options).Where(each => each is FileInfo || each.LinkTarget is not null).Take(MaxFiles).Select(each => new BagFile(
            Path.GetRelativePath(root, each.FullName).Replace(Path.DirectorySeparatorChar, '/'),
            each.LinkTarget is null && each is FileInfo file ? file.Length : 0,
            each.LinkTarget is not null,
            () => new FileStream(each.FullName, FileMode.Open, FileAccess.Read)))];
    }

    private static List<BagFile> OfZip(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        var entries = zip.Entries.Where(entry => !entry.FullName.EndsWith('/')).Take(MaxFiles).ToList();
        var folder = entries.Exists(entry => entry.FullName == "bagit.txt") ? "" : entries.Select(entry => entry.FullName.Split('/')[0] + "/").Distinct().ToList() is [var only] ? only : "";
        return [.. entries.Select(entry => entry.FullName).Select((name, i) => new BagFile(
            name[folder.Length..], entries[i].Length, ((entries[i].ExternalAttributes >> 16) & UnixKind) == UnixLink, () => OpenEntry(path, name)))];
    }

    private static OwningStream OpenEntry(string path, string name)
    {
        var zip = ZipFile.OpenRead(path);
        return new OwningStream((zip.GetEntry(name) ?? throw new InvalidDataException($"{name} is gone from the zip.")).Open(), zip);
    }

    /// <summary>Closes the zip with the one file that was read from it.</summary>
    private sealed class OwningStream(Stream inner, ZipArchive zip) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override int Read(Span<byte> buffer) => inner.Read(buffer);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
                zip.Dispose();
            }
            base.Dispose(disposing);
        }
    }
}
