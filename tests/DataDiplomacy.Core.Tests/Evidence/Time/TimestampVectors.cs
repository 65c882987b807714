using System.Security.Cryptography.X509Certificates;

namespace DataDiplomacy.Core.Tests.Evidence.Time;

/// <summary>Time-stamps made by OpenSSL and by public authorities, kept beside the repository and read where they are.</summary>
internal static class TimestampVectors
{
    public const string SkipReason = "The time-stamps are not beside this repository (../shared/vectors/rfc3161).";

    public static string? Folder() => SharedFiles.Find("vectors/rfc3161");

    public static bool Has(string name) => Folder() is { } folder && File.Exists(Path.Combine(folder, name));

    public static byte[] Bytes(string name)
    {
        Assert.SkipWhen(Folder() is null, SkipReason);
        return File.ReadAllBytes(Path.Combine(Folder().ShouldNotBeNull(), name));
    }

    public static X509Certificate2 Certificate(string name) => X509Certificate2.CreateFromPem(System.Text.Encoding.ASCII.GetString(Bytes(name)));
}
