namespace DataDiplomacy.Api.Observations.Imports;

/// <summary>
/// The kept file of an import, claimed by the server that runs it: a lock of the file system, which ends with the process, so that of several servers
/// over one storage folder one runs an import, and another takes it up when that one dies.
/// </summary>
internal sealed class ClaimedFile : IAsyncDisposable
{
    // EWOULDBLOCK on Linux and on macOS, ERROR_SHARING_VIOLATION on Windows.
    private static readonly int[] Locked = [11, 35, unchecked((int)0x80070020)];

    private readonly string _path;
    private readonly FileStream? _stream;

    private ClaimedFile(string path, FileStream? stream) => (_path, _stream) = (path, stream);

    /// <exception cref="FileNotFoundException">The file is gone.</exception>
    public Stream Stream => _stream ?? throw new FileNotFoundException("The kept file of the import is gone.", _path);

    /// <summary>The file for this process alone; null when another one has it. A file that is gone is told when it is read.</summary>
    public static ClaimedFile? TryClaim(string path)
    {
        try
        {
            return new ClaimedFile(path, new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan));
        }
        catch (IOException e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new ClaimedFile(path, null);
        }
        catch (IOException e) when (Locked.Contains(e.HResult))
        {
            return null;
        }
    }

    /// <summary>Deletes it while it is still claimed.</summary>
    public void Delete() => File.Delete(_path);

    public ValueTask DisposeAsync() => _stream?.DisposeAsync() ?? default;
}
