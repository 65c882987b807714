using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics;

/// <summary>Writes the figures of a method as JSON; a figure beyond the range of doubles is null.</summary>
internal static class StatisticalAnswers
{
    /// <summary>Reason when there are too few values.</summary>
    public const string InsufficientData = "insufficient_data";

    /// <summary>Reason when all values are equal.</summary>
    public const string Constant = "constant";

    /// <summary>Reason when equal spacing is needed and values are missing.</summary>
    public const string Gaps = "gaps";

    /// <summary>Reason when a figure is too large for a double.</summary>
    public const string OutOfRange = "out_of_range";

    /// <summary>The answer without figures.</summary>
    public static JsonObject Undefined(string? reason) => new() { ["defined"] = false, ["reason"] = reason };

    /// <summary>A figure; null where it is missing or beyond the range of doubles.</summary>
    public static JsonNode? Number(double? number) => number is { } value && double.IsFinite(value) ? JsonValue.Create(value) : null;

    /// <summary>Figures in their order, null where missing or beyond the range of doubles.</summary>
    public static JsonArray Numbers(IEnumerable<double?> numbers) => Array(numbers, Number);

    /// <inheritdoc cref="Numbers(IEnumerable{double?})"/>
    public static JsonArray Numbers(IEnumerable<double> numbers) => Array(numbers, number => Number(number));

    /// <summary>Rows of figures.</summary>
    public static JsonArray Table(IEnumerable<IEnumerable<double?>> rows) => Array(rows, row => (JsonNode)Numbers(row));

    /// <summary>Whole numbers in their order.</summary>
    public static JsonArray Wholes(IEnumerable<long> numbers) => Array(numbers, number => (JsonNode)JsonValue.Create(number));

    /// <inheritdoc cref="Wholes(IEnumerable{long})"/>
    public static JsonArray Wholes(IEnumerable<int> numbers) => Array(numbers, number => (JsonNode)JsonValue.Create(number));

    /// <summary>True, false, or null where there is no answer.</summary>
    public static JsonArray Flags(IEnumerable<bool?> flags) => Array(flags, flag => flag is { } value ? JsonValue.Create(value) : null);

    /// <inheritdoc cref="Flags(IEnumerable{bool?})"/>
    public static JsonArray Flags(IEnumerable<bool> flags) => Array(flags, flag => (JsonNode)JsonValue.Create(flag));

    /// <summary>An array of what each item is written as.</summary>
    public static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> write)
    {
        var array = new JsonArray();
        foreach (var item in items) array.Add(write(item));
        return array;
    }
}
