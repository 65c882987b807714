using System.Text.Json;

namespace DataDiplomacy.Core.Statistics;

/// <summary>Reads the inputs of a method from JSON; the first fault is kept and reported, and what is read after it is empty.</summary>
internal sealed class StatisticalJson
{
    private const string NumberOrNull = "a finite number is needed, or null where the value is missing.";

    private readonly JsonElement _inputs;

    public StatisticalJson(JsonElement inputs, JsonElement? parameters)
    {
        _inputs = inputs;
        Settings = new StatisticalSettings(this, parameters);
    }

    /// <summary>Reads a JSON element as a T; false where it is none.</summary>
    private delegate bool Reading<T>(JsonElement element, out T value);

    /// <summary>The parameters.</summary>
    public StatisticalSettings Settings { get; }

    /// <summary>The first fault; null while there is none.</summary>
    public StatisticalInputError? Error { get; private set; }

    /// <summary>Refuses fields that the method does not know, by name: a misspelt parameter must not be ignored.</summary>
    public void AllowOnly(StatisticalMethod method)
    {
        Check(_inputs, "inputs", [.. method.Inputs.Select(input => input.Name)]);
        Settings.AllowOnly(method);
    }

    /// <summary>Whether the input is there and not null.</summary>
    public bool Has(string name) => Error is null && _inputs.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>Reads an array of numbers or null.</summary>
    public IReadOnlyList<double?> Numbers(string name, int max) =>
        Array<double?>(name, max, "an array of numbers is needed, with null where a value is missing.", NumberOrNull, TryNumberOrNull);

    /// <summary>Reads an array of numbers without null.</summary>
    public IReadOnlyList<double> Complete(string name, int max) =>
        Array<double>(name, max, "an array of numbers is needed.", "a finite number is needed; null is not accepted here.", TryNumber);

    /// <summary>Reads an array of whole numbers within bounds.</summary>
    public IReadOnlyList<long> Wholes(string name, int max, long least, long most)
    {
        var whole = FormattableString.Invariant($"a whole number from {least} to {most} is needed.");
        return Array(name, max, "an array of whole numbers is needed.", whole, (JsonElement e, out long n) => TryWhole(e, least, most, out n));
    }

    /// <summary>Reads an array of texts.</summary>
    public IReadOnlyList<string> Texts(string name, int max) =>
        Array<string>(name, max, "an array of texts is needed.", "a text is needed.", TryText);

    /// <summary>Reads rows of numbers or null, all of one length.</summary>
    public IReadOnlyList<IReadOnlyList<double?>> Table(string name, int maxCells) =>
        Rows<double?>(name, maxCells, NumberOrNull, TryNumberOrNull);

    /// <summary>Reads rows of numbers without null, all of one length.</summary>
    public IReadOnlyList<IReadOnlyList<double>> CompleteTable(string name, int maxCells) =>
        Rows<double>(name, maxCells, "a finite number is needed; null is not accepted here.", TryNumber);

    /// <summary>Reads rows of true or false, all of one length.</summary>
    public IReadOnlyList<IReadOnlyList<bool>> Flags(string name, int maxCells) =>
        Rows<bool>(name, maxCells, "true or false is needed.", TryFlag);

    /// <summary>Reads a single number.</summary>
    public double Number(string name)
    {
        if (Error is not null) return 0;
        var field = $"inputs.{name}";
        if (!_inputs.TryGetProperty(name, out var element)) Refuse(field, "is missing; a number is needed.");
        else if (!TryNumber(element, out var number)) Refuse(field, $"is {Kind(element)}; a finite number is needed.");
        else return number;
        return 0;
    }

    /// <summary>Refuses two inputs of different length.</summary>
    public void SameLength(string first, int firstLength, string second, int secondLength)
    {
        if (firstLength == secondLength) return;
        Refuse($"inputs.{second}", $"has {secondLength} elements but inputs.{first} has {firstLength}; as many are needed.");
    }

    /// <summary>Reports a fault, unless one was found before.</summary>
    public void Refuse(string field, string what) => Error ??= new StatisticalInputError(field, $"{field} {what}", false);

