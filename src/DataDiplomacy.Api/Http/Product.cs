using System.Reflection;

namespace DataDiplomacy.Api.Http;

/// <summary>Name and version of this program, as written into provenance.</summary>
public static class Product
{
    public static string Version { get; } =
        typeof(Product).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public static string NameAndVersion => $"DataDiplomacy.Api {Version}";
}
