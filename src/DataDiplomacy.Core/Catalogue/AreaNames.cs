using System.Text;

namespace DataDiplomacy.Core.Catalogue;

/// <summary>Brings names of areas to one form, so that spelling habits do not hide a name.</summary>
public static class AreaNames
{
    // Written out because the server runs without culture data, where string.Normalize leaves text as it is.
    private static readonly Dictionary<char, string> Plain = PlainLetters(
        ("a", "àáâãäåāăą"), ("c", "çćĉċč"), ("d", "ďđ"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"),
        ("i", "ìíîïĩīĭįı"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŉ"), ("o", "òóôõöøōŏő"), ("r", "ŕŗř"),
        ("s", "śŝşšș"), ("t", "ţťŧț"), ("u", "ùúûüũūŭůűų"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
        ("ae", "æ"), ("oe", "œ"), ("ss", "ß"), (" and ", "&"), ("", "'’‘ʼ`´."));

    /// <summary>Lower case, without accents and punctuation, single spaces, "the" dropped, "&amp;" as "and", "st" as "saint".</summary>
    /// <returns>The key; empty when the name holds neither letter nor digit.</returns>
    public static string Key(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var letters = new StringBuilder(name.Length);
        foreach (var c in name.ToLowerInvariant())
        {
            if (Plain.TryGetValue(c, out var plain))
                letters.Append(plain);
            else if (c is < '\u0300' or > '\u036f')
                letters.Append(char.IsLetterOrDigit(c) ? c : ' ');
        }
        var words = letters.ToString()
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w != "the")
            .Select(w => w == "st" ? "saint" : w);
        return string.Join(' ', words);
    }

    /// <summary>The words of a key in alphabetic order without "of", so that "Korea, Republic of" equals "Republic of Korea".</summary>
    internal static string WordSet(string key) =>
        string.Join(' ', key.Split(' ').Where(w => w != "of").Order(StringComparer.Ordinal));

    /// <summary>Whether the words of one key stand in the other, side by side.</summary>
    internal static bool ContainsWords(string key, string words) => $" {key} ".Contains($" {words} ", StringComparison.Ordinal);

    /// <summary>Whether a word of the key begins with the text, which is a key too.</summary>
    public static bool ContainsStart(string key, string start) => $" {key}".Contains($" {start}", StringComparison.Ordinal);

    private static Dictionary<char, string> PlainLetters(params ReadOnlySpan<(string Plain, string Letters)> pairs)
    {
        var table = new Dictionary<char, string>();
        foreach (var (plain, letters) in pairs)
        {
            foreach (var letter in letters)
                table.Add(letter, plain);
        }
        return table;
    }
}
