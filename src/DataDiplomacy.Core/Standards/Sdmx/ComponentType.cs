namespace DataDiplomacy.Core.Standards.Sdmx;

/// <summary>How values of a component compare.</summary>
public enum ComponentType
{
    /// <summary>Codes and texts, by the numbers of their characters.</summary>
    Text,

    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Observational time periods, which begin and end: what is at most 2020 ends with 2020 at the latest.</summary>
    Time,
}
