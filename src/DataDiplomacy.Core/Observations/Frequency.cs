namespace DataDiplomacy.Core.Observations;

/// <summary>How long a period of an observation is, coarse to fine. The numbers are the ranks in <see cref="TimePeriod.Code"/> and are stored: never renumber.</summary>
public enum Frequency
{
    /// <summary>A calendar year, SDMX frequency code A.</summary>
    Annual = 0,

    /// <summary>Half a calendar year, SDMX frequency code S.</summary>
    Semester = 1,

    /// <summary>A quarter of a calendar year, SDMX frequency code Q.</summary>
    Quarter = 2,

    /// <summary>A calendar month, SDMX frequency code M.</summary>
    Month = 3,

    /// <summary>An ISO 8601 week, Monday to Sunday, SDMX frequency code W.</summary>
    Week = 4,

    /// <summary>A calendar day, SDMX frequency code D.</summary>
    Day = 5,
}
