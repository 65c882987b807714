namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>What can be said about the direction of a series.</summary>
public enum TrendDirection
{
    /// <summary>The series rises, at the stated level.</summary>
    Increasing,

    /// <summary>The series falls, at the stated level.</summary>
    Decreasing,

    /// <summary>The data do not distinguish the series from one without a trend: not evidence that there is none.</summary>
    NotDistinguishable,

    /// <summary>The question cannot be put to these data.</summary>
    NotAssessable
}