    /// <summary>Reports too many elements, unless a fault was found before.</summary>
    public void RefuseSize(string field, string what) => Error ??= new StatisticalInputError(field, $"{field} {what}", true);

    /// <summary>Refuses what is no object, and fields that are not known.</summary>
    public void Check(JsonElement element, string field, string[] known)
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

    /// <summary>What an element is, in words, or its number.</summary>
    public static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => "text",
        JsonValueKind.Array => "an array",
        JsonValueKind.Object => "an object",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        JsonValueKind.Number => Short(element.GetRawText()),
        JsonValueKind.Null => "null",
        _ => "missing"
    };

    /// <summary>Reads a finite number.</summary>
    public static bool TryNumber(JsonElement element, out double number)
    {
        number = 0;
        return element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out number) && double.IsFinite(number);
    }

    /// <summary>Reads a whole number within bounds; 3.0 is whole.</summary>
    public static bool TryWhole(JsonElement element, long least, long most, out long whole)
    {
        whole = 0;
        if (!TryNumber(element, out var number) || number != Math.Truncate(number) || number < least || number > most) return false;
        whole = (long)number;
        return true;
    }

    private static bool TryNumberOrNull(JsonElement element, out double? number)
    {
        number = null;
        if (element.ValueKind == JsonValueKind.Null) return true;
        if (!TryNumber(element, out var value)) return false;
        number = value;
        return true;
    }

    private static bool TryText(JsonElement element, out string text)
    {
        text = element.ValueKind == JsonValueKind.String ? element.GetString() ?? "" : "";
        return element.ValueKind == JsonValueKind.String;
    }

    private static bool TryFlag(JsonElement element, out bool flag)
    {
        flag = element.ValueKind == JsonValueKind.True;
        return flag || element.ValueKind == JsonValueKind.False;
    }

    private T[] Array<T>(string name, int max, string whole, string each, Reading<T> read)
    {
        var field = $"inputs.{name}";
        if (Error is null && !_inputs.TryGetProperty(name, out _)) Refuse(field, $"is missing; {whole}");
        if (Error is not null) return [];
        return Array(_inputs.GetProperty(name), field, max, whole, each, read);
    }

    private T[] Array<T>(JsonElement array, string field, int max, string whole, string each, Reading<T> read)
    {
        if (array.ValueKind != JsonValueKind.Array)
        {
            Refuse(field, $"is {Kind(array)}; {whole}");
            return [];
        }
        if (array.GetArrayLength() > max)
        {
            RefuseSize(field, $"has {array.GetArrayLength()} elements; at most {max} are accepted.");
            return [];
        }

        var values = new T[array.GetArrayLength()];
        var i = 0;
        foreach (var element in array.EnumerateArray())
        {
            if (read(element, out values[i]))
            {
                i++;
                continue;
            }
            Refuse($"{field}[{i}]", $"is {Kind(element)}; {each}");
            return [];
        }
        return values;
    }

    private T[][] Rows<T>(string name, int maxCells, string each, Reading<T> read)
    {
        const string whole = "an array of rows is needed, each an array of the same length.";
        var elements = Array(name, maxCells, whole, whole, (JsonElement e, out JsonElement row) => (row = e).ValueKind == JsonValueKind.Array);
        var rows = new T[elements.Length][];
        var left = maxCells;
        for (var i = 0; i < elements.Length && Error is null; i++)
        {
            var field = $"inputs.{name}[{i}]";
            var width = elements[i].GetArrayLength();
            if (width != elements[0].GetArrayLength())
                Refuse(field, $"has {width} elements but inputs.{name}[0] has {elements[0].GetArrayLength()}; {whole}");
            if ((left -= width) < 0)
                RefuseSize($"inputs.{name}", $"has more than {maxCells} cells; at most {maxCells} are accepted.");
            rows[i] = Error is null ? Array(elements[i], field, width, whole, each, read) : [];
        }
        return Error is null ? rows : [];
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
