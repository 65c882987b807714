using System.Text.Json;

namespace DataDiplomacy.Core.Standards.Dataspace;

/// <summary>How much of a message is read. The protocol sets no bounds; without any, one message could exhaust whoever reads it.</summary>
public static class DataspaceLimits
{
    /// <summary>Bytes of a message.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>Levels of objects and arrays inside each other.</summary>
    public const int MaxDepth = 64;

    /// <summary>UTF-16 code units of a text or of the name of a member.</summary>
    public const int MaxTextLength = 32_768;

    /// <summary>Entries of one array.</summary>
    public const int MaxItems = 10_000;

    /// <summary>Members of one object.</summary>
    public const int MaxMembers = 512;

    /// <summary>Violations that are told of one message; what follows is not looked for.</summary>
    public const int MaxViolations = 100;

    /// <summary>Looks at every text and count, also where the schema asks for nothing.</summary>
    internal static void Check(JsonElement value, Findings findings)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                CheckText(value, findings);
                return;
            case JsonValueKind.Array:
                if (value.GetArrayLength() > MaxItems) findings.Add($"{value.GetArrayLength()} entries", $"at most {MaxItems}");
                else CheckItems(value, findings);
                return;
            case JsonValueKind.Object:
                if (value.GetPropertyCount() > MaxMembers) findings.Add($"{value.GetPropertyCount()} members", $"at most {MaxMembers}");
                else CheckMembers(value, findings);
                return;
        }
    }

    private static void CheckItems(JsonElement array, Findings findings)
    {
        var index = 0;
        foreach (var item in array.EnumerateArray()) findings.Within(index++, () => Check(item, findings));
    }

    private static void CheckMembers(JsonElement value, Findings findings)
    {
        foreach (var member in value.EnumerateObject())
        {
            if (NameOf(member) is not { Length: <= MaxTextLength } name) findings.Add("a name that is too long or no text of Unicode", $"names of at most {MaxTextLength} characters");
            else findings.Within(name, () => Check(member.Value, findings));
        }
    }

    private static void CheckText(JsonElement value, Findings findings)
    {
        try
        {
            if (value.GetString() is { Length: > MaxTextLength } text) findings.Add($"{text.Length} characters", $"at most {MaxTextLength}");
        }
        catch (InvalidOperationException)
        {
            findings.Add("a surrogate that stands alone", "a text of Unicode");
        }
    }

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
