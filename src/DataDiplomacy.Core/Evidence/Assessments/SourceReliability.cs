namespace DataDiplomacy.Core.Evidence.Assessments;

/// <summary>
/// How far a source can be relied on, whatever it says this time (Admiralty System, NATO STANAG 2511, 2003). <see cref="F"/> is no lowest grade: it
/// says that nobody could judge.
/// </summary>
public enum SourceReliability
{
    /// <summary>Completely reliable.</summary>
    A,

    /// <summary>Usually reliable.</summary>
    B,

    /// <summary>Fairly reliable.</summary>
    C,

    /// <summary>Not usually reliable.</summary>
    D,

    /// <summary>Unreliable.</summary>
    E,

    /// <summary>Reliability cannot be judged.</summary>
    F
}
