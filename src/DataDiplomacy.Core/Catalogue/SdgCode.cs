using System.Globalization;
using System.Text.RegularExpressions;

namespace DataDiplomacy.Core.Catalogue;

/// <summary>
/// Grammar and order of the codes in the global indicator framework (A/RES/71/313, annex):
/// goal <c>1..17</c>, target <c>g.n</c> or <c>g.a</c> to <c>g.d</c>, indicator <c>g.t.n</c>, UNSD code <c>C</c> and six digits or letters.
/// </summary>
public static partial class SdgCode
{
    /// <summary>What the code denotes; null when it is not a well-formed code.</summary>
    public static SdgCodeKind? KindOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (UnsdCode().IsMatch(code))
            return SdgCodeKind.UnsdCode;
        if (!Dotted().IsMatch(code))
            return null;
        return (SdgCodeKind)code.Count(c => c == '.');
    }

    /// <summary>Code of the goal of a goal, target or indicator code; null for any other text.</summary>
    public static string? GoalOf(string code) =>
        KindOf(code) is SdgCodeKind.Goal or SdgCodeKind.Target or SdgCodeKind.Indicator ? code.Split('.')[0] : null;

    /// <summary>Code of the target of a target or indicator code; null for any other text.</summary>
    public static string? TargetOf(string code) =>
        KindOf(code) is SdgCodeKind.Target or SdgCodeKind.Indicator ? string.Join('.', code.Split('.').Take(2)) : null;

    /// <summary>
    /// Natural order of codes: numbers by value, numbers before letters, the shorter code first,
    /// so that 1.2.1 is before 1.10.1 and that before 1.a.1. Total over all texts.
    /// </summary>
    public static IComparer<string> NaturalOrder { get; } = Comparer<string>.Create(Compare);

    private static int Compare(string a, string b)
    {
        var left = a.Split('.');
        var right = b.Split('.');
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            var part = ComparePart(left[i], right[i]);
            if (part != 0)
                return part;
        }
        var length = left.Length.CompareTo(right.Length);
        return length != 0 ? length : string.CompareOrdinal(a, b);
    }

    private static int ComparePart(string a, string b)
    {
        var isNumberA = long.TryParse(a, NumberStyles.None, CultureInfo.InvariantCulture, out var numberA);
        var isNumberB = long.TryParse(b, NumberStyles.None, CultureInfo.InvariantCulture, out var numberB);
        if (isNumberA && isNumberB)
            return numberA.CompareTo(numberB);
        if (isNumberA != isNumberB)
            return isNumberA ? -1 : 1;
        return string.CompareOrdinal(a, b);
    }

    [GeneratedRegex(@"^C[0-9a-z]{6}\z")]
    private static partial Regex UnsdCode();

    [GeneratedRegex(@"^(1[0-7]|[1-9])(\.([1-9][0-9]?|[a-d])(\.[1-9][0-9]?)?)?\z")]
    private static partial Regex Dotted();
}
