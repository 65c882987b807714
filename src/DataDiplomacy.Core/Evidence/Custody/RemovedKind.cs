namespace DataDiplomacy.Core.Evidence.Custody;

/// <summary>In which terms it is said where something was removed.</summary>
public enum RemovedKind
{
    /// <summary>A part of a picture or of a map.</summary>
    Region,

    /// <summary>A page, or lines of one.</summary>
    Page,

    /// <summary>A stretch of a recording.</summary>
    Time,

    /// <summary>A member of structured data, by its path.</summary>
    Path,

    /// <summary>A field of a header or of metadata.</summary>
    Header
}
