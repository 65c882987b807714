using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DataDiplomacy.Core.Standards.Sdmx;

/// <summary>A version of a structure: <c>1</c>, <c>1.0</c>, <c>1.0.0</c> or <c>1.0.0-draft</c> (SDMX 3.0, "Semantic versioning", 2021). Drafts come before what they are drafts of.</summary>
/// <param name="Numbers">One to three numbers.</param>
/// <param name="Extension">What marks a draft; null for none.</param>
public sealed partial record SdmxVersion(IReadOnlyList<int> Numbers, string? Extension)
{
    /// <summary>The earliest first: by numbers, then a draft before what it is a draft of, then drafts by their extensions.</summary>
    public static IComparer<SdmxVersion> ByOrder { get; } = Comparer<SdmxVersion>.Create((one, other) => Compare(one.Numbers, other.Numbers) is not 0 and var order ? order : (one.Extension, other.Extension) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        var (first, second) => string.CompareOrdinal(first, second),
    });

    /// <summary>Whether it is semantic and no draft, so that it never changes.</summary>
    public bool IsStable => Numbers.Count == 3 && Numbers[0] > 0 && Extension is null;

    /// <summary>Reads a version.</summary>
    /// <param name="text">The text.</param>
    /// <param name="version">The version; null for a text that is none.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out SdmxVersion? version)
    {
        version = null;
        if (Pattern().Match(text) is not { Success: true } match) return false;
        var numbers = match.Groups["n"].Captures.Select(c => int.Parse(c.Value, CultureInfo.InvariantCulture)).ToList();
        if (match.Groups["ext"].Success && numbers.Count != 3) return false;
        version = new SdmxVersion(numbers, match.Groups["ext"].Success ? match.Groups["ext"].Value : null);
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(SdmxVersion? other) => other is not null && Numbers.SequenceEqual(other.Numbers) && Extension == other.Extension;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Numbers[0], Numbers.Count, Numbers[^1], Extension);

    /// <summary>The text of the version.</summary>
    public override string ToString() => string.Join('.', Numbers.Select(n => n.ToString(CultureInfo.InvariantCulture))) + (Extension is null ? "" : "-" + Extension);

    /// <summary>Compares number by number; the shorter first where all that both have are equal.</summary>
    internal static int Compare(IReadOnlyList<int> one, IReadOnlyList<int> other)
    {
        for (var i = 0; i < Math.Min(one.Count, other.Count); i++)
        {
            if (one[i] != other[i]) return one[i].CompareTo(other[i]);
        }

        return one.Count.CompareTo(other.Count);
    }

    [GeneratedRegex(@"\A(?<n>0|[1-9][0-9]{0,8})(?:\.(?<n>0|[1-9][0-9]{0,8})){0,2}(?:-(?<ext>[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
