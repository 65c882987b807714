namespace DataDiplomacy.Core.Observations.Progress;

/// <summary>What the classes of all methods have in common, so that they can be seen side by side. Coarser than any of them.</summary>
public enum ProgressStanding
{
    /// <summary>The target is met or will be, or the series moves as fast as is asked for.</summary>
    OnTrack,

    /// <summary>The series moves as wanted, but too slowly.</summary>
    SomeProgress,

    /// <summary>The series hardly moves.</summary>
    LittleProgress,

    /// <summary>The series moves the other way.</summary>
    Backwards,

    /// <summary>The method cannot be applied.</summary>
    NotAssessable
}
