using System.Text.Json;

namespace DataDiplomacy.Api.Graph;

/// <summary>Bounds what the values of a request become in memory: a mebibyte may hold half a million of them, or one number of a million digits.</summary>
internal static class JsonTally
{
    public const int MaxValues = 10_000;

    /// <summary>A double has at most 17 significant digits and 767 exact ones; nobody writes the latter.</summary>
    public const int MaxDigits = 100;

    public static void Check(string member, JsonElement element)
    {
        var values = 0;
        Count(member, element, ref values);
    }

    private static void Count(string member, JsonElement element, ref int values)
    {
        if (++values > MaxValues) throw Refused($"The member '{member}' holds more values than the {MaxValues} this server takes.");
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray()) Count(member, item, ref values);
                break;
            case JsonValueKind.Object:
                foreach (var field in element.EnumerateObject()) Count(member, field.Value, ref values);
                break;
            case JsonValueKind.Number when element.GetRawText().Length > MaxDigits:
                throw Refused($"The member '{member}' holds a number with more characters than the {MaxDigits} this server takes.");
        }
    }

    private static GraphRefusedException Refused(string message) => new(StatusCodes.Status400BadRequest, "DOCUMENT_LIMIT", message);
}
