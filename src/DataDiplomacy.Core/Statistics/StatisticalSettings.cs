using System.Text.Json;

namespace DataDiplomacy.Core.Statistics;

/// <summary>Reads the parameters of a method; what is absent or null takes its default.</summary>
internal sealed class StatisticalSettings(StatisticalJson json, JsonElement? parameters)
{
    /// <summary>Refuses parameters that the method does not know.</summary>
    public void AllowOnly(StatisticalMethod method)
    {
        if (IsGiven(parameters)) json.Check(parameters.GetValueOrDefault(), "parameters", [.. method.Parameters.Select(p => p.Name)]);
    }

    /// <summary>Reads a number strictly between 0 and 1.</summary>
    public double Share(string name, double whenAbsent)
    {
        if (Find(name) is not { } value) return whenAbsent;
        if (StatisticalJson.TryNumber(value, out var share) && share > 0 && share < 1) return share;
        Refuse(name, value, "a number between 0 and 1 is needed, both excluded, such as 0.95.");
        return whenAbsent;
    }

    /// <summary>Reads a number within bounds, both included.</summary>
    public double Number(string name, double whenAbsent, double least = double.MinValue, double most = double.MaxValue) =>
        OptionalNumber(name, least, most) ?? whenAbsent;

    /// <summary>Reads a number within bounds, both included; null where it is absent.</summary>
    public double? OptionalNumber(string name, double least = double.MinValue, double most = double.MaxValue)
    {
        if (Find(name) is not { } value) return null;
        if (StatisticalJson.TryNumber(value, out var number) && number >= least && number <= most) return number;
        Refuse(name, value, (least, most) switch
        {
            (double.MinValue, double.MaxValue) => "a finite number is needed.",
            (_, double.MaxValue) => FormattableString.Invariant($"a number of at least {least} is needed."),
            (double.MinValue, _) => FormattableString.Invariant($"a number of at most {most} is needed."),
            _ => FormattableString.Invariant($"a number from {least} to {most} is needed.")
        });
        return null;
    }

    /// <summary>Reads a number that must be given, within bounds, both included.</summary>
    public double NeededNumber(string name, double least = double.MinValue, double most = double.MaxValue)
    {
        if (Find(name) is null) json.Refuse($"parameters.{name}", "is missing; a number is needed.");
        return OptionalNumber(name, least, most) ?? 0;
    }

    /// <summary>Reads a whole number within bounds, both included.</summary>
    public int Whole(string name, int whenAbsent, int least, int most) => OptionalWhole(name, least, most) ?? whenAbsent;

    /// <summary>Reads a whole number within bounds, both included; null where it is absent.</summary>
    public int? OptionalWhole(string name, int least, int most)
    {
        if (Find(name) is not { } value) return null;
        if (StatisticalJson.TryWhole(value, least, most, out var whole)) return (int)whole;
        Refuse(name, value, FormattableString.Invariant($"a whole number from {least} to {most} is needed."));
        return null;
    }

    /// <summary>Reads a whole number that must be given, within bounds, both included.</summary>
    public int NeededWhole(string name, int least, int most)
    {
        if (Find(name) is null) json.Refuse($"parameters.{name}", FormattableString.Invariant($"is missing; a whole number from {least} to {most} is needed."));
        return OptionalWhole(name, least, most) ?? least;
    }

    /// <summary>Reads whole numbers within bounds; null where they are absent.</summary>
    public IReadOnlyList<int>? Wholes(string name, int maxLength, int least, int most)
    {
        if (Find(name) is not { } array) return null;
        if (array.ValueKind != JsonValueKind.Array)
        {
            Refuse(name, array, "an array of whole numbers is needed.");
            return null;
        }
        if (array.GetArrayLength() > maxLength)
        {
            json.RefuseSize($"parameters.{name}", $"has {array.GetArrayLength()} elements; at most {maxLength} are accepted.");
            return null;
        }

        var wholes = new List<int>();
        foreach (var element in array.EnumerateArray())
        {
            if (!StatisticalJson.TryWhole(element, least, most, out var whole))
                Refuse($"{name}[{wholes.Count}]", element, FormattableString.Invariant($"a whole number from {least} to {most} is needed."));
            wholes.Add((int)whole);
        }
        return wholes;
    }

    /// <summary>Reads true or false.</summary>
    public bool Flag(string name, bool whenAbsent)
    {
        if (Find(name) is not { } value) return whenAbsent;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        Refuse(name, value, "true or false is needed.");
        return whenAbsent;
    }

    /// <summary>Reads one of some words; the first is the default.</summary>
    public string Choice(string name, params string[] choices)
    {
        if (Find(name) is not { } value) return choices[0];
        if (value.ValueKind == JsonValueKind.String && choices.FirstOrDefault(value.ValueEquals) is { } choice) return choice;
        Refuse(name, value, $"one of {string.Join(", ", choices)} is needed.");
        return choices[0];
    }

    private JsonElement? Find(string name)
    {
        if (json.Error is not null || !IsGiven(parameters)) return null;
        return parameters.GetValueOrDefault().TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    private void Refuse(string name, JsonElement value, string what) =>
        json.Refuse($"parameters.{name}", $"is {StatisticalJson.Kind(value)}; {what}");

    private static bool IsGiven(JsonElement? element) =>
        element is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) };
}
