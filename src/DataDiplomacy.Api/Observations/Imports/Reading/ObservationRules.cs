using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>What the parts of an observation may look like in any format, and what to tell who wrote something else.</summary>
internal static class ObservationRules
{
    public const int MaxSeriesLength = 100;
    public const int MaxDimensionCodeLength = 200;

    private const int MaxM49Digits = 6;
    private const int MaxAreaLength = 20;
    private const int MaxQuotedLength = 100;

    public static bool IsSeries(string text) =>
        text.Length is > 0 and <= MaxSeriesLength && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '.' or '@' or '-');

    /// <summary>M49 digits without leading zeros; null when the text is no M49 code.</summary>
    public static string? ReadM49(string text)
    {
        if (text.Length is 0 or > MaxM49Digits || !text.All(char.IsAsciiDigit))
            return null;
        var code = text.TrimStart('0');
        return code.Length == 0 ? null : code.Length == text.Length ? text : code;
    }

    /// <summary>M49 digits, ISO 3166 letters or another code of 2 to 20 characters; whether it exists is not known here. Null for anything else.</summary>
    public static string? ReadArea(string text)
    {
        if (text.Length <= MaxM49Digits && text.All(char.IsAsciiDigit))
            return ReadM49(text);
        var isCode = text.Length is >= 2 and <= MaxAreaLength && char.IsAsciiLetterOrDigit(text[0])
            && text.All(character => char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character) || character is '_' or '-')
            && !char.IsAsciiLetterLower(text[0]);
        return isCode ? text : null;
    }

    public static TimePeriod? ReadPeriod(string text) => TimePeriod.TryParse(text, out var period) ? period : null;

    /// <summary>As <see cref="ReadPeriod"/>, and years that went through floating point: <c>2000.0</c>.</summary>
    public static TimePeriod? ReadPeriodOrFloatingYear(string text) =>
        ReadPeriod(text.Length == 6 && text.EndsWith(".0", StringComparison.Ordinal) ? text[..4] : text);

    /// <summary>
    /// The value, with the reason only its status tells. SDMX Cross-Domain Code List CL_OBS_STATUS: M = missing value, data cannot exist; Q = missing value, suppressed.
    /// </summary>
    public static PublishedValue WithStatus(PublishedValue value, string? status) => (value.Missing, status) switch
    {
        (MissingReason.NotReported, "Q") => PublishedValue.Absent(value.Text, MissingReason.Suppressed),
        (MissingReason.NotReported, "M") => PublishedValue.Absent(value.Text, MissingReason.NotApplicable),
        _ => value,
    };

    public static string SeriesDetail(string text) =>
        $"{Quote(text)} is no series code; a code has 1 to {MaxSeriesLength} of the characters A-Z a-z 0-9 _ . @ -, for example SI_POV_DAY1.";

    public static string M49Detail(string text) =>
        $"{Quote(text)} is no M49 area code; a code has 1 to {MaxM49Digits} digits, for example 4 (or 004) for Afghanistan.";

    public static string AreaDetail(string text) =>
        $"{Quote(text)} is no area code; use M49 digits (4), ISO 3166 letters (AF, AFG) or another code of 2 to {MaxAreaLength} characters A-Z 0-9 _ -, not a name.";

    public static string PeriodDetail(string text) =>
        $"{Quote(text)} is no period; write a year (2020), 2020-S1, 2020-Q1, 2020-M03, 2020-W10 or a day (2020-03-15).";

    public static string ValueDetail(string text) =>
        $"{Quote(text)} is no value; a number has digits and a decimal point (12.5) and nothing around it, a missing value is empty, NaN or N, a bound is <2.5 or >95.";

    public static string BoundDetail(string text) =>
        $"{Quote(text)} is no bound; a bound is a number with digits and a decimal point (12.5), or empty.";

    public static string DimensionDetail(string text) =>
        $"{Quote(text)} is too long; a code of a dimension has at most {MaxDimensionCodeLength} characters.";

    public static string FrequencyDetail(string text) =>
        $"{Quote(text)} is no frequency this format can hold; it is annual: write A or leave it empty.";

    public static string Quote(string text) => text.Length <= MaxQuotedLength ? $"'{text}'" : $"'{text[..MaxQuotedLength]}…'";
}
