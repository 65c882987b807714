using System.Text.Json;
using DataDiplomacy.Core.Evidence.Mail;

namespace DataDiplomacy.Core.Tests.Evidence.Mail;

/// <summary>Signed messages of others, kept beside the repository and read where they are.</summary>
internal static class MailVectors
{
    private const string SkipReason = "The signed messages are not beside this repository (../shared).";

    public static string Folder(string name)
    {
        var path = Shared() is { } shared ? Path.Combine(shared, name) : "";
        Assert.SkipWhen(!Directory.Exists(path), SkipReason);
        return path;
    }

    public static byte[] Bytes(string folder, string name) => File.ReadAllBytes(Path.Combine(Folder(folder), name));

    /// <summary>The key that signed mail of gmail.com as selector 20120113, from the PEM file that was kept.</summary>
    public static ArchivedKey GmailKey()
    {
        var lines = File.ReadAllLines(Path.Combine(Folder("vectors/dkim-mimekit"), "gmail.pub")).Where(line => !line.StartsWith('-'));
        return new ArchivedKey("20120113._domainkey.gmail.com", "k=rsa; p=" + string.Concat(lines), "kept by the MimeKit project; in use 2012 to 2015");
    }

    public static IReadOnlyList<ArchivedKey> Keys(JsonElement records) =>
        [.. records.EnumerateObject().Select(each => new ArchivedKey(each.Name, each.Value.GetString() ?? "", "of the vector"))];

    private static string? Shared()
    {
        if (Environment.GetEnvironmentVariable("DATADIPLOMACY_SHARED") is { Length: > 0 } told) return told;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DataDiplomacy.Api.sln")))
                return folder.Parent is { } parent ? Path.Combine(parent.FullName, "shared") : null;
        }
        return null;
    }
}
