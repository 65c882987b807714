using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DataDiplomacy.Core.Observations;

/// <summary>A value exactly as it was published, with what it means: a number, or the reason why there is none.</summary>
public readonly record struct PublishedValue
{
    // double.Parse alone would read trailing NULs, "nan" and "Infinity" as well.
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789+-.eE");

    // Null where the number gives it back: the digits are made when they are asked for, and equal values are equal.
    private readonly string? _text;

    private PublishedValue(string? text, double? value, MissingReason? missing, double? lowerBound = null, double? upperBound = null)
    {
        _text = text;
        Value = value;
        Missing = missing;
        LowerBound = lowerBound;
        UpperBound = upperBound;
    }

    /// <summary>The number, finite; null when <see cref="Missing"/> tells why there is none.</summary>
    public double? Value { get; }

    /// <summary>Exactly what was published; empty for an empty cell.</summary>
    public string Text => _text ?? Value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Why there is no number; null when there is one.</summary>
    public MissingReason? Missing { get; }

    /// <summary>The bound of a value published as <c>&gt;95</c>; else null.</summary>
    public double? LowerBound { get; }

    /// <summary>The bound of a value published as <c>&lt;2.5</c>; else null.</summary>
    public double? UpperBound { get; }

    /// <summary>
    /// What to store beside <see cref="Value"/>: null when the shortest round-trip digits of the number are the published text, else the text.
    /// Negative zero keeps its text because SQLite stores it as 0.
    /// </summary>
    public string? StoredText => Value is null || _text is not null ? Text : null;

    /// <summary>
    /// Reads a published value: a number (sign, digits, decimal point, exponent; nothing else), empty or <c>NaN</c> (not reported),
    /// <c>N</c> (not applicable), or a bound: <c>&lt;2.5 &lt;=2.5 &gt;95 &gt;=95</c>.
    /// </summary>
    /// <returns>False for anything else: it has to be corrected at its source, not guessed.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out PublishedValue value)
    {
        value = default;
        if (text is null)
            return false;
        if (TryNumber(text, out var number))
            return Set(new(IsShortest(number, text) ? null : text, number, missing: null), out value);
        return text switch
        {
            "" or "NaN" => Set(new(text, null, MissingReason.NotReported), out value),
            "N" => Set(new(text, null, MissingReason.NotApplicable), out value),
            ['<' or '>', ..] => TryBound(text, out value),
            _ => false,
        };
    }

    /// <summary>Reads a plain finite number as <see cref="TryParse"/> does; bounds in columns of their own are read by it.</summary>
    public static bool TryNumber(ReadOnlySpan<char> text, out double number)
    {
        number = 0;
        return !text.ContainsAnyExcept(NumberCharacters)
            && double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number)
            && double.IsFinite(number);
    }

    /// <summary>A value that is missing for a reason the text alone does not tell, for example an empty cell with status Q.</summary>
    /// <exception cref="ArgumentException">The reason is <see cref="MissingReason.Bounded"/>: a bound is read from its text.</exception>
    public static PublishedValue Absent(string text, MissingReason reason)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (reason == MissingReason.Bounded)
            throw new ArgumentException("A bounded value is read from its text.", nameof(reason));
        return new(text, null, reason);
    }

    /// <summary>The published value that was stored as its <see cref="Value"/>, <see cref="StoredText"/> and <see cref="Missing"/>.</summary>
    /// <exception cref="ArgumentException">No published value is stored like that.</exception>
    public static PublishedValue FromStored(double? value, string? storedText, MissingReason? missing)
    {
        if (missing is { } reason && reason != MissingReason.Bounded)
            return Absent(storedText ?? "", reason);
        if (storedText is null && value is { } number)
            return new(null, number, missing: null);
        if (TryParse(storedText, out var published) && published.Missing == missing)
            return published;
        throw new ArgumentException("The stored text is neither a number nor a bound.", nameof(storedText));
    }

    private static bool TryBound(string text, out PublishedValue value)
    {
        value = default;
        var digits = text.AsSpan(text.Length > 1 && text[1] == '=' ? 2 : 1);
        if (!TryNumber(digits, out var bound))
            return false;
        return Set(text[0] == '<' ? new(text, null, MissingReason.Bounded, upperBound: bound) : new(text, null, MissingReason.Bounded, lowerBound: bound), out value);
    }

    private static bool IsShortest(double number, string text)
    {
        if (number == 0 && double.IsNegative(number))
            return false;
        Span<char> digits = stackalloc char[32];
        return number.TryFormat(digits, out var length, "R", CultureInfo.InvariantCulture) && text.AsSpan().SequenceEqual(digits[..length]);
    }

    private static bool Set(PublishedValue read, out PublishedValue value)
    {
        value = read;
        return true;
    }
}
