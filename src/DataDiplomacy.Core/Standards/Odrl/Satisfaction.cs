namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>Whether a condition is met (three-valued: what is not known is never taken for met).</summary>
public enum Satisfaction
{
    /// <summary>It is met.</summary>
    Satisfied,

    /// <summary>It is not met.</summary>
    Unsatisfied,

    /// <summary>It cannot be said, because a value, a relation or the meaning of a term is missing.</summary>
    Unknown
}
