using System.Reflection;
using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Evidence.Verifications;

/// <summary>The programs that carry checks out, with the versions that are loaded.</summary>
public static class CheckTools
{
    /// <summary>This program.</summary>
    public static ToolView Own { get; } = new() { Name = "DataDiplomacy.Api", Version = Product.Version };

    /// <summary>The package that a type comes from.</summary>
    public static ToolView Of(Type type)
    {
        var assembly = type.Assembly;
        var version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? assembly.GetName().Version?.ToString() ?? "0";
        return new ToolView { Name = assembly.GetName().Name ?? type.Name, Version = version };
    }
}
