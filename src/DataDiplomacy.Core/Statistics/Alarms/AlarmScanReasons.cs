namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>Why a method was not applied, beside the reasons that all methods share.</summary>
internal static class AlarmScanReasons
{
    public const string NotCounts = "not_counts";
    public const string Frequency = "frequency";
    public const string HalfEqual = "half_equal";
}
