namespace DataDiplomacy.Core.Catalogue;

/// <summary>The direction in which a series moves when matters improve.</summary>
public enum DesiredDirection
{
    /// <summary>Higher is better.</summary>
    Increase,

    /// <summary>Lower is better.</summary>
    Decrease,

    /// <summary>Staying at, or coming near to, a target from either side is good, such as parity at 1.</summary>
    Stable
}
