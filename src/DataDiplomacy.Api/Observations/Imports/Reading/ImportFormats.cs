using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>The names of the import formats in requests.</summary>
public static class ImportFormats
{
    private static readonly FrozenDictionary<string, ImportFormat> ByName = new Dictionary<string, ImportFormat>
    {
        ["unsd-csv"] = ImportFormat.UnsdCsv,
        ["unsd-long-csv"] = ImportFormat.UnsdLongCsv,
        ["csv"] = ImportFormat.Csv,
        ["ndjson"] = ImportFormat.Ndjson,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All names, in the order of <see cref="ImportFormat"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. ByName.OrderBy(pair => pair.Value).Select(pair => pair.Key)];

    public static bool TryParse([NotNullWhen(true)] string? name, out ImportFormat format)
    {
        format = default;
        return name is not null && ByName.TryGetValue(name, out format);
    }

    public static string Name(this ImportFormat format) => Names[(int)format];
}
