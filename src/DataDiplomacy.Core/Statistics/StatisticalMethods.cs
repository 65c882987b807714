using System.Text.Json;

namespace DataDiplomacy.Core.Statistics;

/// <summary>The published statistical methods, and a runner that takes and gives JSON.</summary>
public static class StatisticalMethods
{
    /// <summary>All methods, ordered by identifier.</summary>
    public static IReadOnlyList<StatisticalMethod> All { get; } = [.. PublishedMethods.All.Select(method => method.Description)];

    /// <summary>The method with this identifier; null where there is none.</summary>
    public static StatisticalMethod? Find(string id) => Published(id)?.Description;

    /// <summary>
    /// Runs a method. Malformed input is answered by <see cref="StatisticalRun.Error"/>. Null where no method has this identifier.
    /// </summary>
    /// <param name="id">Identifier of the method.</param>
    /// <param name="inputs">Object with the inputs of the method; null inside an array is a missing value.</param>
    /// <param name="parameters">Object with parameters; null or JSON null takes the defaults.</param>
    public static StatisticalRun? Run(string id, JsonElement inputs, JsonElement? parameters)
    {
        if (Published(id) is not { } published) return null;

        var method = published.Description;
        var json = new StatisticalJson(inputs, parameters);
        json.AllowOnly(method);
        var warnings = new List<string>();
        var result = json.Error is null ? published.Run(json, warnings) : null;
        var entries = json.Error is null ? InputEntries.Of(inputs, result) : default;
        return new StatisticalRun
        {
            NUsed = entries.Used,
            NDropped = entries.Dropped,
            Method = method.Id,
            Version = method.Version,
            Result = json.Error is null ? result : null,
            Warnings = json.Error is null ? warnings : [],
            Error = json.Error
        };
    }

    private static IPublishedMethod? Published(string id) =>
        PublishedMethods.All.FirstOrDefault(method => string.Equals(method.Description.Id, id, StringComparison.Ordinal));
}
