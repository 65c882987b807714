namespace DataDiplomacy.Core.Observations.Progress;

/// <summary>Why a method cannot be applied.</summary>
public static class ProgressReasons
{
    /// <summary>Nobody has said which change is wanted.</summary>
    public const string NoDirection = "no_direction";

    /// <summary>The method needs a target, and only a direction is known.</summary>
    public const string NoTarget = "no_target";

    /// <summary>Fewer than two values in different years.</summary>
    public const string InsufficientData = "insufficient_data";

    /// <summary>No value is later than the one nearest to the base year.</summary>
    public const string NoValueAfterBase = "no_value_after_base";

    /// <summary>All values are from the year of the target or later.</summary>
    public const string TargetYearPassed = "target_year_passed";

    /// <summary>Rates of growth need values of one sign.</summary>
    public const string SignChange = "sign_change";

    /// <summary>The base value is the target: there is no distance to measure progress by.</summary>
    public const string NoDistance = "no_distance";

    /// <summary>A figure is too large for a double.</summary>
    public const string OutOfRange = "out_of_range";

    /// <summary>Values are not annual.</summary>
    public const string NotAnnual = "not_annual";

    /// <summary>The values are in different units.</summary>
    public const string MixedUnits = "mixed_units";

    /// <summary>Several observations share a year and no dimension was chosen.</summary>
    public const string SeveralBreakdowns = "several_breakdowns";
}
