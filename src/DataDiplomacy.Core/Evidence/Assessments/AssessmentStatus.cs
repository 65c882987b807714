namespace DataDiplomacy.Core.Evidence.Assessments;

/// <summary>Where an assessment stands.</summary>
public enum AssessmentStatus
{
    /// <summary>Nobody but its author has judged.</summary>
    AwaitingReview,

    /// <summary>Every review comes to the same grades, likelihood, confidence and evidence.</summary>
    Agreed,

    /// <summary>A review differs; both stand, nothing is averaged.</summary>
    Contested,

    /// <summary>Its author replaced it by a newer one.</summary>
    Superseded
}
