namespace DataDiplomacy.Core.Catalogue;

/// <summary>Writes codes of areas in one way.</summary>
public static class AreaCodes
{
    /// <summary>
    /// M49 codes lose their leading zeros (<c>004</c> becomes <c>4</c>, as in the files of the United Nations);
    /// any other code is trimmed and becomes upper case (<c>na</c> is <c>NA</c>, Namibia, never a missing value).
    /// </summary>
    /// <returns>The code; empty for an empty or blank text, <c>0</c> for zeros.</returns>
    public static string Normalise(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var text = code.Trim();
        if (!IsNumeric(text))
            return text.ToUpperInvariant();
        var digits = text.TrimStart('0');
        return digits.Length == 0 ? "0" : digits;
    }

    /// <summary>Whether the text consists of ASCII digits only, and of at least one.</summary>
    public static bool IsNumeric(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.Length > 0 && code.All(char.IsAsciiDigit);
    }
}
