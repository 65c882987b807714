using System.Text;

namespace DataDiplomacy.Verifier.Tests;

/// <summary>A folder for the files of one test.</summary>
internal sealed class Files : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("verifier-").FullName;

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? Folder);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
