using System.Security.Cryptography.X509Certificates;

namespace DataDiplomacy.Core.Tests.Evidence.Time;

/// <summary>Time-stamps made by OpenSSL and by public authorities, kept beside the repository and read where they are.</summary>
internal static class TimestampVectors
{
    public const string SkipReason = "The time-stamps are not beside this repository (../shared/vectors/rfc3161).";

    public static string? Folder()
    {
        if (Environment.GetEnvironmentVariable("DATADIPLOMACY_SHARED") is { Length: > 0 } told) return Existing(told);
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DataDiplomacy.Api.sln")))
                return folder.Parent is { } parent ? Existing(Path.Combine(parent.FullName, "shared")) : null;
        }
        return null;
    }

    public static bool Has(string name) => Folder() is { } folder && File.Exists(Path.Combine(folder, name));

    public static byte[] Bytes(string name)
    {
        Assert.SkipWhen(Folder() is null, SkipReason);
        return File.ReadAllBytes(Path.Combine(Folder().ShouldNotBeNull(), name));
    }

    public static X509Certificate2 Certificate(string name) => X509Certificate2.CreateFromPem(System.Text.Encoding.ASCII.GetString(Bytes(name)));

    private static string? Existing(string shared)
    {
        var path = Path.Combine(shared, "vectors", "rfc3161");
        return Directory.Exists(path) ? path : null;
    }
}
