using System.Text.Json;

namespace DataDiplomacy.Core.Statistics;

/// <summary>Reads the inputs and parameters of a method from JSON; the first fault is kept and reported.</summary>
internal sealed class StatisticalJson(JsonElement inputs, JsonElement? parameters)
{
    /// <summary>The first fault; null while there is none.</summary>
    public StatisticalInputError? Error { get; private set; }

    /// <summary>Refuses fields that the method does not know, by name: a misspelt parameter must not be ignored.</summary>
    public void AllowOnly(StatisticalMethod method)
    {
        Check(inputs, "inputs", [.. method.Inputs.Select(input => input.Name)]);
        if (Given(parameters)) Check(parameters.GetValueOrDefault(), "parameters", [.. method.Parameters.Select(p => p.Name)]);
    }

    /// <summary>Reads an array of numbers or null; empty after a fault.</summary>
    public IReadOnlyList<double?> Numbers(string name, int max)
    {
        var field = $"inputs.{name}";
        if (Error is not null) return [];
        if (!inputs.TryGetProperty(name, out var array))
            return Refuse(field, "is missing; an array of numbers is needed, with null where a value is missing.");
        if (array.ValueKind != JsonValueKind.Array)
            return Refuse(field, $"is {Kind(array)}; an array of numbers is needed, with null where a value is missing.");
        if (array.GetArrayLength() > max)
        {
            Error = new StatisticalInputError(field, $"{field} has {array.GetArrayLength()} elements; at most {max} are accepted.", true);
            return [];
        }
        return Read(array, field);
    }

    /// <summary>Reads a number strictly between 0 and 1, or its default.</summary>
    public double Share(string name, double whenAbsent)
    {
        if (Error is not null || !Given(parameters)) return whenAbsent;
        if (!parameters.GetValueOrDefault().TryGetProperty(name, out var value)) return whenAbsent;
        var field = $"parameters.{name}";
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var share) && share > 0 && share < 1) return share;
        Refuse(field, $"is {Kind(value)}; a number between 0 and 1 is needed, both excluded, such as 0.95.");
        return whenAbsent;
    }

    /// <summary>Reports a fault, unless one was found before.</summary>
    public IReadOnlyList<double?> Refuse(string field, string what)
    {
        Error ??= new StatisticalInputError(field, $"{field} {what}", false);
        return [];
    }

    private IReadOnlyList<double?> Read(JsonElement array, string field)
    {
        var numbers = new double?[array.GetArrayLength()];
        var i = 0;
        foreach (var element in array.EnumerateArray())
        {
            if (element.ValueKind == JsonValueKind.Null)
            {
                i++;
                continue;
            }
            if (element.ValueKind != JsonValueKind.Number || !element.TryGetDouble(out var number) || !double.IsFinite(number))
                return Refuse($"{field}[{i}]", $"is {Kind(element)}; a finite number is needed, or null where the value is missing.");
            numbers[i++] = number;
        }
        return numbers;
    }

    private void Check(JsonElement element, string field, string[] known)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Refuse(field, $"is {Kind(element)}; an object is needed.");
            return;
        }
        foreach (var property in element.EnumerateObject())
        {
            if (known.Contains(property.Name, StringComparer.Ordinal)) continue;
            var names = known.Length == 0 ? "none" : string.Join(", ", known);
            Refuse($"{field}.{Short(property.Name)}", $"is not known to this method; {field} may have: {names}.");
        }
    }

    private static bool Given(JsonElement? element) =>
        element is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) };

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => "text",
        JsonValueKind.Array => "an array",
        JsonValueKind.Object => "an object",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        JsonValueKind.Number => Short(element.GetRawText()),
        JsonValueKind.Null => "null",
        _ => "missing"
    };

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
