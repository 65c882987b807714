namespace DataDiplomacy.Core.Statistics.Pictures;

/// <summary>A colour for a number from -1 to 1: orange below, white at 0, blue above, told apart with any colour vision.</summary>
internal static class DivergingColour
{
    private static readonly (int Red, int Green, int Blue) Blue = (0x00, 0x72, 0xB2);
    private static readonly (int Red, int Green, int Blue) Orange = (0xD5, 0x5E, 0x00);

    /// <summary>The colour as <c>#rrggbb</c>.</summary>
    public static string Of(double value)
    {
        var share = Math.Min(1, Math.Abs(value));
        var end = value < 0 ? Orange : Blue;
        return FormattableString.Invariant($"#{Mixed(end.Red, share):X2}{Mixed(end.Green, share):X2}{Mixed(end.Blue, share):X2}");
    }

    /// <summary>The ink that can be read on it.</summary>
    public static string InkOn(double value) => value > 0.93 ? "#ffffff" : "#111111";

    private static int Mixed(int end, double share) => (int)Math.Round(255 + (end - 255) * share);
}
