using System.Globalization;
using System.Text;

namespace DataDiplomacy.Core.Evidence.Bags;

/// <summary>
/// What is the same for two texts that are one where neither case nor Unicode form count: the canonical decomposition
/// (Unicode Standard Annex #15) in capitals. Marks on a letter stand in the order of their code points instead of that of their classes:
/// so a few texts more are taken for one, never fewer.
/// </summary>
internal static class BagFold
{
    private static readonly Dictionary<Rune, Rune[]> Decompositions = BagDecompositions.Text
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split('='))
        .ToDictionary(pair => Hex(pair[0]), pair => pair[1].Split('+').Select(Hex).ToArray());

    public static string Of(string text)
    {
        List<Rune> runes = [];
        // Both before and after capitals, as the capital of a composed letter may be composed, and that of a decomposed one another letter.
        foreach (var rune in text.EnumerateRunes()) Decompose(rune, part => Decompose(Rune.ToUpperInvariant(part), runes.Add));
        SortMarks(runes);
        return string.Concat(runes);
    }

    private static void Decompose(Rune rune, Action<Rune> add)
    {
        if (rune.Value is >= 0xAC00 and <= 0xD7A3) DecomposeHangul(rune.Value - 0xAC00, add);
        else if (Decompositions.TryGetValue(rune, out var parts)) Array.ForEach(parts, part => Decompose(part, add));
        else add(rune);
    }

    /// <summary>The Unicode Standard, 3.12: a syllable is a leading consonant, a vowel and perhaps a trailing consonant.</summary>
    private static void DecomposeHangul(int index, Action<Rune> add)
    {
        add(new(0x1100 + (index / 588)));
        add(new(0x1161 + (index % 588 / 28)));
        if (index % 28 != 0) add(new(0x11A7 + (index % 28)));
    }

    private static void SortMarks(List<Rune> runes)
    {
        for (var start = 0; start < runes.Count; start++)
        {
            var end = start;
            while (end < runes.Count && IsMark(runes[end])) end++;
            if (end - start > 1) runes.Sort(start, end - start, Comparer<Rune>.Default);
            start = end;
        }
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static Rune Hex(string digits) => new(int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
