using System.Runtime.InteropServices;

namespace DataDiplomacy.Api.Data;

/// <summary>Files that are there after a power cut: written aside, flushed to the disk, renamed, and the folder flushed too (fsync(2), rename(2)).</summary>
public static class DurableFile
{
    private const int ReadOnlyDirectory = 0x10000;

    /// <summary>Writes a file as a whole; readers see the old one or the new one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="mayReplace">Whether an existing file is replaced; else it is an <see cref="IOException"/>.</param>
    public static void Write(string path, ReadOnlySpan<byte> bytes, bool mayReplace)
    {
        var folder = CreateFolder(path);
        var aside = $"{path}.{Guid.NewGuid():N}.new";
        using (var file = new FileStream(aside, Private(FileMode.CreateNew)))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(aside, path, mayReplace);
        FlushFolder(folder);
    }

    /// <summary>Gives a file that was written and flushed aside its name.</summary>
    public static void Publish(string aside, string path)
    {
        var folder = CreateFolder(path);
        File.Move(aside, path, overwrite: true);
        FlushFolder(folder);
    }

    /// <summary>Removes a file for good; its bytes are overwritten first, which helps on disks that write in place.</summary>
    public static void Destroy(string path)
    {
        if (!File.Exists(path))
        {
            return;
        }

        using (var file = new FileStream(path, FileMode.Open, FileAccess.Write))
        {
            var zeros = new byte[Math.Min(file.Length, 1 << 20)];
            for (var left = file.Length; left > 0 && zeros.Length > 0; left -= zeros.Length)
            {
                file.Write(zeros.AsSpan(0, (int)Math.Min(left, zeros.Length)));
            }

            file.Flush(flushToDisk: true);
        }

        File.Delete(path);
        FlushFolder(Path.GetDirectoryName(path) ?? ".");
    }

    /// <summary>A file that its owner alone may read.</summary>
    public static FileStreamOptions Private(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private static string CreateFolder(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".";
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            // The entry of a new folder lies in the one above it.
            FlushFolder(Path.GetDirectoryName(folder) ?? folder);
        }

        return folder;
    }

    private static void FlushFolder(string folder)
    {
        // Only Linux is asked: NTFS keeps the entries of folders in its journal, and macOS does not let them be flushed.
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var handle = Open(folder, ReadOnlyDirectory);
        if (handle < 0)
        {
            throw new IOException($"The folder {folder} cannot be opened to be flushed.");
        }

        try
        {
            if (Flush(handle) != 0)
            {
                throw new IOException($"The folder {folder} cannot be flushed to the disk.");
            }
        }
        finally
        {
            _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(string path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Flush(int handle);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
