using System.Text.Json;
using DataDiplomacy.Core.Evidence.Mail;

namespace DataDiplomacy.Core.Tests.Evidence.Mail;

/// <summary>Signed messages of others, kept beside the repository and read where they are.</summary>
internal static class MailVectors
{
    public static string Folder(string name) => SharedFiles.Folder(name);

    public static byte[] Bytes(string folder, string name) => File.ReadAllBytes(Path.Combine(Folder(folder), name));

    /// <summary>The key that signed mail of gmail.com as selector 20120113, from the PEM file that was kept.</summary>
    public static ArchivedKey GmailKey()
    {
        var lines = File.ReadAllLines(Path.Combine(Folder("vectors/dkim-mimekit"), "gmail.pub")).Where(line => !line.StartsWith('-'));
        return new ArchivedKey("20120113._domainkey.gmail.com", "k=rsa; p=" + string.Concat(lines), "kept by the MimeKit project; in use 2012 to 2015");
    }

    public static IReadOnlyList<ArchivedKey> Keys(JsonElement records) =>
        [.. records.EnumerateObject().Select(each => new ArchivedKey(each.Name, each.Value.GetString() ?? "", "of the vector"))];
}
